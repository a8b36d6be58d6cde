/** Texts as people's programs hold them, made fit for an entry; and what was taken out. */

/** Characters that `line` of the entry's schema refuses, but for the two joiners. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Those of them that stand for a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Characters without a width or a shape that the schema lets through, since some scripts spell with them. */
const UNSEEN =
  /\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|\u200c|\u200d|\u2800|\u3164|\uffa0|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** Scripts whose spelling has a use for them; and emoji. */
const JOINED_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Khmer}\p{Script=Thaana}\p{Script=Nko}\p{Script=Han}\p{Extended_Pictographic}]/u;

const PLAIN = /^[\x20-\x7e]*$/;
/** Printable ASCII alone, as most cells are: there is nothing to be found in it. */
export const isPlain = (text: string) => PLAIN.test(text);

/** A text with what was found in it. */
export interface CleanText {
  readonly text: string;
  /** Bidi, zero-width or control characters were taken out. */
  readonly isCleaned: boolean;
}

/** Line breaks and tabs become spaces; invisible characters go, joiners stay. */
export function cleanText(raw: string): CleanText {
  const joined = raw.replace(BREAKS, ' ');
  const text = joined.replace(INVISIBLE, '');
  return { text: text.trim(), isCleaned: text !== joined };
}

/** Whether a name holds what nobody sees, and its script does not need: it can make two names look alike. */
export function hasStrayJoiner(text: string): boolean {
  if (isPlain(text)) return false;
  const seen = text.replace(UNSEEN, '');
  return seen !== text && !JOINED_SCRIPTS.test(seen);
}

/** A list in one cell: members separated by `|`, which a backslash in front makes part of the text. */
export function splitList(cell: string): string[] {
  if (!cell.includes('\\')) {
    return cell
      .split('|')
      .map((member) => member.trim())
      .filter((member) => member !== '');
  }
  const members = [''];
  for (let i = 0; i < cell.length; i++) {
    const character = cell[i] ?? '';
    if (character === '\\' && i + 1 < cell.length) members.push(`${members.pop()}${cell[++i]}`);
    else if (character === '|') members.push('');
    else members.push(`${members.pop()}${character}`);
  }
  return members.map((member) => member.trim()).filter((member) => member !== '');
}

/** The cell from which {@link splitList} reads the same. A `[` in front would be taken for JSON. */
export const joinList = (members: readonly string[]): string =>
  members
    .map((member) => member.replace(/[\\|]/g, '\\$&'))
    .join('|')
    .replace(/^\[/, '\\[');

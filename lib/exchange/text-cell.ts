/** Texts as people's programs hold them, made fit for an entry; and what was taken out. */

/** Characters that `line` of the entry's schema refuses, but for the two joiners. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Those of them that stand for a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const JOINERS = /[\u200c\u200d]/;
/** Scripts whose spelling has a use for the joiners; and emoji. */
const JOINED_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Khmer}\p{Script=Thaana}\p{Script=Nko}\p{Extended_Pictographic}]/u;

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

/** A joiner in a name whose script does not need it can make two names look alike. */
export const hasStrayJoiner = (text: string) => JOINERS.test(text) && !JOINED_SCRIPTS.test(text);

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

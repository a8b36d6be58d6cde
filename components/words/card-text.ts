import type { CardView, Change, CitedText, InForce, SharedOrigin } from '../../lib/glossary/card-types';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { KIND_MESSAGES } from './kinds';
import { wordDate, wordPeriod } from './periods';
import { relationMessage } from './relations';
import { wordChange, wordDisclosure, wordStatement, wordTimeInForce } from './statements';

/** A card as plain text with its sources, as it is copied and reported. */
export function cardInWords(view: CardView): string {
  const { storyDate, then, now, since, sinceMore, before, background, relations, naming, checked } = view;
  const parts = [
    headingLines(view),
    list(storyDate ? message('cardTextThen', wordDate(storyDate)) : message('cardNow'), [
      ...(storyDate ? then : now).map(inForceLine),
    ]),
    list(message('cardSince'), [...since, ...sinceMore].map(changeLine)),
    list(message(storyDate ? 'cardEarlier' : 'cardEarlierNow'), before.map(changeLine)),
    paragraph('cardBackground', background),
    list(
      message('cardRelations'),
      relations.map(({ kind, name, from, to }) => {
        const when = wordPeriod(from, to);
        return `${message(relationMessage(kind))} ${name}${when ? ` (${when})` : ''}`;
      }),
    ),
    paragraph('cardNaming', naming ? [naming] : []),
    sourceLines(view),
    checked ? [message(view.stale ? 'cardStaleShort' : 'cardChecked', wordDate(checked))] : [],
    view.from ? [originInWords(view.from)] : [],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Where an entry comes from that others share. */
export const originInWords = ({ title, host, isEdited }: SharedOrigin): string =>
  message(isEdited ? 'cardFromEdited' : 'cardFrom', title, host);

/** The text of a report, with room for what the reader has to say. */
export function reportInWords(view: CardView): string {
  return message('reportText', view.name, view.id, cardInWords(view));
}

function headingLines({ name, ownScript, kind, where, summary }: CardView): string[] {
  const own = ownScript ? ` (${ownScript.text})` : '';
  const places = where.length > 0 ? ` · ${where.join(', ')}` : '';
  return [`${name}${own}`, `${message(KIND_MESSAGES[kind])}${places}`, ...(summary ? [summary] : [])];
}

const refs = (numbers: readonly number[]) => numbers.map((number) => `[${number}]`).join('');
const withRefs = (text: string, numbers: readonly number[]) =>
  numbers.length > 0 ? `${text} ${refs(numbers)}` : text;

const list = (heading: string, lines: readonly string[]) =>
  lines.length > 0 ? [heading, ...lines.map((line) => `- ${line}`)] : [];

const paragraph = (heading: MessageKey, sentences: readonly CitedText[]) =>
  sentences.length > 0
    ? [message(heading), sentences.map(({ text, sources }) => withRefs(text, sources)).join(' ')]
    : [];

function withDispute(text: string, { sources, disputed }: InForce | Change): string {
  const cited = withRefs(text, sources);
  if (!disputed) return cited;
  return `${cited} (${withRefs(message('statementDisputed', disputed.text), disputed.sources)})`;
}

function inForceLine(line: InForce): string {
  const time = wordTimeInForce(line, 'exact');
  const uncertain = line.uncertain ? ` (${message('statementUncertain')})` : '';
  return withDispute(`${wordStatement(line)}${time ? `, ${time}` : ''}${uncertain}`, line);
}

function changeLine(line: Change): string {
  const { when, text } = wordChange(line, 'exact');
  const disclosure = wordDisclosure(line, 'exact');
  return withDispute(`${when ? `${when}: ` : ''}${text}${disclosure ? ` (${disclosure})` : ''}`, line);
}

function sourceLines({ sources }: CardView): string[] {
  if (sources.length === 0) return [];
  return [
    message('cardSources'),
    ...sources.map(
      ({ number, title, publisher, date, url }) =>
        `[${number}] ${[title, publisher, ...(date ? [wordDate(date)] : [])].join(', ')}: ${url}`,
    ),
  ];
}

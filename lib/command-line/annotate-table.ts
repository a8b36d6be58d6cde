import type { AnnotatedStory, PlacedMention, SilencedName } from './annotated-story';

/** Longer texts in a column are cut, so that a row stays a row. Characters. */
const WIDEST_TEXT = 34;

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function cut(text: string): string {
  const characters = [...oneLine(text)];
  return characters.length <= WIDEST_TEXT
    ? characters.join('')
    : `${characters.slice(0, WIDEST_TEXT - 1).join('')}…`;
}

/** Rows of cells as lines, columns as wide as their widest cell; the last is left as it is. */
function layOut(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - [...cell].length),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const mentionRow = (mention: PlacedMention) => [
  `${mention.start}–${mention.end}`,
  cut(mention.text),
  cut(mention.name),
  mention.sense,
  [`${mention.why.rule} “${mention.why.alias}”`, ...mention.why.evidence].join('; '),
];

const silencedRow = (miss: SilencedName) => [
  `${miss.start}–${miss.end}`,
  cut(miss.text),
  cut(miss.name),
  'silent',
  miss.reason,
];

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function storyTable(story: AnnotatedStory): string {
  const names = new Set(story.mentions.map((mention) => mention.id)).size;
  const title = [
    story.file,
    story.date ?? 'no date',
    `${counted(names, 'name', 'names')}, ${counted(story.mentions.length, 'mention', 'mentions')}`,
  ].join(' · ');
  const rows = [...story.mentions.map(mentionRow), ...(story.silenced ?? []).map(silencedRow)];
  if (rows.length === 0) return title;
  return `${title}\n\n${layOut([['at', 'in the story', 'entry', 'sense', 'why'], ...rows])}`;
}

/** The stories as tables for people to read. */
export function annotateTable(stories: readonly AnnotatedStory[]): string {
  return stories.map(storyTable).join('\n\n');
}

import { describe, expect, it } from 'vitest';
import type { EntryKind, Familiarity } from '../../../lib/glossary/schema';
import { markedMentions } from '../../../lib/page/marked-mentions';
import type { StoryReading } from '../../../lib/page/story-reading';
import { DEFAULT_MARKS, type MarkSettings } from '../../../lib/settings/marks';
import { NOTHING_QUIET } from '../../../lib/settings/quiet';
import { pageOf } from './page-of';

const NAMES: readonly [id: string, kind: EntryKind, familiarity: Familiarity][] = [
  ['ttp', 'group', 'specialist'],
  ['khan', 'person', 'regular'],
  ['us', 'place', 'household'],
];

/**
 * A story, a block a line: its role's letter (h, b or c) and the names in it, `?` behind one that is
 * only possible; `-` for a block that the page has removed.
 */
function story(...lines: string[]): StoryReading {
  const roles = { h: 'headline', b: 'body', c: 'caption' } as const;
  const parsed = lines.map((line) => line.split(' '));
  const element = pageOf('').body;
  return {
    blocks: parsed.map(([role]) =>
      role === '-' ? null : { role: roles[role as keyof typeof roles], text: '', segments: [], element },
    ),
    mentions: parsed.map(([, ...names], block) =>
      names.map((name) => ({
        ...{ block, start: 0, end: 1, entryId: name.replace('?', '') },
        sense: name.endsWith('?') ? ('possible' as const) : ('sure' as const),
        why: { alias: name, rule: 'alias' as const, evidence: [] },
      })),
    ),
    names: new Map(
      NAMES.map(([id, kind, familiarity]) => [id, { id, name: id, kind, familiarity, summary: null }]),
    ),
    ...{ seen: new Map(), story: null },
  };
}

const STORY = story('h ttp us', 'b ttp khan', 'b khan us', 'h khan', 'c ttp', 'b khan ttp');

const marked = (reading: StoryReading, settings: Partial<MarkSettings> = {}, quiet = NOTHING_QUIET) =>
  markedMentions(reading, { ...DEFAULT_MARKS, ...settings }, quiet)
    .map(({ blockIndex, mentionIndex }) => `${blockIndex}.${mentionIndex}`)
    .join(' ');

describe('marked are', () => {
  it.each<[what: string, settings: Partial<MarkSettings>, places: string]>([
    ['the first of each name in each section, but for household names', {}, '0.0 1.1 3.0 4.0'],
    ['the first of each name in the story', { repeat: 'story' }, '0.0 1.1'],
    ['all', { repeat: 'all' }, '0.0 1.0 1.1 2.0 3.0 4.0 5.0 5.1'],
    [
      'household names, where that is wanted',
      { repeat: 'story', unmarkedFamiliarities: new Set() },
      '0.0 0.1 1.1',
    ],
    ['no kinds that are not wanted', { repeat: 'story', unmarkedKinds: new Set(['group']) }, '1.1'],
    ['none, where marks are not to be seen', { look: 'none', repeat: 'all' }, ''],
  ])('%s', (_what, settings, places) => {
    expect(marked(STORY, settings)).toBe(places);
  });

  it('no muted names', () => {
    expect(marked(STORY, {}, new Set(['mute:khan']))).toBe('0.0 4.0');
  });

  it('a sure mention after one that is only possible', () => {
    expect(marked(story('b ttp?', 'b ttp', 'b ttp'))).toBe('0.0 1.0');
  });

  it('names under two headings that follow each other as of one section', () => {
    expect(marked(story('h ttp', 'h ttp', 'b ttp', 'h khan', 'b ttp'))).toBe('0.0 3.0 4.0');
  });

  it('none in blocks that the page has removed', () => {
    expect(marked(story('- ttp', 'b ttp'))).toBe('1.0');
  });
});

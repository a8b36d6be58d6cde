import { describe, expect, test } from 'vitest';
import { filteredGroups } from '../../../components/popup/filter-names';
import { storyName } from './story-name';

const GROUPS = [
  {
    kind: 'person',
    names: [storyName('Recep Tayyip Erdoğan'), storyName('Ada Lind', { summary: 'Poet of the islands.' })],
  },
  { kind: 'group', names: [storyName('Islamic State – Khorasan Province', { forms: ['ISIS-K'] })] },
] as const;

describe('the filter', () => {
  test.for([
    ['', ['Recep Tayyip Erdoğan', 'Ada Lind', 'Islamic State – Khorasan Province']],
    [' - ', ['Recep Tayyip Erdoğan', 'Ada Lind', 'Islamic State – Khorasan Province']],
    ['erdogan', ['Recep Tayyip Erdoğan']],
    ['ISLA', ['Ada Lind', 'Islamic State – Khorasan Province']],
    ['state—khorasan', ['Islamic State – Khorasan Province']],
    ['isis k', ['Islamic State – Khorasan Province']],
    ['nobody', []],
  ] as const)('finds by “%s”', ([query, names]) => {
    const found = filteredGroups(GROUPS, query);
    expect(found.flatMap((group) => group.names.map(({ name }) => name))).toEqual(names);
    expect(found.every((group) => group.names.length > 0)).toBe(true);
  });
});

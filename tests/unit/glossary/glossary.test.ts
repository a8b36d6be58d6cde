import { describe, expect, test } from 'vitest';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { entry, everyone } from './invented';

const glossary = buildGlossary(everyone);

describe('get', () => {
  test('finds an entry by its id and by one that it once had', () => {
    expect(glossary.get('red-branch')?.name).toBe('Red Branch');
    expect(glossary.get('red-front')?.id).toBe('red-branch');
    expect(glossary.get('nobody')).toBeUndefined();
  });
  test('an id in use wins over a former one', () => {
    const built = buildGlossary([
      entry({ id: 'new', formerIds: ['old'] }),
      entry({ id: 'old', name: 'Old' }),
    ]);
    expect(built.get('old')?.name).toBe('Old');
  });
  test('of two entries with one id the later counts, once', () => {
    const built = buildGlossary([entry({ id: 'a', name: 'First' }), entry({ id: 'a', name: 'Second' })]);
    expect(built.get('a')?.name).toBe('Second');
    expect(built.entries).toHaveLength(1);
  });
  test('an id that is also a word of the language is only an id', () => {
    expect(glossary.get('constructor')).toBeUndefined();
  });
});

describe('postsIn', () => {
  test('gives the posts that people hold in a body', () => {
    expect(
      glossary.postsIn('varan-movement').map(({ holder, post }) => `${post.office}: ${holder.name}`),
    ).toEqual([
      'Supreme leader: Old Commander',
      'Supreme leader: New Commander',
      'Spokesman: Said the Spokesman',
    ]);
    expect(glossary.postsIn('varania')).toEqual([]);
  });
  test('follows a body to its new id', () => {
    const post = { key: 'p', type: 'post' as const, office: 'Chair', body: { entry: 'old' }, sources: [] };
    const built = buildGlossary([
      entry({ id: 'new', formerIds: ['old'] }),
      entry({ id: 'chair', facts: [post] }),
    ]);
    expect(built.postsIn('new').map(({ holder }) => holder.id)).toEqual(['chair']);
  });
});

describe('relationsOf', () => {
  const told = (id: string) => glossary.relationsOf(id).map((r) => `${r.kind} ${r.other.id}`);
  test('tells each relation from both sides', () => {
    expect(told('red-branch')).toEqual([
      'split-from varan-movement',
      'based-in hill-province',
      'rival-of varan-movement',
    ]);
    expect(told('varan-movement')).toEqual([
      'operates-in varania',
      'rival-of red-branch',
      'split-into red-branch',
    ]);
    expect(told('hill-province')).toEqual(['located-in varania', 'base-of red-branch']);
  });
  test('keeps the sources with the entry that stores it', () => {
    const [, , split] = glossary.relationsOf('varan-movement');
    expect(split).toMatchObject({ sources: ['herald'], owner: { id: 'red-branch' } });
  });
  test('a relation that both sides store stands once', () => {
    const built = buildGlossary([
      entry({ id: 'a', relations: [{ key: 'r', kind: 'rival-of', with: 'b' }] }),
      entry({ id: 'b', relations: [{ key: 'r', kind: 'rival-of', with: 'a' }] }),
    ]);
    expect(built.relationsOf('a')).toHaveLength(1);
    expect(built.relationsOf('b')).toHaveLength(1);
  });
  test('leaves out a relation to an entry that is not there', () => {
    const built = buildGlossary([
      entry({ id: 'a', relations: [{ key: 'r', kind: 'ally-of', with: 'gone' }] }),
    ]);
    expect(built.relationsOf('a')).toEqual([]);
  });
});

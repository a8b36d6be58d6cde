import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../lib/editing/catalogue';
import { completions, EntryList, type ListQuery, WHOLE_LIST } from '../../../lib/editing/list-query';
import { editOf, entryOf, ownEdit } from './invented';

const taliban = entryOf('taliban', {
  name: 'Taliban',
  formerIds: ['taleban'],
  aliases: [{ key: 'afghan', text: 'Afghan Taliban' }],
  checked: '2021',
});
const qaida = entryOf('al-qaida', {
  name: 'al-Qaeda',
  kind: 'organisation',
  aliases: [{ key: 'a', text: 'al‑Qa’ida' }],
  background: [{ text: 'Founded in Peshawar by Erdoğan’s neighbours.' }],
  checked: '2026-01',
});
const ansar = entryOf('ansar', {
  name: 'Ansar',
  relations: [{ key: 'r', kind: 'ally-of', with: 'al-qaida' }],
});
const bundled = [taliban, qaida, ansar];

const TODAY = '2026-06-01';
function catalogueOf(...edits: Parameters<typeof editOf>[1][] & { id?: string }[]) {
  const catalogue = new Catalogue();
  catalogue.putGround(bundled, 'beat');
  catalogue.putRecords(
    [],
    edits.map((edit) => editOf((edit as { id: string }).id, edit)),
  );
  catalogue.readTexts(() => false);
  return catalogue;
}
const listed = (catalogue: Catalogue, query: Partial<ListQuery>, more = {}) =>
  new EntryList(catalogue)
    .rows({ ...WHOLE_LIST, ...query }, { storyIds: new Set(), recent: [], today: TODAY, ...more })
    .map(({ id }) => id);

const own = { ...ownEdit(entryOf('own', { name: 'Own name', kind: 'term' })) };
const hidden = editOf('ansar', { hidden: true });
const changed = editOf('taliban', {
  under: taliban,
  changes: [{ field: 'name', member: null, base: 'Taliban', mine: 'The Movement' }],
});
const conflicting = editOf('al-qaida', {
  under: { ...qaida, say: 'al KY-da' },
  changes: [{ field: 'say', member: null, base: 'al KY-da', mine: 'al kah-EE-da' }],
});

describe('the list', () => {
  it.each<[string, Partial<ListQuery>, string[]]>([
    ['all, by folded name', {}, ['al-qaida', 'ansar', 'own', 'taliban']],
    ['mine', { scope: 'mine' }, ['al-qaida', 'ansar', 'own', 'taliban']],
    ['changed', { scope: 'changed' }, ['al-qaida', 'taliban']],
    ['hidden', { scope: 'hidden' }, ['ansar']],
    ['with conflicts', { scope: 'conflicts' }, ['al-qaida']],
    ['checked long ago', { scope: 'stale' }, ['taliban']],
    ['in the story', { scope: 'story' }, ['own']],
    ['of a kind', { kind: 'term' }, ['own']],
    ['of a beat', { beat: 'beat' }, ['al-qaida', 'ansar', 'taliban']],
    ['by kind', { sort: 'kind' }, ['ansar', 'taliban', 'al-qaida', 'own']],
    ['by check, the longest unchecked first', { sort: 'checked' }, ['ansar', 'own', 'taliban', 'al-qaida']],
    ['by change', { sort: 'changed' }, ['own', 'al-qaida', 'ansar', 'taliban']],
  ])('has %s', (_, query, ids) => {
    const catalogue = catalogueOf(own, hidden, changed, conflicting);
    expect(listed(catalogue, query, { storyIds: new Set(['own']), recent: ['own'] })).toEqual(ids);
  });

  it.each<[string, string[]]>([
    ['TALI', ['taliban']],
    ['afghan tal', ['taliban']],
    ['al qaida', ['al-qaida']],
    ['al-Qa’ida', ['al-qaida']],
    ['erdogan', ['al-qaida']],
    ['qaeda peshawar', ['al-qaida']],
    ['an', ['ansar', 'taliban', 'al-qaida']],
    ['nothing of the kind', []],
    ['', ['al-qaida', 'ansar', 'taliban']],
  ])('finds %j', (text, ids) => {
    expect(listed(catalogueOf(), { text })).toEqual(ids);
  });

  it('finds a name that was edited by its new text, and no longer by its old one', () => {
    const catalogue = catalogueOf(changed);
    expect(listed(catalogue, { text: 'movement' })).toEqual(['taliban']);
    expect(listed(catalogue, { text: 'taliban' })).toEqual(['taliban']);
    catalogue.putRecords(['taliban'], []);
    expect(listed(catalogue, { text: 'movement' })).toEqual([]);
  });

  it('finds no text across two entries', () => {
    const catalogue = new Catalogue();
    catalogue.putGround(
      [entryOf('one', { summary: 'Of Wardak' }), entryOf('two', { summary: 'Ober leaders' })],
      'beat',
    );
    catalogue.readTexts(() => false);
    expect(listed(catalogue, { text: 'wardako' })).toEqual([]);
    expect(listed(catalogue, { text: 'leaderso' })).toEqual([]);
  });

  it('is what a look at each entry finds, whatever was typed, taken back and edited before', () => {
    const words = fc.constantFrom('a', 'an', 'ant', 'anta', 'tan', 'b', 'ba', 'bant', 'x');
    const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    const about = fc.record({ name: phrase, alias: phrase, summary: phrase });
    const step = fc.oneof(
      fc.record({ typed: phrase }),
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), about }),
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), about: fc.constant(null) }),
    );
    /** How well an entry answers, looked at by itself. */
    const rankOf = (typed: string, { name, aliases, summary = '' }: ReturnType<typeof entryOf>) => {
      const forms = [name, ...aliases.map(({ text }) => text)];
      const has = (word: string) => forms.some((form) => form.includes(word));
      if (name.startsWith(typed)) return 0;
      if (forms.some((form) => form.startsWith(typed) || form.includes(` ${typed}`))) return 1;
      if (typed.split(' ').every(has)) return 2;
      return typed.split(' ').every((word) => has(word) || summary.includes(word)) ? 3 : null;
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const catalogue = new Catalogue();
        const list = new EntryList(catalogue);
        const there = new Map<string, ReturnType<typeof entryOf>>();
        const context = { storyIds: new Set<string>(), recent: [], today: TODAY };
        for (const one of steps) {
          if ('typed' in one) {
            const expected = [...there.values()].flatMap((entry) => {
              const rank = rankOf(one.typed, entry);
              return rank === null ? [] : [{ rank, name: entry.name, id: entry.id }];
            });
            const key = (o: (typeof expected)[number]) => `${o.rank} ${o.name}\n${o.id}`;
            expected.sort((a, b) => (key(a) < key(b) ? -1 : 1));
            const rows = list.rows({ ...WHOLE_LIST, text: one.typed }, context);
            expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
            continue;
          }
          if (one.about) {
            const { name, alias, summary } = one.about;
            there.set(one.id, entryOf(one.id, { name, aliases: [{ key: 'k', text: alias }], summary }));
          } else there.delete(one.id);
          const now = there.get(one.id);
          catalogue.putRecords([one.id], now ? [ownEdit(now)] : []);
        }
      }),
    );
  });

  it('completes a name without those that are hidden', () => {
    expect(completions(catalogueOf(), 'an', 8).map(({ id }) => id)).toEqual(['ansar', 'taliban']);
    expect(completions(catalogueOf(hidden), 'ans', 8)).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('lays an edit over an entry that is read after it, also under its former id', () => {
    const catalogue = new Catalogue();
    catalogue.putRecords([], [{ ...changed, id: 'taleban' }, own]);
    expect(catalogue.get('taleban')?.entry.name).toBe('The Movement');
    catalogue.putGround(bundled, 'beat');
    expect(catalogue.ordered().map(({ id }) => id)).toEqual(['al-qaida', 'ansar', 'own', 'taliban']);
    expect(catalogue.get('taliban')?.entry.name).toBe('The Movement');
    catalogue.putRecords(['taleban'], []);
    expect(catalogue.get('taliban')?.entry).toBe(taliban);
  });

  it('knows who shares a form, and who is related from either side', () => {
    const catalogue = catalogueOf(own);
    expect(catalogue.withForms(['al qaida']).map(({ id }) => id)).toEqual(['al-qaida']);
    expect(catalogue.relatedTo(qaida).map(({ id }) => id)).toEqual(['ansar']);
    expect(catalogue.relatedTo(ansar).map(({ id }) => id)).toEqual(['al-qaida']);
  });

  it('counts what is the user’s', () => {
    const catalogue = catalogueOf(own, hidden);
    expect(catalogue.mineCount).toBe(2);
    catalogue.putRecords(['own', 'ansar'], []);
    expect(catalogue.mineCount).toBe(0);
    expect(catalogue.size).toBe(3);
  });

  it('is the same whether its records came one by one, in any order, or all at once', () => {
    const ids = ['a', 'b', 'c', 'd', 'taliban'];
    const step = fc.record({
      id: fc.constantFrom(...ids),
      name: fc.constantFrom('Zeta', 'Ärger', 'zeta two', 'Beta'),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const one = catalogueOf();
        const known = new Map<string, ReturnType<typeof ownEdit>>();
        for (const { id, name, isGone } of steps) {
          if (isGone) known.delete(id);
          else known.set(id, ownEdit(entryOf(id, { name })));
          const now = known.get(id);
          one.putRecords([id], now ? [now] : []);
          // Asked for meanwhile, as a page does.
          one.ordered();
        }
        const other = catalogueOf();
        other.putRecords([], [...known.values()]);
        const shown = (catalogue: Catalogue) => {
          catalogue.readTexts(() => false);
          return [
            catalogue.ordered().map(({ id, entry, state }) => [id, entry.name, state]),
            listed(catalogue, { text: 'zeta' }),
            listed(catalogue, { sort: 'checked' }),
            catalogue.mineCount,
          ];
        };
        expect(shown(one)).toEqual(shown(other));
      }),
    );
  });
});

describe('shared glossaries', () => {
  const DESK = 'https://desk.example/';
  const WIRE = 'https://wire.example/';
  const layersOf = (...layers: [address: string, ...entries: ReturnType<typeof entryOf>[]][]) =>
    layers.map(([address, ...entries]) => ({ address, entries }));
  function layered() {
    const catalogue = catalogueOf(changed);
    catalogue.setLayers([DESK, WIRE]);
    catalogue.putLayered(
      [],
      layersOf(
        [DESK, entryOf('taliban', { name: 'Desk’s Taliban' }), entryOf('desk-own', { name: 'Desk’s own' })],
        [WIRE, entryOf('desk-own', { name: 'Wire’s own' })],
      ),
    );
    return catalogue;
  }

  it('lie over bundled entries and below the user’s edits, the higher one before the lower', () => {
    const catalogue = layered();
    expect(catalogue.get('taliban')).toMatchObject({
      ...{ layers: [DESK], beat: 'beat', state: 'changed' },
      ground: { name: 'Desk’s Taliban' },
      entry: { name: 'The Movement' },
      conflicts: [{ base: 'Taliban', mine: 'The Movement', theirs: 'Desk’s Taliban' }],
    });
    expect(catalogue.get('desk-own')).toMatchObject({
      ...{ layers: [DESK, WIRE], beat: null, entry: { name: 'Wire’s own' } },
    });
    catalogue.settleLayered(catalogue.setLayers([WIRE, DESK]));
    expect(catalogue.get('desk-own')).toMatchObject({ layers: [WIRE, DESK], entry: { name: 'Desk’s own' } });
  });

  it('are what the list can be filtered by', () => {
    const catalogue = layered();
    expect(listed(catalogue, { layer: DESK })).toEqual(['taliban', 'desk-own']);
    expect(listed(catalogue, { layer: WIRE })).toEqual(['desk-own']);
    expect(listed(catalogue, { layer: WIRE, beat: 'beat' })).toEqual([]);
  });

  it('leave nothing but the user’s edits when they are left', () => {
    const catalogue = layered();
    catalogue.settleLayered(catalogue.setLayers([WIRE]));
    expect(catalogue.get('taliban')).toMatchObject({
      layers: [],
      ground: { name: 'Taliban' },
      conflicts: [],
    });
    catalogue.putLayered(['desk-own'], layersOf([WIRE]));
    expect(listed(catalogue, {})).toEqual(['al-qaida', 'ansar', 'taliban']);
  });

  const ids = fc.constantFrom('taliban', 'ansar', 'x', 'y');
  /** Each former id is of one entry: whose it is of two, only their keepers could say. */
  const formers: Readonly<Record<string, string[]>> = { x: ['old'], y: ['older'] };
  const layer = fc
    .uniqueArray(fc.record({ id: ids, name: fc.constantFrom('One', 'Two'), isMoved: fc.boolean() }), {
      selector: ({ id }) => id,
    })
    .map((all) =>
      all.map(({ id, name, isMoved }) => ({ id, name, formerIds: isMoved ? (formers[id] ?? []) : [] })),
    );
  const edits = fc.uniqueArray(
    fc.oneof(
      fc.record({ id: fc.constantFrom('taliban', 'x', 'old'), hidden: fc.constant(true) }),
      fc.record({ id: fc.constantFrom('y', 'old'), name: fc.constant('Own') }),
    ),
    { selector: ({ id }) => id },
  );

  it('that come, change and go lead to the same list as those that were always so', () => {
    const arrange = (
      catalogue: Catalogue,
      desk: { id: string }[],
      wire: { id: string }[],
      order: readonly string[],
    ) => {
      const all = new Map([
        [DESK, desk],
        [WIRE, wire],
      ]);
      catalogue.settleLayered(catalogue.setLayers(order));
      catalogue.putLayered(
        catalogue.layeredIds(),
        order.map((address) => ({
          address,
          entries: (all.get(address) ?? []).map((one) => entryOf(one.id, one)),
        })),
      );
    };
    const orders = fc.constantFrom<(readonly string[])[]>([], [DESK], [WIRE], [DESK, WIRE], [WIRE, DESK]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(layer, layer, orders), { minLength: 1, maxLength: 4 }),
        edits,
        (states, made) => {
          const records = made.map((one) =>
            'hidden' in one ? editOf(one.id, one) : ownEdit(entryOf(one.id, { name: one.name })),
          );
          const lived = new Catalogue();
          lived.putGround(bundled, 'beat');
          lived.putRecords([], records);
          for (const state of states) arrange(lived, ...state);
          const fresh = new Catalogue();
          const last = states.at(-1);
          if (last) arrange(fresh, ...last);
          fresh.putRecords([], records);
          fresh.putGround(bundled, 'beat');
          const told = (catalogue: Catalogue) =>
            catalogue
              .ordered()
              .map(({ id, state, layers, entry, ground }) => [id, state, layers, entry.name, ground?.name]);
          expect(told(lived)).toEqual(told(fresh));
        },
      ),
    );
  });
});

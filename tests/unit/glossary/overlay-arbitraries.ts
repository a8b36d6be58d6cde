/** Glossaries, updates of them and edits, as fast-check makes them up. Small alphabets, so that they meet. */
import fc from 'fast-check';
import {
  type EntryEdit,
  MEMBER_SCHEMAS,
  type MemberField,
  type Place,
} from '../../../lib/glossary/entry-edits';
import { editPlaces, setHidden } from '../../../lib/glossary/make-edit';
import type { Entry } from '../../../lib/glossary/schema';

const IDS = ['ada', 'bek', 'cid', 'dov'];
const KEYS = ['k1', 'k2', 'k3'];
const TEXTS = ['North', 'South', 'East'];
const text = fc.constantFrom(...TEXTS);
const key = fc.constantFrom(...KEYS);

/** A member of each kind, by its key. */
const MEMBERS: Record<MemberField, (key: string, text: string) => unknown> = {
  aliases: (key, text) => ({ key, text, case: 'any', alone: 'yes', for: [], against: [] }),
  short: (key) => ({ text: key, alone: 'no' }),
  facts: (key, text) => ({ key, type: 'event', text, sources: [] }),
  relations: (key, text) => ({ key, kind: 'ally-of', with: text.toLowerCase(), sources: [] }),
  sources: (key, text) => ({ ref: key, title: text, publisher: text, url: 'https://example.org/' }),
};

function members(field: MemberField): fc.Arbitrary<unknown[]> {
  const pair = fc.record({ key, text });
  return fc
    .uniqueArray(pair, { selector: (one) => one.key, maxLength: 3 })
    .map((pairs) => pairs.map((one) => MEMBERS[field](one.key, one.text)));
}

function entry(id: string): fc.Arbitrary<Entry> {
  const absent = { nil: undefined, freq: 2 };
  return fc
    .record({
      name: text,
      summary: fc.option(text, absent),
      background: fc.array(
        text.map((one) => ({ text: one, sources: [] })),
        { maxLength: 2 },
      ),
      aliases: members('aliases'),
      short: members('short'),
      facts: members('facts'),
      relations: members('relations'),
      sources: members('sources'),
    })
    .map(({ summary, ...rest }) => ({
      ...{ id, formerIds: [], kind: 'group', familiarity: 'regular' },
      ...rest,
      ...(summary === undefined ? {} : { summary }),
    }))
    .map((made) => made as Entry);
}

/** Some of the entries, in any order. */
export const bundled: fc.Arbitrary<Entry[]> = fc
  .tuple(...IDS.map((id) => fc.option(entry(id))))
  .chain((entries) => {
    const there = entries.filter((one) => one !== null);
    return fc.shuffledSubarray(there, { minLength: there.length });
  });

/** Another glossary of the same names, some under new ids that know their former ones, members reordered. */
export const update: fc.Arbitrary<Entry[]> = fc
  .tuple(bundled, fc.subarray(IDS), fc.boolean())
  .map(([entries, renamed, turned]) =>
    entries.map((one) => ({
      ...one,
      ...(renamed.includes(one.id) ? { id: `${one.id}-now`, formerIds: [one.id] } : {}),
      ...(turned ? { facts: [...one.facts].reverse(), aliases: [...one.aliases].reverse() } : {}),
    })),
  );

/** One action of a user. */
export type Action =
  | { readonly id: string; readonly hidden: boolean }
  | { readonly id: string; readonly place: Place; readonly mine: unknown };

const wholeAction = fc.oneof(
  text.map((mine) => ({ place: { field: 'name', member: null }, mine })),
  fc.option(text, { nil: undefined }).map((mine) => ({ place: { field: 'summary', member: null }, mine })),
  fc.constantFrom('group', 'term').map((mine) => ({ place: { field: 'kind', member: null }, mine })),
);

const memberAction = fc
  .record({
    field: fc.constantFrom(...(Object.keys(MEMBER_SCHEMAS) as MemberField[])),
    key,
    mine: fc.option(text, { nil: undefined }),
  })
  .map(({ field, key: named, mine }) => ({
    place: { field, member: field === 'short' ? `:${named}` : named },
    mine: mine === undefined ? undefined : MEMBERS[field](named, mine),
  }));

export const action: fc.Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom(...IDS),
    fc.oneof(
      { weight: 1, arbitrary: fc.boolean().map((hidden) => ({ hidden })) },
      { weight: 4, arbitrary: wholeAction },
      { weight: 6, arbitrary: memberAction },
    ),
  )
  .map(([id, done]) => ({ id, ...done }) as Action);

/** The records after these actions over a glossary, each made from the value that stood there. */
export function editsAfter(entries: readonly Entry[], actions: readonly Action[]): EntryEdit[] {
  const records = new Map<string, EntryEdit>();
  for (const one of actions) {
    const ground = entries.find(({ id }) => id === one.id) ?? null;
    const record = records.get(one.id) ?? null;
    const decide = (from?: unknown) =>
      'hidden' in one
        ? setHidden(record, one.id, one.hidden)
        : editPlaces(record, one.id, ground, [{ ...one.place, from, mine: one.mine }]);
    let decision = decide();
    if (decision.outcome === 'clash') decision = decide(decision.clashes[0]?.theirs);
    if (decision.outcome !== 'edited') continue;
    if (decision.record) records.set(one.id, decision.record);
    else records.delete(one.id);
  }
  return [...records.values()];
}

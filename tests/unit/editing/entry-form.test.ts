import { describe, expect, it } from 'vitest';
import {
  caughtUp,
  draftEntry,
  type EntryForm,
  faultsOf,
  formOf,
  formOfNew,
  pendingOf,
  saved,
  settled,
  typed,
  unsavedOf,
  withBlank,
  withoutMember,
  withUnsaved,
  withValue,
} from '../../../lib/editing/entry-form';
import { sameValue, valueAt } from '../../../lib/glossary/entry-edits';
import { editPlaces } from '../../../lib/glossary/make-edit';
import type { Entry } from '../../../lib/glossary/schema';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';
import { entryOf, ownEdit } from './invented';

const bundled = readBundledGlossary();

const group = entryOf('group', {
  name: 'Hill Movement',
  summary: 'A movement of the hills.',
  ownScript: { text: 'حركة', lang: 'ar' },
  coordinates: { latitude: 34.5, longitude: -69.2 },
  aliases: [
    { key: 'hm', text: 'HM', case: 'exact', alone: 'no', for: [{ in: 'block', words: ['hill', 'a, b'] }] },
  ],
  short: [{ text: 'Movement' }],
  facts: [
    { key: 'took', type: 'event', text: 'Took the town', from: '2021-08', sources: ['s1'], circa: true },
    { key: 'lead', type: 'post', office: 'Leader', body: { entry: 'body' }, leads: true, sources: [] },
  ],
  background: [{ text: 'One.', sources: ['s1'] }, { text: 'Two.' }],
  sources: [{ ref: 's1', title: 'A report', publisher: 'A Paper', url: 'https://paper.example/' }],
});

const whole = (
  field: 'name' | 'summary' | 'checked' | 'coordinates' | 'wikidata' | 'ownScript' | 'background',
) => ({
  field,
  row: '',
});
const alias = { field: 'aliases', row: 'hm' } as const;

/** The entry once all that is pending was written to the store. */
function written(form: EntryForm, entry: Entry): Entry {
  const edits = pendingOf(form).flatMap((one) => one.edits);
  const decision = editPlaces(ownEdit(entry), entry.id, null, edits);
  if (decision.outcome === 'unchanged') return entry;
  if (decision.outcome !== 'edited' || !decision.record?.added) throw new Error(decision.outcome);
  return decision.record.added;
}

describe('a form', () => {
  it('has nothing to save and no fault as it is opened, of every bundled entry', () => {
    for (const entry of bundled) {
      const form = formOf(entry);
      expect([pendingOf(form), faultsOf(form)], entry.id).toEqual([[], []]);
      expect(sameValue(draftEntry(form, entry), entry), entry.id).toBe(true);
    }
  });

  it('reads every value back from what it shows of it, of every bundled entry', () => {
    for (const entry of bundled) {
      // As if all of it had just been typed: every place is read from its texts.
      const form = formOfNew(entry);
      expect(faultsOf(form), entry.id).toEqual([]);
      for (const { edits } of pendingOf(form))
        for (const edit of edits)
          expect(sameValue(edit.mine, valueAt(entry, edit)), `${entry.id} ${edit.field}`).toBe(true);
    }
  });

  it.each<[string, Parameters<typeof typed>[1], (string | number)[], string, unknown]>([
    ['a name', whole('name'), [], ' Hills ', 'Hills'],
    ['a summary taken away', whole('summary'), [], '', undefined],
    ['degrees', whole('coordinates'), ['latitude'], '−12,5', { latitude: -12.5, longitude: -69.2 }],
    ['a cue a line', alias, ['for', 0, 'words'], 'hill\n\n a, b ', undefined],
  ])('saves %s', (_, which, path, text, value) => {
    const form = typed(formOf(group), which, path, text);
    const after = written(form, group);
    if (which.field === 'aliases') expect(after.aliases[0]?.for[0]?.words).toEqual(['hill', 'a, b']);
    else expect(valueAt(after, { field: which.field, member: null } as never)).toEqual(value);
  });

  it.each<[string, Parameters<typeof typed>[1], (string | number)[], string, string]>([
    ['no name', whole('name'), [], ' ', 'non_empty'],
    ['a date that is none', whole('checked'), [], '2024-13', 'check'],
    ['half a place', whole('coordinates'), ['longitude'], '', 'strict_object'],
    ['degrees beyond the pole', whole('coordinates'), ['latitude'], '91', 'max_value'],
    ['no Wikidata item', whole('wikidata'), [], 'Douglas', 'regex'],
    ['a language that is none', whole('ownScript'), ['lang'], 'Arabic!', 'regex'],
    ['an alias without a text', alias, ['text'], '', 'strict_object'],
    ['a sentence that is too long', whole('background'), [1, 'text'], 'x'.repeat(401), 'max_length'],
    ['an address with a space', { field: 'sources', row: 's1' }, ['url'], 'https://a b.example/', 'regex'],
    [
      'an address that is not safe',
      { field: 'sources', row: 's1' },
      ['url'],
      'http://a.example/',
      'starts_with',
    ],
  ])('keeps %s as it was typed, tells where, and saves the rest', (_, which, path, text, rule) => {
    const faulty = typed(formOf(group), which, path, text);
    const [fault] = faultsOf(faulty);
    expect(fault).toMatchObject({ field: which.field, row: which.row, path, rule });
    expect(pendingOf(faulty)).toEqual([]);
    expect(sameValue(draftEntry(faulty, group), group)).toBe(true);
    const other = which.field === 'name' ? whole('summary') : whole('name');
    expect(pendingOf(typed(faulty, other, [], 'Else.')).map(({ slot }) => slot.field)).toEqual([other.field]);
  });

  it('comes back with what was not saved, over what was saved meanwhile', () => {
    const faulty = typed(formOf(group), whole('checked'), [], '2024-13');
    const kept = unsavedOf(faulty);
    expect(kept).toHaveLength(1);
    const later = { ...group, summary: 'Saved by another tab.' };
    const again = withUnsaved(formOf(later), JSON.parse(JSON.stringify(kept)), later);
    expect(faultsOf(again)).toEqual(faultsOf(faulty));
    expect(draftEntry(again, later).summary).toBe('Saved by another tab.');
    expect(unsavedOf(formOf(group))).toEqual([]);
  });

  it('adds a member once it says something, and takes one out', () => {
    const blank = withBlank(formOf(group), 'aliases', 'n1');
    expect([pendingOf(blank), faultsOf(blank), unsavedOf(blank)]).toEqual([[], [], []]);
    const named = typed(blank, { field: 'aliases', row: 'n1' }, ['text'], 'Hillmen');
    const after = written(withoutMember(named, alias), group);
    expect(after.aliases.map(({ key, text }) => [key, text])).toEqual([['n1', 'Hillmen']]);
  });

  it('rewrites a short form in its place', () => {
    const which = { field: 'short', row: ':Movement' } as const;
    const form = typed(formOf(group), which, ['text'], 'Hill');
    const pending = pendingOf(form);
    expect(written(form, group).short.map(({ text }) => text)).toEqual(['Hill']);
    const after = caughtUp(saved(form, pending), written(form, group));
    expect(after.slots.filter(({ field }) => field === 'short')).toHaveLength(1);
    expect(pendingOf(after)).toEqual([]);
  });

  it('brings a bundled value back, also one that was taken out', () => {
    const gone = withoutMember(formOf(group), alias);
    const after = { ...written(gone, group) };
    const form = withValue(formOf(after), { field: 'aliases', member: 'hm' }, group.aliases[0]);
    expect(written(form, after).aliases).toEqual(group.aliases);
  });
});

describe('two tabs', () => {
  const mine = typed(formOf(group), whole('summary'), [], 'Mine.');
  const theirs = { ...group, name: 'Theirs', summary: 'Theirs.' };

  it('follow one another where nothing was typed, and are told where both typed', () => {
    const form = caughtUp(mine, theirs);
    expect(draftEntry(form, theirs).name).toBe('Theirs');
    const clash = form.slots.find(({ field }) => field === 'summary');
    expect(clash).toMatchObject({ raw: 'Mine.', clash: { theirs: 'Theirs.' } });
    expect(pendingOf(form)).toEqual([]);
  });

  it.each([
    ['mine', 'Mine.'],
    ['theirs', 'Theirs.'],
  ] as const)('settle it by taking %s', (take, summary) => {
    const form = settled(caughtUp(mine, theirs), whole('summary'), take);
    expect(written(form, theirs).summary).toBe(summary);
  });

  it('do not clash where both typed the same', () => {
    const form = caughtUp(mine, { ...group, summary: 'Mine.' });
    expect([pendingOf(form), form.slots.some(({ clash }) => clash)]).toEqual([[], false]);
  });

  it('keep what one types while its own write is on its way', () => {
    const pending = pendingOf(mine);
    const further = typed(mine, whole('summary'), [], 'Mine, and more.');
    const after = caughtUp(saved(further, pending), { ...group, summary: 'Mine.' });
    expect(after.slots.some(({ clash }) => clash)).toBe(false);
    expect(pendingOf(after).map(({ value }) => value)).toEqual(['Mine, and more.']);
  });
});

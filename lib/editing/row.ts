/** One entry of the editor's list, with what is needed to find it. */
import type { EntryEdit } from '../glossary/entry-edits';
import { type Conflict, entryBehind, type Ground, overlay, recordsByEntry } from '../glossary/overlay';
import type { Entry } from '../glossary/schema';
import { foldKey } from '../text/fold';

/** What the user did to an entry. */
export type EntryState = 'bundled' | 'added' | 'changed' | 'hidden';

/** One entry of the list. Never changed: another edition of an entry is another row. */
export interface Row {
  readonly id: string;
  /** Its number in marks; the same for every row of an entry. */
  readonly number: number;
  /** As it is in force; of a hidden one, as it would be. */
  readonly entry: Entry;
  /** What lies beneath the user's edits: of the highest layer that has it; null: the entry is her own. */
  readonly ground: Entry | null;
  /** Addresses of the shared glossaries that have it, the one that counts last. */
  readonly layers: readonly string[];
  /** Her edits of it, mostly one or none; the one under its present id first. */
  readonly records: readonly EntryEdit[];
  readonly state: EntryState;
  /** Of the bundled file that it stands in; null where it stands in none. */
  readonly beat: string | null;
  /** Where an update changed what she changed. */
  readonly conflicts: readonly Conflict[];
  /** The folded name, by which lists are ordered. */
  readonly sortName: string;
  /** The folded forms, the name first, each between line feeds. */
  readonly forms: string;
}

/** Forms under which the entry may be found. */
function formTextsOf({ name, ownScript, aliases, short }: Entry): string[] {
  return [
    name,
    ...(ownScript ? [ownScript.text] : []),
    ...aliases.map(({ text }) => text),
    ...short.map(({ text }) => text),
  ];
}

/** All that the entry says, folded. */
export function textOf({ summary, background, facts, naming }: Entry): string {
  const texts = [summary ?? '', ...background.map(({ text }) => text), naming?.text ?? ''];
  for (const fact of facts) {
    if (fact.type === 'post') texts.push(fact.office, fact.body && 'name' in fact.body ? fact.body.name : '');
    else if (fact.type === 'designation') texts.push(fact.by, fact.as);
    else texts.push(fact.text);
  }
  return foldKey(texts.join('\n'));
}

/** The ids that an entry's facts and relations name. */
export function namedIdsOf({ facts, relations }: Entry): Set<string> {
  const ids = new Set(relations.map((relation) => relation.with));
  for (const fact of facts) {
    if (fact.type === 'post' && fact.body && 'entry' in fact.body) ids.add(fact.body.entry);
  }
  return ids;
}

/** What a row is made of beside the user's edits. */
type RowGround = Pick<Row, 'id' | 'number' | 'ground' | 'layers' | 'beat'>;

/** The row of an entry with the user's edits of it; null where nothing is left of it. */
export function rowOf(about: RowGround, own: readonly EntryEdit[]): Row | null {
  const { id, ground } = about;
  const [first] = own;
  if (!first) return ground && new CatalogueRow(about, own, ground, 'bundled', []);
  // Most of what is the user's is her own: nothing lies beneath that could differ.
  if (own.length === 1 && first.added && !ground)
    return new CatalogueRow(about, own, first.added, first.hidden ? 'hidden' : 'added', []);
  const known: Ground = { entries: new Map(ground ? [[id, ground]] : []), idNow: () => id };
  const records = recordsByEntry(known, own).get(id) ?? own;
  const entry = entryBehind(ground, records, id);
  if (!entry) return null;
  const { entries, conflicts } = overlay(ground ? [ground] : [], [], records);
  const state = entries.length === 0 ? 'hidden' : records.some(({ added }) => added) ? 'added' : 'changed';
  return new CatalogueRow(about, records, entry, state, conflicts);
}

/** A row whose forms are folded when they are first asked for. */
class CatalogueRow implements Row {
  readonly id: string;
  readonly number: number;
  readonly ground: Entry | null;
  readonly layers: readonly string[];
  readonly records: readonly EntryEdit[];
  readonly beat: string | null;
  readonly entry: Entry;
  readonly state: EntryState;
  readonly conflicts: readonly Conflict[];
  readonly sortName: string;
  #forms: string | null = null;

  constructor(
    about: RowGround,
    records: readonly EntryEdit[],
    entry: Entry,
    state: EntryState,
    conflicts: readonly Conflict[],
  ) {
    this.id = about.id;
    this.number = about.number;
    this.ground = about.ground;
    this.layers = about.layers;
    this.records = records;
    this.beat = about.beat;
    this.entry = entry;
    this.state = state;
    this.conflicts = conflicts;
    this.sortName = foldKey(entry.name);
  }

  get forms(): string {
    this.#forms ??= ['', ...new Set(formTextsOf(this.entry).map(foldKey)), ''].join('\n');
    return this.#forms;
  }
}

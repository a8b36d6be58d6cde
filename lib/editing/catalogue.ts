/**
 * Every entry as the editor lists it: the bundled ones, the user's edits over them, with what is
 * needed to find, sort and filter them at once. It grows as entries are read, and changes an entry at a time.
 */
import { type EntryEdit, sameValue } from '../glossary/entry-edits';
import { type Conflict, entryBehind, type Ground, overlay, recordsByEntry } from '../glossary/overlay';
import { ENTRY_KINDS, type Entry } from '../glossary/schema';
import { foldKey } from '../text/fold';
import { hashFolded } from '../text/words';
import { RowOrder } from './row-order';
import { TextBlocks } from './text-blocks';

/** What the user did to an entry. */
export type EntryState = 'bundled' | 'added' | 'changed' | 'hidden';

/** One entry of the list. Never changed: another edition of an entry is another row. */
export interface Row {
  readonly id: string;
  /** Its number in marks; the same for every row of an entry. */
  readonly number: number;
  /** As it is in force; of a hidden one, as it would be. */
  readonly entry: Entry;
  /** What lies beneath the user's edits; null: the entry is her own. */
  readonly ground: Entry | null;
  /** Her edits of it, mostly one or none; the one under its present id first. */
  readonly records: readonly EntryEdit[];
  readonly state: EntryState;
  /** Of the bundled file that it stands in; null for the user's own. */
  readonly beat: string | null;
  /** Where an update changed what she changed. */
  readonly conflicts: readonly Conflict[];
  /** The folded name, by which lists are ordered. */
  readonly sortName: string;
  /** The folded forms, the name first, each between line feeds. */
  readonly forms: string;
}

/** Changes that are read at once, not in their turn. */
const FEW = 64;

/** Stands before a name in place of a line feed. No fold has it. */
const NAME = '\u0001';

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
function textOf({ summary, background, facts, naming }: Entry): string {
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

/** Orders of rows: of `checked`, those that wait the longest for another check first. */
export type RowSort = 'name' | 'kind' | 'checked';

const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: Row, b: Row) => textOrder(a.sortName, b.sortName) || textOrder(a.id, b.id);
const kindPlace = new Map<string, number>(ENTRY_KINDS.map((kind, place) => [kind, place]));
const placeOf = ({ entry }: Row) => kindPlace.get(entry.kind) ?? 0;

const COMPARE: Readonly<Record<RowSort, (a: Row, b: Row) => number>> = {
  name: byName,
  kind: (a, b) => placeOf(a) - placeOf(b) || byName(a, b),
  checked: (a, b) => textOrder(a.entry.checked ?? '', b.entry.checked ?? '') || byName(a, b),
};

/** Ids under a key: mostly one, which needs no set. */
type IdsBy<Key> = Map<Key, string | Set<string>>;

function idsAt<Key>(lists: IdsBy<Key>, key: Key): Iterable<string> {
  const known = lists.get(key);
  return known === undefined ? [] : typeof known === 'string' ? [known] : known;
}

function add<Key>(lists: IdsBy<Key>, key: Key, id: string): void {
  const known = lists.get(key);
  if (known === undefined || known === id) lists.set(key, id);
  else if (typeof known === 'string') lists.set(key, new Set([known, id]));
  else known.add(id);
}

function take<Key>(lists: IdsBy<Key>, key: Key, id: string): void {
  const known = lists.get(key);
  if (known === id) lists.delete(key);
  else if (typeof known === 'object' && known.delete(id) && known.size === 0) lists.delete(key);
}

export class Catalogue {
  readonly #ground = new Map<
    string,
    { readonly entry: Entry; readonly beat: string; readonly rank: number }
  >();
  readonly #idsNow = new Map<string, string>();
  readonly #records = new Map<string, EntryEdit>();
  readonly #recordIds: IdsBy<string> = new Map();
  readonly #rows = new Map<string, Row>();
  /** Ids of entries by the hash of a folded form, and by an id that they name. */
  readonly #byForm: IdsBy<number> = new Map();
  readonly #naming: IdsBy<string> = new Map();
  readonly #numbers = new Map<string, number>();
  readonly #forms = new TextBlocks();
  readonly #texts = new TextBlocks();
  /** By number: whether its names and texts were read. */
  readonly #isRead: boolean[] = [];
  /** Rows that are still to be read, the newest last. */
  #unread: Row[] = [];
  /** Those that were asked for, kept from then on. */
  readonly #orders = new Map<RowSort, RowOrder>();
  #mineCount = 0;
  #version = 0;

  /** Rises with every change. */
  get version(): number {
    return this.#version;
  }

  /** Entries that the user added, changed or hid. */
  get mineCount(): number {
    return this.#mineCount;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id) ?? this.#rows.get(this.#idNow(id));
  }

  /** All records, for a backup where the database itself can no longer be read. */
  records(): EntryEdit[] {
    return [...this.#records.values()];
  }

  /** The rank of a bundled entry among all of them; null for the user's own. */
  rankOf(id: string): number | null {
    return this.#ground.get(id)?.rank ?? null;
  }

  /** Bundled entries of a beat; further ones go after them. */
  putGround(entries: readonly Entry[], beat: string): void {
    for (const entry of entries) {
      this.#ground.set(entry.id, { entry, beat, rank: this.#ground.size });
      for (const former of entry.formerIds) this.#idsNow.set(former, entry.id);
    }
    for (const { id, formerIds } of entries) {
      const moved = formerIds.flatMap((former) => [...idsAt(this.#recordIds, former)]);
      const records = moved.flatMap((recordId) => this.#records.get(recordId) ?? []);
      for (const record of records) this.#dropRecord(record.id);
      for (const record of records) this.#putRecord(record);
      this.#make(id);
    }
    this.#version++;
  }

  /** The records of these ids as they are now; those that `edits` do not have are gone. */
  putRecords(ids: readonly string[], edits: readonly EntryEdit[]): void {
    const entryIds = new Set<string>();
    const now = new Map(edits.map((edit) => [edit.id, edit]));
    for (const id of new Set([...ids, ...now.keys()])) {
      const before = this.#records.get(id);
      if (before) entryIds.add(this.#dropRecord(id));
      const edit = now.get(id);
      if (edit) entryIds.add(this.#putRecord(edit));
    }
    for (const id of entryIds) this.#make(id);
    // An edit is found at once.
    if (entryIds.size <= FEW) this.readTexts(() => this.#unread.length > FEW);
    this.#version++;
  }

  /** Takes out every record that is not among these, and puts these in; unchanged ones are left alone. */
  replaceRecords(edits: readonly EntryEdit[]): void {
    const kept = new Set(edits.map(({ id }) => id));
    const gone = [...this.#records.keys()].filter((id) => !kept.has(id));
    const changed = edits.filter((edit) => !sameValue(this.#records.get(edit.id), edit));
    if (gone.length > 0 || changed.length > 0) this.putRecords(gone, changed);
  }

  /** All rows in an order; ties by name. The same array until something changes. */
  ordered(by: RowSort = 'name'): readonly Row[] {
    const known = this.#orders.get(by);
    if (known) return known.rows();
    const order = new RowOrder(COMPARE[by]);
    for (const row of this.#rows.values()) order.add(row);
    this.#orders.set(by, order);
    return order.rows();
  }

  /** Numbers that rows have are below this. */
  get numbers(): number {
    return this.#numbers.size;
  }

  /**
   * Sets a bit in `marks`, by rows' numbers, where a folded text stands in one of the entry's forms or in
   * what it says (as far as that was read). A line feed before the text asks for forms that begin so.
   */
  mark(where: 'name' | 'forms' | 'text', part: string, marks: Uint8Array, bit: number): void {
    if (where === 'text') this.#texts.mark(part, marks, bit);
    else this.#forms.mark(where === 'name' ? NAME + part : part, marks, bit);
  }

  /**
   * Reads the names and texts of rows that came since, until `isTimeUp`; true once all are. Only then are
   * they found by anything but their place in the list: a list can be shown long before.
   */
  readTexts(isTimeUp: () => boolean): boolean {
    if (this.#unread.length === 0) return true;
    for (let row = this.#unread.pop(); row; row = this.#unread.pop()) {
      if (this.#rows.get(row.id) === row) this.#read(row);
      if (this.#unread.length % 16 === 0 && isTimeUp()) break;
    }
    if (this.#unread.length > 0) return false;
    // Lists that were asked for before may have more now.
    this.#version++;
    return true;
  }

  /** Rows that have one of these forms after folding; hidden ones too. */
  withForms(forms: Iterable<string>): Row[] {
    const found = new Set<Row>();
    for (const form of forms) {
      if (form === '') continue;
      for (const id of idsAt(this.#byForm, hashFolded(form))) {
        const row = this.#rows.get(id);
        if (row?.forms.includes(`\n${form}\n`)) found.add(row);
      }
    }
    return [...found];
  }

  /** Rows of what an entry names, and of what names it. */
  relatedTo(entry: Entry): Row[] {
    const ids = namedIdsOf(entry);
    for (const id of [entry.id, ...entry.formerIds]) for (const one of idsAt(this.#naming, id)) ids.add(one);
    ids.delete(entry.id);
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  #idNow(id: string): string {
    return this.#ground.has(id) ? id : (this.#idsNow.get(id) ?? id);
  }

  #putRecord(edit: EntryEdit): string {
    const entryId = edit.added ? edit.id : this.#idNow(edit.id);
    this.#records.set(edit.id, edit);
    add(this.#recordIds, entryId, edit.id);
    return entryId;
  }

  #dropRecord(id: string): string {
    const edit = this.#records.get(id);
    this.#records.delete(id);
    const isUnderOwn = edit?.added || [...idsAt(this.#recordIds, id)].includes(id);
    const entryId = isUnderOwn ? id : this.#idNow(id);
    take(this.#recordIds, entryId, id);
    if (!this.#recordIds.has(entryId) && !this.#ground.has(entryId)) this.#drop(entryId);
    return entryId;
  }

  #make(id: string): void {
    this.#drop(id);
    const row = this.#rowOf(id);
    if (!row) return;
    this.#rows.set(id, row);
    if (row.records.length > 0) this.#mineCount++;
    for (const order of this.#orders.values()) order.add(row);
    this.#unread.push(row);
  }

  #read(row: Row): void {
    this.#isRead[row.number] = true;
    this.#forms.set(row.number, NAME + row.forms.slice(1));
    this.#texts.set(row.number, textOf(row.entry));
    for (const form of row.forms.split('\n')) if (form !== '') add(this.#byForm, hashFolded(form), row.id);
    for (const named of namedIdsOf(row.entry)) add(this.#naming, named, row.id);
  }

  #drop(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#rows.delete(id);
    if (row.records.length > 0) this.#mineCount--;
    for (const order of this.#orders.values()) order.remove(row);
    if (!this.#isRead[row.number]) return;
    this.#isRead[row.number] = false;
    this.#forms.set(row.number, '');
    this.#texts.set(row.number, '');
    for (const form of row.forms.split('\n')) if (form !== '') take(this.#byForm, hashFolded(form), id);
    for (const named of namedIdsOf(row.entry)) take(this.#naming, named, id);
  }

  #rowOf(id: string): Row | null {
    const beneath = this.#ground.get(id);
    const ground = beneath?.entry ?? null;
    const own = [...idsAt(this.#recordIds, id)].flatMap((recordId) => this.#records.get(recordId) ?? []);
    const beat = beneath?.beat ?? null;
    const number = this.#numbers.get(id) ?? this.#numbers.size;
    this.#numbers.set(id, number);
    const [first] = own;
    if (!first)
      return ground && new CatalogueRow({ id, number, ground, beat, records: [] }, ground, 'bundled', []);
    // Most of what is the user's is her own: nothing lies beneath that could differ.
    if (own.length === 1 && first.added && !ground) {
      return new CatalogueRow(
        { id, number, ground, beat, records: own },
        first.added,
        first.hidden ? 'hidden' : 'added',
        [],
      );
    }
    const known: Ground = { entries: new Map(ground ? [[id, ground]] : []), idNow: () => id };
    const records = recordsByEntry(known, own).get(id) ?? own;
    const entry = entryBehind(ground, records, id);
    if (!entry) return null;
    const { entries, conflicts } = overlay(ground ? [ground] : [], [], records);
    const state = entries.length === 0 ? 'hidden' : records.some(({ added }) => added) ? 'added' : 'changed';
    return new CatalogueRow({ id, number, ground, beat, records }, entry, state, conflicts);
  }
}

/** A row whose forms are folded when they are first asked for. */
class CatalogueRow implements Row {
  readonly id: string;
  readonly number: number;
  readonly ground: Entry | null;
  readonly records: readonly EntryEdit[];
  readonly beat: string | null;
  readonly entry: Entry;
  readonly state: EntryState;
  readonly conflicts: readonly Conflict[];
  readonly sortName: string;
  #forms: string | null = null;

  constructor(
    about: Pick<Row, 'id' | 'number' | 'ground' | 'beat' | 'records'>,
    entry: Entry,
    state: EntryState,
    conflicts: readonly Conflict[],
  ) {
    this.id = about.id;
    this.number = about.number;
    this.ground = about.ground;
    this.records = about.records;
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

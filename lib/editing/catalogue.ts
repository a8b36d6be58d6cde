/**
 * Every entry as the editor lists it: the bundled ones, shared glossaries and the user's edits over them,
 * with what is needed to find, sort and filter them at once. It grows as entries are read, and changes an entry at a time.
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

/** Changes that are read at once, not in their turn. */
const FEW = 64;

const NO_LAYERS: readonly string[] = [];

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
  /** Addresses of the shared glossaries, the lowest first. */
  #layers: readonly string[] = [];
  /** Their entries by id, then by address. */
  readonly #layered = new Map<string, Map<string, Entry>>();
  /** Ids of entries of layers by those that they had before. */
  readonly #layeredNow: IdsBy<string> = new Map();
  readonly #records = new Map<string, EntryEdit>();
  /** Ids of records by the entry that they are of, and the other way. */
  readonly #recordIds: IdsBy<string> = new Map();
  readonly #owners = new Map<string, string>();
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
      this.#settleRecords(formerIds);
      this.#make(id);
    }
    this.#version++;
  }

  /**
   * Which shared glossaries there are now, the lowest first. Of those that are gone no entry stays.
   */
  setLayers(addresses: readonly string[]): void {
    const before = this.#layers;
    if (addresses.join('\n') === before.join('\n')) return;
    this.#layers = addresses;
    const isAnyGone = before.some((address) => !addresses.includes(address));
    for (const [id, entries] of [...this.#layered]) {
      if (!isAnyGone && entries.size === 1) continue;
      this.#replaceLayered(id, new Map([...entries].filter(([address]) => addresses.includes(address))));
    }
    this.#version++;
  }

  /** The entries of these ids as shared glossaries have them now; those that no layer has are gone from them. */
  putLayered(
    ids: Iterable<string>,
    layers: readonly { readonly address: string; readonly entries: readonly Entry[] }[],
  ): void {
    const now = new Map<string, Map<string, Entry>>([...ids].map((id) => [id, new Map()]));
    for (const { address, entries } of layers) {
      for (const entry of entries) {
        const known = now.get(entry.id) ?? new Map<string, Entry>();
        now.set(entry.id, known.set(address, entry));
      }
    }
    for (const [id, entries] of now) {
      if (entries.size > 0 || this.#layered.has(id)) this.#replaceLayered(id, entries);
    }
    this.#version++;
  }

  /** All ids that shared glossaries have. */
  layeredIds(): string[] {
    return [...this.#layered.keys()];
  }

  #replaceLayered(id: string, entries: ReadonlyMap<string, Entry>): void {
    const formers = new Set<string>();
    for (const { formerIds } of this.#layered.get(id)?.values() ?? []) {
      for (const former of formerIds) {
        take(this.#layeredNow, former, id);
        formers.add(former);
      }
    }
    if (entries.size > 0) this.#layered.set(id, new Map(entries));
    else this.#layered.delete(id);
    for (const { formerIds } of entries.values()) {
      for (const former of formerIds) {
        add(this.#layeredNow, former, id);
        formers.add(former);
      }
    }
    // The user's edits under an earlier id, and those under this one, belong to the entry while it is there.
    for (const entryId of this.#settleRecords([id, ...formers])) if (entryId !== id) this.#make(entryId);
    this.#make(id);
  }

  /** Gives the user's edits that were found by these ids to the entries that have them now; these entries' ids. */
  #settleRecords(ids: readonly string[]): Set<string> {
    const moved = ids.flatMap((id) => [...idsAt(this.#recordIds, id)]);
    const under = ids.flatMap((id) => this.#records.get(id) ?? []);
    const records = new Set([...moved.flatMap((id) => this.#records.get(id) ?? []), ...under]);
    const entryIds = new Set<string>();
    for (const record of records) entryIds.add(this.#dropRecord(record.id));
    for (const record of records) entryIds.add(this.#putRecord(record));
    return entryIds;
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

  #isBeneath(id: string): boolean {
    return this.#ground.has(id) || this.#layered.has(id);
  }

  #idNow(id: string): string {
    if (this.#isBeneath(id)) return id;
    const [layered] = idsAt(this.#layeredNow, id);
    return layered ?? this.#idsNow.get(id) ?? id;
  }

  #putRecord(edit: EntryEdit): string {
    const entryId = edit.added ? edit.id : this.#idNow(edit.id);
    this.#records.set(edit.id, edit);
    this.#owners.set(edit.id, entryId);
    add(this.#recordIds, entryId, edit.id);
    return entryId;
  }

  #dropRecord(id: string): string {
    this.#records.delete(id);
    const entryId = this.#owners.get(id) ?? id;
    this.#owners.delete(id);
    take(this.#recordIds, entryId, id);
    if (!this.#recordIds.has(entryId) && !this.#isBeneath(entryId)) this.#drop(entryId);
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
    const bundled = this.#ground.get(id);
    const layered = this.#layered.get(id);
    const layers = layered ? this.#layers.filter((address) => layered.has(address)) : NO_LAYERS;
    const ground = layered?.get(layers.at(-1) ?? '') ?? bundled?.entry ?? null;
    const own = [...idsAt(this.#recordIds, id)].flatMap((recordId) => this.#records.get(recordId) ?? []);
    const beat = bundled?.beat ?? null;
    const number = this.#numbers.get(id) ?? this.#numbers.size;
    this.#numbers.set(id, number);
    const [first] = own;
    if (!first)
      return (
        ground && new CatalogueRow({ id, number, ground, layers, beat, records: [] }, ground, 'bundled', [])
      );
    // Most of what is the user's is her own: nothing lies beneath that could differ.
    if (own.length === 1 && first.added && !ground) {
      return new CatalogueRow(
        { id, number, ground, layers, beat, records: own },
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
    return new CatalogueRow({ id, number, ground, layers, beat, records }, entry, state, conflicts);
  }
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
    about: Pick<Row, 'id' | 'number' | 'ground' | 'layers' | 'beat' | 'records'>,
    entry: Entry,
    state: EntryState,
    conflicts: readonly Conflict[],
  ) {
    this.id = about.id;
    this.number = about.number;
    this.ground = about.ground;
    this.layers = about.layers;
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

/**
 * Every entry as the editor lists it: the bundled ones, shared glossaries and the user's edits over them. It
 * grows as entries are read, and changes an entry at a time.
 */
import { type EntryEdit, sameValue } from '../glossary/entry-edits';
import type { Entry } from '../glossary/schema';
import { addId, type IdsBy, idsAt, takeId } from './ids-by';
import { namedIdsOf, type Row, rowOf } from './row';
import { RowOrder, type RowSort } from './row-order';
import { RowTexts } from './row-texts';

/** Changes that are read at once, not in their turn. */
const FEW = 64;

const NO_LAYERS: readonly string[] = [];

/** Whether layers have the same of one entry. */
function sameEntries(
  before: ReadonlyMap<string, Entry> | undefined,
  now: ReadonlyMap<string, Entry>,
): boolean {
  return (
    (before?.size ?? 0) === now.size &&
    [...now].every(([address, entry]) => sameValue(before?.get(address), entry))
  );
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
  readonly #numbers = new Map<string, number>();
  readonly #texts = new RowTexts();
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

  /** All records: for a backup where the database itself can no longer be read. */
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
   * Which shared glossaries there are now, the lowest first; the ids of entries for which that may be of
   * account, to be settled by {@link settleLayered}: until then they stay as they were.
   */
  setLayers(addresses: readonly string[]): readonly string[] {
    const before = this.#layers;
    if (addresses.join('\n') === before.join('\n')) return [];
    this.#layers = addresses;
    const isAnyGone = before.some((address) => !addresses.includes(address));
    return [...this.#layered].flatMap(([id, entries]) => (isAnyGone || entries.size > 1 ? id : []));
  }

  /** Brings entries up to the shared glossaries that there are now: of those that are gone none stays. */
  settleLayered(ids: Iterable<string>): void {
    for (const id of ids) {
      const known = [...(this.#layered.get(id) ?? [])];
      this.#replaceLayered(id, new Map(known.filter(([address]) => this.#layers.includes(address))));
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
      if (!sameEntries(this.#layered.get(id), entries)) this.#replaceLayered(id, entries);
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
        takeId(this.#layeredNow, former, id);
        formers.add(former);
      }
    }
    if (entries.size > 0) this.#layered.set(id, new Map(entries));
    else this.#layered.delete(id);
    for (const { formerIds } of entries.values()) {
      for (const former of formerIds) {
        addId(this.#layeredNow, former, id);
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
      const edit = now.get(id);
      if (before && edit && sameValue(before, edit)) continue;
      if (before) entryIds.add(this.#dropRecord(id));
      if (edit) entryIds.add(this.#putRecord(edit));
    }
    for (const id of entryIds) this.#make(id);
    // An edit is found at once.
    if (entryIds.size <= FEW) this.#texts.read(() => this.#texts.unread > FEW);
    this.#version++;
  }

  /** All rows in an order; ties by name. The same array until something changes. */
  ordered(by: RowSort = 'name'): readonly Row[] {
    const known = this.#orders.get(by);
    if (known) return known.rows();
    const order = new RowOrder(by);
    for (const row of this.#rows.values()) order.add(row);
    this.#orders.set(by, order);
    return order.rows();
  }

  /** Numbers that rows have are below this. */
  get numbers(): number {
    return this.#numbers.size;
  }

  /** What rows are found by, as far as {@link readTexts} has read them. */
  get texts(): Pick<RowTexts, 'mark' | 'version'> {
    return this.#texts;
  }

  /**
   * Reads the names and texts of rows that came since, until `isTimeUp`; true once all are. Only then are
   * they found by anything but their place in the list: a list can be shown long before.
   */
  readTexts(isTimeUp: () => boolean): boolean {
    if (this.#texts.unread > 0) {
      if (!this.#texts.read(isTimeUp)) return false;
      // Lists that were asked for before may have more now.
      this.#version++;
    }
    return this.#texts.join(isTimeUp);
  }

  /** Rows that have one of these forms after folding; hidden ones too. */
  withForms(forms: Iterable<string>): Row[] {
    const found = new Set<Row>();
    for (const form of forms) {
      if (form === '') continue;
      for (const id of this.#texts.idsWithForm(form)) {
        const row = this.#rows.get(id);
        if (row?.forms.includes(`\n${form}\n`)) found.add(row);
      }
    }
    return [...found];
  }

  /** Rows of what an entry names, and of what names it. */
  relatedTo(entry: Entry): Row[] {
    const ids = namedIdsOf(entry);
    for (const id of [entry.id, ...entry.formerIds])
      for (const one of this.#texts.idsNaming(id)) ids.add(one);
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
    addId(this.#recordIds, entryId, edit.id);
    return entryId;
  }

  #dropRecord(id: string): string {
    this.#records.delete(id);
    const entryId = this.#owners.get(id) ?? id;
    this.#owners.delete(id);
    takeId(this.#recordIds, entryId, id);
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
    this.#texts.add(row);
  }

  #drop(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#rows.delete(id);
    if (row.records.length > 0) this.#mineCount--;
    for (const order of this.#orders.values()) order.remove(row);
    this.#texts.remove(row);
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
    return rowOf({ id, number, ground, layers, beat }, own);
  }
}

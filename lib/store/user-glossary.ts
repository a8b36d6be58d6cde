import * as v from 'valibot';
import { type EntryEdit, type Place, readEntryEdit, sameValue, type Value } from '../glossary/entry-edits';
import {
  addEntry,
  type Decision,
  editPlaces,
  type FieldEdit,
  setHidden,
  settleConflict,
  withdrawEdits,
} from '../glossary/make-edit';
import type { Entry } from '../glossary/schema';
import { backupParts, readBackup } from './backup';
import { announceEdition } from './edition';
import { changesSince, readHead, recentIds } from './head';
import {
  countLayered,
  type LayerEntries,
  type LayerOutcome,
  loadLayer,
  loadLayers,
  type PlannedLayer,
  planLeaving,
  planMove,
  planTrust,
  readLayers,
  someLayered,
  writeLayer,
} from './layers';
import {
  editionOf,
  type Label,
  type Layer,
  type Reading,
  STORES,
  type StoreName,
  stepSchema,
  type Writing,
} from './layout';
import { broughtUp, loadEdits, loadSome, type UserEdits } from './load-edits';
import { MIGRATIONS, type Migration } from './migrations';
import { moveStep, type UndoOutcome } from './move-step';
import { openDatabase } from './open-database';
import { readRecord } from './record-places';
import {
  type KeptSnapshot,
  listSnapshots,
  recordsOfSnapshot,
  takeDailySnapshot,
  takeSnapshot,
} from './snapshots';
import { StoreError, storeErrorOf } from './store-error';
import { type StepOutcome, type StepPlan, writeStep } from './write-step';

/** A step by its number, with what it was; the label is null where that cannot be read. */
export interface StepBrief {
  readonly seq: number;
  readonly label: Label | null;
}

/** Where the user stands among her steps. */
export interface History {
  readonly edition: string;
  /** What undo would take back and redo do again; null where there is nothing. */
  readonly undo: StepBrief | null;
  readonly redo: StepBrief | null;
  /** Newest first. */
  readonly snapshots: readonly KeptSnapshot[];
  /** A newer version of the extension wrote the database: nothing can be changed here. */
  readonly isReadOnly: boolean;
}

/** An entry to be edited: its id, and what lies beneath the user's edits (null: it is her own). */
export interface Target {
  readonly id: string;
  readonly ground: Entry | null;
}

export type EditOutcome = StepOutcome<Exclude<Decision, { outcome: 'edited' }>>;
const UNWATCHED = { onProgress: () => undefined, isCancelled: () => false };

type LayerStep = StepOutcome<{ readonly outcome: 'unchanged' | 'moved' }>;
export type ImportOutcome =
  | StepOutcome<{ readonly outcome: 'unchanged' }>
  | { readonly outcome: 'unreadable'; readonly fault: string };

/**
 * The user's glossary: every action is one durable transaction, made by the page that she is in, and
 * acknowledged by its promise when it is on the disk. All methods reject with {@link StoreError}, and
 * what was stored before is then as it was.
 */
export class UserGlossary {
  readonly #migrations: readonly Migration[];
  #opened: ReturnType<typeof openDatabase> | null = null;

  constructor(migrations: readonly Migration[] = MIGRATIONS) {
    this.#migrations = migrations;
  }

  /** The edition now: cheap, to be asked before each use of what was loaded. */
  async edition(): Promise<string> {
    return this.#read(['meta', 'steps'], async (tx) => editionOf((await readHead(tx)).head));
  }

  /**
   * All records with the edition that they are of.
   *
   * @param known what was loaded before: then only what has changed since is read, where the database
   *   still knows what that is; records that have not changed are the same objects.
   * @param onPiece is told of edits as they are read, where all are: what it was told is whole once this
   *   resolves, whose answer counts.
   */
  async load(
    known: UserEdits | null = null,
    onPiece?: (edits: readonly EntryEdit[]) => void,
  ): Promise<UserEdits> {
    const later = known && (await this.#read(['edits', 'meta', 'steps'], (tx) => broughtUp(tx, known)));
    if (later) return later;
    const { db } = await this.#open();
    try {
      return await loadEdits(db, onPiece);
    } catch (error) {
      throw await storeErrorOf(error);
    }
  }

  /**
   * The edition now, and the ids of the records that were written since another; null where the
   * database no longer knows, or never had that edition.
   */
  changesSince(edition: string): Promise<{ edition: string; ids: string[] } | null> {
    return this.#read(['meta', 'steps'], (tx) => changesSince(tx, edition));
  }

  /** The edits stored under these ids; none for those without, or with what cannot be read. */
  some(ids: readonly string[]): Promise<EntryEdit[]> {
    return this.#read(['edits'], (tx) => loadSome(tx, ids));
  }

  /** The shared glossaries that the user takes part in, lowest first, each with the number of its entries. */
  layers(): Promise<(Layer & { readonly count: number })[]> {
    return this.#read(['layers', 'layered'], async (tx) => {
      const layers = await readLayers(tx);
      const counts = await countLayered(tx, layers);
      return layers.map((layer, i) => ({ ...layer, count: counts[i] ?? 0 }));
    });
  }

  /** The same with all their entries. */
  async layered(): Promise<LayerEntries[]> {
    const { db } = await this.#open();
    try {
      return await loadLayers(db);
    } catch (error) {
      throw await storeErrorOf(error);
    }
  }

  /** The entries of one of them; none where the user does not take part in it. */
  async layerEntries(address: string): Promise<Entry[]> {
    const { db } = await this.#open();
    try {
      return await loadLayer(db, address);
    } catch (error) {
      throw await storeErrorOf(error);
    }
  }

  /** The same with those of their entries that have or had these ids. */
  someLayered(ids: readonly string[]): Promise<LayerEntries[]> {
    return this.#read(['layers', 'layered'], (tx) => someLayered(tx, ids));
  }

  /** The ids of the records that were written last, the latest first; nothing older than some hundred writes. */
  recent(): Promise<string[]> {
    return this.#read(['meta'], recentIds);
  }

  async history(): Promise<History> {
    const { isReadOnly } = await this.#open();
    return this.#read(['meta', 'steps', 'snapshots'], async (tx) => {
      const { head } = await readHead(tx);
      const steps = tx.objectStore('steps');
      const brief = async (seq: number | undefined): Promise<StepBrief | null> => {
        const stored = seq === undefined || seq === 0 ? undefined : await steps.get(seq);
        if (seq === undefined || stored === undefined) return null;
        const read = v.safeParse(stepSchema, stored);
        return { seq, label: read.success ? read.output.label : null };
      };
      const [next] = await steps.getAllKeys(IDBKeyRange.lowerBound(head.step, true), 1);
      return {
        edition: editionOf(head),
        undo: await brief(head.step),
        redo: await brief(next),
        snapshots: await listSnapshots(tx),
        isReadOnly,
      };
    });
  }

  /** Changes places of an entry, all or none; see {@link editPlaces}. */
  edit(target: Target, name: string, edits: readonly FieldEdit[]): Promise<EditOutcome> {
    return this.#act(target, { action: 'edit', about: name }, (record, id) =>
      editPlaces(record, id, target.ground, edits),
    );
  }

  /** Adds an entry of the user's own; `ground` is what lies beneath under its id, mostly nothing. */
  add(entry: Entry, ground: Entry | null): Promise<EditOutcome> {
    return this.#act({ id: entry.id, ground }, { action: 'add', about: entry.name }, (record) =>
      addEntry(record, ground, entry),
    );
  }

  /** Hides an entry from every story, or shows it again. */
  setHidden(target: Target, name: string, hidden: boolean): Promise<EditOutcome> {
    return this.#act(target, { action: hidden ? 'hide' : 'show', about: name }, (record, id) =>
      setHidden(record, id, hidden),
    );
  }

  /** Takes back all that a record says. `seen` is the record as the user saw it. */
  withdraw(seen: EntryEdit, name: string): Promise<EditOutcome> {
    const target = { id: seen.id, ground: null };
    return this.#act(target, { action: 'withdraw', about: name }, (record) => withdrawEdits(record, seen));
  }

  /** Hides many entries, or shows them again: one step. */
  setAllHidden(targets: readonly Target[], name: string, hidden: boolean): Promise<EditOutcome> {
    const label: Label = { action: hidden ? 'hide' : 'show', about: name };
    const acts = targets.map((target) => ({
      target,
      decide: (record: EntryEdit | null, id: string) => setHidden(record, id, hidden),
    }));
    return this.#actOnAll(acts, label);
  }

  /** Takes back all that many records say: one step. `seen` are the records as the user saw them. */
  withdrawAll(seen: readonly EntryEdit[], name: string): Promise<EditOutcome> {
    const acts = seen.map((edit) => ({
      target: { id: edit.id, ground: null },
      decide: (record: EntryEdit | null) => withdrawEdits(record, edit),
    }));
    return this.#actOnAll(acts, { action: 'withdraw', about: name });
  }

  /** Changes places of many entries, all or none: one step. */
  editAll(
    changes: readonly { readonly target: Target; readonly edits: readonly FieldEdit[] }[],
    name: string,
  ): Promise<EditOutcome> {
    const acts = changes.map(({ target, edits }) => ({
      target,
      decide: (record: EntryEdit | null, id: string) => editPlaces(record, id, target.ground, edits),
    }));
    return this.#actOnAll(acts, { action: 'edit', about: name });
  }

  /** Settles a difference that an update brought; see {@link settleConflict}. */
  settle(
    recordId: string,
    name: string,
    conflict: { readonly ground: Entry | null; readonly place: Place | null; readonly mine: Value },
    take: 'mine' | 'theirs',
  ): Promise<EditOutcome> {
    const target = { id: recordId, ground: null };
    return this.#act(target, { action: 'settle', about: name }, (record) =>
      settleConflict(record, conflict.ground, conflict.place, conflict.mine, take),
    );
  }

  /** Takes part in a shared glossary, or takes an update of it; see {@link writeLayer}. */
  async writeLayer(planned: PlannedLayer): Promise<LayerOutcome> {
    const { db, isReadOnly } = await this.#open();
    if (isReadOnly) throw new StoreError('newer');
    return this.#told(await writeLayer(db, planned, UNWATCHED));
  }

  /** Leaves a shared glossary. `moved`: another page already did. */
  leaveLayer(address: string): Promise<LayerStep> {
    return this.#write((tx) => planLeaving(tx, address));
  }

  /** Moves a shared glossary over the one above it, or below the one below; `moved` where there is none. */
  moveLayer(address: string, to: 'up' | 'down'): Promise<LayerStep> {
    return this.#write((tx) => planMove(tx, address, to));
  }

  /** Lets updates of a shared glossary count without a review, or no longer. */
  trustLayer(address: string, isTrusted: boolean): Promise<LayerStep> {
    return this.#write((tx) => planTrust(tx, address, isTrusted));
  }

  /** `from`: the step that {@link history} said would be undone. */
  undo(from: StepBrief): Promise<UndoOutcome> {
    return this.#move('undo', from.seq);
  }

  /** `history`: as the user saw it. */
  redo(history: History): Promise<UndoOutcome> {
    return this.#move('redo', history.undo?.seq ?? 0);
  }

  /** Goes back to a snapshot; itself a step that can be undone. */
  restore(snapshot: KeptSnapshot): Promise<StepOutcome<{ readonly outcome: 'unchanged' }>> {
    const label: Label = { action: 'restore', about: snapshot.at };
    return this.#write(async (tx) => replacing(tx, await recordsOfSnapshot(tx, snapshot.key), label), STORES);
  }

  /** Takes the day's snapshot if it is due, and says whether; for pages when they have opened, and after edits. */
  async keepDailySnapshot(): Promise<boolean> {
    const { db, isReadOnly } = await this.#open();
    return !isReadOnly && takeDailySnapshot(db);
  }

  /** Everything as the text of one file, in parts to be joined; works wherever the database can be read at all. */
  async exportAll(): Promise<string[]> {
    const { db } = await this.#open();
    try {
      return await backupParts(db);
    } catch (error) {
      throw await storeErrorOf(error);
    }
  }

  /** Puts the edits of an exported file in the place of those that are here, of which a snapshot is taken first. */
  async importAll(text: string, fileName: string): Promise<ImportOutcome> {
    const backup = readBackup(text);
    if (!backup.ok) return { outcome: 'unreadable', fault: backup.fault };
    const { db } = await this.#open();
    const records = new Map(backup.edits.map((edit) => [edit.id, edit]));
    return this.#write(async (tx) => {
      const { head } = await readHead(tx);
      const present = await tx.objectStore('edits').getAll();
      const about = { reason: 'import', version: db.version, edition: editionOf(head) } as const;
      await takeSnapshot(tx, about, present);
      return replacing(tx, records, { action: 'import', about: fileName });
    }, STORES);
  }

  async #act(
    target: Target,
    label: Label,
    decide: (record: EntryEdit | null, id: string) => Decision,
  ): Promise<EditOutcome> {
    return this.#write(async (tx) => {
      const record = await recordOf(tx, target);
      const decision = decide(record, record?.id ?? target.id);
      if (decision.outcome !== 'edited') return { result: decision };
      return { records: new Map([[record?.id ?? target.id, decision.record]]), label };
    });
  }

  /** Nothing is written where one of them clashes or does not fit; those that are so already are passed over. */
  #actOnAll(
    acts: readonly {
      readonly target: Target;
      readonly decide: (record: EntryEdit | null, id: string) => Decision;
    }[],
    label: Label,
  ): Promise<EditOutcome> {
    return this.#write(async (tx): Promise<StepPlan<Exclude<Decision, { outcome: 'edited' }>>> => {
      const found = await Promise.all(acts.map(({ target }) => recordOf(tx, target)));
      const records = new Map<string, EntryEdit | null>();
      for (const [i, { target, decide }] of acts.entries()) {
        const record = found[i] ?? null;
        const id = record?.id ?? target.id;
        const decision = decide(record, id);
        if (decision.outcome === 'edited') records.set(id, decision.record);
        else if (decision.outcome !== 'unchanged') return { result: decision };
      }
      if (records.size === 0) return { result: { outcome: 'unchanged' } };
      return { records, label: records.size > 1 ? { ...label, count: records.size } : label };
    });
  }

  async #write<Result extends object>(
    plan: Parameters<typeof writeStep<Result>>[1],
    stores?: readonly StoreName[],
  ): Promise<StepOutcome<Result>> {
    const { db, isReadOnly } = await this.#open();
    if (isReadOnly) throw new StoreError('newer');
    const outcome = await writeStep(db, plan, stores);
    return this.#told(outcome);
  }

  async #move(direction: 'undo' | 'redo', from: number): Promise<UndoOutcome> {
    const { db, isReadOnly } = await this.#open();
    if (isReadOnly) throw new StoreError('newer');
    return this.#told(await moveStep(db, direction, from));
  }

  #told<Outcome extends object>(outcome: Outcome): Outcome {
    if ('edition' in outcome && typeof outcome.edition === 'string') announceEdition(outcome.edition);
    return outcome;
  }

  async #read<Result>(stores: readonly StoreName[], work: (tx: Reading) => Promise<Result>): Promise<Result> {
    const { db } = await this.#open();
    try {
      const tx = db.transaction([...stores], 'readonly');
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (error) {
      throw await storeErrorOf(error);
    }
  }

  #open(): ReturnType<typeof openDatabase> {
    if (this.#opened) return this.#opened;
    const opening = openDatabase(() => {
      if (this.#opened === opening) this.#opened = null;
    }, this.#migrations);
    this.#opened = opening;
    opening.catch(() => {
      this.#opened = null;
    });
    return opening;
  }
}

/** The record of an entry: under its id, or under one that it had when it was first edited. */
async function recordOf(tx: Writing, { id, ground }: Target): Promise<EntryEdit | null> {
  for (const one of [id, ...(ground?.formerIds ?? [])]) {
    const { edit } = await readRecord(tx, one);
    if (edit) return edit;
  }
  return null;
}

/** The plan that leaves exactly these records. What cannot be read stays, and is set aside if one takes its place. */
async function replacing(tx: Writing, wanted: ReadonlyMap<string, EntryEdit>, label: Label) {
  const store = tx.objectStore('edits');
  const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const present = new Map(ids.map((id, i) => [id, values[i]]));
  const records = new Map<string, EntryEdit | null>();
  for (const [id, edit] of wanted) if (!sameValue(present.get(id), edit)) records.set(id, edit);
  for (const [id, raw] of present) {
    if (!wanted.has(id) && readEntryEdit(raw).edit) records.set(id, null);
  }
  if (records.size === 0) return { result: { outcome: 'unchanged' } as const };
  return { records, label };
}

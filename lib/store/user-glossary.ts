import type { EntryEdit, Place, Value } from '../glossary/entry-edits';
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
import { backupParts } from './backup';
import { announceEdition } from './edition';
import { allIds, changesSince, readHead, recentIds } from './head';
import { type History, readHistory, type StepBrief } from './history';
import {
  countLayered,
  type LayerEntries,
  type LayerOutcome,
  leaveLayer,
  loadLayer,
  loadLayers,
  type PlannedLayer,
  planMove,
  planTrust,
  readLayers,
  someLayered,
  writeLayer,
} from './layers';
import { type Database, editionOf, type Label, type Layer, type Reading, type StoreName } from './layout';
import { broughtUp, loadEdits, loadSome, type UserEdits } from './load-edits';
import { MIGRATIONS, type Migration } from './migrations';
import { moveStep, type UndoOutcome } from './move-step';
import { openDatabase } from './open-database';
import { type Act, planActs, type Target } from './plan-acts';
import { readRecovery, writeRecovery } from './recovery';
import { isSnapshotDue, takeDailySnapshot } from './snapshots';
import { keepSpareCopy, lookForLost } from './spare-copy';
import { StoreError, storeErrorOf } from './store-error';
import {
  type BackupOutcome,
  type RestoreOutcome,
  restoreBackup,
  restoreSnapshot,
  type SnapshotName,
} from './whole-states';
import { type StepOutcome, transact, UNWATCHED, writeStep } from './write-step';

export type EditOutcome = StepOutcome<Exclude<Decision, { outcome: 'edited' }>>;

type LayerStep = StepOutcome<{ readonly outcome: 'unchanged' | 'moved' }>;
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

  /** The edition now, and the ids of all records: of the edits, and of the entries of shared glossaries. */
  allIds(): Promise<{ edition: string; ids: string[] }> {
    return this.#read(['meta', 'steps', 'edits', 'layered'], allIds);
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
    return this.#read(['meta', 'steps', 'snapshots'], (tx) => readHistory(tx, isReadOnly));
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
  writeLayer(planned: PlannedLayer): Promise<LayerOutcome> {
    return this.#told((db) => writeLayer(db, planned, UNWATCHED));
  }

  /** Leaves a shared glossary. `moved`: another page already did. */
  leaveLayer(address: string): Promise<LayerOutcome> {
    return this.#told((db) => leaveLayer(db, address, UNWATCHED));
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
    return this.#told((db) => moveStep(db, 'undo', from.seq));
  }

  /** `history`: as the user saw it. */
  redo(history: History): Promise<UndoOutcome> {
    return this.#told((db) => moveStep(db, 'redo', history.undo?.seq ?? 0));
  }

  /** Goes back to a snapshot; itself a step that can be undone. */
  restore(snapshot: SnapshotName): Promise<RestoreOutcome> {
    return this.#told((db) => restoreSnapshot(db, snapshot));
  }

  /** Whether the day's snapshot is due: when a page has opened, and after edits. */
  async isSnapshotDue(): Promise<boolean> {
    const { isReadOnly } = await this.#open();
    return !isReadOnly && this.#read(['meta', 'steps', 'snapshots'], isSnapshotDue);
  }

  /** Takes it, and says whether it was still due. */
  async keepDailySnapshot(): Promise<boolean> {
    const { db, isReadOnly } = await this.#open();
    return !isReadOnly && takeDailySnapshot(db);
  }

  /** Brings the spare copy into step, having put back what was lost; see {@link keepSpareCopy}. */
  async keepSpareCopy(): Promise<void> {
    const { db, isReadOnly } = await this.#open();
    const edition = isReadOnly ? null : await keepSpareCopy(db);
    if (edition !== null) announceEdition(edition);
  }

  /** The user has been told of what was lost and put back. */
  async noteRecoverySeen(): Promise<void> {
    const { db } = await this.#open();
    await transact(db, ['meta'], async (tx) => {
      const recovery = await readRecovery(tx);
      if (recovery) await writeRecovery(tx, { ...recovery, isSeen: true });
    });
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
  importAll(text: string, fileName: string): Promise<BackupOutcome> {
    return this.#told((db) => restoreBackup(db, text, fileName));
  }

  #act(target: Target, label: Label, decide: Act['decide']): Promise<EditOutcome> {
    return this.#actOnAll([{ target, decide }], label);
  }

  #actOnAll(acts: readonly Act[], label: Label): Promise<EditOutcome> {
    return this.#write((tx) => planActs(tx, acts, label));
  }

  #write<Result extends object>(plan: Parameters<typeof writeStep<Result>>[1]): Promise<StepOutcome<Result>> {
    return this.#told((db) => writeStep(db, plan));
  }

  /** Writes, and tells everyone of the edition. */
  async #told<Outcome extends object>(work: (db: Database) => Promise<Outcome>): Promise<Outcome> {
    const { db, isReadOnly } = await this.#open();
    if (isReadOnly) throw new StoreError('newer');
    const outcome = await work(db);
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
    const opening = this.#openWhole(() => {
      if (this.#opened === opening) this.#opened = null;
    });
    this.#opened = opening;
    opening.catch(() => {
      this.#opened = null;
    });
    return opening;
  }

  /** With what an earlier database had that the browser threw away. */
  async #openWhole(onLost: () => void): ReturnType<typeof openDatabase> {
    const opened = await openDatabase(onLost, this.#migrations);
    const edition = opened.isReadOnly ? null : await lookForLost(opened.db);
    if (edition !== null) announceEdition(edition);
    return opened;
  }
}

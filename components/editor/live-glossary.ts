import { Catalogue } from '../../lib/editing/catalogue';
import type { EntryEdit } from '../../lib/glossary/entry-edits';
import type { Entry } from '../../lib/glossary/schema';
import { backupOf } from '../../lib/store/backup';
import { hearEditions } from '../../lib/store/edition';
import type { History } from '../../lib/store/history';
import type { StoredFault } from '../../lib/store/load-edits';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { inSlices, sliceEnds } from './in-slices';
import { latestOnly } from './latest-only';

/** A part of the bundled glossary: its slug, its title, its entries. */
export interface Beat {
  readonly slug: string;
  readonly title: string;
}

/** A shared glossary that the user takes part in, and how many entries it has. */
export type SharedLayer = Awaited<ReturnType<UserGlossary['layers']>>[number];

/** Between two paintings of a list that is still being read, ms. */
const REPAINT_MS = 200;

/**
 * All entries, followed: what is bundled and what the user did is read in pieces, then only what has
 * changed since. Nothing here waits for the whole, and no edit costs more with more entries.
 */
export class LiveGlossary {
  readonly catalogue = new Catalogue();
  readonly #store: UserGlossary;
  readonly #takeSnapshot: () => Promise<boolean>;
  readonly #onChange: () => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #refresh: () => Promise<void>;
  #beats: readonly Beat[] = [];
  #history: History | null = null;
  #layers: readonly SharedLayer[] = [];
  #faults: readonly StoredFault[] = [];
  #recent: readonly string[] = [];
  #edition: string | null = null;
  #isGroundRead = false;
  #tellGroundRead = () => {};
  /** Resolves once every bundled entry is there. */
  readonly groundRead = new Promise<void>((resolve) => {
    this.#tellGroundRead = resolve;
  });
  #lastPainted = 0;
  #folding: ReturnType<typeof setTimeout> | undefined;

  /** @param takeSnapshot takes the day's, off the page's thread; whether it was still due. */
  constructor(
    store: UserGlossary,
    takeSnapshot: () => Promise<boolean>,
    onChange: () => void,
    onFailure: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#takeSnapshot = takeSnapshot;
    this.#onChange = onChange;
    this.#onFailure = onFailure;
    this.#refresh = latestOnly(() => this.#bringUp());
  }

  get beats(): readonly Beat[] {
    return this.#beats;
  }

  /** The shared glossaries that the user takes part in, the lowest first. */
  get layers(): readonly SharedLayer[] {
    return this.#layers;
  }

  /** Null until the store has answered. */
  get history(): History | null {
    return this.#history;
  }

  get faults(): readonly StoredFault[] {
    return this.#faults;
  }

  /** Ids of records, the last written first. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Every bundled entry is there: only then is it known what lies beneath an edit. */
  get isGroundRead(): boolean {
    return this.#isGroundRead;
  }

  /** All of the user's edits are there too. */
  get isWhole(): boolean {
    return this.#isGroundRead && this.#edition !== null;
  }

  /** Begins to read, and follows from then on; returns how to stop. */
  start(
    eachBeat: (
      onBeat: (beat: { beat: string; title: string; entries: readonly EntryOfBeat[] }) => void,
    ) => Promise<void>,
  ): () => void {
    void eachBeat(({ beat, title, entries }) => {
      this.#beats = [...this.#beats, { slug: beat, title }];
      this.catalogue.putGround(entries, beat);
      this.#came();
    }).then(() => {
      this.#isGroundRead = true;
      this.#tellGroundRead();
      this.#changed();
    });
    void this.refresh().then(() => this.keepSnapshot());
    return hearEditions(() => void this.refresh());
  }

  /** Reads what has changed since; failures are told. Resolves when it is shown. */
  async refresh(): Promise<void> {
    try {
      await this.#refresh();
    } catch (error) {
      this.#onFailure(error);
    }
  }

  /** Everything as a file's text, or, where the database can no longer be read, what this page knows of it. */
  async exportAll(): Promise<string[]> {
    try {
      return await this.#store.exportAll();
    } catch (error) {
      const known = this.catalogue.records();
      if (known.length === 0) throw error;
      return [backupOf(known)];
    }
  }

  /** Has the day's snapshot taken where it is due; failures are told. */
  async keepSnapshot(): Promise<void> {
    try {
      if ((await this.#store.isSnapshotDue()) && (await this.#takeSnapshot())) await this.refresh();
    } catch (error) {
      this.#onFailure(error);
    }
  }

  async #bringUp(): Promise<void> {
    const changes = this.#edition === null ? null : await this.#store.changesSince(this.#edition);
    if (changes) {
      const edits = await this.#store.some(changes.ids);
      const layered = await this.#store.someLayered(changes.ids);
      const changed = new Set(changes.ids);
      await this.#readLayers(changes.ids, layered);
      this.catalogue.putRecords(changes.ids, edits);
      this.#faults = this.#faults.filter(({ id }) => !changed.has(id));
      this.#edition = changes.edition;
    } else {
      // The history is what says first that a store cannot be opened.
      this.#history = await this.#store.history();
      const { edition, edits, faults } = await this.#store.load(null, (piece) => this.#take(piece));
      const layered = await this.#store.layered();
      await this.#readLayers(this.catalogue.layeredIds(), layered);
      await this.#readRecords(edits);
      this.#faults = faults;
      this.#edition = edition;
    }
    [this.#history, this.#recent] = await Promise.all([this.#store.history(), this.#store.recent()]);
    this.#changed();
  }

  /** `ids`: all that may be other ones now, as far as `layered` does not have them. */
  async #readLayers(
    ids: readonly string[],
    layered: Awaited<ReturnType<UserGlossary['layered']>>,
  ): Promise<void> {
    this.#layers = await this.#store.layers();
    const unsettled = this.catalogue.setLayers(layered.map(({ layer }) => layer.address));
    const came = () => this.#came();
    await inSlices(unsettled, (some) => this.catalogue.settleLayered(some), came);
    const byId = layered.map(({ layer, entries }) => ({
      address: layer.address,
      entries: new Map(entries.map((entry) => [entry.id, entry])),
    }));
    const all = [...new Set([...ids, ...byId.flatMap(({ entries }) => [...entries.keys()])])];
    const put = (some: readonly string[]) => {
      const entriesOf = (entries: ReadonlyMap<string, Entry>) => some.flatMap((id) => entries.get(id) ?? []);
      this.catalogue.putLayered(
        some,
        byId.map(({ address, entries }) => ({ address, entries: entriesOf(entries) })),
      );
    };
    await inSlices(all, put, came);
  }

  /** `edits`: all that there are. */
  async #readRecords(edits: readonly EntryEdit[]): Promise<void> {
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    const gone = this.catalogue.records().flatMap(({ id }) => (byId.has(id) ? [] : id));
    const put = (some: readonly string[]) =>
      this.catalogue.putRecords(
        some,
        some.flatMap((id) => byId.get(id) ?? []),
      );
    await inSlices([...gone, ...byId.keys()], put, () => this.#came());
  }

  #take(piece: readonly EntryEdit[]): void {
    // Once all was read, only the whole counts: a piece may be older than what is shown.
    if (this.#edition !== null) return;
    this.catalogue.putRecords([], piece);
    this.#came();
  }

  /** Something of a longer reading is there. */
  #came(): void {
    const now = performance.now();
    if (now - this.#lastPainted < REPAINT_MS) return;
    this.#lastPainted = now;
    this.#onChange();
  }

  #changed(): void {
    this.#onChange();
    this.#foldTexts();
  }

  #foldTexts(): void {
    clearTimeout(this.#folding);
    this.#folding = setTimeout(() => {
      if (this.catalogue.readTexts(sliceEnds())) this.#onChange();
      else this.#foldTexts();
    });
  }
}

type EntryOfBeat = Parameters<Catalogue['putGround']>[0][number];

/** Shared glossaries in the store: read by layer, lowest first, and written as steps that can be undone. */
import * as v from 'valibot';
import { type Entry, entrySchema } from '../glossary/schema';
import {
  type Database,
  LAYER_ITSELF,
  type Label,
  type Layer,
  layerSchema,
  PIECE_RECORDS,
  type Reading,
  type Writing,
} from './layout';
import {
  type LayerChange,
  type StepOutcome,
  type StepPlan,
  type StepWatch,
  writeWatchedStep,
} from './write-step';

/** A layer with entries of it. */
export interface LayerEntries {
  readonly layer: Layer;
  readonly entries: readonly Entry[];
}

/** All keys of a layer's entries. */
const entriesOf = (address: string) => IDBKeyRange.bound([address], [address, []]);

/** The layers, lowest first; without those that cannot be read. */
export async function readLayers(tx: Reading): Promise<Layer[]> {
  const stored = await tx.objectStore('layers').getAll();
  const layers = stored.flatMap((value) => (v.is(layerSchema, value) ? [value] : []));
  return layers.sort((a, b) => a.rank - b.rank || (a.address < b.address ? -1 : 1));
}

/** How many entries each layer has. */
export async function countLayered(tx: Reading, layers: readonly Layer[]): Promise<number[]> {
  const layered = tx.objectStore('layered');
  return Promise.all(layers.map(({ address }) => layered.count(entriesOf(address))));
}

/** Entries as they are stored. One that cannot be read is as good as none: its place has it still. */
function readEntries(stored: readonly unknown[]): Entry[] {
  return stored.flatMap((value) => {
    const read = v.safeParse(entrySchema, value);
    if (read.success) return [read.output];
    console.warn('Newsgloss left out an entry of a shared glossary:', read.issues[0].message);
    return [];
  });
}

/** All entries of a layer, in pieces, so that the page can do something between two of them. */
export async function loadLayer(db: Database, address: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let range = entriesOf(address);
  for (;;) {
    const store = db.transaction('layered').store;
    const [keys, values] = await Promise.all([
      store.getAllKeys(range, PIECE_RECORDS),
      store.getAll(range, PIECE_RECORDS),
    ]);
    entries.push(...readEntries(values));
    const last = keys.at(-1);
    if (!last || keys.length < PIECE_RECORDS) return entries;
    range = IDBKeyRange.bound(last, [address, []], true);
  }
}

/** Every layer with all its entries, lowest first. What is written meanwhile may be in it or not. */
export async function loadLayers(db: Database): Promise<LayerEntries[]> {
  const layers = await readLayers(db.transaction(['layers'], 'readonly'));
  const loaded: LayerEntries[] = [];
  for (const layer of layers) loaded.push({ layer, entries: await loadLayer(db, layer.address) });
  return loaded;
}

/** Every layer, lowest first, with those of its entries that have or had these ids. */
export async function someLayered(tx: Reading, ids: readonly string[]): Promise<LayerEntries[]> {
  const layers = await readLayers(tx);
  if (layers.length === 0) return [];
  const store = tx.objectStore('layered');
  const [byId, byFormer] = [store.index('id'), store.index('former')];
  const keys = await Promise.all(ids.flatMap((id) => [byId.getAllKeys(id), byFormer.getAllKeys(id)]));
  const idsIn = new Map<string, Set<string>>();
  for (const [address, id] of keys.flat()) idsIn.set(address, (idsIn.get(address) ?? new Set()).add(id));
  return Promise.all(
    layers.map(async (layer) => {
      const found = [...(idsIn.get(layer.address) ?? [])];
      const values = await Promise.all(found.map((id) => store.get([layer.address, id])));
      return { layer, entries: readEntries(values) };
    }),
  );
}

/** A shared glossary as it is to be from now on, as worked out from one version of it. */
export interface PlannedLayer {
  /** Its version as it was seen; null: the user did not take part in it. */
  readonly from: string | null;
  readonly address: string;
  readonly title: string;
  readonly version: string;
  /** Null: as it was; of a new one, no. */
  readonly isTrusted: boolean | null;
  /** Entries as they are to be, by id; null: gone. All others stay. */
  readonly entries: ReadonlyMap<string, Entry | null>;
}

export type LayerOutcome = StepOutcome<{ readonly outcome: 'unchanged' | 'moved' | 'cancelled' }>;

/**
 * Takes part in a shared glossary, or takes an update of it: one step, which one undo takes back. Needs no
 * page: whoever calls it announces the edition. `moved`: it is no longer as it was seen.
 *
 * @throws StoreError
 */
export function writeLayer(db: Database, planned: PlannedLayer, watch: StepWatch): Promise<LayerOutcome> {
  return writeWatchedStep<{ readonly outcome: 'unchanged' | 'moved' }>(
    db,
    async (tx) => {
      const layers = await readLayers(tx);
      const before = layers.find(({ address }) => address === planned.address) ?? null;
      if ((before?.version ?? null) !== planned.from) return { result: { outcome: 'moved' } };
      const { address, title, version } = planned;
      const layer: Layer = {
        ...{ address, title, version },
        rank: before?.rank ?? (layers.at(-1)?.rank ?? 0) + 1,
        isTrusted: planned.isTrusted ?? before?.isTrusted ?? false,
      };
      const changes = [...planned.entries].map(([id, after]): LayerChange => ({ layer: address, id, after }));
      const about: Label = { action: before ? 'update' : 'join', about: title };
      return { ...stepOf([{ layer: address, id: LAYER_ITSELF, after: layer }, ...changes]), label: about };
    },
    watch,
  );
}

const stepOf = (layers: readonly LayerChange[]) => ({ records: new Map<string, never>(), layers });
const gone = { result: { outcome: 'moved' } } as const;

type LayerPlan = StepPlan<{ readonly outcome: 'unchanged' | 'moved' }>;

/**
 * Leaves a shared glossary: nothing of it stays but what the user has edited. Needs no page, as
 * {@link writeLayer}. `moved`: another page already did.
 *
 * @throws StoreError
 */
export function leaveLayer(db: Database, address: string, watch: StepWatch): Promise<LayerOutcome> {
  return writeWatchedStep<{ readonly outcome: 'unchanged' | 'moved' }>(
    db,
    (tx) => planLeaving(tx, address),
    watch,
  );
}

async function planLeaving(tx: Writing, address: string): Promise<LayerPlan> {
  const layer = (await readLayers(tx)).find((one) => one.address === address);
  if (!layer) return gone;
  const keys = await tx.objectStore('layered').getAllKeys(entriesOf(address));
  const changes = keys.map(([, id]): LayerChange => ({ layer: address, id, after: null }));
  return {
    ...stepOf([{ layer: address, id: LAYER_ITSELF, after: null }, ...changes]),
    label: { action: 'leave', about: layer.title },
  };
}

/** Moves a shared glossary over its neighbour above, or below it. */
export async function planMove(tx: Writing, address: string, to: 'up' | 'down'): Promise<LayerPlan> {
  const layers = await readLayers(tx);
  const at = layers.findIndex((one) => one.address === address);
  const layer = layers[at];
  const other = layers[to === 'up' ? at + 1 : at - 1];
  if (!layer || !other) return gone;
  const moved = [layer, other].map(
    (one, i): LayerChange => ({
      layer: one.address,
      id: LAYER_ITSELF,
      after: { ...one, rank: (i === 0 ? other : layer).rank },
    }),
  );
  return { ...stepOf(moved), label: { action: 'order', about: layer.title } };
}

/** Lets updates of a shared glossary count without a review, or no longer. */
export async function planTrust(tx: Writing, address: string, isTrusted: boolean): Promise<LayerPlan> {
  const layer = (await readLayers(tx)).find((one) => one.address === address);
  if (!layer) return gone;
  if (layer.isTrusted === isTrusted) return { result: { outcome: 'unchanged' } };
  return {
    ...stepOf([{ layer: address, id: LAYER_ITSELF, after: { ...layer, isTrusted } }]),
    label: { action: isTrusted ? 'trust' : 'distrust', about: layer.title },
  };
}

/**
 * The worker's side of shared glossaries: what an address sent, held against what was taken from it before,
 * and the writing of it.
 */

import type { Entry } from '../glossary/schema';
import { hostOf } from '../sharing/address';
import { changedFields, type Difference, differenceOf } from '../sharing/difference';
import type { SharedFile } from '../sharing/read-shared';
import { readShared } from '../sharing/read-shared';
import { forgetAnswer, keepAnswer, keptAnswer } from '../store/kept-answers';
import { type LayerEntries, loadLayers, writeLayer } from '../store/layers';
import { loadEdits } from '../store/load-edits';
import type { Report } from './job';
import type { Answer, Ask, RequestName, SharedName, ShownSharedRow } from './protocol';
import { withDatabase } from './with-database';

/** What is looked at: one answer of one address. */
interface Looked {
  readonly address: string;
  readonly file: SharedFile;
  readonly difference: Difference;
  /** The layer as it was, null where the user did not take part in it. */
  readonly layer: LayerEntries | null;
  readonly before: ReadonlyMap<string, Entry>;
  /** Titles of the other layers by the ids of their entries, of those above and of those below. */
  readonly above: ReadonlyMap<string, string>;
  readonly below: ReadonlyMap<string, string>;
  /** Ids of entries that the user has edited. */
  readonly edited: ReadonlySet<string>;
}

/** One page's look at shared glossaries. Requests come one at a time. */
export class SharedJob {
  readonly #loadBundled: () => Promise<readonly Entry[]>;
  #bundled: Promise<ReadonlySet<string>> | null = null;
  #looked: Looked | null = null;
  #isCancelled = false;

  /** @param loadBundled asked once, at the first request that needs it. */
  constructor(loadBundled: () => Promise<readonly Entry[]>) {
    this.#loadBundled = loadBundled;
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** @throws StoreError */
  async run(name: SharedName, ask: Ask<RequestName>, report: Report): Promise<Answer<SharedName>> {
    this.#isCancelled = false;
    switch (name) {
      case 'shared-open':
        return this.#open(ask as Ask<'shared-open'>, report);
      case 'shared-rows':
        return this.#rows(ask as Ask<'shared-rows'>);
      default:
        return this.#write(ask as Ask<'shared-write'>, report);
    }
  }

  async #open({ address, sent }: Ask<'shared-open'>, report: Report): Promise<Answer<'shared-open'>> {
    this.#looked = null;
    const answer = 'bytes' in sent ? sent : await keptAnswer(address, sent.version);
    if (!answer) return { isMissing: true };
    const file = await readShared(answer.bytes, (done, all) => report('reading', done, all));
    if ('code' in file) return { failure: file };
    if ('version' in sent && sent.version !== file.version) return { isMissing: true };
    const { edits } = await withDatabase(loadEdits);
    const layers = await withDatabase(loadLayers);
    const at = layers.findIndex(({ layer }) => layer.address === address);
    const layer = layers[at] ?? null;
    const before = new Map(layer?.entries.map((entry) => [entry.id, entry]));
    const difference = differenceOf(before, file);
    this.#looked = {
      ...{ address, file, difference, layer, before },
      below: titlesOf(at < 0 ? layers : layers.slice(0, at)),
      above: titlesOf(at < 0 ? [] : layers.slice(at + 1)),
      edited: new Set(edits.map(({ id }) => id)),
    };
    // What is not taken now can be looked at later without asking again.
    if (layer && 'bytes' in sent && difference.entries.size > 0)
      await keepAnswer(address, file.version, answer);
    return {
      title: file.title ?? layer?.layer.title ?? hostOf(address),
      ...{ version: file.version, etag: answer.etag, counts: difference.counts },
      at: layer?.layer.version ?? null,
    };
  }

  async #rows({ change, from, most }: Ask<'shared-rows'>): Promise<Answer<'shared-rows'>> {
    const looked = this.#looked;
    if (!looked) return [];
    this.#bundled ??= this.#loadBundled().then((entries) => new Set(entries.map(({ id }) => id)));
    const bundled = await this.#bundled;
    const { difference, file, before, above, below, edited } = looked;
    const rows = difference.rows.filter((row) => change === null || row.change === change);
    return rows.slice(from, from + most).map((row): ShownSharedRow => {
      const id = row.id ?? '';
      const fresh = file.entries.get(id);
      const isComing = row.change === 'new' || row.change === 'changed';
      return {
        ...row,
        fields: isComing && fresh ? changedFields(before.get(id) ?? null, fresh) : [],
        beneath: above.get(id) ?? null,
        instead: below.get(id) ?? null,
        isInsteadOfBundled: bundled.has(id),
        isEdited: edited.has(id),
      };
    });
  }

  async #write({ isTrusted }: Ask<'shared-write'>, report: Report): Promise<Answer<'shared-write'>> {
    const looked = this.#looked;
    if (!looked) throw new Error('a shared glossary is looked at before it is taken');
    const { address, file, difference, layer } = looked;
    const outcome = await withDatabase((db) =>
      writeLayer(
        db,
        {
          ...{ from: layer?.layer.version ?? null, address, isTrusted },
          ...{ title: file.title ?? layer?.layer.title ?? hostOf(address), version: file.version },
          entries: difference.entries,
        },
        {
          onProgress: (done, all) => report('writing', done, all),
          isCancelled: () => this.#isCancelled,
        },
      ),
    );
    if (outcome.outcome === 'written') await forgetAnswer(address);
    return outcome;
  }
}

/** Titles by the ids of the layers' entries; of one id in several, the highest's. */
const titlesOf = (layers: readonly LayerEntries[]) =>
  new Map(layers.flatMap(({ layer, entries }) => entries.map(({ id }) => [id, layer.title] as const)));

/**
 * The worker's side of imports and exports: the file that is open, what its import would do, and the
 * writing. A page's thread does none of this, so that 100,000 entries keep no frame waiting.
 */
import type { Candidate } from '../exchange/candidate';
import { inForce } from '../exchange/in-force';
import { MOST_BYTES } from '../exchange/limits';
import { lossesOf } from '../exchange/losses';
import { candidatesOf, openFile, type Reading, type Source, tooLarge } from '../exchange/open-file';
import { type Preview, type PreviewRow, preview, type Status } from '../exchange/preview';
import { FILE_TYPES, fileParts } from '../exchange/write-file';
import { type Ground, groundOf, overlay, recordsByEntry } from '../glossary/overlay';
import type { Entry } from '../glossary/schema';
import { importRecords } from '../store/import-records';
import { loadLayers } from '../store/layers';
import { loadEdits, type UserEdits } from '../store/load-edits';
import { takeDailySnapshot } from '../store/snapshots';
import type { Answer, Ask, ExchangeName, Phase, RequestName, Scope } from './protocol';
import { readDatabase, withDatabase } from './with-database';

/** Hears how far a request is. */
export type Report = (phase: Phase, done: number, all: number) => void;

/** One page's imports and exports. Requests come one at a time. */
export class ExchangeJob {
  readonly #loadBundled: () => Promise<readonly Entry[]>;
  #bundled: Promise<readonly Entry[]> | null = null;
  #source: Source | null = null;
  #reading: Reading | null = null;
  #candidates: readonly Candidate[] | null = null;
  #previewed: { readonly edition: string; readonly preview: Preview } | null = null;
  #isCancelled = false;

  /** @param loadBundled asked once, at the first request that needs it. */
  constructor(loadBundled: () => Promise<readonly Entry[]>) {
    this.#loadBundled = loadBundled;
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** @throws StoreError */
  async run<Name extends ExchangeName>(
    name: Name,
    ask: Ask<RequestName>,
    report: Report,
  ): Promise<Answer<ExchangeName>> {
    this.#isCancelled = false;
    switch (name) {
      case 'open':
        return this.#open(ask as Ask<'open'>);
      case 'preview':
        return this.#preview(ask as Ask<'preview'>, report);
      case 'rows':
        return this.#rows(ask as Ask<'rows'>);
      case 'write':
        return this.#write(ask as Ask<'write'>, report);
      case 'losses':
        return this.#losses(ask as Ask<'losses'>);
      default:
        return this.#export(ask as Ask<'export'>);
    }
  }

  async #open({ source, wishes }: Ask<'open'>): Promise<Answer<'open'>> {
    this.#reading = null;
    this.#candidates = null;
    this.#previewed = null;
    if (source instanceof File && source.size > MOST_BYTES) return tooLarge();
    if (source !== null)
      this.#source = typeof source === 'string' ? source : new Uint8Array(await source.arrayBuffer());
    const reading = openFile(this.#source ?? '', wishes);
    if ('fault' in reading) return reading;
    this.#reading = reading;
    return reading.about;
  }

  async #preview({ mode, takes }: Ask<'preview'>, report: Report): Promise<Answer<'preview'>> {
    const reading = this.#reading;
    if (!reading) throw new Error('a file is opened before it is previewed');
    const { count } = reading.about;
    const { edition, edits } = await this.#edits();
    const ground = await this.#ground();
    this.#candidates ??= candidatesOf(reading, ground, (done) => report('reading', done, count));
    const made = preview(this.#candidates, inForce(ground, edits), mode, new Set(takes), (done) =>
      report('comparing', done, count),
    );
    this.#previewed = { edition, preview: made };
    return { counts: made.counts, writes: made.records.size };
  }

  #rows({ status, from, most }: Ask<'rows'>): Answer<'rows'> {
    const rows = this.#previewed?.preview.rows ?? [];
    return rowsOf(rows, status, from, most);
  }

  async #write({ fileName }: Ask<'write'>, report: Report): Promise<Answer<'write'>> {
    const previewed = this.#previewed;
    if (!previewed) throw new Error('an import is previewed before it is written');
    const { edition, preview: made } = previewed;
    const outcome = await withDatabase((db) =>
      importRecords(
        db,
        { edition, records: made.records, fileName },
        {
          onProgress: (done, all) => report('writing', done, all),
          isCancelled: () => this.#isCancelled,
        },
      ),
    );
    // Here, so that the page does not have to do it, and after the answer: nobody waits for it. Where it fails,
    // the next edit or page takes it.
    if (outcome.outcome === 'written')
      withDatabase(takeDailySnapshot).catch((error: unknown) => console.warn(error));
    return outcome;
  }

  async #losses({ format, scope }: Ask<'losses'>): Promise<Answer<'losses'>> {
    const entries = await this.#entries(scope);
    return { losses: lossesOf(format, entries), count: entries.length };
  }

  async #export({ format, scope }: Ask<'export'>): Promise<Blob> {
    return new Blob([...fileParts(format, await this.#entries(scope))], { type: FILE_TYPES[format].type });
  }

  async #entries(scope: Scope): Promise<readonly Entry[]> {
    const [ground, { edits }] = await Promise.all([this.#ground(), this.#edits()]);
    const { entries } = overlay([...ground.entries.values()], [], edits);
    if (scope === 'all') return entries;
    const wanted = new Set(scope === 'mine' ? recordsByEntry(ground, edits).keys() : scope);
    return entries.filter(({ id }) => wanted.has(id));
  }

  async #ground(): Promise<Ground> {
    this.#bundled ??= this.#loadBundled();
    const [bundled, layers] = await Promise.all([this.#bundled, readDatabase(loadLayers)]);
    return groundOf(
      bundled,
      layers.map(({ entries }) => entries),
    );
  }

  #edits(): Promise<UserEdits> {
    return readDatabase(loadEdits);
  }
}

function rowsOf(rows: readonly PreviewRow[], status: Status | null, from: number, most: number) {
  const some = status === null ? rows : rows.filter((row) => row.status === status);
  return some.slice(from, from + most);
}

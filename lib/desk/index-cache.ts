/**
 * What the background keeps of an index that it has changed much, so that it need not do so each time it
 * wakes. Derived, and made anew where it is missing, of another build, or altered; nothing of the user's is
 * kept here alone.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { GlossaryIndex } from '../matching/index/glossary-index';
import { storedIndexSchema } from '../matching/index/stored-index';
import { openApart } from '../store/apart-database';

/** Apart from the user's own database: this one may be deleted at any time. */
const DATABASE = 'newsgloss-derived';
const VERSION = 2;
const NOW = 'now';

interface Layout extends DBSchema {
  index: { key: string; value: unknown };
}

/** An index and the edition of the user's edits that it was made with. */
export interface EditionIndex {
  readonly edition: string;
  readonly index: GlossaryIndex;
}

const cachedSchema = v.strictObject({
  fingerprint: v.string(),
  edition: v.string(),
  index: storedIndexSchema,
});

export class IndexCache {
  readonly #fingerprint: string;
  #opened: Promise<IDBPDatabase<Layout>> | null = null;

  /** @param fingerprint of the bundled glossary and of the code that reads it: what was cached under another is not used. */
  constructor(fingerprint: string) {
    this.#fingerprint = fingerprint;
  }

  /** The index that was kept; null where there is none of this build. */
  async load(): Promise<EditionIndex | null> {
    const db = await this.#open();
    const read = v.safeParse(cachedSchema, await db.get('index', NOW));
    if (!read.success || read.output.fingerprint !== this.#fingerprint) return null;
    return { edition: read.output.edition, index: new GlossaryIndex(read.output.index) };
  }

  async save({ edition, index }: EditionIndex): Promise<void> {
    const db = await this.#open();
    await db.put('index', { fingerprint: this.#fingerprint, edition, index: index.stored() }, NOW);
  }

  #open(): Promise<IDBPDatabase<Layout>> {
    this.#opened ??= openApart<Layout>('newsgloss-derived', DATABASE, VERSION, (made) => {
      made.createObjectStore('index');
    }).then(
      (db) => {
        db.addEventListener('close', () => {
          this.#opened = null;
        });
        return db;
      },
      (error: unknown) => {
        this.#opened = null;
        throw error;
      },
    );
    return this.#opened;
  }
}

import { watchPageText, withEdits } from './page-changes';
import type { PageEdit } from './page-edit';
import { allAtOnce, inSlices } from './slices';
import type { FoundChange, StoryReader } from './story-reader';

/** Readings in slices that the page may make vain, one after another, before it is held up for one. */
const MOST_IN_VAIN = 2;

/**
 * Keeps account of what the page has changed since its story was read, and reads that: in slices where there
 * is much, given up where the page changes meanwhile.
 */
export class StoryFollowing {
  readonly #reader: StoryReader;
  /** What the page has changed since the reader has read it; null for anything. */
  #edits: readonly PageEdit[] | null = null;
  /** What the reader has read was taken over: else it is read anew as a whole. */
  #isTaken = false;
  /** Counts the page's changes, by which a reading in slices is in vain. */
  #changes = 0;
  /** Readings that were in vain, one after another. */
  #inVain = 0;
  #workedMs = 0;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  /**
   * Calls `onSettled` when the page's text may have changed, and has settled; `ownElement` is our host in the
   * page, whose changes are not the page's. Returns how to stop.
   */
  watch(document: Document, ownElement: () => Node | null, onSettled: () => Promise<void>): () => void {
    return watchPageText(document, ownElement, {
      changed: () => {
        this.#changes += 1;
      },
      settled: async (edits) => {
        this.#edits = withEdits(this.#edits, edits);
        const before = this.#workedMs;
        await onSettled();
        return this.#workedMs - before;
      },
    });
  }

  /**
   * Reads what has changed since the last reading that was {@link taken}; at once where that is quick, or where
   * the page has not stood still for slices. Null where the page has changed meanwhile, or `isOver`.
   */
  read(isOver: () => boolean): FoundChange | Promise<FoundChange | null> {
    const work = this.#reader.read(this.#isTaken ? this.#edits : null);
    this.#edits = [];
    this.#isTaken = false;
    const changes = this.#changes;
    if (this.#inVain >= MOST_IN_VAIN) {
      this.#inVain = 0;
      return allAtOnce(work);
    }
    const found = inSlices(work, {
      isStale: () => changes !== this.#changes || isOver(),
      worked: (ms) => {
        this.#workedMs += ms;
      },
    });
    if (found instanceof Promise) return found.then((change) => this.#noted(change));
    this.#inVain = 0;
    return found;
  }

  #noted(change: FoundChange | null): FoundChange | null {
    this.#inVain = change ? 0 : this.#inVain + 1;
    return change;
  }

  /** All that was read has been taken over: what comes next is what changes from now on. */
  taken(): void {
    this.#isTaken = true;
  }

  /** Forgets what was read. */
  forget(): void {
    this.#isTaken = false;
    this.#reader.forget();
  }
}

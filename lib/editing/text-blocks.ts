/**
 * Many texts, searched as few long ones: looking into 100,000 strings costs a memory access each, one
 * scan over their joined text does not.
 */

/** Texts joined to one: so few that a changed one is joined anew at once, so many that scans are long. */
const BLOCK_TEXTS = 512;

interface TextBlock {
  readonly texts: string[];
  joined: string | null;
  /** Where each text begins in `joined`, and where the last ends. */
  readonly starts: Int32Array;
}

/** Texts whose mark has these of the bits in `mask`, and no others of them. */
export interface WantedMarks {
  readonly mask: number;
  readonly bits: number;
}
const ALL: WantedMarks = { mask: 0, bits: 0 };

/** Texts by number; those between that were never set are empty. */
export class TextBlocks {
  readonly #blocks: TextBlock[] = [];

  set(number: number, text: string): void {
    const at = Math.floor(number / BLOCK_TEXTS);
    while (this.#blocks.length <= at) {
      this.#blocks.push({ texts: [], joined: null, starts: new Int32Array(BLOCK_TEXTS + 1) });
    }
    const block = this.#blocks[at];
    if (!block) return;
    const index = number % BLOCK_TEXTS;
    while (block.texts.length < index) block.texts.push('');
    block.texts[index] = text;
    block.joined = null;
  }

  /** Joins texts that changed, until `isTimeUp`; true once none is left for the next search to join. */
  join(isTimeUp: () => boolean): boolean {
    for (const block of this.#blocks) {
      if (block.joined !== null) continue;
      if (isTimeUp()) return false;
      joinBlock(block);
    }
    return true;
  }

  /**
   * Sets `bit` in `marks` for every text that holds `part`, among those that are wanted by the marks that
   * they have (by default all). No text may end with what begins `part`.
   */
  mark(part: string, marks: Uint8Array, bit: number, { mask, bits }: WantedMarks = ALL): void {
    for (const [at, block] of this.#blocks.entries()) {
      const first = at * BLOCK_TEXTS;
      const count = block.texts.length;
      const wantedFrom = (index: number) => {
        let next = index;
        while (next < count && ((marks[first + next] ?? 0) & mask) !== bits) next++;
        return next;
      };
      let index = wantedFrom(0);
      if (index === count) continue;
      const joined = block.joined ?? joinBlock(block);
      for (let found = joined.indexOf(part, block.starts[index]); found >= 0; ) {
        const holder = indexAt(block, index, found);
        index = wantedFrom(holder);
        if (index === holder) {
          marks[first + holder] = (marks[first + holder] ?? 0) | bit;
          index = wantedFrom(holder + 1);
        }
        if (index === count) break;
        found = joined.indexOf(part, block.starts[index]);
      }
    }
  }
}

function joinBlock(block: TextBlock): string {
  let end = 0;
  for (const [index, text] of block.texts.entries()) {
    block.starts[index] = end;
    end += text.length;
  }
  block.starts.fill(end, block.texts.length);
  // An array's join is one flat string, which concatenation would only become at its first reading.
  block.joined = block.texts.join('');
  return block.joined;
}

/** The text that holds a place of the joined one, among those from `from` on. */
function indexAt({ texts, starts }: TextBlock, from: number, place: number): number {
  // Where much is found, it is mostly in the next one.
  if (place < (starts[from + 1] ?? 0)) return from;
  let low = from;
  let high = texts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

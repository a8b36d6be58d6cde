/** Which rows answer a text, and how well; what was found for one keystroke is used for the next. */
import type { RowTexts } from './row-texts';

/** How well a row answers: its name begins so, another of its names or a word of one does, it has all words in its names, it has them somewhere. */
export const RANKS = 4;
/** Not at all. */
export const NO_RANK = 255;

/** Bits of marks of one word. */
const Word = { inForms: 1, inText: 2, mayBeInForms: 4, mayBe: 8 } as const;
const FOUND = Word.inForms | Word.inText;
/** Bits of marks of a whole text. */
const Whole = { all: 1, allInForms: 2, beginsName: 4, beginsOther: 8 } as const;

/** Where a word stands, by rows' numbers. In what a row says it is only looked for where its names lack it. */
interface WordMarks {
  readonly word: string;
  readonly marks: Uint8Array;
}

/** What a search reads. */
interface Searched {
  /** Numbers that rows have are below this. */
  readonly numbers: number;
  readonly texts: Pick<RowTexts, 'mark' | 'version'>;
}

export class RowSearch {
  readonly #searched: Searched;
  #version = -1;
  /** Of the text that was searched last. */
  #words: readonly WordMarks[] = [];

  constructor(searched: Searched) {
    this.#searched = searched;
  }

  /** The rank of each row by its number, 0 the best, {@link NO_RANK} for none. @param whole folded, not empty. */
  ranks(whole: string): Uint8Array {
    const { texts, numbers } = this.#searched;
    if (texts.version !== this.#version) this.#words = [];
    this.#version = texts.version;
    this.#words = [...new Set(whole.split(' '))].map((word) => this.#marksOf(word));
    const found = new Uint8Array(numbers).fill(Whole.all | Whole.allInForms);
    for (const { marks } of this.#words) {
      for (let number = 0; number < numbers; number++) {
        const mark = marks[number] ?? 0;
        if ((mark & FOUND) === 0) found[number] = 0;
        else if ((mark & Word.inForms) === 0) found[number] = (found[number] ?? 0) & ~Whole.allInForms;
      }
    }
    // What begins with the whole text has all its words in that name.
    const named = { mask: Whole.allInForms, bits: Whole.allInForms };
    texts.mark('name', whole, found, Whole.beginsName, named);
    const others = { mask: Whole.allInForms | Whole.beginsName | Whole.beginsOther, bits: Whole.allInForms };
    texts.mark('forms', `\n${whole}`, found, Whole.beginsOther, others);
    texts.mark('forms', ` ${whole}`, found, Whole.beginsOther, others);
    return found.map(rankOf);
  }

  #marksOf(word: string): WordMarks {
    const known = this.#words.find((one) => one.word === word);
    if (known) return known;
    const { texts, numbers } = this.#searched;
    // A word that was typed on stands nowhere where its beginning does not.
    const shorter = this.#words.find((one) => word.includes(one.word));
    const marks = new Uint8Array(numbers).fill(shorter ? 0 : Word.mayBeInForms | Word.mayBe);
    if (shorter) {
      for (let number = 0; number < numbers; number++) {
        const mark = shorter.marks[number] ?? 0;
        if ((mark & FOUND) !== 0)
          marks[number] = (mark & Word.inForms) === 0 ? Word.mayBe : Word.mayBeInForms | Word.mayBe;
      }
    }
    const inForms = { mask: Word.mayBeInForms, bits: Word.mayBeInForms };
    texts.mark('forms', word, marks, Word.inForms, inForms);
    const elsewhere = { mask: Word.mayBe | Word.inForms, bits: Word.mayBe };
    texts.mark('text', word, marks, Word.inText, elsewhere);
    return { word, marks };
  }
}

function rankOf(found: number): number {
  if ((found & Whole.all) === 0) return NO_RANK;
  if ((found & Whole.beginsName) !== 0) return 0;
  if ((found & Whole.beginsOther) !== 0) return 1;
  return (found & Whole.allInForms) !== 0 ? 2 : 3;
}

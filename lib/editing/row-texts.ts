/**
 * What rows are found by: their names and texts, folded. Rows are put in at once and read in their turn, so
 * that a list stands long before all of it can be searched.
 */
import { hashFolded } from '../text/words';
import { addId, type IdsBy, idsAt, takeId } from './ids-by';
import { namedIdsOf, type Row, textOf } from './row';
import { TextBlocks, type WantedMarks } from './text-blocks';

/** Stands before a name in place of a line feed. No fold has it. */
const NAME = '\u0001';

const formsOf = ({ forms }: Row) => forms.split('\n').filter((form) => form !== '');

export class RowTexts {
  readonly #forms = new TextBlocks();
  readonly #texts = new TextBlocks();
  /** Ids of entries by the hash of a folded form, and by an id that they name. */
  readonly #byForm: IdsBy<number> = new Map();
  readonly #naming: IdsBy<string> = new Map();
  /** By number: the row that counts, and whether it was read. */
  readonly #rows: (Row | undefined)[] = [];
  readonly #isRead: boolean[] = [];
  /** Rows that are still to be read, and some that count no more; the newest last. */
  readonly #unread: Row[] = [];
  #version = 0;

  /** Rises with every row that can be found now, or no longer. */
  get version(): number {
    return this.#version;
  }

  /** Rows that still wait to be read. */
  get unread(): number {
    return this.#unread.length;
  }

  add(row: Row): void {
    this.#rows[row.number] = row;
    this.#unread.push(row);
  }

  remove(row: Row): void {
    const { number, id } = row;
    this.#rows[number] = undefined;
    if (!this.#isRead[number]) return;
    this.#isRead[number] = false;
    this.#forms.set(number, '');
    this.#texts.set(number, '');
    for (const form of formsOf(row)) takeId(this.#byForm, hashFolded(form), id);
    for (const named of namedIdsOf(row.entry)) takeId(this.#naming, named, id);
    this.#version++;
  }

  /** Reads rows that wait, the newest first, until `isTimeUp`; true once none does. */
  read(isTimeUp: () => boolean): boolean {
    for (let row = this.#unread.pop(); row; row = this.#unread.pop()) {
      if (this.#rows[row.number] === row) this.#read(row);
      if (this.#unread.length % 16 === 0 && isTimeUp()) break;
    }
    return this.#unread.length === 0;
  }

  #read(row: Row): void {
    this.#isRead[row.number] = true;
    this.#forms.set(row.number, NAME + row.forms.slice(1));
    this.#texts.set(row.number, `${textOf(row.entry)}\n`);
    for (const form of formsOf(row)) addId(this.#byForm, hashFolded(form), row.id);
    for (const named of namedIdsOf(row.entry)) addId(this.#naming, named, row.id);
    this.#version++;
  }

  /** Makes the next search as quick as those after it, until `isTimeUp`; true once it is. */
  join(isTimeUp: () => boolean): boolean {
    return this.#forms.join(isTimeUp) && this.#texts.join(isTimeUp);
  }

  /**
   * Sets a bit in `marks`, by rows' numbers, where a folded text stands in one of the entry's forms or in
   * what it says (as far as that was read). A line feed before the text asks for forms that begin so.
   */
  mark(
    where: 'name' | 'forms' | 'text',
    part: string,
    marks: Uint8Array,
    bit: number,
    wanted?: WantedMarks,
  ): void {
    if (where === 'text') this.#texts.mark(part, marks, bit, wanted);
    else this.#forms.mark(where === 'name' ? NAME + part : part, marks, bit, wanted);
  }

  /** Ids of rows that may have a folded form; some have another one of the same hash. */
  idsWithForm(form: string): Iterable<string> {
    return idsAt(this.#byForm, hashFolded(form));
  }

  /** Ids of rows whose facts and relations name an id. */
  idsNaming(id: string): Iterable<string> {
    return idsAt(this.#naming, id);
  }
}

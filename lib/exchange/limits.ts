/** What an import takes, so that no file can hold the page up or fill the store by accident. */

/** Bytes of a file, or characters of a pasted text. 100,000 full entries are some 60 MB. */
export const MOST_BYTES = 128 * 1024 * 1024;
/** Entries or rows of one file. */
export const MOST_ENTRIES = 200_000;
/**
 * Lists and objects of one JSON file, each of which takes far more memory than the two characters that it may
 * be written with: twenty for each of as many entries as there may be. The bundled glossary's have twelve.
 */
export const MOST_PARTS = 20 * MOST_ENTRIES;
/** Cells of one row. */
export const MOST_COLUMNS = 500;
/** Members of one list of an entry: aliases, facts, cues. The bundled glossary's longest has some 60. */
export const MOST_MEMBERS = 1_000;
/** Characters of one value, whatever it is; what the fields themselves take is less. */
export const LONGEST_VALUE = 4_000;
/** Characters of one cell: a list of 1,000 facts as JSON. */
export const LONGEST_CELL = 1_000_000;
/** Lists and objects inside one another. An entry needs six. */
export const DEEPEST = 16;
/** Faults that are listed of one entry. */
export const MOST_FAULTS = 5;

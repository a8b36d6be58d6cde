/**
 * Cells that a spreadsheet program would take for a formula get an apostrophe in front, as OWASP's page
 * on CSV injection advises (with the full-width signs that Japanese versions read alike). One that
 * already had one gets another, so that each can be taken off exactly; plain numbers are left alone.
 */
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/;
const TO_ESCAPE = /^'*[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

/** The cell as it is written. */
export const escapeFormula = (cell: string): string =>
  TO_ESCAPE.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;

/** The cell as it was before {@link escapeFormula}. */
export const unescapeFormula = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell);

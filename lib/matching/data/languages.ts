/** Languages written in Latin script, in which a word may mean something else than in English. */
export const LATIN_PRESS: ReadonlySet<string> = new Set(
  'de fr es it pt nl pl cs sk sl hr bs sv da no nb nn fi et lv lt hu ro ca gl eu sq tr az id ms vi sw af is ga cy mt'.split(
    ' ',
  ),
);

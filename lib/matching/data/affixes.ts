/** What is written onto a name without belonging to it, by script. Folded letters. */

/** Written before a name: what is taken off, and what is put back (Arabic ل + ال is لل). */
export type Prefix = readonly [written: string, restored: string];

/** Arabic "and", "so", "in", "for", "like", the article, and their runs. */
export const ARABIC_PREFIXES: readonly Prefix[] = [
  ...['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'].map((p): Prefix => [p, '']),
  ...['ال', 'وال', 'فال', 'بال', 'كال', 'وبال', 'وكال'].map((p): Prefix => [p, '']),
  ...['لل', 'ولل', 'فلل'].flatMap((p): Prefix[] => [
    [p, 'ال'],
    [p, ''],
  ]),
];

/** Hebrew "and", "the", "in", "to", "from", "that", "as", and their runs. */
export const HEBREW_PREFIXES: readonly Prefix[] = [
  ...[
    'ו',
    'ה',
    'ב',
    'ל',
    'מ',
    'ש',
    'כ',
    'וה',
    'וב',
    'ול',
    'ומ',
    'וש',
    'וכ',
    'שה',
    'שב',
    'של',
    'מה',
    'לכ',
    'כשה',
  ],
].map((p): Prefix => [p, '']);

/** Persian and Urdu endings behind a zero-width non-joiner. */
export const AFTER_NON_JOINER = new Set(['ها', 'هاي', 'هايي', 'ي', 'اي', 'ام', 'اند', 'است', 'را']);

/** French, Italian and Catalan words that lose their vowel before a name: l’Iran, dell’Isis. */
export const ELISIONS = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quelqu presqu dell all nell dall sull un quest quell coll'.split(
    ' ',
  ),
);

/** What English joins to a name by an apostrophe. */
export const CONTRACTIONS = new Set(['s', 'll', 'd', 've', 're', 'm']);

/** Languages that join case endings to a foreign name by an apostrophe: Putin’in, Talibanʼa. */
export const APOSTROPHE_CASES = new Set(['tr', 'az', 'tk', 'uz', 'crh', 'pl', 'et', 'fi']);

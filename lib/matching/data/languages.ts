/** Languages written in Latin script, in which a word may mean something else than in English. */
export const LATIN_PRESS: ReadonlySet<string> = new Set(
  'de fr es it pt nl pl cs sk sl hr bs sv da no nb nn fi et lv lt hu ro ca gl eu sq tr az id ms vi sw af is ga cy mt'.split(
    ' ',
  ),
);

/** Languages that write every noun with a capital: there a capital beside a name says nothing. */
export const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);

/** Small words by which a paragraph tells its language. Folded; only words that English lacks. */
export const TELLTALE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    'der das und nicht ist mit von dem den ein eine einen auf fur sich des im zu wird hat bei nach uber'.split(
      ' ',
    ),
  ),
  fr: new Set('le les des et est une dans pour que qui sur pas avec par du aux ont ses cette'.split(' ')),
  es: new Set('el los las y es una en por que con para del su se ha como'.split(' ')),
  nl: new Set('het een van en niet op met voor zijn dat aan ook naar bij heeft'.split(' ')),
  sv: new Set('och att det som pa ar inte av for med den har till'.split(' ')),
  da: new Set('og det er som pa til af ikke med har for ved'.split(' ')),
  tr: new Set('ve bir bu icin ile olarak olan daha sonra gore kadar'.split(' ')),
  pl: new Set('sie nie ze jest oraz przez dla jak ktore jego po z w'.split(' ')),
  cs: new Set('se je ze ve ktery ktera jsou podle byl pro po v z'.split(' ')),
};

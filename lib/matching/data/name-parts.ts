/** Words that stand in names without being names themselves. Folded; general, of no one entity. */
import { wordList } from './word-list';

/** Particles before surnames and in Arabic names; written large or small as the paper likes. */
export const PARTICLES = wordList(`
  al el ul ur as ash ad an ar at az bin ibn bint ben abu abd umm aal ould oglu
  de del della delle di da das do dos du des la le las los van von der den ter ten zu zum zur af av
  y e i bar mac mc san st o d l
`);

/** Particles that belong to the surname where they stand before it: "bin Laden", "von der Leyen". */
export const SURNAME_PARTICLES = wordList(`
  bin ibn ben abu ould de del della di da das do dos du des la le van von der den ter ten zu
`);

/** The Arabic article before a surname, kept or left out at will: "al-Assad", "Assad". */
export const ARTICLES = wordList('al el ul ur as ash ad an ar at az');

/** What follows a surname without being one. */
export const NAME_SUFFIXES = wordList('jr sr ii iii iv phd md mp mep kc qc esq');

/** Forenames so common in their countries that the next one is the name that people go by. */
export const FORENAMES_BEFORE = wordList(
  'mohd mohamad mohammad mohammed mohamed muhammad muhammed muhamad md abdul nurul nur noor siti sri',
);

/** Particles that join two parts of one Arabic name, also with a space between. */
export const JOINING_PARTICLES = wordList('al ul bin ibn bint');

/** The same where a hyphen follows; without one they are words of other languages. */
export const HYPHENED_PARTICLES = wordList('al el ul ur as ash ad an ar at az es ez');

/** Surnames that are ordinary words: at the start of a sentence only what follows can tell. */
export const WORDLIKE_SURNAMES = wordList(`
  may brown black white green gray grey young king rice bush gates cook banks hill wood woods park parks bell ball
  barr baker carter cook cross day dean fox frost gold good grant hope hunt jobs lamb land law long love marsh mann
  moon moore moss north penn pope pound powers price ray reed rich rose rush sharp short singh small snow steel stone
  strong summers swift waters weeks west will wise wolf zero best blair bright cash cotton duke early fish flowers
  ban petty stern hardy page marks miles
`);

/** Verbs that people do at the start of a sentence: "May said", "Brown has resigned". */
export const PERSON_VERBS = wordList(`
  said says told was is has had will would did does could added asked called also and who whose himself herself
  spoke met went came left won lost took gave made became resigned replied insisted warned wrote argued denied
`);

/** What is written with full stops and is nobody's initials: "U.S. Syria envoy". */
export const DOTTED_BODIES = wordList('us usa uk un eu uae ussr dc am pm eg ie');

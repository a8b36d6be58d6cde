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

/** Parts of a country that leave it the same country, and the few that make another. Folded. */
import { wordList } from './word-list';

/** With a capital too, these only say which part: "Southern Lebanon", "East Aleppo". */
export const REGION_ADJECTIVES = wordList(`
  northern southern eastern western central northeastern northwestern southeastern southwestern
  north south east west northeast northwest southeast southwest mid inner outer greater downtown metropolitan
  rural modern occupied mainland coastal wartime postwar prewar
`);

/** Lands and states of their own, whose names look like parts of another. */
export const SEPARATE_LANDS: ReadonlySet<string> = new Set(
  `south sudan,north korea,south korea,east germany,west germany,east timor,south africa,south ossetia,north ossetia,
north macedonia,north cyprus,northern cyprus,northern ireland,north vietnam,south vietnam,north yemen,south yemen,
west virginia,north carolina,south carolina,north dakota,south dakota,west bengal,western sahara,west papua,
south australia,western australia,east pakistan,west bank,central africa,south georgia,western samoa`
    .split(',')
    .map((name) => name.trim()),
);

/** A direction before one of these makes a region of its own: South Asia, West Africa, Central America. */
export const CONTINENTS = wordList('asia africa america');

/** Directions as they stand before a continent. */
export const DIRECTIONS = wordList(`
  north south east west northern southern eastern western central middle
  northeast northwest southeast southwest northeastern northwestern southeastern southwestern
`);

/** Parts of a country that leave it the same country: "northern Syria", "Central Asia". Folded. */
import { wordList } from './word-list';

/** With a capital too, these only say which part: "Southern Lebanon". ("South Sudan" is another land.) */
export const REGION_ADJECTIVES = wordList(`
  northern southern eastern western central northeastern northwestern southeastern southwestern
  northeast northwest southeast southwest mid inner outer greater downtown metropolitan rural modern
  occupied mainland coastal wartime postwar prewar
`);

/** The parts of the bundled glossary whose entries are not looked for in stories. */
import { BEATS, type Beat } from '../glossary/beats';
import { readStored, watchStored } from '../platform/storage';
import { keyOf } from './row';
import { BEAT } from './table';
import { LOCKED, PRESET, settingIn, settingKeyIn } from './values';

/** Wherever a beat's switch may lie: asked at every question, they spare the reading of all that is stored. */
const KEYS = BEATS.flatMap((beat) => ['', LOCKED, PRESET].map((whose) => whose + keyOf(BEAT, beat)));

/** The beats that are switched off now. */
export async function readBeatsOff(): Promise<readonly Beat[]> {
  const values = await readStored(KEYS);
  return BEATS.filter((beat) => settingIn(values, BEAT, beat) === 'off');
}

/** Calls back whenever a beat is switched on or off. Returns how to stop. */
export function watchBeats(onChange: () => void): () => void {
  return watchStored(({ key }) => {
    if (settingKeyIn(key).startsWith(BEAT.key)) onChange();
  });
}

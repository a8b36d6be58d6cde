/** The parts of the bundled glossary whose entries are not looked for in stories. */
import { BEATS, type Beat } from '../glossary/beats';
import { readAllStored, watchStored } from '../platform/storage';
import { BEAT } from './table';
import { settingIn, settingKeyIn } from './values';

/** The beats that are switched off now. */
export async function readBeatsOff(): Promise<readonly Beat[]> {
  const values = await readAllStored();
  return BEATS.filter((beat) => settingIn(values, BEAT, beat) === 'off');
}

/** Calls back whenever a beat is switched on or off. Returns how to stop. */
export function watchBeats(onChange: () => void): () => void {
  return watchStored(({ key }) => {
    if (settingKeyIn(key).startsWith(BEAT.key)) onChange();
  });
}

/** Run by itself, with a heap of a size: reads hostile files and prints why each is refused, and the memory at its highest. */
import { candidatesOf, openFile } from '../../../lib/exchange/open-file';
import { groundOf } from '../../../lib/glossary/overlay';
import { HOSTILE_FILES } from './hostile-files';

const [megabytes] = process.argv.slice(2);
for (const [name, file] of Object.entries(HOSTILE_FILES)) {
  const reading = openFile(new TextEncoder().encode(file.make(Number(megabytes) * 1_000_000)));
  const candidates = 'fault' in reading ? [] : candidatesOf(reading, groundOf([], []));
  const reason =
    'fault' in reading
      ? reading.fault.code
      : candidates.find(({ faults }) => faults.length > 0)?.faults[0]?.code;
  console.log(`${name}: ${reason}`);
}
console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

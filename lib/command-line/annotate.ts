/** `npm run annotate`: what the extension would find in a story, on the command line. */
import { readFileSync } from 'node:fs';
import { annotateCommand } from './annotate-command';

const STANDARD_INPUT = 0;

// A reader such as `head` that has seen enough closes the pipe.
process.stdout.on('error', () => process.exit(0));
const { status, out, err } = annotateCommand(process.argv.slice(2), () => readFileSync(STANDARD_INPUT));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = status;

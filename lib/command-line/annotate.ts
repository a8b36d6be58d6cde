/** `npm run annotate`: what the extension would find in a story, on the command line. */
import { buildIndex } from '../matching/build-index';
import { ANNOTATE_HELP, readAnnotateOptions } from './annotate-options';
import { annotateTable } from './annotate-table';
import { annotateStory, namesOf } from './annotated-story';
import { readBundledGlossary, readEntries, withEntries } from './bundled-glossary';
import { readInput } from './read-input';
import { UsageError } from './usage-error';

/** All that goes to standard output, so that a fault leaves nothing half-printed. */
function annotateFiles(args: readonly string[]): string {
  const options = readAnnotateOptions(args);
  if (options.help) return ANNOTATE_HELP;
  const entries = options.glossaries.reduce(
    (known, file) => withEntries(known, readEntries(file, file)),
    readBundledGlossary(),
  );
  if (options.names) return JSON.stringify(namesOf(entries), null, 2);

  const stories = options.files.map(readInput);
  const glossary = {
    index: buildIndex(entries),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
  const annotated = stories.map((story) =>
    annotateStory({ ...story, date: story.date ?? options.date }, glossary, options.explain),
  );
  return options.json ? JSON.stringify(annotated, null, 2) : annotateTable(annotated);
}

// A reader such as `head` that has seen enough closes the pipe.
process.stdout.on('error', () => process.exit(0));
try {
  process.stdout.write(`${annotateFiles(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`annotate: ${error.message}\n`);
  process.exitCode = 1;
}

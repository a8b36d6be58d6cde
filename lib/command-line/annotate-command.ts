import { buildIndex } from '../matching/build-index';
import { ANNOTATE_HELP, readAnnotateOptions } from './annotate-options';
import { annotateTable } from './annotate-table';
import { annotateStory, namesOf } from './annotated-story';
import { readBundledGlossary, readEntries, withEntries } from './bundled-glossary';
import { readInput } from './read-input';
import { UsageError } from './usage-error';

/** What a command says, and the status that it ends with. */
export interface CommandResult {
  readonly status: 0 | 1;
  /** For standard output, whole, so that a fault leaves nothing half-printed. */
  readonly out: string;
  /** For standard error: one line, or nothing. */
  readonly err: string;
}

/** `npm run annotate`: `readStandardInput` is asked for the file named `-`. */
export function annotateCommand(args: readonly string[], readStandardInput: () => Buffer): CommandResult {
  try {
    return { status: 0, out: `${annotateFiles(args, readStandardInput)}\n`, err: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 1, out: '', err: `annotate: ${error.message}\n` };
  }
}

function annotateFiles(args: readonly string[], readStandardInput: () => Buffer): string {
  const options = readAnnotateOptions(args);
  if (options.help) return ANNOTATE_HELP;
  const entries = options.glossaries.reduce(
    (known, file) => withEntries(known, readEntries(file, file)),
    readBundledGlossary(),
  );
  if (options.names) return JSON.stringify(namesOf(entries), null, 2);

  const stories = options.files.map((file) => readInput(file, readStandardInput));
  const glossary = {
    index: buildIndex(entries),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
  const annotated = stories.map((story) =>
    annotateStory({ ...story, date: story.date ?? options.date }, glossary, options.explain),
  );
  return options.json ? JSON.stringify(annotated, null, 2) : annotateTable(annotated);
}

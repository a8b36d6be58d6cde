import { readBundledGlossary, readGlossaryAt, withEntries } from '../packaging/bundled-glossary';
import { InputError } from '../packaging/input-error';
import { bundledIndexWith } from '../packaging/packed-glossary';
import { ANNOTATE_HELP, readAnnotateOptions } from './annotate-options';
import { annotateTable } from './annotate-table';
import { annotateStory, namesOf } from './annotated-story';
import { readInput } from './read-input';

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
    if (!(error instanceof InputError)) throw error;
    return { status: 1, out: '', err: `annotate: ${error.message}\n` };
  }
}

function annotateFiles(args: readonly string[], readStandardInput: () => Buffer): string {
  const options = readAnnotateOptions(args);
  if (options.help) return ANNOTATE_HELP;
  const added = options.glossaries.flatMap(readGlossaryAt);
  if (options.names) return JSON.stringify(namesOf(withEntries(readBundledGlossary(), added)), null, 2);

  const stories = options.files.map((file) => readInput(file, readStandardInput));
  const index = bundledIndexWith(added);
  const annotated = stories.map((story) =>
    annotateStory({ ...story, date: story.date ?? options.date }, index, options.explain),
  );
  return options.json ? JSON.stringify(annotated, null, 2) : annotateTable(annotated);
}

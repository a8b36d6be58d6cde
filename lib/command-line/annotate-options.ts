import { parseArgs } from 'node:util';
import { isPartialDate } from '../glossary/dates';
import { reasonOf } from '../packaging/bundled-glossary';
import { InputError } from '../packaging/input-error';

export const ANNOTATE_HELP = `npm run annotate -- [OPTION…] FILE…

Finds the names of the glossary in stories, as the extension does, and says why.
FILE is a plain text (.txt; blank lines part its blocks) or a saved page (.html, .htm,
.xhtml, each also with .gz); - is standard input.

  --json            one JSON array, an object a file: file, date, text and mentions with
                    start, end, text, id, name, sense and why {alias, rule, evidence};
                    offsets count UTF-16 units of text
  --date DATE       YYYY-MM-DD, the date of a story that has none of its own
  --glossary FILE   adds the entries of a glossary file, or puts them in the place of
                    those with the same id; may be given several times
  --explain         also what was seen and left alone, with the reason
  --names           prints all names and aliases that the glossary knows, without bare
                    surnames, as a JSON array
  --help            prints this

A page is read without layout: text that only a style sheet hides counts as shown here,
and what the page's own scripts would add is missing. Everything else is as in a browser.

  npm run -s annotate -- tests/fixtures/pages/sample-story.html
  echo "Kandahar is where the Taliban began." | npm run -s annotate -- --json -`;

export interface AnnotateOptions {
  readonly files: readonly string[];
  readonly glossaries: readonly string[];
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  readonly json: boolean;
  readonly explain: boolean;
  readonly names: boolean;
  readonly help: boolean;
}

/**
 * Reads the arguments of `npm run annotate`.
 * @throws InputError for options that do not exist, a date that does not exist, or nothing to do.
 */
export function readAnnotateOptions(args: readonly string[]): AnnotateOptions {
  const { values, positionals } = parse(args);
  const date = values.date ?? null;
  if (date !== null && !(date.length === 10 && isPartialDate(date))) {
    throw new InputError(`--date: "${date}" is not a day that exists, written YYYY-MM-DD`);
  }
  const { json, explain, names, help } = values;
  if (positionals.length === 0 && !names && !help) {
    throw new InputError('name a file, or - for standard input; --help tells more');
  }
  return { files: positionals, glossaries: values.glossary, date, json, explain, names, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        date: { type: 'string' },
        glossary: { type: 'string', multiple: true, default: [] },
        explain: { type: 'boolean', default: false },
        names: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new InputError(reasonOf(error));
  }
}

/** `npm run evaluate`: how right the matching is, on stories whose names are known. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Entry, entrySchema } from '../glossary/schema';
import { annotate, startStory } from '../matching/annotate';
import type { GlossaryIndex } from '../matching/index/glossary-index';
import { readBundledGlossary, readGlossaryAt, reasonOf, withEntries } from '../packaging/bundled-glossary';
import { InputError } from '../packaging/input-error';
import { bundledIndexWith } from '../packaging/packed-glossary';
import { foldKey } from '../text/fold';
import { evaluate, type Prediction } from './evaluation';
import { belowFloors, evaluationReport, type Floors } from './evaluation-report';
import { type GoldStory, readGoldStories } from './gold-story';

const OWN_GOLD = fileURLToPath(new URL('../../tests/gold/', import.meta.url));

const HELP = `npm run evaluate -- [OPTION…] [DIR]

Annotates the gold stories of DIR (NAME.txt and NAME.json; default: tests/gold) and prints
precision, exact spans, recall and every error. Where DIR holds a floors.json, falling below
it is a failure.

  --glossary FILE   adds a glossary file, or puts its entries in the place of those with the
                    same id; may be given several times
  --pooled FILE     adds plain names: a JSON array of names, or of arrays of one entry's names
  --help            prints this`;

function run(args: readonly string[]): void {
  const { values, positionals } = parse(args);
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const folder = positionals[0] ?? OWN_GOLD;
  const pooled = values.pooled === undefined ? [] : readPooled(values.pooled);
  const found = predict(readGoldStories(folder), [...values.glossary.flatMap(readGlossaryAt), ...pooled]);
  const evaluation = evaluate(found);
  process.stdout.write(`${evaluationReport(evaluation)}\n`);
  for (const fault of floorsOf(folder, evaluation)) {
    process.stderr.write(`evaluate: ${fault}\n`);
    process.exitCode = 1;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        glossary: { type: 'string', multiple: true, default: [] },
        pooled: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new InputError(reasonOf(error));
  }
}

const pooledSchema = v.array(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]));

/** Plain entries, in the order of the file and behind all others, so that those with rules win. */
function readPooled(file: string): Entry[] {
  try {
    const pool = v.parse(pooledSchema, JSON.parse(readFileSync(file, 'utf8')));
    return pool.map((names, i) => {
      const [name = '', ...others] = typeof names === 'string' ? [names] : names;
      const aliases = others.map((text, k) => ({ key: `a${k}`, text }));
      return v.parse(entrySchema, { id: `pooled-${i}`, kind: 'term', name, aliases });
    });
  } catch (error) {
    throw new InputError(`${file}: ${reasonOf(error)}`);
  }
}

/** @param added beyond the bundled glossary. */
function predict(stories: readonly GoldStory[], added: readonly Entry[]): [GoldStory, Prediction[]][] {
  const index = bundledIndexWith(added);
  const entries = withEntries(readBundledGlossary(), added);
  const byId = new Map(entries.map((entry) => [entry.id, namesOf(entry)]));
  return stories.map((story) => [story, predictStory(index, byId, story)]);
}

function predictStory(
  index: GlossaryIndex,
  names: ReadonlyMap<string, string[]>,
  story: GoldStory,
): Prediction[] {
  return annotate(index, story.blocks, startStory(story)).mentions.map((mention) => {
    const offset = story.blocks[mention.block]?.offset ?? 0;
    return {
      start: offset + mention.start,
      end: offset + mention.end,
      names: names.get(mention.entryId) ?? [mention.entryId],
    };
  });
}

/** All names of an entry, its headline first, each fold once. */
function namesOf(entry: Entry): string[] {
  const names = [entry.name, ...entry.aliases.map((alias) => alias.text)];
  return [...new Map(names.map((name) => [foldKey(name), name])).values()];
}

function floorsOf(folder: string, evaluation: ReturnType<typeof evaluate>): string[] {
  const file = join(folder, 'floors.json');
  if (!existsSync(file)) return [];
  return belowFloors(evaluation, JSON.parse(readFileSync(file, 'utf8')) as Floors);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`evaluate: ${error.message}\n`);
  process.exitCode = 1;
}

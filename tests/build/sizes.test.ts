import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtFolder, type Target } from './built-extension';

/** Bytes after gzip. The gate runs on every page, story or not. */
const GATE_LIMIT = 5 * 1024;
/** What reads and marks a story. */
const READING_LIMIT = 28 * 1024;
/** With the card, which comes once the story has names: all that is run on a story. Keeps it from growing; 30 KB is the aim. */
const STORY_LIMIT = 54 * 1024;

const zippedSize = (target: Target, script: string) =>
  gzipSync(readFileSync(`${builtFolder(target)}/${script}.js`)).length;

describe.each(['chrome', 'firefox'] as const)('scripts for %s', (target) => {
  const gate = zippedSize(target, 'gate');
  const reading = gate + zippedSize(target, 'reader');
  const story = reading + zippedSize(target, 'card');
  const shown = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB gzipped`;

  it(`stay small on a page that is no story: ${shown(gate)}`, () => {
    expect(gate).toBeLessThanOrEqual(GATE_LIMIT);
  });

  it(`stay small until a story is marked: ${shown(reading)}`, () => {
    expect(reading).toBeLessThanOrEqual(READING_LIMIT);
  });

  it(`stay small on a story, in all: ${shown(story)}`, () => {
    expect(story).toBeLessThanOrEqual(STORY_LIMIT);
  });
});

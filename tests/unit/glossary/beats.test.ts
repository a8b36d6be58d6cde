import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BEATS } from '../../../lib/glossary/beats';

it('names every bundled file, and no other', () => {
  const files = readdirSync(new URL('../../../public/glossary/', import.meta.url));
  expect([...BEATS].map((beat) => `${beat}.json`).sort()).toEqual(files.sort());
});

import { expect, test } from 'vitest';
import { entryNamed } from '../../../lib/matching/find-entry';
import { TEST_INDEX } from './test-glossary';

test.for<[text: string, id: string | null]>([
  ['Taliban', 'taliban'],
  [' the Taliban’s ', 'taliban'],
  ['PAKISTANI  TALIBAN', 'ttp'],
  ['the Taliban and the Pakistani Taliban', 'ttp'],
  ['Nobody of that name', null],
  ['', null],
])('“%s” names %s', ([text, id]) => {
  expect(entryNamed(TEST_INDEX, text)?.id ?? null).toBe(id);
});

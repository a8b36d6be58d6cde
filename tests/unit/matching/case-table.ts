/** Runs a table of named cases: each story, its marks taken off, must be marked again as it was. */
import { describe, expect, it } from 'vitest';
import { reannotated, type Telling } from './marked-story';
import { TEST_INDEX } from './test-glossary';

export type Case = readonly [name: string, marked: string, telling?: Telling];

export function describeCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    it.each(cases.map(([name, marked, telling]) => ({ name, marked, telling })))(
      '$name',
      ({ marked, telling }) => {
        expect(reannotated(TEST_INDEX, marked, telling)).toBe(marked);
      },
    );
  });
}

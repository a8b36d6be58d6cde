import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entrySpans } from '../../../lib/packaging/entry-spans';

it('finds each entry of a glossary file, however it is written', () => {
  const entry = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(entry), fc.string(), fc.integer({ min: 0, max: 4 }), (entries, title, indent) => {
      const json = Buffer.from(JSON.stringify({ title, entries }, null, indent));
      const found = entrySpans(json).map(({ start, end }) =>
        JSON.parse(json.subarray(start, end).toString()),
      );
      expect(found).toEqual(JSON.parse(JSON.stringify(entries)));
    }),
  );
});

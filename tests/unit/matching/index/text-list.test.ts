import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextList } from '../../../../lib/matching/index/text-list';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }));

it('gives back each text, also after it was stored and more were added', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const first = new TextList();
      for (const [place, text] of before.entries()) expect(first.push(text)).toBe(place);
      const list = new TextList(structuredClone(first.stored()));
      for (const text of after) list.push(text);
      const all = [...before, ...after];
      expect(list.length).toBe(all.length);
      expect(all.map((_, place) => list.at(place))).toEqual(all);
      expect(list.at(all.length)).toBe('');
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../../../lib/matching/index/pack';

const ints = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })).map((all) => Int32Array.from(all));
const bytes = fc.uint8Array();
const { tree: data } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    ints,
    bytes,
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('what was packed', () => {
  it('is unpacked as it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(unpack(pack(value).buffer)).toEqual(value);
      }),
    );
  });

  it('of a part of an array is that part', () => {
    const part = Int32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect(unpack(pack({ part }).buffer)).toEqual({ part: Int32Array.of(2, 3) });
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['zeros', new ArrayBuffer(64)],
    ['half of it', pack({ list: Int32Array.from({ length: 100 }, (_, i) => i) }).buffer.slice(0, 200)],
    ['a text', new TextEncoder().encode('{"index": "not there"}').buffer],
  ])('is refused where it is %s', (_what, found) => {
    expect(() => unpack(found)).toThrow();
  });
});

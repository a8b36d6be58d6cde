/**
 * Plain data with typed arrays in it as one run of bytes, from which the arrays are read without being
 * copied: a version, the length of a JSON text, that text, in which each array is its place, and then the
 * arrays, each from a multiple of four bytes. Numbers are little-endian, as on every machine that
 * browsers run on.
 */
import * as v from 'valibot';

const VERSION = 1;
const HEADER_BYTES = 8;
/** No key of the data itself is called so. */
const ARRAY = '#';

const aligned = (bytes: number) => Math.ceil(bytes / 4) * 4;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Kind of an array, where it begins after the text, in bytes, and how many numbers it holds. */
const placeSchema = v.strictObject({ [ARRAY]: v.strictTuple([v.picklist(['i32', 'u8']), whole, whole]) });

/** Data of objects, lists, texts, numbers, and arrays of integers. */
export function pack(data: unknown): Uint8Array<ArrayBuffer> {
  const arrays: { readonly from: number; readonly bytes: Uint8Array }[] = [];
  let length = 0;
  const text = JSON.stringify(data, (_key, value: unknown) => {
    if (!(value instanceof Int32Array || value instanceof Uint8Array)) return value;
    const place = { [ARRAY]: [value instanceof Int32Array ? 'i32' : 'u8', length, value.length] };
    arrays.push({ from: length, bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) });
    length = aligned(length + value.byteLength);
    return place;
  });
  const textBytes = new TextEncoder().encode(text);
  const arraysFrom = aligned(HEADER_BYTES + textBytes.length);
  const packed = new Uint8Array(arraysFrom + length);
  new Uint32Array(packed.buffer, 0, 2).set([VERSION, textBytes.length]);
  packed.set(textBytes, HEADER_BYTES);
  for (const { from, bytes } of arrays) packed.set(bytes, arraysFrom + from);
  return packed;
}

/**
 * The data that was packed, to be checked by whoever knows its form. Its arrays lie in `bytes`.
 *
 * @throws Error where the bytes are not what {@link pack} writes, or not all of it.
 */
export function unpack(bytes: ArrayBuffer): unknown {
  const [version, textLength = 0] = bytes.byteLength < HEADER_BYTES ? [] : new Uint32Array(bytes, 0, 2);
  if (version !== VERSION) throw new Error('not packed data of this version');
  const arraysFrom = aligned(HEADER_BYTES + textLength);
  const text = new TextDecoder().decode(new Uint8Array(bytes, HEADER_BYTES, textLength));
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(ARRAY in value)) return value;
    const [kind, from, length] = v.parse(placeSchema, value)[ARRAY];
    const Kind = kind === 'i32' ? Int32Array : Uint8Array;
    return new Kind(bytes, arraysFrom + from, length);
  });
}

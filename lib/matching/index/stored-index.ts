/** The check of an index that was stored, before it is used. */
import * as v from 'valibot';
import type { StoredIndex } from './glossary-index';

export const numbers = v.custom<Int32Array>((value) => value instanceof Int32Array);

export const storedPairsSchema = v.strictObject({ firsts: numbers, seconds: numbers, slots: numbers });

export const storedIndexSchema = v.strictObject({
  nodes: v.strictObject({
    edges: storedPairsSchema,
    marks: numbers,
    linked: numbers,
    before: numbers,
    firstWords: v.strictObject({ bits: numbers, room: numbers }),
  }),
  graph: v.strictObject({
    ids: storedPairsSchema,
    places: numbers,
    formerPlaces: numbers,
    lastLinks: numbers,
    others: numbers,
    owners: numbers,
    before: numbers,
  }),
  texts: v.strictObject({
    bytes: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    ends: numbers,
  }),
  ranks: numbers,
  gone: numbers,
  punctuatedCues: v.array(v.strictTuple([v.string(), v.array(v.strictTuple([v.string(), v.number()]))])),
}) satisfies v.GenericSchema<unknown, StoredIndex>;

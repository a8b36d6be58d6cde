/** Whether two long names differ only in how a foreign name was spelt. */
import { foldKey } from '../text/fold';

/**
 * Word by word, in order: each pair of words is equal, or short and small ("e", "i"), or within one
 * edit (four letters or more) or two (eight or more). Only asked where something else already says
 * that the two are one, such as a shared acronym: by itself it would mistake Iran for Iraq.
 */
export function resembles(long: string, key: string): boolean {
  const a = foldKey(long).split(' ');
  const b = key.split(' ');
  if (a.length !== b.length || a.length < 2) return false;
  return a.every((word, i) => wordsResemble(word, b[i] ?? ''));
}

function wordsResemble(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter <= 2) return Math.max(a.length, b.length) <= 2;
  if (shorter < 4) return false;
  return editDistance(a, b) <= (shorter >= 8 ? 2 : 1);
}

/** Levenshtein distance, transpositions counted as one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Longest id, in characters; the schema's own limit is 80. */
const LONGEST_ID = 60;

/**
 * An id for a new entry: the name in lower-case ASCII words, numbered where it is taken. Names in other
 * scripts have none of those letters and are called `entry`.
 */
export function newIdFor(name: string, isTaken: (id: string) => boolean): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = words ? words.join('-').slice(0, LONGEST_ID).replace(/-$/, '') : 'entry';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`;
    if (!isTaken(id)) return id;
  }
}

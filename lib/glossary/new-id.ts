/** Longest id, in characters; the schema's own limit is 80. */
const LONGEST_ID = 60;

/**
 * An id for a new entry: the name in lower-case ASCII words, numbered where it is taken. Names in other
 * scripts have none of those letters and are called `entry`.
 */
export function newIdFor(name: string, isTaken: (id: string) => boolean): string {
  return idMaker(isTaken)(name);
}

/** Ids for many new entries, none of which is given twice; no number is tried again. */
export function idMaker(isTaken: (id: string) => boolean): (name: string) => string {
  /** By its words, the number that is tried next. */
  const nextNumbers = new Map<string, number>();
  return (name) => {
    const words = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g);
    const base = words ? words.join('-').slice(0, LONGEST_ID).replace(/-$/, '') : 'entry';
    for (let number = nextNumbers.get(base) ?? 1; ; number++) {
      const id = number === 1 ? base : `${base}-${number}`;
      nextNumbers.set(base, number + 1);
      if (!isTaken(id)) return id;
    }
  };
}

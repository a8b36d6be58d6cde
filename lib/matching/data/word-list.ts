/** Reads a list as the data files write it: folded words parted by white space. */
export function wordList(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

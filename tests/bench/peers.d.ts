/**
 * The peers, as far as the bench calls them. Their packages are installed by `npm run bench` alone, and
 * all else must be type-checked without them.
 */

declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Index of each match's last unit, and the keywords that end there. */
    search(text: string): [number, string[]][];
  }
}

declare module '@monyone/aho-corasick/fast' {
  export class AhoCorasick {
    constructor(keywords: readonly string[]);
    matchInText(text: string): { begin: number; end: number; keyword: string }[];
  }
}

declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    root: Node,
    options: { find: RegExp; wrap: string; preset: 'prose' },
  ): unknown;
}

declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(
      names: readonly string[],
      options: {
        acrossElements: boolean;
        accuracy: 'exactly';
        separateWordSearch: boolean;
        done: (marks: number) => void;
      },
    ): void;
  }
}

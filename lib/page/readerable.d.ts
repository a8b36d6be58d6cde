declare module '@mozilla/readability/Readability-readerable.js' {
  /** Whether the document holds enough visible paragraph text to be an article; a heuristic. */
  export default function isProbablyReaderable(
    document: Document,
    options?: {
      minContentLength?: number;
      minScore?: number;
      visibilityChecker?: (node: Element) => boolean;
    },
  ): boolean;
}

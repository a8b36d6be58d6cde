const codesOf = (text: string): ReadonlySet<number> => new Set(Buffer.from(text));
const QUOTE = codesOf('"');
const BACKSLASH = codesOf('\\');
const OPENING = codesOf('{[');
const CLOSING = codesOf('}]');

/** A half-open span of bytes. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the objects lie that are two levels below the top of a JSON text: the entries of a glossary file.
 *
 * @param json valid JSON, in UTF-8.
 */
export function entrySpans(json: Uint8Array): ByteSpan[] {
  const spans: ByteSpan[] = [];
  let depth = 0;
  let start = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (isText) {
      if (BACKSLASH.has(byte)) at++;
      else if (QUOTE.has(byte)) isText = false;
    } else if (QUOTE.has(byte)) isText = true;
    else if (OPENING.has(byte)) {
      if (depth === 2) start = at;
      depth++;
    } else if (CLOSING.has(byte)) {
      depth--;
      if (depth === 2) spans.push({ start, end: at + 1 });
    }
  }
  return spans;
}

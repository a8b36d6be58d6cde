const [QUOTE = 0, BACKSLASH = 0] = Buffer.from('"\\');
const OPENING = Buffer.from('{[');
const CLOSING = Buffer.from('}]');

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
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.includes(byte)) {
      if (depth === 2) start = at;
      depth++;
    } else if (CLOSING.includes(byte)) {
      depth--;
      if (depth === 2) spans.push({ start, end: at + 1 });
    }
  }
  return spans;
}

/** Encodings that a file may be in; each is a label of the web's Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are looked at for the zeros of UTF-16. */
const SAMPLE_BYTES = 4_096;
/** Share of zeros in every second byte by which Latin text in UTF-16 without a mark is known. */
const UTF_16_SHARE = 0.4;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding of a file: by its byte-order mark; by the zeros of UTF-16; UTF-8 where all of it is
 * that; else what spreadsheet programs of western Europe write. The user may choose another.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  for (const [encoding, mark] of MARKS) if (mark.every((byte, i) => bytes[i] === byte)) return encoding;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros: [number, number] = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[(i & 1) as 0 | 1]++;
  const [even, odd] = zeros.map((count) => count / (sample.length / 2));
  if ((odd ?? 0) > UTF_16_SHARE && (even ?? 0) < UTF_16_SHARE / 4) return 'utf-16le';
  if ((even ?? 0) > UTF_16_SHARE && (odd ?? 0) < UTF_16_SHARE / 4) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of a file without its byte-order mark; bytes that the encoding does not know become U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

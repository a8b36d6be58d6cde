import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { reasonOf } from '../packaging/bundled-glossary';
import { InputError } from '../packaging/input-error';
import { readStory } from '../page/read-story';
import { blocksOfText, joinBlocks, type PlacedBlock } from './text-blocks';

/** A story as a command reads it. */
export interface InputStory {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly lang: string | null;
  /** `YYYY-MM-DD`, or null where the input does not say. */
  readonly date: string | null;
  /** What offsets count in: a plain text as it is, a page's blocks joined by blank lines. */
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

function readBytes(file: string, readStandardInput: () => Buffer): Buffer {
  try {
    const bytes = file === '-' ? readStandardInput() : readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new InputError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
}

/** By the file's name; what comes from standard input by how it begins. */
function isHtml(file: string, bytes: Buffer): boolean {
  if (file !== '-') return /\.(?:html?|xhtml)(?:\.gz)?$/i.test(file);
  return /^\ufeff?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b/i.test(
    bytes.toString('utf8').slice(0, 2_000),
  );
}

/** The file's characters, a byte order mark among them. */
function decodeText(file: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new InputError(`${file}: is not UTF-8 text`);
  return bytes.toString('utf8');
}

const ESCAPE = 0x1b;

/**
 * The page as text where it is UTF-8, which a saved page often does not say since its server said it; else
 * as it is, for jsdom to find out. An escape is a sign of ISO-2022-JP, whose bytes look like UTF-8.
 */
function decodePage(bytes: Buffer): string | Buffer {
  return isUtf8(bytes) && !bytes.includes(ESCAPE) ? bytes.toString('utf8') : bytes;
}

/** Where the page says that it belongs; its date may stand in its address. */
function addressOf(dom: JSDOM): string | null {
  const canonical = dom.window.document.querySelector('link[rel="canonical" i]')?.getAttribute('href');
  return canonical && /^https?:/.test(canonical) && URL.canParse(canonical) ? canonical : null;
}

/** Reads a page as the extension does, with its scripts off and nothing fetched; `file` is its name in what is printed. */
export function readPage(file: string, page: Buffer | string): InputStory {
  // Faults of a page's style sheets are none of ours.
  const dom = new JSDOM(page, { virtualConsole: new VirtualConsole() });
  const address = addressOf(dom);
  if (address) dom.reconfigure({ url: address });
  const story = readStory(dom.window.document);
  return { file, lang: story.lang, date: story.date?.day ?? null, ...joinBlocks(story.blocks) };
}

function noStandardInput(): never {
  throw new InputError('-: there is no standard input');
}

/**
 * Reads a plain text or a page (`.html`, `.htm`, `.xhtml`, also with `.gz`); `-` is standard input.
 * @throws InputError where it cannot be read, or is no text.
 */
export function readInput(file: string, readStandardInput: () => Buffer = noStandardInput): InputStory {
  const bytes = readBytes(file, readStandardInput);
  if (isHtml(file, bytes)) return readPage(file, decodePage(bytes));
  const text = decodeText(file, bytes);
  return { file, lang: null, date: null, text, blocks: blocksOfText(text) };
}

import * as v from 'valibot';
import { type GlossaryFile, glossaryFileSchema } from './schema';

/** A fault in a glossary file: where it is and what is wrong, in words for the file's editor. */
export interface GlossaryFault {
  /** The entry's id where one can be read, else its place: `entries[3]`; empty for the file itself. */
  readonly entry: string;
  /** Path inside the entry: `facts[2].from`; empty for the entry itself. */
  readonly field: string;
  readonly message: string;
}

export type GlossaryReading =
  | { readonly ok: true; readonly file: GlossaryFile }
  | { readonly ok: false; readonly faults: readonly GlossaryFault[] };

function formatPath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function entryLabel(data: unknown, index: number): string {
  const entries = (data as { entries?: unknown[] } | null)?.entries;
  const id = (entries?.[index] as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : `entries[${index}]`;
}

/** Validates parsed JSON as a glossary file and fills in defaults; on failure, lists every fault. */
export function readGlossaryFile(data: unknown): GlossaryReading {
  const parsed = v.safeParse(glossaryFileSchema, data);
  if (parsed.success) return { ok: true, file: parsed.output };
  const faults = parsed.issues.map((issue): GlossaryFault => {
    const keys = (issue.path ?? []).map((item) => item.key as PropertyKey);
    if (keys[0] !== 'entries' || typeof keys[1] !== 'number') {
      return { entry: '', field: formatPath(keys), message: issue.message };
    }
    return { entry: entryLabel(data, keys[1]), field: formatPath(keys.slice(2)), message: issue.message };
  });
  return { ok: false, faults };
}

import type { FaultCode, FileFaultCode } from '../../../lib/exchange/faults';

interface Hostile {
  /** The file, of about so many characters. */
  make(length: number): string;
  /** Why it is refused. */
  readonly reason: FaultCode | FileFaultCode;
}

const GLOSSARY = '{"format":"newsgloss-glossary","version":1,"entries":[';
const inEntry = (more: string) => `${GLOSSARY}{"id":"a","kind":"term","name":"A",${more}}]}`;
const BODY = '<tbx><text><body>';

/** Files that are made to cost more than they should, each of any length. */
export const HOSTILE_FILES = {
  'JSON of lists in lists': { make: (length) => `{"a":${'['.repeat(length)}`, reason: 'nested' },
  'JSON of objects in objects': { make: (length) => '{"a":'.repeat(length / 5), reason: 'nested' },
  'JSON that breaks off': { make: (length) => `${GLOSSARY}"${'x'.repeat(length)}`, reason: 'jsonSyntax' },
  'JSON of one long name': {
    make: (length) => `${GLOSSARY}{"id":"a","kind":"term","name":"${'x'.repeat(length)}"}]}`,
    reason: 'tooLong',
  },
  'JSON of aliases without end': {
    make: (length) => inEntry(`"aliases":[${'0,'.repeat(length / 2)}0]`),
    reason: 'tooMany',
  },
  'JSON of aliases of 10,000 characters': {
    make: (length) =>
      inEntry(
        `"aliases":[${Array.from({ length: Math.min(900, Math.ceil(length / 10_000)) }, (_, i) => `{"key":"k${i}","text":"${'x'.repeat(10_000)}"}`).join()}]`,
      ),
    reason: 'tooLong',
  },
  'JSON of empty lists beside one another': {
    make: (length) => inEntry(`"background":[${'[[]],'.repeat(length / 5)}[]]`),
    reason: 'tooMany',
  },
  'JSON of more lists than entries could have': {
    make: (length) => inEntry(`"background":[${'[],'.repeat(Math.max(length, 12_100_000) / 3)}[]]`),
    reason: 'tooManyRows',
  },
  'a table of one cell': { make: (length) => `name\n${'x'.repeat(length)}\n`, reason: 'tooLong' },
  'a table of one row': { make: (length) => `name\n${'x,'.repeat(length / 2)}\n`, reason: 'tooMany' },
  'a table of aliases without end': {
    // As many as one cell may hold.
    make: (length) => `name,aliases\n${`A,${'x|'.repeat(15_000)}\n`.repeat(length / 30_000)}`,
    reason: 'tooMany',
  },
  'a table of quotation marks': { make: (length) => `name\n${'"'.repeat(length)}x\n`, reason: 'tooLong' },
  'XML of elements in elements': { make: (length) => `<tbx>${'<p>'.repeat(length / 3)}`, reason: 'nested' },
  'XML of one long name': {
    make: (length) =>
      `${BODY}<conceptEntry><langSec xml:lang="en"><termSec><term>${'x'.repeat(length)}</term></termSec></langSec></conceptEntry></body></text></tbx>`,
    reason: 'tooLong',
  },
  'XML that declares what it then is': {
    make: (length) => `<!DOCTYPE tbx [<!ENTITY a "${'x'.repeat(length)}">]>${BODY}&a;</body></text></tbx>`,
    reason: 'xmlDeclares',
  },
} as const satisfies Readonly<Record<string, Hostile>>;

export type HostileFile = keyof typeof HOSTILE_FILES;

/**
 * Terminologies in TBX (ISO 30042, of 2008 and of 2019, in style DCA or DCT), read as a stream. Nothing
 * is fetched or expanded: a document type may be named, as programs of the older form do, but a file
 * that declares one of its own, or an entity, is refused.
 */
import { SaxesParser } from 'saxes';
import type { Alias, EntryKind, ShortForm } from '../glossary/schema';
import { entrySchema } from '../glossary/schema';
import { type Candidate, checkedBy, type Given, joinerFlags, NO_KEY } from './candidate';
import { kindOf, OTHER_KIND } from './columns';
import type { Fault, FileFault, Flag } from './faults';
import { LONGEST_VALUE, MOST_ENTRIES, MOST_FAULTS, MOST_MEMBERS } from './limits';
import { cleanText } from './text-cell';
import { GLOSSARY_LANGUAGE, OWN_ID } from './write-tbx';

const CONCEPTS = new Set(['conceptEntry', 'termEntry']);
const LANGUAGES = new Set(['langSec', 'langSet']);
const TERMS = new Set(['termSec', 'tig', 'ntig']);
/** Elements inside one another; TBX needs ten. */
const DEEPEST_ELEMENT = 64;
/** Characters handed to the parser at once. */
const PIECE = 65_536;

interface Term {
  readonly line: number;
  text: string;
  type: string;
  status: string;
}

interface LanguageSection {
  readonly language: string;
  definition: string;
  readonly terms: Term[];
}

/** A concept as it stands in the file. */
export interface Concept {
  readonly line: number;
  readonly id: string | null;
  subject: string;
  definition: string;
  readonly sections: LanguageSection[];
  /** Terms or languages beyond what one entry takes. */
  hasTooMany: boolean;
}

export interface TbxFile {
  readonly concepts: readonly Concept[];
  /** All that terms are in, the glossary's own first, then the ones of most concepts. */
  readonly languages: readonly string[];
}

/** `EN-us` as the glossary writes it: `en-us`, and English of all countries as `en`. */
function languageTag(raw: string): string {
  const [primary = '', ...rest] = raw.trim().replaceAll('_', '-').split('-');
  const language = primary.toLowerCase();
  return language === GLOSSARY_LANGUAGE || rest.length === 0 ? language : [language, ...rest].join('-');
}

class Refusal extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Gathers concepts from the events of the parser. */
class ConceptReader {
  readonly concepts: Concept[] = [];
  readonly #parser = new SaxesParser();
  readonly #path: string[] = [];
  #concept: Concept | null = null;
  #section: LanguageSection | null = null;
  #term: Term | null = null;
  #textOf: string | null = null;
  #text = '';
  #hasBody = false;

  constructor() {
    const parser = this.#parser;
    parser.on('error', ({ message }) => this.#refuse('xmlSyntax', message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', (text) => {
      if (/[[]|<!/.test(text)) this.#refuse('xmlDeclares', '');
    });
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    parser.on('closetag', ({ name }) => this.#close(name));
    const onText = (text: string) => {
      // One more than may be, so that it is seen to be too long.
      if (this.#textOf !== null && this.#text.length <= LONGEST_VALUE)
        this.#text += text.slice(0, LONGEST_VALUE + 1);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  read(text: string, onProgress: (read: number) => void): void {
    for (let at = 0; at < text.length; at += PIECE) {
      onProgress(at);
      this.#parser.write(text.slice(at, at + PIECE));
    }
    this.#parser.close();
    if (!this.#hasBody) this.#refuse('xmlForm', this.#path[0] ?? '');
  }

  #refuse(code: FileFault['code'], detail: string): never {
    throw new Refusal({ code, line: this.#parser.line, column: this.#parser.column + 1, detail });
  }

  #open(full: string, attributes: Readonly<Record<string, string>>): void {
    const name = full.replace(/^.*:/, '');
    this.#path.push(name);
    if (this.#path.length > DEEPEST_ELEMENT) this.#refuse('nested', String(DEEPEST_ELEMENT));
    const line = this.#parser.line;
    if (name === 'body') this.#hasBody = true;
    else if (CONCEPTS.has(name)) {
      if (this.concepts.length === MOST_ENTRIES) this.#refuse('tooManyRows', String(MOST_ENTRIES));
      const id = attributes.id ?? attributes['xml:id'] ?? null;
      this.#concept = { line, id, subject: '', definition: '', sections: [], hasTooMany: false };
      this.concepts.push(this.#concept);
    } else if (this.#concept && LANGUAGES.has(name)) {
      this.#section = { language: languageTag(attributes['xml:lang'] ?? ''), definition: '', terms: [] };
      if (this.#concept.sections.length === MOST_MEMBERS) this.#concept.hasTooMany = true;
      else this.#concept.sections.push(this.#section);
    } else if (this.#section && TERMS.has(name)) {
      this.#term = { line, text: '', type: '', status: '' };
      if (this.#concept && this.#section.terms.length === MOST_MEMBERS) this.#concept.hasTooMany = true;
      else this.#section.terms.push(this.#term);
    } else if (this.#concept) {
      // In style DCA the element says little and its type all; in DCT the element says it.
      const says = name === 'descrip' || name === 'termNote' ? (attributes.type ?? '') : name;
      if (SAYING.has(says)) {
        this.#textOf = says;
        this.#text = '';
      }
    }
  }

  #close(full: string): void {
    const name = full.replace(/^.*:/, '');
    this.#path.pop();
    if (this.#textOf !== null && !INLINE.has(name)) {
      this.#take(this.#textOf, this.#text);
      this.#textOf = null;
    } else if (TERMS.has(name)) this.#term = null;
    else if (LANGUAGES.has(name)) this.#section = null;
    else if (CONCEPTS.has(name)) this.#concept = null;
  }

  #take(says: string, text: string): void {
    const concept = this.#concept;
    if (says === 'term' && this.#term) this.#term.text = text;
    else if (says === 'termType' && this.#term) this.#term.type = text.trim();
    else if (says === 'administrativeStatus' && this.#term) this.#term.status = text.trim();
    else if (says === 'definition') {
      const place = this.#section ?? concept;
      if (place && place.definition === '') place.definition = text;
    } else if (says === 'subjectField' && concept) concept.subject = text;
  }
}

/** What is taken of a concept. */
const SAYING = new Set(['term', 'termType', 'administrativeStatus', 'definition', 'subjectField']);
/** Marks inside a text. */
const INLINE = new Set(['hi', 'foreign', 'ph', 'sc', 'ec', 'bpt', 'ept', 'it', 'sub']);

/** @param onProgress hears how many characters are read. */
export function readTbx(
  text: string,
  onProgress: (read: number) => void = () => undefined,
): TbxFile | FileFault {
  const reader = new ConceptReader();
  try {
    reader.read(text, onProgress);
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    throw error;
  }
  const uses = new Map<string, number>();
  for (const { sections } of reader.concepts)
    for (const { language, terms } of sections)
      if (terms.length > 0 && language !== '') uses.set(language, (uses.get(language) ?? 0) + 1);
  const languages = [...uses].sort(([a, n], [b, m]) =>
    a === GLOSSARY_LANGUAGE ? -1 : b === GLOSSARY_LANGUAGE ? 1 : m - n,
  );
  return { concepts: reader.concepts, languages: languages.map(([language]) => language) };
}

const fields = entrySchema.entries;
const isShort = ({ type }: Term) => type === 'shortForm';
/** Their letters count: they match only as written. */
const isAcronym = ({ type }: Term) => type === 'acronym' || type === 'initialism';

/** The candidate of a concept; its name is taken from the section of `language`, else from its first. */
export function candidateOfConcept(
  concept: Concept,
  language: string,
  kind: EntryKind = OTHER_KIND,
): Candidate {
  const faults: Fault[] = [];
  const flags = new Map<Flag['code'], Flag>();
  const fault = (code: Fault['code'], line: number, column: string, detail = '') => {
    if (faults.length < MOST_FAULTS) faults.push({ code, line, column, detail });
  };
  const clean = (raw: string, line: number, column: string) => {
    if (raw.length > LONGEST_VALUE) fault('tooLong', line, column, String(LONGEST_VALUE));
    const { text, isCleaned } = cleanText(raw.slice(0, LONGEST_VALUE));
    // Line breaks and the spaces behind them are the file's own.
    const one = text.replace(/ {2,}/g, raw.includes('\n') ? ' ' : '$&');
    if (isCleaned) flags.set('cleaned', { code: 'cleaned', detail: '' });
    if (one.includes('\ufffd')) flags.set('replaced', { code: 'replaced', detail: '' });
    return one;
  };
  const checked = (field: 'name' | 'summary', text: string, line: number, column: string) => {
    const read = checkedBy(fields[field], text, '');
    for (const { code, detail } of read.faults ?? []) fault(code, line, column, detail);
    return read.value ?? null;
  };
  if (concept.hasTooMany) fault('tooMany', concept.line, '', String(MOST_MEMBERS));
  const sections = concept.sections.filter(({ terms }) => terms.length > 0);
  const main = sections.find((section) => section.language === language) ?? sections[0];
  const named = main?.terms.find((term) => term.status.startsWith('preferredTerm')) ?? main?.terms[0];
  const name = named ? clean(named.text, named.line, 'term') : '';
  const given: { -readonly [Field in keyof Given]: Given[Field] } = {};
  if (!named || name === '') fault('missing', named?.line ?? concept.line, 'term');
  else given.name = checked('name', name, named.line, 'term') ?? '';
  const subject = kindOf(concept.subject);
  if (subject) given.kind = subject;
  const aliases: Alias[] = [];
  const short: ShortForm[] = [];
  for (const section of sections) {
    const lang = section.language === GLOSSARY_LANGUAGE ? {} : { lang: section.language };
    for (const term of section.terms) {
      if (term === named) continue;
      const text = clean(term.text, term.line, 'term');
      if (text === '') continue;
      const item = isShort(term) ? fields.short.wrapped.item : fields.aliases.wrapped.item;
      const value = isShort(term)
        ? { text, ...lang }
        : { key: 'x', text, ...lang, case: isAcronym(term) ? 'exact' : 'any' };
      const read = checkedBy(item, value, 'term');
      for (const { code, detail, path } of read.faults ?? [])
        fault(code, term.line, path.replace(/\.text$/, ''), detail);
      // The schema of the one or the other has checked it.
      if (read.value && isShort(term)) short.push(read.value as ShortForm);
      else if (read.value) aliases.push({ ...(read.value as Alias), key: NO_KEY });
    }
  }
  if (aliases.length + short.length > MOST_MEMBERS)
    fault('tooMany', concept.line, 'term', String(MOST_MEMBERS));
  if (aliases.length > 0) given.aliases = aliases;
  if (short.length > 0) given.short = short;
  const defined = main && main.definition !== '' ? main.definition : concept.definition;
  const definition = clean(
    defined || (sections.find((one) => one.definition !== '')?.definition ?? ''),
    concept.line,
    'definition',
  );
  if (definition !== '') setDefinition(definition);
  const own = concept.id?.startsWith(OWN_ID) ? concept.id.slice(OWN_ID.length) : null;
  const id = own === null ? null : checkedBy(fields.id, own, 'id').value;
  return {
    ...{
      line: concept.line,
      name: name.slice(0, 120),
      id,
      isWhole: false,
      isBareShort: true,
      otherKind: kind,
    },
    ...{ given: faults.length === 0 ? given : {}, faults, flags: [...flags.values(), ...joinerFlags(given)] },
  };

  /** One that is too long for the card's one line is background, sentence by sentence. */
  function setDefinition(text: string): void {
    if (checkedBy(fields.summary, text, '').value !== null) {
      given.summary = text;
      return;
    }
    const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
    const background = sentences.map(({ segment }) => ({ text: segment.trim(), sources: [] }));
    const read = checkedBy(fields.background, background, 'definition');
    for (const { code, detail } of read.faults ?? []) fault(code, concept.line, 'definition', detail);
    if (read.value) given.background = read.value;
  }
}

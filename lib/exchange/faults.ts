/** What keeps an entry, or a whole file, from being taken; and what its reader should look at. */

/** Why an entry is refused; the words are in components/words/exchange.ts. */
export type FaultCode =
  /** There is no name, or an empty value where one is needed. */
  | 'missing'
  /** Longer than `detail` characters. */
  | 'tooLong'
  /** More than `detail` members or cells. */
  | 'tooMany'
  /** Not one of the words in `detail`. */
  | 'choice'
  | 'date'
  | 'address'
  | 'language'
  | 'id'
  | 'number'
  /** No JSON, or not what the field holds. */
  | 'json'
  /** Control, bidi or zero-width characters that no entry may hold. */
  | 'invisible'
  /** Half of a character: a lone surrogate. */
  | 'surrogate'
  /** A field that entries do not have. */
  | 'unknown'
  | 'nested'
  /** Two members with the key in `detail`. */
  | 'sameKey'
  /** The same entry stands in the line in `detail` already. */
  | 'twice'
  /** Several entries have this name; only an id can tell which is meant. */
  | 'ambiguous'
  /** Anything else, in the schema's own words. */
  | 'invalid';

/** One reason, with its place. */
export interface Fault {
  readonly code: FaultCode;
  /** Of the file, from 1. */
  readonly line: number;
  /** The column's name or the field's path: `Alias`, `facts[2].from`; empty for the entry as a whole. */
  readonly column: string;
  readonly detail: string;
}

/** Why a file as a whole cannot be read. */
export type FileFaultCode =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'jsonSyntax'
  /** JSON of another form, or of a later version. */
  | 'jsonForm'
  | 'nested'
  | 'xmlSyntax'
  /** Declares a document type of its own, or entities. */
  | 'xmlDeclares'
  /** XML without a terminology in it. */
  | 'xmlForm';

export interface FileFault {
  readonly code: FileFaultCode;
  /** From 1; null where it is the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly detail: string;
}

/** What should be looked at, though the entry is taken. */
export type FlagCode =
  /** Control, bidi or zero-width characters were taken out. */
  | 'cleaned'
  /** A joiner, a selector or a filler, which nobody sees, stands in a name whose script has no use for it. */
  | 'joiner'
  /** Characters that the encoding does not know: it may be another. */
  | 'replaced'
  /** A quotation mark opens a cell and nothing closes it. */
  | 'quote'
  /** The user has hidden the entry; it stays so. */
  | 'hidden'
  /** Found by an alias of the entry named in `detail`. */
  | 'byAlias'
  /** Another entry, named in `detail`, has this name. */
  | 'sameName';

export interface Flag {
  readonly code: FlagCode;
  readonly detail: string;
}

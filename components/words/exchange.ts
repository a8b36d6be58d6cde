import type { Column } from '../../lib/exchange/columns';
import type { Fault, FaultCode, FileFault, FileFaultCode, Flag, FlagCode } from '../../lib/exchange/faults';
import type { Format, LossCode } from '../../lib/exchange/losses';
import type { Mode } from '../../lib/exchange/meet';
import type { Status } from '../../lib/exchange/preview';
import type { Delimiter } from '../../lib/exchange/table-text';
import type { Phase } from '../../lib/exchanging/protocol';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { FIELD_MESSAGES } from './store';

/** `$1` is what the fault says more. */
const FAULT_MESSAGES: Readonly<Record<FaultCode, MessageKey>> = {
  missing: 'refusalMissing',
  tooLong: 'refusalTooLong',
  tooMany: 'refusalTooMany',
  choice: 'refusalChoice',
  date: 'refusalDate',
  address: 'refusalAddress',
  language: 'refusalLanguage',
  id: 'refusalId',
  number: 'refusalNumber',
  json: 'refusalJson',
  invisible: 'refusalInvisible',
  surrogate: 'refusalSurrogate',
  unknown: 'refusalUnknown',
  nested: 'refusalNested',
  sameKey: 'refusalSameKey',
  twice: 'refusalTwice',
  ambiguous: 'refusalAmbiguous',
  invalid: 'refusalInvalid',
};

/** A fault with its place: "line 12, Kind: must be one of …". */
export function faultInWords({ code, line, column, detail }: Fault): string {
  const place = column === '' ? message('exchangePlace', line) : message('exchangePlaceColumn', line, column);
  return message('exchangeFault', place, message(FAULT_MESSAGES[code], detail));
}

const FILE_FAULT_MESSAGES: Readonly<Record<FileFaultCode, MessageKey>> = {
  empty: 'fileEmpty',
  tooLarge: 'fileTooLarge',
  tooManyRows: 'fileTooManyRows',
  jsonSyntax: 'fileJsonSyntax',
  jsonForm: 'fileJsonForm',
  nested: 'fileNested',
  xmlSyntax: 'fileXmlSyntax',
  xmlDeclares: 'fileXmlDeclares',
  xmlForm: 'fileXmlForm',
};

/** Why a file cannot be read, with the place where it is wrong. */
export function fileFaultInWords({ code, line, column, detail }: FileFault): string {
  const what = message(FILE_FAULT_MESSAGES[code], detail);
  if (line === null) return what;
  return message('exchangeFault', message('exchangeFilePlace', line, column ?? 1), what);
}

/** `$1` is the other entry's name. */
const FLAG_MESSAGES: Readonly<Record<FlagCode, MessageKey>> = {
  cleaned: 'flagCleaned',
  joiner: 'flagJoiner',
  replaced: 'flagReplaced',
  quote: 'flagQuote',
  hidden: 'flagHidden',
  byAlias: 'flagByAlias',
  sameName: 'flagSameName',
};

export const flagInWords = ({ code, detail }: Flag) => message(FLAG_MESSAGES[code], detail);

export const STATUS_MESSAGES: Readonly<Record<Status, MessageKey>> = {
  new: 'statusNew',
  changed: 'statusChanged',
  conflict: 'statusConflict',
  same: 'statusSame',
  kept: 'statusKept',
  refused: 'statusRefused',
};

export const MODE_MESSAGES: Readonly<Record<Mode, { readonly name: MessageKey; readonly hint: MessageKey }>> =
  {
    merge: { name: 'modeMerge', hint: 'modeMergeHint' },
    replace: { name: 'modeReplace', hint: 'modeReplaceHint' },
    add: { name: 'modeAdd', hint: 'modeAddHint' },
  };

/** `$1` of `$2`. */
export const PHASE_MESSAGES: Readonly<Record<Phase, MessageKey>> = {
  reading: 'phaseReading',
  comparing: 'phaseComparing',
  writing: 'phaseWriting',
};

export const DELIMITER_MESSAGES: Readonly<Record<Delimiter, MessageKey>> = {
  ',': 'delimiterComma',
  ';': 'delimiterSemicolon',
  '\t': 'delimiterTab',
  '|': 'delimiterBar',
};

const COLUMN_MESSAGES = {
  id: 'columnId',
  ownScriptLanguage: 'columnOwnScriptLanguage',
  latitude: 'columnLatitude',
  longitude: 'columnLongitude',
  formerIds: 'columnFormerIds',
} as const satisfies Partial<Record<Column, MessageKey>>;

/** What a column is taken as. */
export const columnInWords = (column: Column) =>
  message(
    column in COLUMN_MESSAGES
      ? COLUMN_MESSAGES[column as keyof typeof COLUMN_MESSAGES]
      : FIELD_MESSAGES[column as Exclude<Column, keyof typeof COLUMN_MESSAGES>],
  );

export const FORMAT_MESSAGES: Readonly<Record<Format, MessageKey>> = {
  json: 'formatJson',
  csv: 'formatCsv',
  tsv: 'formatTsv',
  simple: 'formatSimple',
  tbx: 'formatTbx',
};

export const LOSS_MESSAGES: Readonly<Record<LossCode, MessageKey>> = {
  aliasRules: 'lossAliasRules',
  aliasCues: 'lossAliasCues',
  aliasLanguage: 'lossAliasLanguage',
  short: 'lossShort',
  shortRules: 'lossShortRules',
  ownScript: 'lossOwnScript',
  ownScriptMark: 'lossOwnScriptMark',
  say: 'lossSay',
  familiarity: 'lossFamiliarity',
  background: 'lossBackground',
  facts: 'lossFacts',
  relations: 'lossRelations',
  naming: 'lossNaming',
  coordinates: 'lossCoordinates',
  sources: 'lossSources',
  sourceTitles: 'lossSourceTitles',
  checked: 'lossChecked',
  wikidata: 'lossWikidata',
  formerIds: 'lossFormerIds',
};

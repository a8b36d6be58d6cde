import { COLUMNS, type Column, type Mapping } from '../../lib/exchange/columns';
import { ENCODINGS } from '../../lib/exchange/encoding';
import type { OpenedFile, OpenedTable, Wishes } from '../../lib/exchange/open-file';
import { columnName } from '../../lib/exchange/read-table';
import { DELIMITERS } from '../../lib/exchange/table-text';
import { ENTRY_KINDS } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { columnInWords, DELIMITER_MESSAGES } from '../words/exchange';
import { KIND_MESSAGES } from '../words/kinds';

interface ReadingOptionsProps {
  readonly file: OpenedFile;
  /** Reads the file again in another way; what is not said stays as it is. */
  readonly onWish: (wish: Wishes) => void;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([one]) => one === currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How the file was read, each of which may be set right. */
export function ReadingOptions({ file, onWish }: ReadingOptionsProps) {
  return (
    <>
      <div class="reading">
        {file.encoding ? (
          <Choice
            label={message('exchangeEncoding')}
            value={file.encoding}
            options={[...new Set([file.encoding, ...ENCODINGS])].map((one) => [one, one] as const)}
            onChoose={(encoding) => onWish({ encoding })}
          />
        ) : null}
        {file.form === 'table' ? (
          <Choice
            label={message('exchangeDelimiter')}
            value={file.delimiter}
            options={DELIMITERS.map((one) => [one, message(DELIMITER_MESSAGES[one])] as const)}
            onChoose={(delimiter) => onWish({ delimiter })}
          />
        ) : null}
        {file.form === 'tbx' ? (
          <Choice
            label={message('exchangeLanguage')}
            value={file.language}
            options={file.languages.map((one) => [one, one] as const)}
            onChoose={(language) => onWish({ language })}
          />
        ) : null}
        {file.form === 'table' || file.form === 'tbx' ? (
          <Choice
            label={message('exchangeKind')}
            value={file.kind}
            options={ENTRY_KINDS.map((kind) => [kind, message(KIND_MESSAGES[kind])] as const)}
            onChoose={(kind) => onWish({ kind })}
          />
        ) : null}
        {file.form === 'table' ? (
          <label class="check">
            <input
              type="checkbox"
              checked={file.hasHeader}
              onChange={({ currentTarget }) => onWish({ hasHeader: currentTarget.checked })}
            />
            {message('exchangeHeader')}
          </label>
        ) : null}
      </div>
      {file.form === 'table' ? <Columns file={file} onMapping={(mapping) => onWish({ mapping })} /> : null}
    </>
  );
}

/** Cells shown of each column, and characters of one. */
const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;
const OMITTED = '';

function Columns({ file, onMapping }: { file: OpenedTable; onMapping: (mapping: Mapping) => void }) {
  const { mapping, header, sample } = file;
  const options = [
    [OMITTED, message('columnOmit')] as const,
    ...COLUMNS.map((column) => [column, columnInWords(column)] as const),
  ];
  return (
    <details class="columns" open={!mapping.includes('name')}>
      <summary>{message('exchangeColumns')}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{message('exchangeColumn')}</th>
              <th scope="col">{message('exchangeExamples')}</th>
              <th scope="col">{message('exchangeField')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.map((column, at) => {
              const name = columnName(header, at);
              const examples = sample.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== '');
              return (
                // Columns have no other identity than their place.
                <tr key={`${at}`}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <td dir="auto" class="note">
                    {examples
                      .slice(0, MOST_EXAMPLES)
                      .map((cell) => cell.slice(0, LONGEST_EXAMPLE))
                      .join(' · ')}
                  </td>
                  <td>
                    <select
                      aria-label={message('exchangeColumnIs', name)}
                      value={column ?? OMITTED}
                      onChange={({ currentTarget }) => {
                        const chosen = COLUMNS.find((one) => one === currentTarget.value) ?? null;
                        onMapping(withColumn(mapping, at, chosen));
                      }}
                    >
                      {options.map(([one, words]) => (
                        <option key={one} value={one}>
                          {words}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const withColumn = (mapping: Mapping, at: number, column: Column | null): Mapping =>
  mapping.map((one, i) => (i === at ? column : one));

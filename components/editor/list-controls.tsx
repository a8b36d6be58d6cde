import type { Ref } from 'preact';
import { type ListQuery, SCOPES, type Scope, SORTS, type Sort } from '../../lib/editing/list-query';
import { ENTRY_KINDS, type EntryKind } from '../../lib/glossary/schema';
import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import { SCOPE_MESSAGES, SORT_MESSAGES } from '../words/editing';
import { KIND_MESSAGES, KINDS_MESSAGES } from '../words/kinds';
import type { Beat, SharedLayer } from './live-glossary';

interface ChoiceProps<Value extends string> {
  readonly label: MessageKey;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      <span class="label">{message(label)}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([one]) => one === event.currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface ListControlsProps {
  readonly query: ListQuery;
  readonly beats: readonly Beat[];
  /** The shared glossaries that the user takes part in, the lowest first. */
  readonly layers: readonly SharedLayer[];
  readonly search: Ref<HTMLInputElement>;
  readonly onQuery: (query: ListQuery) => void;
  /** From the search into the list. */
  readonly onLeave: () => void;
}

const NONE = '';
/** No beat's slug has it: what stands behind it is a shared glossary's address. */
const SHARED = 'shared:';

/** Search, filters and order of the list. */
export function ListControls({ query, beats, layers, search, onQuery, onLeave }: ListControlsProps) {
  return (
    <search class="controls">
      <label class="search">
        <span class="label">{message('listSearch')}</span>
        <input
          ref={search}
          type="search"
          value={query.text}
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          placeholder={message('listSearchHint')}
          onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </label>
      <Choice<Scope>
        label="listScope"
        value={query.scope}
        choices={SCOPES.map((scope) => [scope, message(SCOPE_MESSAGES[scope])])}
        onChoose={(scope) => onQuery({ ...query, scope })}
      />
      <Choice<EntryKind | typeof NONE>
        label="fieldKind"
        value={query.kind ?? NONE}
        choices={[
          [NONE, message('listAnyKind')],
          ...ENTRY_KINDS.map((kind) => [kind, message(KINDS_MESSAGES[kind])] as const),
        ]}
        onChoose={(kind) => onQuery({ ...query, kind: kind === NONE ? null : kind })}
      />
      <Choice
        label="listBeat"
        value={query.layer === null ? (query.beat ?? NONE) : SHARED + query.layer}
        choices={[
          [NONE, message('listAnyBeat')],
          ...beats.map(({ slug, title }) => [slug, title] as const),
          ...layers.map(
            ({ address, title }) => [SHARED + address, message('listSharedPart', title)] as const,
          ),
        ]}
        onChoose={(part) => {
          const isShared = part.startsWith(SHARED);
          const beat = part === NONE || isShared ? null : part;
          onQuery({ ...query, beat, layer: isShared ? part.slice(SHARED.length) : null });
        }}
      />
      <Choice<Sort>
        label="listSort"
        value={query.sort}
        choices={SORTS.map((sort) => [sort, message(SORT_MESSAGES[sort])])}
        onChoose={(sort) => onQuery({ ...query, sort })}
      />
    </search>
  );
}

export interface BulkDeeds {
  readonly onHide: (hidden: boolean) => void;
  readonly onWithdraw: () => void;
  readonly onKind: (kind: EntryKind) => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** What can be done to all that are selected; each one step. */
export function BulkBar({ count, isReadOnly, ...deeds }: BulkDeeds & { count: number; isReadOnly: boolean }) {
  if (count === 0) return null;
  return (
    <section class="bulk" aria-label={message('bulkLabel')}>
      <p role="status">{countedMessage(count, 'bulkSelected')}</p>
      <p class="actions">
        {isReadOnly ? null : (
          <>
            <button type="button" class="button small" onClick={() => deeds.onHide(true)}>
              {message('bulkHide')}
            </button>
            <button type="button" class="button small" onClick={() => deeds.onHide(false)}>
              {message('bulkShow')}
            </button>
            <button type="button" class="button small" onClick={() => deeds.onWithdraw()}>
              {message('bulkWithdraw')}
            </button>
            <select
              aria-label={message('bulkKind')}
              value=""
              onChange={(event) => {
                const kind = ENTRY_KINDS.find((one) => one === event.currentTarget.value);
                event.currentTarget.value = '';
                if (kind) deeds.onKind(kind);
              }}
            >
              <option value="">{message('bulkKind')}</option>
              {ENTRY_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {message(KIND_MESSAGES[kind])}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="button" class="button small" onClick={() => deeds.onExport()}>
          {message('bulkExport')}
        </button>
        <button type="button" class="textual" onClick={() => deeds.onClear()}>
          {message('bulkClear')}
        </button>
      </p>
    </section>
  );
}

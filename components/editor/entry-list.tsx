import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  allSelected,
  type ListState,
  movedBy,
  movedTo,
  noneSelected,
  toggled,
} from '../../lib/editing/list-state';
import type { EntryState, Row } from '../../lib/editing/row';
import type { MessageKey } from '../../lib/platform/i18n';
import { countedMessage, message } from '../../lib/platform/i18n';
import { KIND_MESSAGES } from '../words/kinds';
import type { SharedLayer } from './live-glossary';

/** Rows drawn beyond those in sight, on either side: a quick turn of the wheel. */
const SPARE_ROWS = 6;
/** Before the first measure. CSS px. */
const GUESSED_ROW = 52;

const STATE_MESSAGES: Readonly<Record<EntryState, MessageKey | null>> = {
  bundled: null,
  added: 'editorAdded',
  changed: 'listChanged',
  hidden: 'editorHidden',
};

/** What keys in the list ask of the page. */
export type ListCommand = 'search' | 'new' | 'help';

export interface EntryListProps {
  readonly rows: readonly Row[];
  readonly state: ListState;
  readonly openId: string | null;
  /** The shared glossaries, whose titles stand at their entries. */
  readonly layers: readonly SharedLayer[];
  readonly onState: (state: ListState) => void;
  readonly onOpen: (id: string) => void;
  readonly onCommand: (command: ListCommand) => void;
}

interface Sight {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
}

function rowInWords({ state, entry, conflicts, layers }: Row, titles: ReadonlyMap<string, string>): string {
  const own = STATE_MESSAGES[state];
  const shared = titles.get(layers.at(-1) ?? '');
  return [
    message(KIND_MESSAGES[entry.kind]),
    ...(shared === undefined ? [] : [message('listSharedPart', shared)]),
    ...(own ? [message(own)] : []),
    ...(conflicts.length > 0 ? [message('listConflict')] : []),
  ].join(' · ');
}

const COMMANDS: Readonly<Record<string, ListCommand>> = { '/': 'search', n: 'new', '?': 'help' };

/** All rows of a query, of which only those in sight are drawn. */
export function EntryList({ rows, state, openId, layers, onState, onOpen, onCommand }: EntryListProps) {
  const titles = new Map(layers.map(({ address, title }) => [address, title]));
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, height: 600, rowHeight: GUESSED_ROW });
  useLayoutEffect(() => {
    const measure = () => {
      const { scrollTop: top = 0, clientHeight: height = 0 } = box.current ?? {};
      const rowHeight = probe.current?.offsetHeight || GUESSED_ROW;
      setSight((known) =>
        known.top === top && known.height === height && known.rowHeight === rowHeight
          ? known
          : { top, height, rowHeight },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    if (probe.current) observer.observe(probe.current);
    box.current?.addEventListener('scroll', measure, { passive: true });
    const scrolled = box.current;
    return () => {
      observer.disconnect();
      scrolled?.removeEventListener('scroll', measure);
    };
  }, []);
  const { top, height, rowHeight } = sight;
  const activePlace = state.active === null ? -1 : rows.findIndex(({ id }) => id === state.active);
  // The row that keys act on comes into sight when it changes, not when the wheel turns.
  useEffect(() => {
    const view = box.current;
    if (!view || activePlace < 0) return;
    const start = activePlace * rowHeight;
    if (start < view.scrollTop) view.scrollTop = start;
    else if (start + rowHeight > view.scrollTop + view.clientHeight)
      view.scrollTop = start + rowHeight - view.clientHeight;
  }, [activePlace, rowHeight]);

  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const isChord = ctrlKey || metaKey;
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page },
      ...{ Home: -rows.length, End: rows.length },
    };
    const step = steps[key];
    const command = isChord || altKey ? undefined : COMMANDS[key];
    if (step !== undefined && !isChord) onState(movedBy(state, rows, step, shiftKey));
    else if (key === 'Enter' && state.active !== null) onOpen(state.active);
    else if (key === ' ' && state.active !== null) onState(toggled(state, state.active));
    else if (isChord && key.toLowerCase() === 'a') onState(allSelected(state, rows));
    else if (key === 'Escape' && state.selected.size > 0) onState(noneSelected(state));
    else if (command) onCommand(command);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent, row: Row, place: number) => {
    // What was clicked is in the list.
    const isBox = (event.target as Element).closest('.tick') !== null;
    if (event.shiftKey) onState(movedTo(state, rows, place, true));
    else if (event.ctrlKey || event.metaKey || isBox) onState(toggled(state, row.id));
    else {
      onState(movedTo(state, rows, place, false));
      onOpen(row.id);
    }
  };
  const isActiveDrawn = activePlace >= first && activePlace < last;
  return (
    <div
      class="list"
      hidden={rows.length === 0}
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={countedMessage(rows.length, 'listEntries')}
      aria-activedescendant={isActiveDrawn ? `row-${rows[activePlace]?.id}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (state.active === null && rows.length > 0) onState(movedTo(state, rows, first, false));
      }}
    >
      <div class="row probe" ref={probe} aria-hidden="true" />
      <div class="all-rows" role="presentation" style={{ blockSize: `${rows.length * rowHeight}px` }}>
        {rows.slice(first, last).map((row, i) => {
          const place = first + i;
          const isSelected = state.selected.has(row.id);
          const classes = ['row', row.id === openId ? 'open' : '', place === activePlace ? 'active' : ''];
          return (
            // The list has the focus and the keys, as a listbox does.
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <div
              key={row.id}
              id={`row-${row.id}`}
              class={classes.filter(Boolean).join(' ')}
              role="option"
              tabIndex={-1}
              aria-selected={isSelected}
              aria-posinset={place + 1}
              aria-setsize={rows.length}
              style={{ insetBlockStart: `${place * rowHeight}px` }}
              onClick={(event) => onClick(event, row, place)}
            >
              <span class="tick" aria-hidden="true" />
              <span class="row-words">
                <bdi class="row-name">{row.entry.name}</bdi>
                <span class="row-about">{rowInWords(row, titles)}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

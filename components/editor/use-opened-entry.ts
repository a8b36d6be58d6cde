import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row } from '../../lib/editing/row';
import type { Entry } from '../../lib/glossary/schema';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { EntryEditing } from './entry-editing';
import { blankEntry, knownOf } from './front-story';
import { keepDraft, keptDraft } from './kept-drafts';
import type { LiveGlossary } from './live-glossary';
import { type OpenedAt, rememberAddress } from './page-address';

/** The opened entry's editing, kept while it is open; what it opens at may take a moment to be read. */
interface Opened {
  /** Tells one opening from the next. */
  readonly number: number;
  readonly at: OpenedAt;
  readonly editing: EntryEditing;
  /** As it was when it was opened; null for a new one. */
  readonly before: Entry | null;
}

let openings = 0;
const nextNumber = () => ++openings;

export interface OpenedEntry {
  /** Null where none is open, or it is not read yet. */
  readonly editing: EntryEditing | null;
  /** Null of an entry that is still to be added, too. */
  readonly id: string | null;
  readonly row: Row | null;
  readonly before: Entry | null;
  readonly number: number;
  /** Saves what is typed of the entry that is open, also of one that is about to be left. */
  readonly flush: () => Promise<void>;
}

/**
 * The entry that the page is to be opened at, `wanted`: opened once it is known what lies beneath it, brought
 * up to what others write, remembered in the address, and saved before the page goes.
 *
 * @param onGone the entry is there no more.
 */
export function useOpenedEntry(
  wanted: OpenedAt,
  store: UserGlossary,
  glossary: LiveGlossary,
  onChange: () => void,
  onGone: () => void,
): OpenedEntry {
  const { catalogue } = glossary;
  const [opened, setOpened] = useState<Opened | null>(null);
  const world = useMemo(
    () => ({
      store,
      takenIds: async () => {
        await glossary.groundRead;
        return (id: string) => catalogue.get(id) !== undefined;
      },
      keep: keepDraft,
      onChange,
      onWritten: () => void glossary.refresh(),
    }),
    [glossary],
  );

  const wantedRow = wanted.at === 'entry' ? catalogue.get(wanted.id) : undefined;
  const isKnown = wantedRow !== undefined && (wantedRow.ground !== null || glossary.isGroundRead);
  const canOpen = wanted.at !== 'entry' || isKnown;
  useEffect(() => {
    if (opened?.at === wanted) return;
    if (wanted.at === 'list') {
      setOpened(null);
      rememberAddress(wanted);
      return;
    }
    if (!canOpen) return;
    if (wanted.at === 'entry' && wantedRow) {
      const { id, entry, ground } = wantedRow;
      const editing = EntryEditing.of(world, { entry, ground }, keptDraft(id));
      setOpened({ number: nextNumber(), at: wanted, editing, before: entry });
      rememberAddress({ at: 'entry', id });
      return;
    }
    if (wanted.at !== 'new') return;
    let isCurrent = true;
    const begin = (known: Entry, kept: ReturnType<typeof keptDraft>) => {
      if (isCurrent)
        setOpened({
          ...{ number: nextNumber(), at: wanted, before: null },
          editing: EntryEditing.ofNew(world, known, kept),
        });
    };
    rememberAddress({ at: 'new', name: null });
    if (wanted.name === null) begin(blankEntry(), keptDraft(null));
    else void knownOf(wanted.name).then((known) => begin(known, []));
    return () => {
      isCurrent = false;
    };
  }, [wanted, canOpen]);

  const editing = opened && opened.at === wanted ? opened.editing : null;
  const id = editing?.form.id ?? null;
  const row = id === null ? null : (catalogue.get(id) ?? null);
  // Another tab, an undo, an update: the form follows.
  useEffect(() => {
    if (editing && row) editing.follow({ entry: row.entry, ground: row.ground });
  }, [editing, row]);
  // A new entry that was added is one to come back to; one that is gone is not.
  useEffect(() => {
    if (id !== null) rememberAddress({ at: 'entry', id });
  }, [id]);
  const isGone = editing !== null && id !== null && row === null && glossary.isWhole;
  const wasThere = useRef<string | null>(null);
  useEffect(() => {
    if (row) wasThere.current = row.id;
    if (isGone && wasThere.current === id) onGone();
  }, [row, isGone]);
  // What was typed is on its way before the page goes.
  useEffect(() => {
    const leave = () => void editing?.flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [editing]);

  return {
    ...{ editing, id, row, before: opened?.before ?? null, number: opened?.number ?? 0 },
    flush: async () => opened?.editing.flush(),
  };
}

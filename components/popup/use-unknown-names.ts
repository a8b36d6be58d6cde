import { useEffect, useState } from 'preact/hooks';
import { newEntry } from '../../lib/glossary/new-entry';
import { type UnknownName, unknownNames } from '../../lib/matching/unknown-names';
import { askBackground, askTab } from '../../lib/messaging/channel';
import type { ReadTab } from '../../lib/platform/read-tab';
import type { PageAnswer } from './model';
import type { Adding, UnknownNamesProps } from './unknown-list';

/** Adds a name to the user's glossary, from this page itself: one transaction. Gives the entry's id. */
async function addName({ name, short, kind, draft }: UnknownName): Promise<string> {
  // The store is loaded when it is first written to: the popup opens without it.
  const [{ UserGlossary }, id] = await Promise.all([
    import('../../lib/store/user-glossary'),
    askBackground('new-id', { name }),
  ]);
  const entry = newEntry(id, { name, kind, summary: draft ?? '', short });
  const { outcome } = await new UserGlossary().add(entry, null);
  if (outcome !== 'written') throw new Error(`The store says: ${outcome}`);
  return id;
}

/** The names that the story has and the glossary lacks, looked for once its list is shown; and their adding. */
export function useUnknownNames(tab: ReadTab | null, answer: PageAnswer): Omit<UnknownNamesProps, 'onEdit'> {
  const [names, setNames] = useState<readonly UnknownName[]>([]);
  const [adding, setAdding] = useState<ReadonlyMap<string, Adding>>(new Map());
  const isRead = answer.state === 'read';
  useEffect(() => {
    if (!tab || !isRead) {
      setNames([]);
      return;
    }
    let isCurrent = true;
    // The list is painted first.
    requestAnimationFrame(() =>
      setTimeout(async () => {
        const text = await askTab(tab.id, 'story-text', null).catch(() => []);
        if (isCurrent) setNames(unknownNames(text));
      }),
    );
    return () => {
      isCurrent = false;
    };
  }, [tab, isRead]);
  const tell = (name: UnknownName, how: Adding) => setAdding((known) => new Map(known).set(name.name, how));
  const onAdd = async (name: UnknownName) => {
    tell(name, { is: 'going-on' });
    try {
      tell(name, { is: 'added', id: await addName(name) });
    } catch (error) {
      console.error('Newsgloss could not add a name:', error);
      tell(name, { is: 'failed' });
    }
  };
  return { names, adding, onAdd: (name) => void onAdd(name) };
}

import { useMemo, useRef, useState } from 'preact/hooks';
import { askBackground, askTab } from '../../lib/messaging/channel';
import type { StoryName } from '../../lib/page/story-reading';
import type { ReadTab } from '../../lib/platform/read-tab';
import type { CardStory } from '../story/card-content';
import { CardLookups } from '../story/card-lookups';
import { EntryInPlace } from './entry-in-place';
import type { PageAnswer } from './model';
import type { WentTo } from './name-list';
import type { StoryListProps } from './story-list';
import { useUnknownNames } from './use-unknown-names';

const editEntry = (id: string) => void askBackground('edit-entry', { id });

/** What cards in the popup know of their story. */
function useCardStory(site: string | null, answer: PageAnswer): CardStory {
  const date = useRef<ReturnType<CardStory['date']>>(null);
  if (answer.state === 'read') date.current = answer.date;
  return useMemo(
    () => ({
      lookups: new CardLookups((id, day) => askBackground('card', { id, date: day })),
      site: site ?? '',
      date: () => date.current,
      editEntry,
    }),
    [site],
  );
}

/**
 * The answer with the names whose cards are unfolded, also where the story has them no more: the card
 * that silenced a name is the way back.
 */
function useKept(answer: PageAnswer, expanded: ReadonlySet<string>): PageAnswer {
  const shown = useRef<readonly StoryName[]>([]);
  if (answer.state !== 'read') return answer;
  const ids = new Set(answer.names.map(({ id }) => id));
  const kept = shown.current.filter(({ id }) => expanded.has(id) && !ids.has(id));
  shown.current = [...answer.names, ...kept];
  return kept.length === 0 ? answer : { ...answer, names: shown.current };
}

/** The list of the story's names, and the answer that it shows. */
export function useStoryList(
  tab: ReadTab | null,
  site: string | null,
  answer: PageAnswer,
): { readonly list: StoryListProps; readonly shown: PageAnswer } {
  const [wentTo, setWentTo] = useState<WentTo | null>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const story = useCardStory(site, answer);
  const unknown = useUnknownNames(tab, answer);
  const shown = useKept(answer, expanded);

  const goTo = async (id: string) => {
    const gone = tab && (await askTab(tab.id, 'go-to-entry', { id }).catch(() => null));
    setWentTo(gone ? { id, ...gone } : null);
  };
  const expand = (id: string) =>
    setExpanded((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const list: StoryListProps = {
    deeds: { onGoTo: (id) => void goTo(id), onExpand: expand },
    wentTo,
    expanded,
    cardOf: (name) => <EntryInPlace name={name} story={story} onClose={() => expand(name.id)} />,
    unknown: { ...unknown, onEdit: editEntry },
  };
  return { list, shown };
}

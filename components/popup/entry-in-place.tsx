import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { StoryName } from '../../lib/page/story-reading';
import { CardContent, type CardStory } from '../story/card-content';

/** A look-up that takes longer than this is shown as going on, ms: less is a flicker. */
const LOADING_AFTER_MS = 100;

interface EntryInPlaceProps {
  readonly name: StoryName;
  readonly story: CardStory;
  readonly onClose: () => void;
}

/** The card of a name of the story, in the list. */
export function EntryInPlace({ name, story, onClose }: EntryInPlaceProps) {
  const [, repaint] = useReducer((times: number) => times + 1, 0);
  const content = useMemo(
    () => new CardContent(name.mention, story, () => repaint(undefined)),
    [name.id, story],
  );
  const place = useRef<HTMLDivElement>(null);
  const { isLoading } = content;
  // As much of it in sight as fits, once it says something.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [isLoading]);
  useEffect(() => content.fill(LOADING_AFTER_MS), [content]);
  return (
    <div class="in-place" ref={place}>
      {content.markup({ key: name.id, onClose, role: 'group' })}
    </div>
  );
}

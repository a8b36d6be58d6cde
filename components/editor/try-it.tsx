import { useState } from 'preact/hooks';
import type { Trial, TriedMention, TriedMiss, TriedStory } from '../../lib/editing/try-entry';
import { type MessageKey, message } from '../../lib/platform/i18n';

export interface TryItProps {
  /** Reads a story with the entry as it was when it was opened, and as it is now. */
  readonly tryOn: (story: TriedStory) => Trial;
  /** The story of the tab that was looked at last; null where it has none. */
  readonly fetchStory: () => Promise<TriedStory | null>;
  /** What the part begins with. */
  readonly story?: TriedStory | null;
}

const CHANGE_MESSAGES: Readonly<Record<TriedMention['change'], MessageKey>> = {
  gained: 'tryGained',
  lost: 'tryLost',
  kept: 'tryKept',
};

/** Text as it was pasted: a block a paragraph. */
function blocksOf(text: string): TriedStory['blocks'] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ text: part, role: 'body' }));
}

function Excerpt({ before, text, after }: Pick<TriedMention, 'before' | 'text' | 'after'>) {
  return (
    <p class="excerpt" dir="auto">
      {before}
      <mark>{text}</mark>
      {after}
    </p>
  );
}

function Tried({ mention }: { readonly mention: TriedMention }) {
  const { change, sense, why, other } = mention;
  return (
    <li class={change}>
      <strong>
        {message(CHANGE_MESSAGES[change])}
        {sense === 'possible' ? ` · ${message('popupPossible')}` : ''}
      </strong>
      <Excerpt {...mention} />
      {other ? <p class="note">{message(change === 'lost' ? 'tryInstead' : 'tryBefore', other)}</p> : null}
      <p class="note" dir="auto">
        {[message('tryForm', why.alias), ...why.evidence].join(' ')}
      </p>
    </li>
  );
}

function Missed({ miss }: { readonly miss: TriedMiss }) {
  return (
    <li class="missed">
      <strong>{message('tryMissed')}</strong>
      <Excerpt {...miss} />
      <p class="note" dir="auto">
        {miss.reason}
      </p>
    </li>
  );
}

/** Which names of a story the entry gains and loses by what was changed, and why. */
export function TryIt({ tryOn, fetchStory, story: first = null }: TryItProps) {
  const [story, setStory] = useState<TriedStory | null>(first);
  const [text, setText] = useState(first?.blocks.map((block) => block.text).join('\n\n') ?? '');
  const [said, setSaid] = useState('');
  const trial = story && story.blocks.length > 0 ? tryOn(story) : null;
  const write = (written: string) => {
    setText(written);
    setSaid('');
    setStory({ blocks: blocksOf(written), lang: story?.lang ?? null, date: story?.date ?? null });
  };
  const take = async () => {
    const taken = await fetchStory();
    setSaid(taken ? '' : message('tryNoStory'));
    if (!taken) return;
    setStory(taken);
    setText(taken.blocks.map((block) => block.text).join('\n\n'));
  };
  const changes = trial?.mentions.filter(({ change }) => change !== 'kept') ?? [];
  const kept = trial?.mentions.filter(({ change }) => change === 'kept') ?? [];
  return (
    <section class="try" aria-labelledby="try-title">
      <h2 id="try-title">{message('tryTitle')}</h2>
      <p class="note">{message('tryHint')}</p>
      <div class="field wide">
        <label for="try-text">{message('tryText')}</label>
        <textarea
          id="try-text"
          rows={4}
          value={text}
          dir="auto"
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
      <p class="actions">
        <button type="button" class="button small" onClick={() => void take()}>
          {message('tryTakeStory')}
        </button>
      </p>
      <p class="note" role="status">
        {said ||
          (trial ? message('trySummary', trial.mentions.length - lostIn(changes), changes.length) : '')}
      </p>
      {trial ? (
        <ul class="tried">
          {[...changes, ...kept].map((mention, i) => (
            <Tried key={i} mention={mention} />
          ))}
          {trial.misses.map((miss, i) => (
            <Missed key={i} miss={miss} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const lostIn = (changes: readonly TriedMention[]) => changes.filter(({ change }) => change === 'lost').length;

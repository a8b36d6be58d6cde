import type { ComponentChildren } from 'preact';
import type { StoryName } from '../../lib/page/story-reading';
import { countedMessage, message } from '../../lib/platform/i18n';
import { languageOf } from '../words/glossary-text';
import { KINDS_MESSAGES } from '../words/kinds';
import type { NameGroup } from './model';

/** The mention to which the reader was led: the how-manieth (from 1) of how many. */
export interface WentTo {
  readonly id: string;
  readonly at: number;
  readonly of: number;
}

export interface NameDeeds {
  /** Leads to the name's first mention in the story, or on to the next. */
  readonly onGoTo: (id: string) => void;
  /** Unfolds the entry's card in the list, or folds it. */
  readonly onExpand: (id: string) => void;
}

interface NameListProps {
  readonly groups: readonly NameGroup[];
  readonly deeds: NameDeeds;
  /** Null before she went anywhere. */
  readonly wentTo: WentTo | null;
  /** Ids of the names whose cards are unfolded. */
  readonly expanded: ReadonlySet<string>;
  readonly cardOf: (name: StoryName) => ComponentChildren;
}

/** A name, its one-liner, how often it is there and where the reader is among its mentions. */
function NameContent({ name, wentTo }: { readonly name: StoryName; readonly wentTo: WentTo | null }) {
  const count =
    wentTo?.id === name.id
      ? message('popupAtMention', wentTo.at, wentTo.of)
      : countedMessage(name.count, 'popupCount');
  return (
    <>
      <span class="name-line">
        <bdi class="name" {...languageOf(name.name)}>
          {name.name}
        </bdi>
        {name.sense === 'possible' ? (
          <span class="possible" title={message('popupPossibleHint')}>
            {message('popupPossible')}
          </span>
        ) : null}
        <span class="count">{count}</span>
      </span>
      {name.summary ? (
        <span class="one-liner" {...languageOf(name.summary)}>
          {name.summary}
        </span>
      ) : null}
    </>
  );
}

/** The names of the story by kind, the most relevant of each first. */
export function NameList({ groups, deeds, wentTo, expanded, cardOf }: NameListProps) {
  return (
    <>
      {groups.map(({ kind, names }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h3 class="kind" id={`kind-${kind}`}>
            {message(KINDS_MESSAGES[kind])}
          </h3>
          <ul>
            {names.map((name) => (
              <li key={name.id} class={expanded.has(name.id) ? 'story-name expanded' : 'story-name'}>
                <div class="row">
                  <button
                    type="button"
                    class="entry"
                    title={message('popupGoTo', name.name)}
                    onClick={() => deeds.onGoTo(name.id)}
                  >
                    <NameContent name={name} wentTo={wentTo} />
                  </button>
                  <button
                    type="button"
                    class="expand"
                    aria-expanded={expanded.has(name.id)}
                    aria-label={message('cardLabel', name.name)}
                    title={message('cardLabel', name.name)}
                    onClick={() => deeds.onExpand(name.id)}
                  >
                    <svg viewBox="0 0 10 10" aria-hidden="true">
                      <path d="M1.5 3.2L5 6.8l3.5-3.6" fill="none" stroke="currentColor" stroke-width="1.5" />
                    </svg>
                  </button>
                </div>
                {expanded.has(name.id) ? cardOf(name) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

import type { StoryName } from '../../lib/page/story-reading';
import { countedMessage, message } from '../../lib/platform/i18n';
import { KINDS_MESSAGES } from '../words/kinds';
import type { NameGroup } from './model';

interface NameListProps {
  readonly groups: readonly NameGroup[];
  /** Leads to the name in the story; null where that cannot be done. */
  readonly onOpenName: ((id: string) => void) | null;
}

function NameContent({ name }: { readonly name: StoryName }) {
  const count = countedMessage(name.count, { one: 'popupCountOne', other: 'popupCountOther' });
  return (
    <>
      <span class="name-line">
        <bdi class="name">{name.name}</bdi>
        {name.sense === 'possible' ? (
          <span class="possible" title={message('popupPossibleHint')}>
            {message('popupPossible')}
          </span>
        ) : null}
        <span class="count">{count}</span>
      </span>
      {name.summary ? (
        <span class="one-liner" dir="auto">
          {name.summary}
        </span>
      ) : null}
    </>
  );
}

/** The names of the story by kind, each with its one-liner and how often it is there. */
export function NameList({ groups, onOpenName }: NameListProps) {
  return (
    <>
      {groups.map(({ kind, names }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h3 class="kind" id={`kind-${kind}`}>
            {message(KINDS_MESSAGES[kind])}
          </h3>
          <ul>
            {names.map((name) => (
              <li key={name.id}>
                {onOpenName ? (
                  <button
                    type="button"
                    class="entry"
                    title={message('popupOpenName', name.name)}
                    onClick={() => onOpenName(name.id)}
                  >
                    <NameContent name={name} />
                  </button>
                ) : (
                  <div class="entry">
                    <NameContent name={name} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

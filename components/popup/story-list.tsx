import { useState } from 'preact/hooks';
import { countedMessage, message } from '../../lib/platform/i18n';
import { wordDate } from '../words/periods';
import { filteredGroups } from './filter-names';
import type { PopupPage } from './model';
import { type NameDeeds, NameList, type WentTo } from './name-list';
import { UnknownNames, type UnknownNamesProps } from './unknown-list';

/** Names that fit the popup at once; fewer want no filter. */
const FEWEST_TO_FILTER = 6;

export interface StoryListProps {
  readonly deeds: NameDeeds;
  readonly wentTo: WentTo | null;
  readonly expanded: ReadonlySet<string>;
  readonly cardOf: Parameters<typeof NameList>[0]['cardOf'];
  readonly unknown: UnknownNamesProps;
  /** What the filter starts with. */
  readonly query?: string;
}

/** Who is in this story: its names, a filter for them, and names that the glossary lacks. */
export function StoryList(props: StoryListProps & { readonly page: Extract<PopupPage, { state: 'read' }> }) {
  const { page, deeds, wentTo, unknown } = props;
  const [query, setQuery] = useState(props.query ?? '');
  const groups = filteredGroups(page.groups, query);
  const count = page.groups.reduce((sum, { names }) => sum + names.length, 0);
  const [best] = groups[0]?.names ?? [];
  const gone = wentTo && page.groups.flatMap(({ names }) => names).find(({ id }) => id === wentTo.id);
  return (
    <>
      <h2>{countedMessage(count, 'popupNames')}</h2>
      {page.date ? <p class="story-date">{message('popupStoryDate', wordDate(page.date.day))}</p> : null}
      {count >= FEWEST_TO_FILTER ? (
        <form
          class="filter"
          onSubmit={(event) => {
            event.preventDefault();
            if (best) deeds.onGoTo(best.id);
          }}
        >
          <input
            type="search"
            value={query}
            aria-label={message('popupFilter')}
            placeholder={message('popupFilter')}
            autoComplete="off"
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </form>
      ) : null}
      {groups.length === 0 && count > 0 ? (
        <p class="state" role="status">
          {message('popupNoneLike', query)}
        </p>
      ) : null}
      <NameList {...props} groups={groups} />
      {query === '' ? <UnknownNames {...unknown} /> : null}
      <p class="unseen" role="status">
        {gone && wentTo ? message('popupWentTo', gone.name, wentTo.at, wentTo.of) : ''}
      </p>
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { CardView } from '../../lib/glossary/card-view';
import { isAfter } from '../../lib/glossary/timing';
import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import { wordDate } from '../words/periods';
import { ChangeLine, InForceLine } from './statement-line';
import { TimeStrip } from './time-strip';

/** Lines of each kind that the folded card shows: more would not fit a card seen at a glance. */
const FOLDED_LINES = 2;

interface CardTimeProps {
  readonly view: CardView;
  readonly unfolded: boolean;
}

interface RowProps {
  readonly tense: 'then' | 'since' | 'now' | 'before';
  readonly label: MessageKey;
  /** Below the label. */
  readonly day?: string | null;
  readonly lines: readonly ComponentChildren[];
  readonly unfolded: boolean;
  /** Lines to show while folded. */
  readonly foldedLines?: number;
}

function Row({ tense, label, day, lines, unfolded, foldedLines = FOLDED_LINES }: RowProps) {
  if (lines.length === 0 || (!unfolded && foldedLines === 0)) return null;
  const shown = unfolded ? lines : lines.slice(0, foldedLines);
  const hidden = lines.length - shown.length;
  return (
    <>
      <dt class={`label ${tense}`}>
        {message(label)}
        {day ? <span class="day">{day}</span> : null}
      </dt>
      <dd>
        <ul>{shown}</ul>
        {hidden > 0 ? (
          <span class="aside">{countedMessage(hidden, { one: 'cardMoreOne', other: 'cardMoreOther' })}</span>
        ) : null}
      </dd>
    </>
  );
}

/** What was so when the story was written and what came since; or, without a date, what is so now. */
export function CardTime({ view, unfolded }: CardTimeProps) {
  const { sources, storyDate, checked } = view;
  const inForce = (storyDate ? view.then : view.now).map((line) => (
    <InForceLine key={line.key} line={line} sources={sources} unfolded={unfolded} />
  ));
  const changes = (lines: CardView['since']) =>
    lines.map((line) => (
      <ChangeLine key={`${line.key}${line.change}`} line={line} sources={sources} unfolded={unfolded} />
    ));
  const since = changes([...view.since, ...view.sinceMore]);
  const before = changes(view.before);
  if (inForce.length + since.length + before.length === 0) return null;
  const nothingSince = storyDate && since.length === 0 && checked && isAfter(checked, storyDate);
  return (
    <div class="time">
      <TimeStrip view={view} />
      <dl class="rows">
        <Row
          tense="before"
          label="cardBefore"
          lines={view.dated?.tense === 'past' ? before : []}
          foldedLines={1}
          unfolded={unfolded}
        />
        <Row
          tense={storyDate ? 'then' : 'now'}
          label={storyDate ? 'cardThen' : 'cardNow'}
          day={storyDate ? wordDate(storyDate) : null}
          lines={inForce}
          unfolded={unfolded}
        />
        <Row
          tense="since"
          label="cardSince"
          lines={
            nothingSince
              ? [
                  <li key="nothing" class="aside">
                    {message('cardSinceNothing', wordDate(checked))}
                  </li>,
                ]
              : since
          }
          unfolded={unfolded}
        />
        <Row
          tense="before"
          label="cardBefore"
          lines={view.dated?.tense === 'past' ? [] : before}
          foldedLines={0}
          unfolded={unfolded}
        />
      </dl>
    </div>
  );
}

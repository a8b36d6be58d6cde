import type { ComponentChildren } from 'preact';
import type { CardView, Change, InForce } from '../../lib/glossary/card-view';
import { isAfter } from '../../lib/glossary/timing';
import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import { wordDate } from '../words/periods';
import { linesThatFit } from './lines-that-fit';
import { ChangeLine, foldedLengthOf, InForceLine } from './statement-line';
import { TimeStrip } from './time-strip';

/** Rows of text that the folded card has for then and since together: it is seen at a glance. */
const FOLDED_ROWS = 4;
const FOLDED_ROWS_THEN = 2;

interface CardTimeProps {
  readonly view: CardView;
  readonly unfolded: boolean;
}

interface RowProps {
  readonly tense: 'then' | 'since' | 'now' | 'before';
  readonly label: MessageKey;
  /** Below the label. */
  readonly day?: string | null;
  readonly children: ComponentChildren;
  /** How many lines wait for the card to be unfolded. */
  readonly hidden?: number;
}

function Row({ tense, label, day, children, hidden = 0 }: RowProps) {
  return (
    <>
      <dt class={`label ${tense}`}>
        {message(label)}
        {day ? <span class="day">{day}</span> : null}
      </dt>
      <dd>
        <ul>{children}</ul>{' '}
        {hidden > 0 ? (
          <span class="aside hidden-lines">
            {countedMessage(hidden, { one: 'cardMoreOne', other: 'cardMoreOther' })}
          </span>
        ) : null}
      </dd>
    </>
  );
}

/** What was so when the story was written and what came since; or, without a date, what is so now. */
export function CardTime({ view, unfolded }: CardTimeProps) {
  const { sources, storyDate, checked } = view;
  const isOver = view.dated?.tense === 'past';
  const inForce = storyDate ? view.then : view.now;
  const since = [...view.since, ...view.sinceMore];
  if (inForce.length + since.length + view.before.length === 0) return null;

  const roomFor = (lines: readonly (InForce | Change)[], rows: number) =>
    unfolded ? { lines: lines.length, rows: 0 } : linesThatFit(lines.map(foldedLengthOf), rows);
  const thenFit = roomFor(inForce, FOLDED_ROWS_THEN);
  const sinceFit = roomFor(since, FOLDED_ROWS - thenFit.rows - (isOver ? 1 : 0));
  const beforeShown = unfolded ? view.before : view.before.slice(0, isOver ? 1 : 0);
  const change = (line: Change) => (
    <ChangeLine key={`${line.key} ${line.change}`} line={line} sources={sources} unfolded={unfolded} />
  );
  const before = beforeShown.length > 0 && (
    <Row tense="before" label="cardBefore" hidden={isOver ? view.before.length - beforeShown.length : 0}>
      {beforeShown.map(change)}
    </Row>
  );
  return (
    <div class="time">
      <TimeStrip view={view} />
      <dl class="rows">
        {isOver && before}
        {inForce.length > 0 && (
          <Row
            tense={storyDate ? 'then' : 'now'}
            label={storyDate ? 'cardThen' : 'cardNow'}
            day={storyDate && wordDate(storyDate)}
            hidden={inForce.length - thenFit.lines}
          >
            {inForce.slice(0, thenFit.lines).map((line) => (
              <InForceLine key={line.key} line={line} sources={sources} unfolded={unfolded} />
            ))}
          </Row>
        )}
        {since.length > 0 && (
          <Row tense="since" label="cardSince" hidden={since.length - sinceFit.lines}>
            {since.slice(0, sinceFit.lines).map(change)}
          </Row>
        )}
        {storyDate && since.length === 0 && checked && isAfter(checked, storyDate) && (
          <Row tense="since" label="cardSince">
            <li class="aside">{message('cardSinceNothing', wordDate(checked))}</li>
          </Row>
        )}
        {!isOver && before}
      </dl>
    </div>
  );
}

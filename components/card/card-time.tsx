import type { ComponentChildren } from 'preact';
import type { CardView, Change, InForce } from '../../lib/glossary/card-view';
import { isAfter } from '../../lib/glossary/timing';
import { countedMessage, type MessageKey, message } from '../../lib/platform/i18n';
import { wordDate } from '../words/periods';
import { linesThatFit } from './lines-that-fit';
import { ChangeLine, foldedLengthOf, InForceLine } from './statement-line';
import { tellingFirst } from './telling-first';
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
  /** Below the label, small. */
  readonly note?: string | null;
  readonly children: ComponentChildren;
}

function Row({ tense, label, note, children }: RowProps) {
  return (
    <>
      <dt class={`label ${tense}`}>
        {message(label)} {note ? <span class="note">{note}</span> : null}
      </dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </>
  );
}

/** "3 more", or null where nothing waits for the card to be unfolded. */
function wordHidden(hidden: number): string | null {
  return hidden > 0 ? countedMessage(hidden, 'cardMore') : null;
}

/**
 * What was so when the story was written and what came since; or, without a date, what is so now.
 * Where nothing was in force any more, the last thing before.
 */
export function CardTime({ view, unfolded }: CardTimeProps) {
  const { sources, storyDate, checked } = view;
  const last = view.dated?.tense === 'past' ? view.before[0] : null;
  const inForce = storyDate ? view.then : view.now;
  const allSince = [...view.since, ...view.sinceMore];
  const since = unfolded ? allSince : tellingFirst(allSince);
  if (inForce.length + since.length === 0 && !last) return null;

  const roomFor = (lines: readonly (InForce | Change)[], rows: number) =>
    unfolded ? { lines: lines.length, rows: 0 } : linesThatFit(lines.map(foldedLengthOf), rows);
  const thenFit = roomFor(inForce, FOLDED_ROWS_THEN);
  const sinceFit = roomFor(since, FOLDED_ROWS - thenFit.rows - (last ? 1 : 0));
  const change = (line: Change) => (
    <ChangeLine key={`${line.key} ${line.change}`} line={line} sources={sources} unfolded={unfolded} />
  );
  return (
    <div class="time">
      <TimeStrip view={view} />
      <dl class="rows">
        {last && (
          <Row tense="before" label="cardBefore">
            {change(last)}
          </Row>
        )}
        {inForce.length > 0 && (
          <Row
            tense={storyDate ? 'then' : 'now'}
            label={storyDate ? 'cardThen' : 'cardNow'}
            note={storyDate && wordDate(storyDate)}
          >
            {inForce.slice(0, thenFit.lines).map((line) => (
              <InForceLine key={line.key} line={line} sources={sources} unfolded={unfolded} />
            ))}
          </Row>
        )}
        {since.length > 0 && (
          <Row tense="since" label="cardSince" note={wordHidden(since.length - sinceFit.lines)}>
            {since.slice(0, sinceFit.lines).map(change)}
          </Row>
        )}
        {storyDate && since.length === 0 && checked && isAfter(checked, storyDate) && (
          <Row tense="since" label="cardSince">
            <li class="aside">{message('cardSinceNothing', wordDate(checked))}</li>
          </Row>
        )}
      </dl>
    </div>
  );
}

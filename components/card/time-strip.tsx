import { Component } from 'preact';
import type { CardView, Change, InForce } from '../../lib/glossary/card-types';
import { formatYear } from '../../lib/glossary/format-date';
import { message } from '../../lib/platform/i18n';
import { interfaceLanguage, interfaceLocale } from '../words/locale';
import { wordDate } from '../words/periods';
import { wordChange, wordStatement } from '../words/statements';
import { type TimeStripTicks, timeStripTicks } from './time-strip-ticks';

const percent = (way: number) => `${(way * 100).toFixed(2)}%`;

const wordLine = (line: InForce | Change) =>
  'change' in line ? wordChange(line, 'exact').text : wordStatement(line);

/** A mark of the line: a fact's, or the story's. */
interface Mark {
  readonly at: number;
  readonly kind: 'before' | 'story' | 'since';
  readonly words: string;
}

function marksOf({ ticks, story }: TimeStripTicks, storyDate: string): Mark[] {
  const marks = ticks.map(({ at, side, date, lines }): Mark => {
    const text = lines.map(wordLine).join(' · ');
    return { at, kind: side, words: message('cardTimelineFact', wordDate(date), text) };
  });
  const own: Mark = { at: story, kind: 'story', words: message('cardTimelineStory', wordDate(storyDate)) };
  const after = marks.findIndex(({ kind }) => kind === 'since');
  return after < 0 ? [...marks, own] : marks.toSpliced(after, 0, own);
}

interface TimeStripState {
  /** The mark whose words are shown; null for none. */
  readonly shown: number | null;
  /** The mark that Tab leads to: one for all, the arrow keys lead on. */
  readonly stop: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** A line of time with the dated facts and the story on it, to be read by pointer and by arrow keys. */
export class TimeStrip extends Component<{ readonly view: CardView }, TimeStripState> {
  override state: TimeStripState = { shown: null, stop: 0 };

  /** The words lie right under the line: a pointer that goes down onto them may read on, and select them. */
  #hideUnlessOnWords = ({ relatedTarget }: PointerEvent) => {
    const isOnWords = relatedTarget instanceof Element && relatedTarget.closest('.strip-words') !== null;
    if (!isOnWords) this.setState({ shown: null });
  };

  override render() {
    const { view } = this.props;
    const strip = timeStripTicks(view);
    if (!strip || !view.storyDate) return null;
    const { shown, stop } = this.state;
    const locale = interfaceLocale();
    const isMirrored = interfaceLanguage().dir === 'rtl';
    const marks = marksOf(strip, view.storyDate);
    const [first, last] = [formatYear(strip.first, locale), formatYear(strip.last, locale)];
    const wayOf = (at: number) => percent(isMirrored ? 1 - at : at);
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      const next = Math.min(marks.length - 1, Math.max(0, stop + (isMirrored ? -step : step)));
      event.preventDefault();
      this.setState({ stop: next, shown: next });
      // The handler stands on the drawing, whose marks are its only groups.
      (event.currentTarget as SVGElement).querySelectorAll<SVGElement>('.mark')[next]?.focus();
    };
    return (
      <div class="strip">
        <span aria-hidden="true">{first}</span>
        <span class="strip-line">
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
          <svg role="group" aria-label={message('cardTimeline', first, last)} onKeyDown={onKeyDown}>
            <line class="axis" x1="0" x2="100%" y1="50%" y2="50%" />
            {marks.map(({ at, kind, words }, i) => (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a mark is read, not pressed; the arrow keys lead to it
              <g
                key={`${kind}${at}`}
                class={`mark ${kind}`}
                role="img"
                aria-label={words}
                tabindex={i === stop ? 0 : -1}
                onPointerEnter={() => this.setState({ shown: i })}
                onPointerLeave={this.#hideUnlessOnWords}
                onFocus={() => this.setState({ shown: i, stop: i })}
                onBlur={() => this.setState({ shown: null })}
              >
                {kind === 'story' ? (
                  <line x1={wayOf(at)} x2={wayOf(at)} y1="1" y2="15" />
                ) : (
                  <circle cx={wayOf(at)} cy="50%" r="3" />
                )}
                <circle class="reach" cx={wayOf(at)} cy="50%" r="8" />
              </g>
            ))}
          </svg>
        </span>
        <span aria-hidden="true">{last}</span>
        {shown === null ? null : (
          <span
            class="strip-words"
            aria-hidden="true"
            dir="auto"
            onPointerLeave={() => this.setState({ shown: null })}
          >
            {marks[shown]?.words}
          </span>
        )}
      </div>
    );
  }
}

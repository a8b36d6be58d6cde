import { Component } from 'preact';
import type { CardView } from '../../lib/glossary/card-view';
import type { Sense, Why } from '../../lib/matching/types';
import { countedMessage, message } from '../../lib/platform/i18n';
import { wordDate } from '../words/periods';
import { CardDetails, type StoryDateOrigin } from './card-details';
import { CardFrame, type FrameProps } from './card-frame';
import { CardHeading } from './card-heading';
import { CardTime } from './card-time';

export interface CardProps extends Omit<FrameProps, 'name'> {
  readonly view: CardView;
  /** How sure the mention is that the card was opened for. */
  readonly sense: Sense;
  /** Why the mention was taken for the entry; null where the card was not opened from one. */
  readonly why: Why | null;
  /** How the story's date was found; null where it is unknown. */
  readonly storyDateOrigin: StoryDateOrigin | null;
  /** Closes the card. The button for it shows once the card is unfolded, and always with `closeButton`. */
  readonly onClose: () => void;
  /** For cards opened by key or tap, which no leaving pointer closes. */
  readonly closeButton?: boolean;
  /** Whether it stays while the reader reads on. */
  readonly pinned?: boolean;
  /** Pins the card, or puts the pinned one away; without it there is no button for it. */
  readonly onPin?: (() => void) | null;
  /** Opens a related entry's card; without it related names are plain text. */
  readonly onOpenEntry?: ((id: string) => void) | null;
  readonly startsUnfolded?: boolean;
  /** Called after the card grew or shrank by the reader's hand, so that it can be placed anew. */
  readonly onUnfold?: (unfolded: boolean) => void;
}

function footText({ sources, checked, stale }: CardView): string {
  const parts: string[] = [];
  if (sources.length > 0) {
    parts.push(countedMessage(sources.length, { one: 'cardSourcesOne', other: 'cardSourcesOther' }));
  }
  if (checked) parts.push(message(stale ? 'cardStaleShort' : 'cardChecked', wordDate(checked)));
  return parts.join(' · ');
}

interface CardState {
  readonly unfolded: boolean;
}

/**
 * What an entry's card says, at a glance first; the rest unfolds. Give it the entry's id as `key`.
 * A class, since hooks would add 1 KB gzipped to what runs on every story.
 */
export class Card extends Component<CardProps, CardState> {
  override state: CardState = { unfolded: this.props.startsUnfolded ?? false };

  // After the change is laid out, so that whoever places the card can measure it.
  override componentDidUpdate(_: CardProps, before: CardState): void {
    if (before.unfolded !== this.state.unfolded) this.props.onUnfold?.(this.state.unfolded);
  }

  override render() {
    const { view, sense, why, storyDateOrigin, theme, onClose, closeButton, onOpenEntry, pinned, onPin } =
      this.props;
    const { unfolded } = this.state;
    return (
      <CardFrame
        name={view.name}
        theme={theme ?? null}
        unfolded={unfolded}
        onClose={closeButton || unfolded ? onClose : null}
      >
        <CardHeading view={view} />
        {sense === 'possible' ? <p class="notice">{message('cardPossible')}</p> : null}
        {view.summary ? (
          <p class="summary" dir="auto">
            {view.summary}
          </p>
        ) : null}
        <CardTime view={view} unfolded={unfolded} />
        {unfolded ? (
          <CardDetails
            view={view}
            why={why}
            storyDateOrigin={storyDateOrigin}
            onOpenEntry={onOpenEntry ?? null}
          />
        ) : null}
        <footer class="foot">
          <span>{footText(view)}</span>
          {onPin ? (
            <button type="button" aria-pressed={pinned ?? false} onClick={() => onPin()}>
              {message(pinned ? 'cardUnpin' : 'cardPin')}
            </button>
          ) : null}
          <button
            type="button"
            aria-expanded={unfolded}
            onClick={() => this.setState({ unfolded: !unfolded })}
          >
            {message(unfolded ? 'cardFold' : 'cardUnfold')}
            <svg class="chevron" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1.5 3.2L5 6.8l3.5-3.6" fill="none" stroke="currentColor" stroke-width="1.6" />
            </svg>
          </button>
        </footer>
      </CardFrame>
    );
  }
}

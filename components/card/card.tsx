import { Component } from 'preact';
import type { CardView } from '../../lib/glossary/card-view';
import type { PlacedMap } from '../../lib/maps/types';
import type { Sense, Why } from '../../lib/matching/types';
import { countedMessage, message } from '../../lib/platform/i18n';
import { cardInWords, originInWords, reportInWords } from '../words/card-text';
import { languageOf } from '../words/glossary-text';
import { wordDate } from '../words/periods';
import { CardActions, type CardDeeds } from './card-actions';
import { CardDetails, type StoryDateOrigin } from './card-details';
import { CardFrame, type FrameProps } from './card-frame';
import { CardHeading } from './card-heading';
import { CardTime } from './card-time';
import { copyText } from './copy-text';
import { Icon } from './icon';
import { TextToCopy } from './text-to-copy';

export interface CardProps extends Omit<FrameProps, 'name'> {
  readonly view: CardView;
  /** Where it is; null for what has no place. */
  readonly map: PlacedMap | null;
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
  /** What can be done about it; without them the card can only be copied and reported. */
  readonly deeds?: CardDeeds | null;
  /** Name of the entry inside whose card this one was opened; null for a mention's own. */
  readonly backTo?: string | null;
  readonly onBack?: (() => void) | null;
  readonly startsUnfolded?: boolean;
  /** Called after the card grew or shrank by the reader's hand, so that it can be placed anew. */
  readonly onUnfold?: (unfolded: boolean) => void;
}

function footText({ sources, checked, stale, from }: CardView): string {
  const parts: string[] = [];
  if (sources.length > 0) {
    parts.push(countedMessage(sources.length, 'cardSources'));
  }
  if (checked) parts.push(message(stale ? 'cardStaleShort' : 'cardChecked', wordDate(checked)));
  if (from) parts.push(originInWords(from));
  return parts.join(' · ');
}

interface CardState {
  readonly unfolded: boolean;
  /** A text that is shown to be copied; null for none. */
  readonly shownText: 'report' | 'card' | null;
  readonly isCopied: boolean;
}

/**
 * What an entry's card says, at a glance first; the rest unfolds. Give it the entry's id as `key`.
 * A class, since hooks would add 1 KB gzipped to what runs on every story.
 */
export class Card extends Component<CardProps, CardState> {
  override state: CardState = {
    unfolded: this.props.startsUnfolded ?? false,
    shownText: null,
    isCopied: false,
  };

  // After the change is laid out, so that whoever places the card can measure it.
  override componentDidUpdate(_: CardProps, before: CardState): void {
    const { unfolded, shownText } = this.state;
    if (before.unfolded !== unfolded || before.shownText !== shownText) this.props.onUnfold?.(unfolded);
  }

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) this.setState({ isCopied: true });
    else if (this.state.shownText === null) this.setState({ shownText: 'card' });
  }

  #details() {
    const { view, map, why, storyDateOrigin, onOpenEntry, deeds } = this.props;
    const { shownText, isCopied } = this.state;
    const onCopy = (text: string) => void this.#copy(text);
    return (
      <>
        <CardDetails
          view={view}
          map={map}
          why={why}
          storyDateOrigin={storyDateOrigin}
          onOpenEntry={onOpenEntry ?? null}
        />
        {shownText ? (
          <TextToCopy
            hint={shownText === 'report' ? 'cardReportHint' : 'cardCopyHint'}
            text={shownText === 'report' ? reportInWords(view) : cardInWords(view)}
            onCopy={onCopy}
            isCopied={isCopied}
            onDone={() => this.setState({ shownText: null, isCopied: false })}
          />
        ) : (
          <CardActions
            {...(deeds ?? NO_DEEDS)}
            onCopy={() => onCopy(cardInWords(view))}
            isCopied={isCopied}
            onReport={() => this.setState({ shownText: 'report', isCopied: false })}
          />
        )}
      </>
    );
  }

  override render() {
    const { view, sense, role, theme, onClose, closeButton, pinned, onPin, backTo, onBack } = this.props;
    const { unfolded } = this.state;
    return (
      <CardFrame
        name={view.name}
        {...(role && { role })}
        theme={theme ?? null}
        unfolded={unfolded}
        onClose={closeButton || unfolded ? onClose : null}
      >
        {backTo && onBack ? (
          <button type="button" class="back" onClick={() => onBack()}>
            <Icon name="back" />
            {message('cardBack', backTo)}
          </button>
        ) : null}
        <CardHeading view={view} />
        {sense === 'possible' ? <p class="notice">{message('cardPossible')}</p> : null}
        {view.summary ? (
          <p class="summary" {...languageOf(view.summary)}>
            {view.summary}
          </p>
        ) : null}
        <CardTime view={view} unfolded={unfolded} />
        {unfolded ? this.#details() : null}
        <footer class="foot">
          <span>{footText(view)}</span>
          <span class="foot-actions">
            {onPin ? (
              <button type="button" class="action" aria-pressed={pinned ?? false} onClick={() => onPin()}>
                <Icon name="pin" />
                {message(pinned ? 'cardUnpin' : 'cardPin')}
              </button>
            ) : null}
            <button
              type="button"
              class="action"
              aria-expanded={unfolded}
              onClick={() => this.setState({ unfolded: !unfolded, shownText: null })}
            >
              {message(unfolded ? 'cardFold' : 'cardUnfold')}
              <svg class="chevron" viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1.5 3.2L5 6.8l3.5-3.6" fill="none" stroke="currentColor" stroke-width="1.6" />
              </svg>
            </button>
          </span>
        </footer>
      </CardFrame>
    );
  }
}

const NO_DEEDS: CardDeeds = { onKnow: null, onNotThis: null, onEdit: null };

import { type MessageKey, message } from '../../lib/platform/i18n';
import { CardFrame, type FrameProps } from './card-frame';

/** While the view is on its way; stays invisible where that is quick. */
export function CardLoading(props: FrameProps) {
  return (
    <CardFrame {...props}>
      <p class="plain-state loading" role="status">
        {message('cardLoading')}
      </p>
    </CardFrame>
  );
}

/** The look-up failed; the reader can ask again. */
export function CardFailed({ onRetry, ...frame }: FrameProps & { readonly onRetry: () => void }) {
  return (
    <CardFrame {...frame}>
      <p class="plain-state" role="status">
        <span>{message('cardFailed')}</span>
        <button type="button" class="action" onClick={() => onRetry()}>
          {message('cardRetry')}
        </button>
      </p>
    </CardFrame>
  );
}

/** The glossary has no such entry any more. */
export function CardGone(props: FrameProps) {
  return (
    <CardFrame {...props}>
      <p class="plain-state" role="status">
        {message('cardGone')}
      </p>
    </CardFrame>
  );
}

/** What the reader had done about an entry, with the way back. */
export type Quieted =
  | { readonly deed: 'muted' }
  | { readonly deed: 'silenced'; readonly where: 'here' | 'everywhere'; readonly alias: string };

function wordQuieted(quieted: Quieted, name: string): string {
  if (quieted.deed === 'muted') return message('cardMuted', name);
  const key: MessageKey = quieted.where === 'here' ? 'cardSilencedHere' : 'cardSilencedEverywhere';
  return message(key, quieted.alias, name);
}

interface QuietedProps extends FrameProps {
  readonly quieted: Quieted;
  readonly onUndo: () => void;
  /** It could not be stored, or taken back. */
  readonly hasFailed: boolean;
}

/** After "I know this" and "Not this one". */
export function CardQuieted({ quieted, onUndo, hasFailed, ...frame }: QuietedProps) {
  return (
    <CardFrame {...frame}>
      <p class="plain-state" role="status">
        <span>{hasFailed ? message('cardNotStored') : wordQuieted(quieted, frame.name)}</span>
        <button type="button" class="action" onClick={() => onUndo()}>
          {message(hasFailed ? 'cardRetry' : 'cardUndo')}
        </button>
      </p>
    </CardFrame>
  );
}

import { message } from '../../lib/platform/i18n';
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

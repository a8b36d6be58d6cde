import { message } from '../../lib/platform/i18n';
import { PHASE_MESSAGES } from '../words/exchange';
import { interfaceLocale } from '../words/locale';
import type { Progress } from './exchange-client';

interface ProgressLineProps {
  /** Null while nothing is known of it. */
  readonly progress: Progress | null;
  /** What it says until then. */
  readonly start: string;
  /** Null of what cannot be called off. */
  readonly onCancel: (() => void) | null;
}

/** How far something is that takes long. */
export function ProgressLine({ progress, start, onCancel }: ProgressLineProps) {
  const figures = new Intl.NumberFormat(interfaceLocale());
  const words = progress
    ? message(PHASE_MESSAGES[progress.phase], figures.format(progress.done), figures.format(progress.all))
    : start;
  return (
    <div class="progress" role={progress ? undefined : 'status'}>
      <progress
        aria-label={words}
        {...(progress ? { value: progress.done, max: Math.max(1, progress.all) } : {})}
      />
      <span class="note">{words}</span>
      {onCancel ? (
        <button type="button" class="button small" onClick={() => onCancel()}>
          {message('exchangeCancel')}
        </button>
      ) : null}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { message } from '../../lib/platform/i18n';
import { interfaceLanguage } from '../words/locale';

export interface FrameProps {
  /** The entry's name, or the name as the story has it while the entry is not there yet. */
  readonly name: string;
  /** A dialog beside its mention, or a part of the page that holds it. */
  readonly role?: 'dialog' | 'group';
  /** Null follows the browser's preference. */
  readonly theme?: 'light' | 'dark' | null;
  /** Shows a button to close the card; null where the pointer's leaving does. */
  readonly onClose?: (() => void) | null;
}

interface InnerProps extends FrameProps {
  readonly unfolded?: boolean;
  readonly children: ComponentChildren;
}

/** The card's sheet of paper: a non-modal dialog in the interface's language. */
export function CardFrame({ name, role = 'dialog', theme, onClose, unfolded, children }: InnerProps) {
  const { lang, dir } = interfaceLanguage();
  const classes = ['newsgloss', 'card', unfolded ? 'unfolded' : '', onClose ? 'closable' : ''];
  return (
    <section
      class={classes.filter(Boolean).join(' ')}
      role={role}
      tabIndex={-1}
      aria-label={message('cardLabel', name)}
      lang={lang}
      dir={dir}
      data-theme={theme ?? undefined}
    >
      {onClose ? (
        <button type="button" class="close" aria-label={message('cardClose')} onClick={() => onClose()}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
          </svg>
        </button>
      ) : null}
      {children}
    </section>
  );
}

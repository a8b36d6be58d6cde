import type { ComponentChildren } from 'preact';
import { type MessageKey, message } from '../../lib/platform/i18n';

interface SectionProps {
  /** For links within the page. */
  readonly id: string;
  readonly title: MessageKey;
  readonly hint?: MessageKey;
  readonly children: ComponentChildren;
}

/** A part of the page of settings. */
export function Section({ id, title, hint, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{message(title)}</h2>
      {hint ? <p class="hint">{message(hint)}</p> : null}
      {children}
    </section>
  );
}

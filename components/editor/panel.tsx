import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { message } from '../../lib/platform/i18n';

interface PanelProps {
  /** Names the panel, and its heading. */
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A part that opens over the list and the form's place, with the focus; Esc closes it. */
export function Panel({ id, title, onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <section
      class="panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 id={id} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" class="button small" onClick={() => onClose()}>
          {message('panelClose')}
        </button>
      </header>
      {children}
    </section>
  );
}

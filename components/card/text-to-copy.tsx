import { createRef } from 'preact';
import { type MessageKey, message } from '../../lib/platform/i18n';

interface TextToCopyProps {
  readonly hint: MessageKey;
  readonly text: string;
  readonly onCopy: (text: string) => void;
  readonly isCopied: boolean;
  readonly onDone: () => void;
}

/** A text that the reader may change, and takes elsewhere herself: nothing is sent. */
export function TextToCopy({ hint, text, onCopy, isCopied, onDone }: TextToCopyProps) {
  const field = createRef<HTMLTextAreaElement>();
  return (
    <div class="part to-copy">
      <p class="fine">{message(hint)}</p>
      <textarea ref={field} rows={8} aria-label={message('cardTextLabel')} defaultValue={text} />
      <p class="to-copy-foot">
        <button type="button" class="action" onClick={() => onCopy(field.current?.value ?? text)}>
          {message(isCopied ? 'cardCopied' : 'cardCopy')}
        </button>
        <button type="button" class="action" onClick={() => onDone()}>
          {message('cardDone')}
        </button>
      </p>
    </div>
  );
}

import { type MessageKey, message } from '../../lib/platform/i18n';

interface TextToCopyProps {
  readonly hint: MessageKey;
  readonly text: string;
  readonly onCopy: (text: string) => void;
  readonly isCopied: boolean;
  readonly onDone: () => void;
}

/** Called when the field has come: the reader asked for it. */
const focusField = (field: HTMLTextAreaElement | null) => field?.focus({ preventScroll: true });

/** A text that the reader may change, and takes elsewhere herself: nothing is sent. */
export function TextToCopy({ hint, text, onCopy, isCopied, onDone }: TextToCopyProps) {
  const copy = (event: SubmitEvent) => {
    event.preventDefault();
    // The handler is the form's own.
    const form = event.currentTarget as HTMLFormElement;
    onCopy(String(new FormData(form).get('text')));
  };
  return (
    <form class="part to-copy" onSubmit={copy}>
      <p class="fine">{message(hint)}</p>
      <textarea
        ref={focusField}
        name="text"
        rows={8}
        aria-label={message('cardTextLabel')}
        defaultValue={text}
      />
      <p class="to-copy-foot">
        <button type="submit" class="action">
          {message(isCopied ? 'cardCopied' : 'cardCopy')}
        </button>
        <button type="button" class="action" onClick={() => onDone()}>
          {message('cardDone')}
        </button>
      </p>
    </form>
  );
}

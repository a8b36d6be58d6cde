import { useState } from 'preact/hooks';
import { message } from '../../lib/platform/i18n';

interface ChooseFileProps {
  readonly onFile: (file: File) => void;
  readonly onPaste: (text: string) => void;
}

/** A file by its dialog or dropped, or cells that are pasted. */
export function ChooseFile({ onFile, onPaste }: ChooseFileProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <fieldset
      aria-labelledby="exchange-import"
      class={isOver ? 'drop is-over' : 'drop'}
      // What is dropped here can also be chosen by the button in it.
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer?.files[0];
        const text = event.dataTransfer?.getData('text/plain') ?? '';
        if (file) onFile(file);
        else if (text !== '') onPaste(text);
      }}
    >
      <p class="actions">
        <label class="button">
          {message('exchangeChoose')}
          <input
            type="file"
            accept=".csv,.tsv,.tab,.txt,.tbx,.xml,.json,text/csv,text/tab-separated-values,application/json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) onFile(file);
              currentTarget.value = '';
            }}
          />
        </label>
        <span class="note">{message('exchangeDrop')}</span>
      </p>
      <details>
        <summary>{message('exchangePaste')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // The handler is the form's own.
            const text = String(new FormData(event.currentTarget as HTMLFormElement).get('cells') ?? '');
            if (text.trim() !== '') onPaste(text);
          }}
        >
          <label>
            {message('exchangePasteField')}
            <textarea name="cells" rows={5} spellcheck={false} dir="auto" />
          </label>
          <button type="submit" class="button">
            {message('exchangePasteRead')}
          </button>
        </form>
      </details>
    </fieldset>
  );
}

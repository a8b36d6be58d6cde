import { message } from '../../lib/platform/i18n';

interface BackupPartProps {
  /** Only exporting works. */
  readonly isReadOnly: boolean;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
}

/** The file of everything that the user did. */
export function BackupPart({ isReadOnly, onExport, onImport }: BackupPartProps) {
  return (
    <>
      <h3>{message('editorFile')}</h3>
      <p class="note">{message('editorFileHint')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => onExport()}>
          {message('editorExport')}
        </button>
        {isReadOnly ? null : (
          <label class="button">
            {message('editorImport')}
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                if (file) onImport(file);
                currentTarget.value = '';
              }}
            />
          </label>
        )}
      </p>
    </>
  );
}

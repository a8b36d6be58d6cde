import { message } from '../../lib/platform/i18n';
import type { Shortcut } from '../../lib/platform/shortcuts';
import { wordAgo, wordDay, wordSize } from '../words/moments';
import { Section } from './section';

interface ShortcutsProps {
  readonly shortcuts: readonly Shortcut[];
  readonly onChangeShortcuts: () => void;
}

/** The keys, and where the browser lets the user change them. */
export function ShortcutsSection({ shortcuts, onChangeShortcuts }: ShortcutsProps) {
  return (
    <Section id="shortcuts" title="settingsShortcuts">
      <dl class="pairs">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : message('settingsShortcutNone')}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{message('settingsShortcutsWhere')}</p>
      <p class="actions">
        <button type="button" class="button" onClick={onChangeShortcuts}>
          {message('settingsShortcutsChange')}
        </button>
      </p>
    </Section>
  );
}

export interface StorageFacts {
  /** Null where the browser does not say. */
  readonly usedBytes: number | null;
  /** Ms of the epoch; null for never. */
  readonly backupMs: number | null;
  readonly nowMs: number;
}

/** What is stored, and when it was last saved to a file. */
export function StorageSection({ usedBytes, backupMs, nowMs }: StorageFacts) {
  return (
    <Section id="storage" title="settingsStorage">
      <p>
        {usedBytes === null
          ? message('settingsStorageUnknown')
          : message('settingsStorageUsed', wordSize(usedBytes))}
      </p>
      <p>
        {backupMs === null
          ? message('settingsBackupNever')
          : message('settingsBackupAt', wordAgo(backupMs, nowMs), wordDay(backupMs))}{' '}
        <a href="/glossary-editor.html">{message('settingsBackupWhere')}</a>
      </p>
    </Section>
  );
}

export function PrivacySection() {
  return (
    <Section id="privacy" title="settingsPrivacy">
      <p>{message('settingsPrivacyNothing')}</p>
      <p>{message('settingsPrivacyShared')}</p>
      <p>{message('settingsPrivacyStored')}</p>
      <p>{message('settingsPrivacySeen')}</p>
    </Section>
  );
}

export function AboutSection({ version }: { readonly version: string }) {
  return (
    <Section id="about" title="settingsAbout">
      <p>
        {message('extensionName')} · {message('settingsVersion', version)}
      </p>
      <p>
        <a href="/glossary-editor.html">{message('popupMyGlossary')}</a>
      </p>
    </Section>
  );
}

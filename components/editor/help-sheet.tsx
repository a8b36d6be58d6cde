import { type MessageKey, message } from '../../lib/platform/i18n';

const KEYS: readonly (readonly [keys: string, does: MessageKey])[] = [
  ['↑ ↓ Home End PgUp PgDn', 'keysMove'],
  ['Enter', 'keysOpen'],
  ['Space', 'keysSelect'],
  ['Shift + ↑ ↓', 'keysRange'],
  ['Ctrl + A', 'keysAll'],
  ['/', 'keysSearch'],
  ['N', 'keysNew'],
  ['?', 'keysHelp'],
  ['Esc', 'keysBack'],
  ['Ctrl + Z', 'keysUndo'],
  ['Ctrl + Shift + Z', 'keysRedo'],
];

/** Every key of the page. */
export function HelpSheet() {
  return (
    <>
      <p class="note">{message('keysHint')}</p>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{message(does)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

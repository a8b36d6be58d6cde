/** The controls of settings, for popup and page alike: each shows a row of the table, and sets it at once. */
import { useId, useState } from 'preact/hooks';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { isAllowed, type Row, type SettingValue } from '../../lib/settings/row';
import { HOVER_DELAY, type OnOff } from '../../lib/settings/table';
import { isLocked, isOwn, type SettingValues, settingIn } from '../../lib/settings/values';
import { interfaceLocale } from '../words/locale';
import { labelOf } from '../words/settings';

/** The settings as they are, and what a control does about them. */
export interface SettingsHand {
  readonly values: SettingValues;
  readonly onSet: <Value extends SettingValue>(row: Row<Value>, member: string, value: Value) => void;
  /** Has members of a row as at first; null where there is no room for that. */
  readonly onReset: ((row: Row, members: readonly string[]) => void) | null;
}

/** Beside a setting: that it is locked, or a way to have it as at first. */
function Beside({ hand, row, members }: { hand: SettingsHand; row: Row; members: readonly string[] }) {
  const { values, onReset } = hand;
  if (members.some((member) => isLocked(values, row, member)))
    return <span class="locked">{message('settingsLocked')}</span>;
  const set = members.filter((member) => isOwn(values, row, member));
  if (!onReset || set.length === 0) return null;
  return (
    <button
      type="button"
      class="textual"
      aria-label={message('settingsResetName', message(labelOf(row)))}
      onClick={() => onReset(row, set)}
    >
      {message('settingsReset')}
    </button>
  );
}

const SINGLE = [''] as const;

interface ChoiceProps<Value extends string> {
  readonly hand: SettingsHand;
  readonly row: Row<Value>;
  readonly words: Readonly<Record<Value, MessageKey>>;
}

/** One of a few values. */
export function ChoiceSetting<Value extends string>({ hand, row, words }: ChoiceProps<Value>) {
  const id = useId();
  const { values, onSet } = hand;
  // The order in which they are listed is that of the words.
  const all = Object.keys(words) as Value[];
  const chosen = settingIn(values, row);
  return (
    <div class="setting">
      <label for={id}>{message(labelOf(row))}</label>
      <Beside hand={hand} row={row} members={SINGLE} />
      <select
        id={id}
        value={chosen}
        disabled={isLocked(values, row)}
        onChange={({ currentTarget }) => {
          const value = all[currentTarget.selectedIndex];
          if (value) onSet(row, '', value);
        }}
      >
        {all.map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {message(words[value])}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChecksProps<Member extends string> {
  readonly hand: SettingsHand;
  readonly row: Row<OnOff>;
  readonly words: Readonly<Record<Member, MessageKey>>;
  /** Said of them; where left out, the row's own label; null where a heading or their own words say it. */
  readonly legend?: string | null;
}

/** A family of settings that are on or off; a single one is a family of the member ''. */
export function CheckSettings<Member extends string>({ hand, row, words, legend }: ChecksProps<Member>) {
  const { values, onSet } = hand;
  const members = Object.keys(words) as Member[];
  return (
    <fieldset class="checks" aria-label={legend === null ? message(labelOf(row)) : undefined}>
      {legend === null ? null : <legend>{legend ?? message(labelOf(row))}</legend>}
      {members.map((member) => (
        <label key={member}>
          <input
            type="checkbox"
            checked={settingIn(values, row, member) === 'on'}
            disabled={isLocked(values, row, member)}
            onChange={({ currentTarget }) => onSet(row, member, currentTarget.checked ? 'on' : 'off')}
          />
          {message(words[member])}
        </label>
      ))}
      <Beside hand={hand} row={row} members={members} />
    </fieldset>
  );
}

const LIMITS = 'least' in HOVER_DELAY.schema ? HOVER_DELAY.schema : { least: 0, most: 0 };

/** How long the pointer rests before a card opens. What is off the limits is refused, and said so. */
export function DelaySetting({ hand, hint }: { hand: SettingsHand; hint: boolean }) {
  const id = useId();
  const { values, onSet } = hand;
  const [isRefused, setRefused] = useState(false);
  const now = settingIn(values, HOVER_DELAY);
  const shown = (ms: number) => new Intl.NumberFormat(interfaceLocale()).format(ms);
  const [least, most] = [shown(LIMITS.least), shown(LIMITS.most)];
  const words = isRefused
    ? message('settingsDelayRefused', least, most, shown(now))
    : hint && message('settingsDelayHint', least, most);
  return (
    <div class="setting">
      <label for={id}>{message(labelOf(HOVER_DELAY))}</label>
      <Beside hand={hand} row={HOVER_DELAY} members={SINGLE} />
      <span class="measure">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={LIMITS.least}
          max={LIMITS.most}
          step={10}
          // Anew with each value in force: what was typed and refused does not stay.
          key={now}
          defaultValue={String(now)}
          disabled={isLocked(values, HOVER_DELAY)}
          aria-invalid={isRefused}
          aria-describedby={words ? `${id}-hint` : undefined}
          onChange={({ currentTarget }) => {
            const value = currentTarget.valueAsNumber;
            const isGood = isAllowed(HOVER_DELAY, value);
            setRefused(!isGood);
            if (isGood) onSet(HOVER_DELAY, '', value);
          }}
        />
        {message('settingsDelayUnit')}
      </span>
      {words ? (
        <p class={isRefused ? 'refused' : 'hint'} id={`${id}-hint`} role={isRefused ? 'alert' : undefined}>
          {words}
        </p>
      ) : null}
    </div>
  );
}

import { ENTRY_KINDS, type EntryKind, FAMILIARITIES, type Familiarity } from '../../lib/glossary/schema';
import { type MessageKey, message } from '../../lib/platform/i18n';
import {
  MARK_LOOKS,
  MARK_REPEATS,
  type MarkLook,
  type MarkRepeat,
  type MarkSettings,
} from '../../lib/settings/marks';
import { KIND_MESSAGES } from '../words/kinds';

export interface MarkDeeds {
  readonly onLook: (look: MarkLook) => void;
  readonly onRepeat: (repeat: MarkRepeat) => void;
  readonly onFamiliarity: (familiarity: Familiarity, isMarked: boolean) => void;
  readonly onKind: (kind: EntryKind, isMarked: boolean) => void;
  readonly onBadge: (isShown: boolean) => void;
}

const LOOK_MESSAGES: Readonly<Record<MarkLook, MessageKey>> = {
  dotted: 'marksLookDotted',
  solid: 'marksLookSolid',
  tint: 'marksLookTint',
  none: 'marksLookNone',
};

const REPEAT_MESSAGES: Readonly<Record<MarkRepeat, MessageKey>> = {
  section: 'marksRepeatSection',
  story: 'marksRepeatStory',
  all: 'marksRepeatAll',
};

const FAMILIARITY_MESSAGES: Readonly<Record<Familiarity, MessageKey>> = {
  household: 'marksHousehold',
  regular: 'marksRegular',
  specialist: 'marksSpecialist',
};

const BADGES = ['badge'] as const;
const BADGE_MESSAGES = { badge: 'marksBadge' } as const;
const BADGES_OFF: ReadonlySet<'badge'> = new Set(BADGES);
const NONE_OFF: ReadonlySet<'badge'> = new Set();

interface ChoiceProps<Value extends string> {
  readonly label: MessageKey;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, MessageKey>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, values, words, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <label class="mark-choice">
      <span>{message(label)}</span>
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          const value = values[currentTarget.selectedIndex];
          if (value) onChoose(value);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {message(words[value])}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChecksProps<Value extends string> {
  readonly label: MessageKey;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, MessageKey>>;
  readonly unmarked: ReadonlySet<Value>;
  readonly onCheck: (value: Value, isMarked: boolean) => void;
}

function Checks<Value extends string>({ label, values, words, unmarked, onCheck }: ChecksProps<Value>) {
  return (
    <fieldset class="checks">
      <legend>{message(label)}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={!unmarked.has(value)}
            onChange={({ currentTarget }) => onCheck(value, currentTarget.checked)}
          />
          {message(words[value])}
        </label>
      ))}
    </fieldset>
  );
}

interface MarkControlsProps {
  readonly settings: MarkSettings;
  readonly deeds: MarkDeeds;
  /** Whether the icon shows the number of names. */
  readonly hasBadge: boolean;
}

/** How names are marked in stories: in effect at once, in every open one. */
export function MarkControls({ settings, deeds, hasBadge }: MarkControlsProps) {
  return (
    <section class="marks" aria-label={message('marksTitle')}>
      <details>
        <summary>{message('marksTitle')}</summary>
        <Choice
          label="marksLook"
          values={MARK_LOOKS}
          words={LOOK_MESSAGES}
          chosen={settings.look}
          onChoose={deeds.onLook}
        />
        <Choice
          label="marksRepeat"
          values={MARK_REPEATS}
          words={REPEAT_MESSAGES}
          chosen={settings.repeat}
          onChoose={deeds.onRepeat}
        />
        <Checks
          label="marksFamiliarity"
          values={FAMILIARITIES}
          words={FAMILIARITY_MESSAGES}
          unmarked={settings.unmarkedFamiliarities}
          onCheck={deeds.onFamiliarity}
        />
        <Checks
          label="marksKinds"
          values={ENTRY_KINDS}
          words={KIND_MESSAGES}
          unmarked={settings.unmarkedKinds}
          onCheck={deeds.onKind}
        />
        <Checks
          label="marksIcon"
          values={BADGES}
          words={BADGE_MESSAGES}
          unmarked={hasBadge ? NONE_OFF : BADGES_OFF}
          onCheck={(_, isShown) => deeds.onBadge(isShown)}
        />
      </details>
    </section>
  );
}

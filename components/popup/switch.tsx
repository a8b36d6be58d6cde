interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  /** Shown, but without effect: another switch rules it. */
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A row with a label and an on/off switch; all of it can be clicked. */
export function Switch({ label, on, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={disabled ?? false}
      onClick={() => onChange(!on)}
    >
      <bdi>{label}</bdi>
      <span class="track" aria-hidden="true">
        <span class="thumb" />
      </span>
    </button>
  );
}

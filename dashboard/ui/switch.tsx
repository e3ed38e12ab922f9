import { useId } from 'preact/hooks';

type SwitchProps = { label: string; hint?: string; isOn: boolean; turn(isOn: boolean): void };

/** On or off. */
export function Switch({ label, hint, isOn, turn }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="muted small">
          {hint}
        </p>
      )}
    </div>
  );
}

import { useId } from 'preact/hooks';

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value as a person reads it. */
  shown: string;
  hint: string;
  change(value: number): void;
};

/** A value between two ends. */
export function Slider({ label, value, min, max, step, shown, hint, change }: SliderProps) {
  const id = useId();
  return (
    <div class="field slider">
      <label for={id}>
        {label} <output class="figure">{shown}</output>
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => change(currentTarget.valueAsNumber)}
      />
      <p id={`${id}-hint`} class="muted small">
        {hint}
      </p>
    </div>
  );
}

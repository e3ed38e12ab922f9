import { useId } from 'preact/hooks';

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  choose(value: NoInfer<T>): void;
};

/** One of a few, all of them in view. */
export function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="choice">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
            />
            <span>{option.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

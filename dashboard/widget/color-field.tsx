import { useLayoutEffect, useState } from 'preact/hooks';
import { Field } from '../ui/field.tsx';

const sound = /^#[0-9a-f]{6}$/i;
const suggestions = ['#2563eb', '#0f766e', '#15803d', '#b45309', '#be123c', '#7c3aed', '#1f2937'];

type ColorFieldProps = { color: string; problem: string | undefined; choose(color: string): void };

/** The tenant's colour, picked, typed or taken from a few that look good. */
export function ColorField({ color, problem, choose }: ColorFieldProps) {
  const [typed, setTyped] = useState(color);
  useLayoutEffect(() => setTyped(color), [color]);

  function type(text: string): void {
    setTyped(text);
    const named = text.startsWith('#') ? text : `#${text}`;
    if (sound.test(named)) choose(named.toLowerCase());
  }
  return (
    <div class="color-field">
      <Field
        label="Colour"
        dir="ltr"
        value={typed}
        maxLength={7}
        spellcheck={false}
        hint="Text on it is black or white, whichever can be read."
        problem={problem}
        onInput={({ currentTarget }) => type(currentTarget.value.trim())}
        onBlur={() => setTyped(color)}
      />
      <div class="swatches">
        <input
          type="color"
          value={color}
          aria-label="Pick a colour"
          onInput={({ currentTarget }) => choose(currentTarget.value)}
        />
        {suggestions.map((one) => (
          <button
            key={one}
            type="button"
            class="swatch"
            aria-label={`Colour ${one}`}
            aria-pressed={one === color.toLowerCase()}
            style={{ backgroundColor: one }}
            onClick={() => choose(one)}
          />
        ))}
      </div>
    </div>
  );
}

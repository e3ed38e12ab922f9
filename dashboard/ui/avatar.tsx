import { Icon } from './icon.tsx';
import { initialsOf } from './initials.ts';

const tints = 6;

/** A person's initials on a tint that stays theirs; the name itself stands beside it. */
export function Avatar({ name, id, size = 32 }: { name: string; id: string; size?: 28 | 32 | 48 }) {
  return (
    <span class={`avatar s${size} tint${tintOf(id)}`} data-initials={initialsOf(name)} aria-hidden="true" />
  );
}

/** The bot's mark: whoever reads must always see that no person wrote this. */
export function BotMark({ size = 28 }: { size?: 28 | 32 }) {
  return (
    <span class={`avatar bot-mark s${size}`} aria-hidden="true">
      <Icon name="bot" />
    </span>
  );
}

function tintOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return sum % tints;
}

import { isMac, keyNames } from './key-names.ts';

/** Keys as they stand on a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span class="keys">
      {keyNames(keys, { isMac }).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}

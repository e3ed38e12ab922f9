import { effect } from '@preact/signals';
import { tinykeys } from 'tinykeys';
import { commands } from './commands.ts';

const pressable = 'a[href], button, summary, [role="option"], [role="menuitem"]';

/** Runs commands by their keys. Those with Ctrl or ⌘ work everywhere; single keys never in a text field or a dialog. */
export function listenToKeys(): () => void {
  return effect(() => {
    const everywhere: Record<string, (event: KeyboardEvent) => void> = {};
    const outsideOfFields: typeof everywhere = {};
    for (const { keys, run } of commands.value) {
      if (!keys) continue;
      const map = keys.includes('$mod') ? everywhere : outsideOfFields;
      map[keys] = (event) => {
        event.preventDefault();
        run();
      };
    }
    const stops = [
      tinykeys(window, everywhere, { ignore: ({ repeat, isComposing }) => repeat || isComposing }),
      tinykeys(window, outsideOfFields, { ignore: isElsewhere }),
    ];
    return () => stops.forEach((stop) => stop());
  });
}

/** Whether a key belongs to what has the focus. */
function isElsewhere({ target, isComposing, key }: KeyboardEvent): boolean {
  if (isComposing || document.querySelector('dialog[open], [role="menu"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select')) return true;
  return key === 'Enter' && target.matches(pressable);
}

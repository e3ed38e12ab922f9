import { effect } from '@preact/signals';
import { createKeybindingsHandler } from 'tinykeys';
import { commands } from './commands.ts';

const pressable = 'a[href], button, summary, [role="option"], [role="menuitem"]';
const sequenceMs = 1_000;

type Handler = (event: KeyboardEvent) => void;

/** Runs commands by their keys. Those with Ctrl or ⌘ work everywhere; single keys never in a text field or a dialog. */
export function listenToKeys(): () => void {
  // The last key while it has done nothing: it may be the first of two, and what there is to do may change between them.
  let waiting: KeyboardEvent | null = null;
  return effect(() => {
    const everywhere: Record<string, Handler> = {};
    const outsideOfFields: typeof everywhere = {};
    for (const { keys, run } of commands.value) {
      if (!keys) continue;
      const map = keys.includes('$mod') ? everywhere : outsideOfFields;
      map[keys] = (event) => {
        waiting = null;
        event.preventDefault();
        run();
      };
    }
    const options = { timeout: sequenceMs };
    const handlers = [
      createKeybindingsHandler(everywhere, {
        ...options,
        ignore: ({ repeat, isComposing }) => repeat || isComposing,
      }),
      createKeybindingsHandler(outsideOfFields, { ...options, ignore: isElsewhere }),
    ];
    const press: Handler = (event) => {
      waiting = event;
      for (const handle of handlers) handle(event);
    };
    if (waiting && performance.now() - waiting.timeStamp < sequenceMs) press(waiting);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

/** Whether a key belongs to what has the focus. */
function isElsewhere({ target, isComposing, key }: KeyboardEvent): boolean {
  if (isComposing || document.querySelector('dialog[open], [role="menu"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select')) return true;
  return key === 'Enter' && target.matches(pressable);
}

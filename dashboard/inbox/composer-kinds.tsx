import type { Kind, Thread } from '../live/thread.ts';
import { composing, wantsComposer } from './inbox-state.ts';

const titles: Record<Kind, string> = { reply: 'Reply', note: 'Note' };
const kinds = ['reply', 'note'] as const;

/** Whether what is written goes to the visitor, or only to the team. */
export function ComposerKinds() {
  return (
    <div class="composer-kinds" role="group" aria-label="What is written">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={composing.value === kind}
          onClick={() => compose(kind)}
        >
          {titles[kind]}
        </button>
      ))}
    </div>
  );
}

/** Goes to the field to write an answer, or a note. */
export function compose(kind: Kind): void {
  composing.value = kind;
  wantsComposer.value = true;
}

/** Has a reply suggested, in the field for answers. */
export function suggest(thread: Thread): void {
  compose('reply');
  void thread.suggested.ask();
}

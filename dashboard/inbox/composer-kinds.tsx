import type { Kind, Thread } from '../live/thread.ts';
import { noting, wantsComposer } from './inbox-state.ts';

const titles: Record<Kind, string> = { reply: 'Reply', note: 'Note' };
const kinds = ['reply', 'note'] as const;

/** Whether what is written goes to the visitor, or only to the team. */
export function ComposerKinds({ id, chosen }: { id: string; chosen: Kind }) {
  return (
    <div class="composer-kinds" role="group" aria-label="What is written">
      {kinds.map((kind) => (
        <button key={kind} type="button" aria-pressed={kind === chosen} onClick={() => compose(id, kind)}>
          {titles[kind]}
        </button>
      ))}
    </div>
  );
}

/** Goes to the field below a conversation to write an answer, or a note. */
export function compose(id: string, kind: Kind): void {
  noting.value = kind === 'note' ? id : null;
  wantsComposer.value = true;
}

/** Has a reply suggested, in the field for answers. */
export function suggest(thread: Thread): void {
  compose(thread.id, 'reply');
  void thread.suggested.ask();
}

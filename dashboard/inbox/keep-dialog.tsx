import type { Message } from '../../shared/protocol/index.ts';
import { useDesk } from '../desk-context.ts';
import { knowledgeOf } from '../knowledge/knowledge-store.ts';
import { PairForm } from '../knowledge/pair-form.tsx';
import type { Thread } from '../live/thread.ts';
import { pathTo } from '../parse-route.ts';
import { go } from '../route.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sayLinked } from '../ui/toast-list.ts';
import { keeping } from './inbox-state.ts';
import { questionBefore } from './question-before.ts';

/** Makes an entry of what an operator answered, so that the bot answers it the next time. */
export function KeepDialog({ thread, answer }: { thread: Thread; answer: Message }) {
  const desk = useDesk();
  const asked = questionBefore(thread.window.value.messages, answer);
  const close = () => (keeping.value = null);

  async function save(pair: { question: string; answer: string }): Promise<void> {
    const message = asked === null ? {} : { messageId: asked.id };
    const entry = await knowledgeOf(desk).create({ type: 'qa', ...pair, ...message });
    close();
    sayLinked('Added to the knowledge.', 'Open', () => go(pathTo('knowledge', entry.id)));
  }
  return (
    <Dialog title="Add to knowledge" size="wide" onClose={close}>
      <PairForm question={asked?.content ?? ''} answer={answer.content} save={save} cancel={close} />
    </Dialog>
  );
}

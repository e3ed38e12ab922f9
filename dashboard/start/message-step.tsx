import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { useDesk } from '../desk-context.ts';
import { knowledgeOf } from '../knowledge/knowledge-store.ts';
import { pathTo } from '../parse-route.ts';
import { Icon } from '../ui/icon.tsx';
import { sampleMark, sampleQuestion } from './sample-knowledge.ts';
import { Waiting } from './waiting.tsx';

/** A first message, written as a visitor on the test page, and answered here. */
export function MessageStep({ conversation }: { conversation: ConversationSummary | undefined }) {
  const desk = useDesk();
  const hasSample = knowledgeOf(desk).list.entries.value.some(
    ({ metadata }) => metadata['sample'] === sampleMark.sample,
  );
  const last = conversation?.lastMessage;
  const isVisitors = last?.sender === 'visitor';
  return (
    <>
      <p class="muted">
        Open a pretend shop with your widget on it, and write as a visitor would.
        {hasSample && <> Ask, for instance: “{sampleQuestion}”</>}
      </p>
      <div class="row-of">
        <a
          class={`button ${conversation ? 'plain' : 'primary'}`}
          href={`/demo?tenant=${encodeURIComponent(desk.user.tenantId)}`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="globe" />
          Open the test page
        </a>
        {conversation && (
          <a class="button primary" href={pathTo('inbox', 'open', conversation.id)}>
            {isVisitors ? 'Answer it' : 'See it in the inbox'}
          </a>
        )}
      </div>
      <Waiting
        isOver={conversation !== undefined}
        text={
          last
            ? `${isVisitors ? 'A visitor wrote' : 'Answered'}: ${last.content}`
            : 'Waiting for your first message'
        }
      />
    </>
  );
}

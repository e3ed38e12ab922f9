import { ModelError } from '../../shared/answers/model.ts';
import { understood } from '../../shared/answers/meaning.ts';
import { type Question, readQuestion } from '../../shared/answers/read-question.ts';
import { search } from '../../shared/answers/settle.ts';
import { type Occasion, type Searched, writeAnswer } from '../../shared/answers/write-answer.ts';
import type { SuggestionEvent } from '../../shared/api/suggestions.ts';
import { limits } from '../../shared/limits.ts';
import type { TenantStore } from '../../shared/store/tenant-store.ts';
import type { Services } from '../services.ts';

type Wish = { question?: string | undefined };
type Send = (event: SuggestionEvent) => void;

/** The drafting of a reply as a stream of server-sent events. Whoever stops reading stops the model. */
export async function suggestReply(
  { model, embedding }: Pick<Services, 'model' | 'embedding'>,
  store: Pick<TenantStore, 'beginSuggestion' | 'findKnowledge'>,
  conversationId: string,
  { question: asked }: Wish,
): Promise<ReadableStream<Uint8Array>> {
  const understand = (read: Question) => understood(embedding, read);
  const told = asked === undefined ? undefined : await understand(readQuestion(asked));
  const { findings, ...drafting } = await store.beginSuggestion(conversationId, told);
  const question = asked ?? drafting.asked;
  const occasion: Occasion = { ...drafting, question, turns: before(question, drafting.turns) };
  const find = async (read: Question) => store.findKnowledge(await understand(read), limits.page.passages);
  const searched: Searched =
    told && findings ? { question: told, findings } : await search(occasion, { find });
  return eventStream(async (send, signal) => {
    let index = 0;
    const writing = {
      begin: () => void (index = 0),
      add: (text: string) => send({ type: 'delta', index: index++, text }),
    };
    const settled = await writeAnswer(occasion, searched, { model, signal, writing });
    if (settled.kind === 'answer') {
      const { content, citations } = settled;
      send({ type: 'done', content, citations, reason: 'found' });
    } else {
      const reason = settled.reason === 'outage' ? 'outage' : 'no_answer';
      send({ type: 'done', content: null, citations: [], reason });
    }
  });
}

/** The turns before the question, which is often the last of them. */
function before(question: string, turns: Occasion['turns']): Occasion['turns'] {
  const place = turns.findLastIndex(({ sender, content }) => sender === 'visitor' && content === question);
  return place === -1 ? turns : turns.slice(0, place);
}

type Run = (send: Send, signal: AbortSignal) => Promise<void>;

function eventStream(run: Run): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const encoder = new TextEncoder();
  const write = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      await run((event) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      }, stop.signal);
      if (!stop.signal.aborted) controller.close();
    } catch (error) {
      if (error instanceof ModelError && error.reason === 'cancelled') return;
      console.error(JSON.stringify({ event: 'suggestion_failed', reason: String(error) }));
      controller.error(error);
    }
  };
  return new ReadableStream({
    start: (controller) => void write(controller),
    cancel: () => stop.abort(),
  });
}

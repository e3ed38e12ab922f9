import type { Message } from '../../shared/protocol/index.ts';

const questionMark = /[?？؟]\s*$/m;

/**
 * What an operator's message most likely answers: of what the visitor wrote since somebody last answered, the first
 * question, or else the longest; null where that is not among these messages.
 */
export function questionBefore(messages: readonly Message[], answer: Message): Message | null {
  const before = messages.filter(({ seq }) => seq < answer.seq);
  const from = before.findLastIndex(isAnswer) + 1;
  const run = before.slice(from).filter(({ sender }) => sender === 'visitor');
  // The second of two replies in a row answers what the first one did.
  if (run.length === 0) {
    const first = before[from - 1];
    return first?.sender === 'operator' ? questionBefore(messages, first) : null;
  }
  const asked = run.find(({ content }) => questionMark.test(content));
  return asked ?? run.reduce((one, other) => (other.content.length > one.content.length ? other : one));
}

function isAnswer({ sender }: Message): boolean {
  return sender === 'operator' || sender === 'bot';
}

import { expect, test } from 'vitest';
import { message } from '../live/fixtures.ts';
import { questionBefore } from './question-before.ts';

/** Each line by its sender: `v` visitor, `o` operator, `b` bot, `s` system. The last one is asked about. */
function asked(...lines: string[]): string | null {
  const senders = { v: 'visitor', o: 'operator', b: 'bot', s: 'system' } as const;
  const messages = lines.map((line, at) => {
    const [letter, content = ''] = line.split(': ');
    const sender = Object.entries(senders).find(([key]) => key === letter)?.[1] ?? 'system';
    return message(at + 1, { sender, content });
  });
  const last = messages.at(-1);
  return last ? (questionBefore(messages, last)?.content ?? null) : null;
}

test('it is the question that came before', () => {
  expect(asked('v: Ship to Norway?', 'o: Yes.')).toBe('Ship to Norway?');
  expect(asked('v: Ship to Norway?', 's: A person comes.', 'v: hello', 'o: Yes.')).toBe('Ship to Norway?');
  expect(asked('v: Hi there, all of you!', 'v: Norway？', 'o: Yes.')).toBe('Norway？');
});

test('it is the longest where none looks like a question', () => {
  expect(asked('v: Hi', 'v: I need it in Norway', 'v: ok', 'o: Yes.')).toBe('I need it in Norway');
});

test('it is nothing that somebody has answered', () => {
  expect(asked('v: Refunds?', 'b: 14 days.', 'v: And to Norway?', 'o: Yes.')).toBe('And to Norway?');
  expect(asked('v: Refunds?', 'b: 14 days.', 'o: Anything else?')).toBe(null);
  expect(asked('o: Welcome!')).toBe(null);
});

test('a second reply in a row answers what the first one did', () => {
  expect(asked('v: Ship to Norway?', 'o: Let me see.', 'o: Yes.')).toBe('Ship to Norway?');
});

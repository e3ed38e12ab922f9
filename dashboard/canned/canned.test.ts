import { expect, it } from 'vitest';
import { matchReplies } from './match-replies.ts';
import { putInPlace, slashWordAt } from './slash-word.ts';

it.each([
  ['/', 1, { from: 0, query: '' }],
  ['Hello /than', 11, { from: 6, query: 'than' }],
  ['Hello\n/grüße', 12, { from: 6, query: 'grüße' }],
  ['Hello /than you', 11, { from: 6, query: 'than' }],
  ['and/or', 6, null],
  ['https://example.com', 19, null],
  ['/ thanks', 8, null],
])('in %j at %i it finds %j', (text, caret, expected) => {
  expect(slashWordAt(text, caret)).toEqual(expected);
});

it('puts a reply where its shortcut stood, and the caret behind it', () => {
  const place = putInPlace('Hello /th, bye', 9, { from: 6, query: 'th' }, 'thank you');
  expect(place).toEqual({ text: 'Hello thank you, bye', caret: 15 });
});

it('knows by shortcut first, then by what a reply says', () => {
  const reply = (shortcut: string, content: string) => ({
    id: shortcut,
    shortcut,
    content,
    createdAt: '',
    updatedAt: '',
  });
  const replies = [
    reply('bye', 'Thank you and good bye'),
    reply('refund', 'The money is on its way'),
    reply('many-thanks', 'x'),
    reply('thanks', 'You are welcome'),
  ];
  expect(matchReplies(replies, 'THAN').map(({ shortcut }) => shortcut)).toEqual([
    'thanks',
    'many-thanks',
    'bye',
  ]);
  expect(matchReplies(replies, '')).toHaveLength(4);
});

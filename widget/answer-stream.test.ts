import { expect, it } from 'vitest';
import { type AnswerStream, textOfStream, withPiece } from './answer-stream.ts';

/** What is shown after each piece: its index and text, and the message it answers where that is not `q`. */
function shownOf(pieces: [number, string, string?][]): string[] {
  let stream: AnswerStream | null = null;
  return pieces.map(([index, text, replyTo = 'q']) => {
    stream = withPiece(stream, { type: 'message:delta', conversationId: 'c', replyTo, index, text });
    return textOfStream(stream);
  });
}

it.each<[string, [number, string, string?][], string[]]>([
  [
    'grows piece by piece',
    [
      [0, 'It '],
      [1, 'is'],
      [2, '.'],
    ],
    ['It ', 'It is', 'It is.'],
  ],
  [
    'waits at a gap, and goes on when it is closed',
    [
      [0, 'a'],
      [2, 'c'],
      [1, 'b'],
    ],
    ['a', 'a', 'abc'],
  ],
  [
    'begins anew with a new attempt',
    [
      [0, 'Wrong '],
      [1, 'start'],
      [0, 'Right'],
    ],
    ['Wrong ', 'Wrong start', 'Right'],
  ],
  [
    'takes the text so far for who joined midway',
    [
      [0, 'It '],
      [1, 'is'],
      [0, 'It '],
      [1, 'is'],
      [2, '!'],
    ],
    ['It ', 'It is', 'It ', 'It is', 'It is!'],
  ],
  [
    'shows nothing of what has no beginning',
    [
      [3, 'late'],
      [4, 'r'],
    ],
    ['', ''],
  ],
  [
    'does not mix two answers',
    [
      [0, 'one'],
      [1, 'two', 'other'],
    ],
    ['one', 'one'],
  ],
  [
    'takes a piece that comes twice once',
    [
      [0, 'a'],
      [1, 'b'],
      [1, 'b'],
    ],
    ['a', 'ab', 'ab'],
  ],
])('%s', (_, pieces, shown) => {
  expect(shownOf(pieces)).toEqual(shown);
});

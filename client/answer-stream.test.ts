import { expect, it } from 'vitest';
import { type AnswerStream, withDelta } from './answer-stream.ts';

const piece = (index: number, text: string, replyTo = 'msg1') =>
  ({ type: 'message:delta', conversationId: 'cnv1', replyTo, index, text }) as const;
const textOf = (...pieces: ReturnType<typeof piece>[]) =>
  pieces.reduce<AnswerStream | null>(withDelta, null)?.text ?? null;

it('joins pieces in order, and begins anew at index 0', () => {
  expect(textOf(piece(0, 'It '), piece(1, 'is'))).toBe('It is');
  expect(textOf(piece(0, 'It '), piece(1, 'is'), piece(0, 'No'))).toBe('No');
});

it('shows nothing out of order: a gap, a doubled piece, another answer’s', () => {
  expect(textOf(piece(1, 'late'))).toBeNull();
  expect(textOf(piece(0, 'a'), piece(2, 'c'))).toBe('a');
  expect(textOf(piece(0, 'a'), piece(1, 'b'), piece(1, 'b'))).toBe('ab');
  expect(textOf(piece(0, 'a'), piece(1, 'x', 'msg2'))).toBe('a');
});

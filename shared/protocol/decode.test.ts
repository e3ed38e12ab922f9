import { expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { decodeClientFrame } from './decode.ts';

const send = (more: object) => JSON.stringify({ type: 'message:new', clientId: 'c', content: 'x', ...more });
const resultOf = (data: unknown) => {
  const decoded = decodeClientFrame(data);
  return decoded.ok ? 'ok' : decoded.reason;
};

it.each([
  ['a join', '{"type":"join-tenant"}', 'ok'],
  ['a join from a place', '{"type":"join-tenant","since":0}', 'ok'],
  ['a join from before the beginning', '{"type":"join-tenant","since":-1}', 'invalid'],
  ['a join from between', '{"type":"join-tenant","since":1.5}', 'invalid'],
  ['a join from beyond all numbers', '{"type":"join-tenant","since":1e400}', 'invalid'],
  ['a join from a text', '{"type":"join-tenant","since":"1"}', 'invalid'],
  ['a message', send({}), 'ok'],
  ['the longest message', send({ content: '🌍'.repeat(limits.text.messageChars) }), 'ok'],
  ['one character more', send({ content: '🌍'.repeat(limits.text.messageChars) + 'x' }), 'invalid'],
  ['an empty message', send({ content: ' \n\t ' }), 'invalid'],
  ['half a surrogate pair', '{"type":"message:new","clientId":"c","content":"\\ud83c"}', 'invalid'],
  [
    'half a surrogate pair for a name',
    '{"type":"message:new","clientId":"\\ud83c","content":"x"}',
    'invalid',
  ],
  ['a message with NUL in its name', send({ clientId: 'a\0b' }), 'invalid'],
  ['a message that names itself the bot’s', send({ clientId: 'bot:x' }), 'invalid'],
  ['a message without a name', send({ clientId: undefined }), 'invalid'],
  ['a message in a list', send({ conversationId: ['x'] }), 'invalid'],
  ['a receipt', '{"type":"message:update","messageId":"m","status":"seen"}', 'ok'],
  ['a receipt backwards', '{"type":"message:update","messageId":"m","status":"sent"}', 'invalid'],
  ['a word that only the room says', '{"type":"joined","tenantId":"t"}', 'invalid'],
  ['a prototype', '{"__proto__":{"type":"ping"}}', 'invalid'],
  ['a constructor', '{"type":"constructor"}', 'invalid'],
  ['a list', '[{"type":"ping"}]', 'invalid'],
  ['null', 'null', 'invalid'],
  ['a number', '1', 'invalid'],
  ['nothing', '', 'malformed'],
  ['half a frame', '{"type":"ping"', 'malformed'],
  ['two frames', '{"type":"ping"}{"type":"ping"}', 'malformed'],
  ['64 KiB', JSON.stringify({ type: 'ping', x: 'a'.repeat(65_536 - 22) }), 'ok'],
  ['one byte more', JSON.stringify({ type: 'ping', x: 'a'.repeat(65_536 - 21) }), 'too_large'],
  ['64 KiB of three-byte characters', JSON.stringify({ type: 'ping', x: '漢'.repeat(21_845) }), 'too_large'],
])('reads %s', (_, text, result) => {
  expect(resultOf(text)).toBe(result);
});

it.each([
  [null],
  [undefined],
  [1],
  [{}],
  [new ArrayBuffer(2)],
  [new Uint8Array(2)],
  [Symbol('x')],
  [() => 1],
])('takes no %s for a frame', (data) => {
  expect(resultOf(data)).toBe('malformed');
});

it('keeps unknown members out, and the name of a refused message', () => {
  expect(decodeClientFrame(send({ tenantId: 'x', sender: 'operator' }))).toEqual({
    ok: true,
    value: { type: 'message:new', clientId: 'c', content: 'x' },
  });
  expect(decodeClientFrame(send({ content: '' }))).toMatchObject({ clientId: 'c' });
  expect(decodeClientFrame(send({ clientId: 'x'.repeat(5_000) }))).not.toHaveProperty('clientId');
});

it('survives nesting as deep as a frame is long', () => {
  const deep = '['.repeat(30_000) + ']'.repeat(30_000);
  expect(resultOf(deep)).toMatch(/invalid|malformed/);
  expect(resultOf(`{"type":"message:new","clientId":"c","content":${deep}}`)).toMatch(/invalid|malformed/);
});

it('never throws, whatever arrives', () => {
  const good = ['{"type":"join-tenant","since":1}', send({ conversationId: 'cnv' }), '{"type":"ping"}'];
  const bits = [
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\0',
    '\ud800',
    '\udfff',
    '\u2028',
    'e9',
    '-',
    'null',
    '__proto__',
    '🌍',
  ];
  let state = 7;
  const below = (max: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % max;
  };
  for (let round = 0; round < 20_000; round += 1) {
    let text = good[below(good.length)] ?? '';
    for (let change = 0; change <= below(4); change += 1) {
      const at = below(text.length + 1);
      text = text.slice(0, at) + (bits[below(bits.length)] ?? '') + text.slice(at + below(3));
    }
    const decoded = decodeClientFrame(text);
    if (!decoded.ok) expect(typeof decoded.message, `round ${round}: ${text}`).toBe('string');
  }
});

import { expect, test } from 'vitest';
import { isSmallTalk } from './small-talk.ts';

test.each(['Hi!', 'hello there', 'Danke!!', '👋', 'ok', '你好', 'مرحبا', 'Olá', 'Teşekkürler'])(
  'says nothing to search for: %s',
  (text) => expect(isSmallTalk(text)).toBe(true),
);

test.each(['?', 'Hi?', 'Hello, where is my parcel', 'thanks but it is still broken', '42'])(
  'asks: %s',
  (text) => expect(isSmallTalk(text)).toBe(false),
);

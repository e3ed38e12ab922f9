import { expect, test } from 'vitest';
import { isChat, isSmallTalk, withoutCourtesies } from './small-talk.ts';

const nothing = ['Hi!', 'hello there', 'Danke!!', '👋', 'ok', '你好', 'مرحبا', 'Olá', 'Teşekkürler'];
const courteous = ['hey, what’s up?', 'Good morning! How are you today?', 'Hola, ¿qué tal?', 'Thanks, bye'];

test.each([...nothing, ...courteous])('says nothing to search for: %s', (text) =>
  expect(isSmallTalk(text)).toBe(true),
);

const asking = [
  '?',
  'Hi?',
  'Hello, where is my parcel',
  'thanks but it is still broken',
  '42',
  'How are you open?',
];

test.each(asking)('asks: %s', (text) => expect(isSmallTalk(text)).toBe(false));

test.each([
  ...courteous,
  'are you a real person or a bot?',
  "What's your name?",
  'hi. who are you?',
  'haha ok',
  'ur stupid',
  'Tell me a joke!',
  'Bist du ein Mensch?',
  '¿Eres un robot?',
  'Sei una persona vera?',
])('only chats: %s', (text) => expect(isChat(text)).toBe(true));

test.each([
  '',
  'Where are you?',
  'Are you open today?',
  'Are you a member of the guild?',
  'who are you hiring',
  "What's your name change policy?",
  'I am bored of my plan, how do I cancel?',
  'You are great. Do you deliver to Norway?',
  'Can you sleep in the van?',
])('is about something: %s', (text) => expect(isChat(text)).toBe(false));

test('is judged quickly however long it is', () => {
  expect(isChat(`are you a bot${' or are you a bot'.repeat(500)}x`)).toBe(false);
});

test.each([
  ['Good morning! Where is my parcel? Many thanks', '! Where is my parcel?'],
  ['hi, how are you? do you deliver 3,5 kg', ',? do you deliver 3,5 kg'],
  ['Hola, ¿dónde está mi pedido?', ', ¿dónde está mi pedido?'],
])('of %j what is said is %j', (text, said) => expect(withoutCourtesies(text)).toBe(said));

test.each(['Hello!', 'ok', '', '?!'])('%j says no less by itself', (text) =>
  expect(withoutCourtesies(text)).toBe(text),
);

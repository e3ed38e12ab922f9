import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { knowledgeClient } from '../scripts/eval-client.ts';
import { padding, readData } from '../scripts/eval-data.ts';
import { percentile } from '../scripts/eval-measures.ts';
import { root } from '../scripts/paths.ts';
import { dataOf, startModelServer } from '../tests/support/model-server.ts';
import { newVisitor } from '../tests/support/people.ts';
import { joinedSocket } from '../tests/support/socket.ts';
import { startChatly } from './chatly.ts';
import { stop } from './subject.ts';

/**
 * `node bench/first-token.ts [--questions 200] [--passages 250]`: how long after a visitor has sent a question over its
 * socket the first words of the answer are there. The model answers at once, so that this is all Chatly's own; the
 * knowledge is a set of `tests/fixtures/questions/`, filled up to so many passages.
 */
const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '200' },
    passages: { type: 'string', default: '250' },
    set: { type: 'string', default: 'projects' },
  },
});

/** When, after the question was sent: it was acknowledged, the model was asked, the first words came. */
type Times = { acked: number; asked: number; first: number };

const Data = z.object({ passages: z.array(z.object({ text: z.string() })) });
const warmUp = 10;
const data = readData(join(root, `tests/fixtures/questions/${values.set}.json`));
const model = await startModelServer();
const env = { AI_BASE_URL: model.url, AI_MODEL: 'scripted' };
const chatly = await startChatly({ isEmpty: true, isFree: true, env });
try {
  await prepare();
  const measured: Times[] = [];
  const wanted = Number(values.questions) + warmUp;
  for (let n = 0; measured.length < wanted && n < 3 * wanted; n += 1) {
    const times = await askOnce(data.questions[n % data.questions.length]?.question ?? '');
    if (times) measured.push(times);
  }
  report(measured.slice(warmUp));
} finally {
  await stop(chatly);
  await model.close();
}

async function prepare(): Promise<void> {
  const base = knowledgeClient(chatly.url, chatly.token);
  const filling = padding(data, Math.max(0, Number(values.passages) - data.entries.length));
  for (const { input } of [...data.entries, ...filling]) await base.add(input);
  const response = await fetch(`${chatly.url}/api/widget`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${chatly.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ aiSettings: { enabled: true } }),
  });
  if (!response.ok) throw new Error(`The bot could not be turned on: ${response.status}`);
}

/** One question of a new visitor; null where the bot hands it to a person, and the model is asked nothing. */
async function askOnce(content: string): Promise<Times | null> {
  const socket = await joinedSocket(await newVisitor(chatly));
  let asked = Number.NaN;
  model.script({
    kind: 'reply',
    reply: (request) => {
      asked = performance.now();
      return firstSentence(dataOf(request));
    },
  });
  const sent = performance.now();
  socket.send({ type: 'message:new', clientId: crypto.randomUUID(), content });
  await socket.next('ack');
  const acked = performance.now();
  const isWritten = () => socket.frames.some(({ type }) => type === 'message:delta');
  const isHandedOver = () => socket.events.some(({ type }) => type === 'conversation:update');
  await socket.until(() => isWritten() || isHandedOver());
  const first = performance.now();
  const isAnswered = isWritten();
  if (isAnswered) await socket.until(() => socket.messages().some(({ message }) => message.sender === 'bot'));
  await socket.close();
  if (!isAnswered) model.unscript();
  return isAnswered ? { acked: acked - sent, asked: asked - sent, first: first - sent } : null;
}

/** The best passage's beginning, so that it counts as an answer. */
function firstSentence(prompted: unknown): string {
  const text = Data.parse(prompted).passages[0]?.text ?? '';
  return `${text.slice(0, 200)} [1]`;
}

function report(measured: Times[]): void {
  console.log(`${measured.length} answers from ${values.passages} passages; ms after the question was sent`);
  const line = (name: string, of: (times: Times) => number) => {
    const all = measured.map(of);
    const at = (share: number) => percentile(all, share).toFixed(1).padStart(7);
    console.log(`  ${name.padEnd(34)} p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}`);
  };
  line('acknowledged', ({ acked }) => acked);
  line('the model is asked', ({ asked }) => asked);
  line('the first words are there', ({ first }) => first);
  line('of which from the model to there', ({ asked, first }) => first - asked);
}

import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { widgetDefaults } from '../store/widget-json.ts';
import type { Debt } from './debt.ts';
import type { Findings } from './findings.ts';
import { type Model, ModelError } from './model.ts';
import { type Question, readQuestion } from './read-question.ts';
import { settle } from './settle.ts';

const fact = 'Refunds are paid back within fourteen days to the card.';
const question = 'How long does a refund take?';

function debtOf(parts: Partial<Debt> = {}): Debt {
  return {
    conversationId: 'cnv1',
    messageId: 'msg1',
    visitorId: 'vis1',
    question,
    companyName: 'Acme',
    language: 'en',
    settings: { ...widgetDefaults.aiSettings, languages: [] },
    turns: [],
    given: { conversation: 0, visitor: 0, tenant: 0 },
    ...parts,
  };
}

/** What a search for these terms finds in a knowledge base that holds the fact alone. */
function findingsFor({ terms }: Question): Findings {
  const held = new Set(readQuestion(fact).terms.map(({ term }) => term));
  const covered = terms.flatMap(({ term }, place): [number, number][] =>
    held.has(term) ? [[place, 1]] : [],
  );
  const found = {
    entryId: 'ent1',
    type: 'text' as const,
    score: covered.length * 20,
    title: 'Refunds',
    heading: '',
    body: fact,
    url: null,
    covered,
    before: null,
    after: null,
  };
  return {
    passages: 3,
    idf: terms.map(() => 5),
    standIns: [],
    threshold: 0.5,
    found: covered.length > 0 ? [found] : [],
  };
}

/** Settles a debt; `attempts` are what the model does each time it is asked, and none of them means: no model. */
async function settled(
  debt: Debt,
  attempts: (string | ModelError)[][] = [],
  signal = new AbortController().signal,
) {
  const writing: string[] = [];
  let searches = 0;
  let asked = 0;
  const model: Model = async function* () {
    for (const step of attempts[asked++] ?? []) {
      if (step instanceof ModelError) throw step;
      yield step;
    }
  };
  const settlement = await settle(debt, {
    model: attempts.length > 0 ? model : null,
    signal,
    find: async (wanted) => {
      searches += 1;
      return findingsFor(wanted);
    },
    writing: { begin: () => void writing.push('|'), add: (text) => void writing.push(text) },
  });
  return { settlement, searches, asked, written: writing.join('') };
}

const handOff = (reason: string) => ({ kind: 'hand-off', reason });
const answered = {
  kind: 'answer',
  content: fact,
  citations: [{ entryId: 'ent1', title: 'Refunds', quote: fact }],
};

describe('without asking anybody', () => {
  test('who asks for a person gets one, also when all is used up', async () => {
    const given = { conversation: 999, visitor: 999, tenant: 999_999 };
    const { settlement, searches } = await settled(debtOf({ question: 'A human please', given }), [[fact]]);
    expect(settlement).toEqual(handOff('asked'));
    expect(searches).toBe(0);
  });

  test.each([
    ['conversation', limits.answer.perConversation],
    ['visitor', limits.answer.perVisitorDaily],
    ['tenant', limits.answer.perTenantDaily],
  ])('a %s has so many answers, and then a person', async (which, most) => {
    const given = (count: number) => ({ conversation: 0, visitor: 0, tenant: 0, [which]: count });
    expect((await settled(debtOf({ given: given(most) }), [[fact]])).settlement).toEqual(handOff('used_up'));
    expect((await settled(debtOf({ given: given(most - 1) }))).settlement).toEqual(answered);
  });

  test('a greeting is greeted, without a search or a model', async () => {
    const { settlement, searches, asked } = await settled(debtOf({ question: 'Hello!' }), [[fact]]);
    expect(settlement).toMatchObject({ kind: 'answer', citations: [] });
    expect([searches, asked]).toEqual([0, 0]);
  });

  test('who only chats is not answered from the knowledge, and leaves no unanswered question', async () => {
    const turns = [{ sender: 'visitor' as const, content: question }];
    const { settlement, searches } = await settled(debtOf({ question: 'Are you a robot?', turns }));
    expect(settlement).toEqual(handOff('no_answer'));
    expect(searches).toBe(0);
  });
});

describe('what is searched for', () => {
  const turns = [{ sender: 'visitor' as const, content: question }];

  test('a follow-up goes on from what was asked before', async () => {
    const { settlement, searches } = await settled(debtOf({ question: 'And to which card?', turns }));
    expect([settlement.kind, searches]).toEqual(['answer', 1]);
    expect((await settled(debtOf({ question: 'Why so?', turns }))).settlement).toEqual(answered);
  });

  test('another subject is not answered with the last one', async () => {
    const asked = 'Do you sell carbon bicycles?';
    const { settlement } = await settled(debtOf({ question: asked, turns }), [[fact]]);
    expect(settlement).toEqual({
      ...handOff('no_answer'),
      unanswered: { question: asked, score: expect.any(Number) },
    });
  });
});

describe('with a model', () => {
  test('says what it writes, with the server’s sources', async () => {
    const { settlement, written } = await settled(debtOf(), [
      ['Refunds are paid back within ', 'fourteen days [1].'],
    ]);
    expect(settlement).toMatchObject({ content: 'Refunds are paid back within fourteen days.' });
    expect(written).toBe('|Refunds are paid back within fourteen days.');
  });

  test.each([
    ['makes something up', 'Zebra rides cost nine dollars each [1].'],
    ['does not know', 'I do not know.'],
    ['says nothing', ''],
  ])('hands over where it %s', async (_, said) => {
    expect((await settled(debtOf(), [[said]])).settlement).toMatchObject(handOff('no_answer'));
  });

  test('begins once more when it breaks off, and takes back what it said', async () => {
    const { settlement, written, asked } = await settled(debtOf(), [
      ['Refunds maybe ', new ModelError('cut')],
      [fact],
    ]);
    expect(settlement).toEqual(answered);
    expect([asked, written.lastIndexOf('|') > 0]).toEqual([2, true]);
    const broken = ['Refunds ', new ModelError('cut')];
    expect(await settled(debtOf(), [broken, broken, [fact]])).toMatchObject({
      settlement: handOff('outage'),
      asked: 2,
    });
  });

  test.each(['unreachable', 'refused', 'busy', 'timeout'] as const)(
    'hands over when it is out: %s',
    async (reason) => {
      const { settlement, asked } = await settled(debtOf(), [[new ModelError(reason)], [fact]]);
      expect([settlement, asked]).toEqual([handOff('outage'), 1]);
    },
  );

  test('settles nothing once it is called off', async () => {
    const calledOff = await settled(debtOf(), [['Refunds ', new ModelError('cancelled')]]).catch(
      (error) => error,
    );
    expect(calledOff).toMatchObject({ reason: 'cancelled' });
  });
});

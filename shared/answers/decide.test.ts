import { describe, expect, it } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { decide } from './decide.ts';
import type { Findings, Found } from './findings.ts';
import { readQuestion } from './read-question.ts';

const body = 'One. Two says more. Three goes on. Four is near the end. Five ends it.';

function found(entryId: string, fit: Partial<Found>): Found {
  const text = { type: 'text' as const, title: entryId, heading: '', body, url: null };
  return { entryId, ...text, score: 0, covered: [], before: null, after: null, ...fit };
}

function findings(all: Found[], parts: Partial<Findings> = {}): Findings {
  return { passages: 200, idf: [6, 5], standIns: [], threshold: null, found: all, ...parts };
}

/** Holds both of the question's words, and says much of them. */
const inWords = {
  score: 15,
  covered: [
    [0, 1],
    [1, 1],
  ] satisfies [number, number][],
};
const hardlyInWords = { score: 2, covered: [[1, 1]] satisfies [number, number][] };

describe('words alone', () => {
  it('speak for the best passage or for none', () => {
    const best = found('a', inWords);
    expect(decide(findings([best, found('b', hardlyInWords)]))).toMatchObject({ decision: 'answer', best });
    expect(decide(findings([found('a', hardlyInWords)]))).toMatchObject({
      decision: 'decline',
      reason: 'too_little_in_common',
      best: null,
    });
    expect(decide(findings([]))).toMatchObject({ decision: 'decline', reason: 'nothing_found', score: 0 });
  });

  it('decide as they did where the meaning of other passages says nothing', () => {
    const best = found('a', { ...inWords, closeness: 1 });
    const alone = decide(findings([best]));
    const beside = decide(findings([found('b', { ...hardlyInWords, closeness: 0 }), best]));
    expect(beside).toEqual(alone);
  });
});

describe('meaning', () => {
  it('speaks for a passage that shares no word with the question, and is far from the unrelated', () => {
    const near = found('near', { closeness: 7 });
    expect(decide(findings([near]))).toMatchObject({ decision: 'answer', best: near, reason: 'found' });
  });

  it.each([null, undefined, -2, 0, 2, 3.5])(
    'does not for what is about as near as the unrelated: %s',
    (closeness) => {
      expect(decide(findings([found('far', { closeness })])).decision).toBe('decline');
    },
  );

  it('wants more of the nearest of many than of the only one', () => {
    const near = [found('near', { closeness: 5 })];
    const scores = [1, 10, 250, 10_000].map((passages) => decide(findings(near, { passages })).score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0.5);
    expect(scores.at(-1)).toBeLessThan(0.5);
  });

  it('obeys the tenant’s threshold', () => {
    const near = [found('near', { closeness: 6 })];
    const { score } = decide(findings(near));
    expect(decide(findings(near, { threshold: score + 0.01 })).decision).toBe('decline');
    expect(decide(findings(near, { threshold: score - 0.01 })).decision).toBe('answer');
  });

  it('lets the passage answer for which it speaks, wherever that was ranked', () => {
    const near = found('near', { closeness: 8 });
    const first = found('first', { ...hardlyInWords, closeness: 2.5 });
    expect(decide(findings([first, near])).best).toBe(near);
    const { answer, citations } = answerQuestion(readQuestion('two words'), findings([first, near]));
    expect(citations).toMatchObject([{ entryId: 'near' }]);
    expect(body).toContain(answer);
  });

  it('lets words answer where they are surer, and itself where it is', () => {
    const words = found('words', inWords);
    const [nearer, near] = [found('nearer', { closeness: 30 }), found('near', { closeness: 6.5 })];
    expect(decide(findings([near, words])).best).toBe(words);
    expect(decide(findings([words, nearer])).best).toBe(nearer);
  });

  it('cannot tell which of a passage’s sentences it was for: all are the answer', () => {
    const near = findings([found('near', { closeness: 8 })]);
    expect(answerQuestion(readQuestion('nothing alike'), near).answer).toBe(body);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type KnowledgeClient, knowledgeClient, newTenant } from '../../scripts/eval-client.ts';
import { type EvalData, readData } from '../../scripts/eval-data.ts';
import { type Ranked, rankingMeasures, shareOf } from '../../scripts/eval-measures.ts';
import { root } from '../../scripts/paths.ts';

const url = inject('stackUrl');
const folder = join(root, 'tests/fixtures/questions');
const sets = readdirSync(folder).map((file) => readData(join(folder, file)));

/** What must hold at the least; docs/evaluation.md has the figures themselves. */
const least = { answered: 0.9, declined: 0.95, declinedBesides: 0.85 };

async function baseOf(data: EvalData) {
  const base = knowledgeClient(url, await newTenant(url));
  const ids = new Map<string, string>();
  for (const { id, input } of data.entries) ids.set(await base.add(input), id);
  return { base, ids };
}

/** A few at a time: each registers a tenant, and hashing its password is heavy on purpose. */
async function inTurns(run: (data: EvalData) => Promise<void>): Promise<void> {
  const left = sets.values();
  const work = async () => {
    for (const data of left) await run(data);
  };
  await Promise.all(Array.from({ length: 3 }, work));
}

async function isAnswered(base: KnowledgeClient, question: string): Promise<boolean> {
  return (await base.ask(question)).decision === 'answer';
}

describe('sixteen knowledge bases of other subjects and three languages', () => {
  it('find what answers, answer what they hold and decline the rest', async () => {
    const rankings: Ranked[] = [];
    const answered: boolean[] = [];
    const declined: boolean[] = [];
    const run = async (data: EvalData) => {
      const { base, ids } = await baseOf(data);
      for (const { question, relevant } of data.questions) {
        const { decision, passages } = await base.ask(question);
        rankings.push({ found: passages.map(({ entryId }) => ids.get(entryId) ?? ''), relevant });
        answered.push(decision === 'answer');
      }
      for (const question of data.unanswerable) declined.push(!(await isAnswered(base, question)));
    };
    await inTurns(run);
    expect(rankings.length).toBeGreaterThan(400);
    const measures = rankingMeasures(rankings);
    expect(measures['hit@5']).toBeGreaterThan(0.95);
    expect(measures['MRR@10']).toBeGreaterThan(0.93);
    expect(shareOf(answered)).toBeGreaterThan(least.answered);
    expect(shareOf(declined)).toBeGreaterThan(least.declined);
  });

  it('decide alike with a single entry', async () => {
    const answered: boolean[] = [];
    const declined: boolean[] = [];
    const declinedBesides: boolean[] = [];
    await inTurns(async ({ entries, questions, unanswerable }) => {
      const first = entries.find(({ passages }) => passages === 1);
      if (!first) return;
      const { base } = await baseOf({ entries: [first], questions, unanswerable });
      for (const { question, relevant } of questions) {
        const isHeld = relevant.includes(first.id);
        const isFound = await isAnswered(base, question);
        if (isHeld) answered.push(isFound);
        else declinedBesides.push(!isFound);
      }
      for (const question of unanswerable.slice(-8)) declined.push(!(await isAnswered(base, question)));
    });
    expect(answered.length).toBeGreaterThan(25);
    expect(shareOf(answered)).toBeGreaterThan(least.answered);
    expect(shareOf(declined)).toBeGreaterThan(least.declined);
    // Questions on the same subject that other entries would answer.
    expect(shareOf(declinedBesides)).toBeGreaterThan(least.declinedBesides);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Findings } from '../shared/answers/findings.ts';
import { readQuestion } from '../shared/answers/read-question.ts';
import { limits } from '../shared/limits.ts';
import { EarlySearches } from './early-searches.ts';

const { earlyMs, atOnce } = limits.answer;
const question = 'How long does a refund take?';
const none: Findings = { passages: 0, idf: [], standIns: [], threshold: null, found: [] };

let nowMs = 0;
let searched: string[] = [];
let fails = false;
let searches: EarlySearches;
beforeEach(() => {
  nowMs = 1_000;
  searched = [];
  fails = false;
  const search = async ({ text }: { text: string }) => {
    searched.push(text);
    if (fails) throw new Error('No database.');
    return none;
  };
  searches = new EarlySearches(search, () => nowMs);
});

describe('a search begun early', () => {
  it('is not made again for the same question, and is good once', async () => {
    searches.begin(question);
    expect(searched).toEqual([question]);
    expect(await searches.find(readQuestion(question))).toBe(none);
    expect(searched).toEqual([question]);
    await searches.find(readQuestion(question));
    expect(searched).toEqual([question, question]);
  });

  it('is not taken for another question, nor once it is old', async () => {
    searches.begin(question);
    await searches.find(readQuestion('Where are you?'));
    nowMs += earlyMs + 1;
    await searches.find(readQuestion(question));
    expect(searched).toEqual([question, 'Where are you?', question]);
  });

  it('says that it failed to whoever takes it, and to nobody else', async () => {
    fails = true;
    searches.begin(question);
    searches.begin('Where are you?');
    await expect(searches.find(readQuestion(question))).rejects.toThrow('No database.');
  });

  it('is not begun where many are under way that nobody has taken', () => {
    for (let at = 0; at < 2 * atOnce; at += 1) searches.begin(`question ${at}`);
    expect(searched).toHaveLength(atOnce);
    nowMs += earlyMs + 1;
    searches.begin('later');
    expect(searched).toHaveLength(atOnce + 1);
  });
});

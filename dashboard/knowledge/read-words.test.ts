import { expect, test } from 'vitest';
import { readWords } from './read-words.ts';

test.each([
  ['couch, sofa', ['couch', 'sofa']],
  ['couch = sofa; settee,', ['couch', 'sofa', 'settee']],
  ['ETA = delivery time', ['ETA', 'delivery time']],
  ['沙发、长椅，椅子', ['沙发', '长椅', '椅子']],
  ['sofa, sofa', ['sofa']],
  [' , ', []],
])('%j names %j', (line, words) => {
  expect(readWords(line)).toEqual(words);
});

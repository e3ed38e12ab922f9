import { expect, it } from 'vitest';
import type { Entry } from '../../shared/api/knowledge-base.ts';
import { emptyFields, fieldsOf, inputOf, missingIn, patchOf } from './entry-fields.ts';

const entry: Entry = {
  id: 'kbe1',
  type: 'qa',
  title: null,
  question: 'How?',
  answer: 'So.',
  content: null,
  metadata: {},
  status: 'ready',
  error: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

it('names what has changed, and nothing else', () => {
  const fields = fieldsOf(entry);
  expect(patchOf(entry, fields)).toBeNull();
  expect(patchOf(entry, { ...fields, answer: ' So. ', content: 'Not of this type' })).toBeNull();
  expect(patchOf(entry, { ...fields, answer: 'Thus.' })).toEqual({ answer: 'Thus.' });
  expect(patchOf({ ...entry, title: 'Old' }, { ...fields, title: '  ' })).toEqual({ title: null });
});

it('makes an entry of what its type needs, and says what is missing', () => {
  const fields = { ...emptyFields, question: 'How?', answer: 'So.', content: 'Text' };
  expect(inputOf('qa', fields)).toEqual({ type: 'qa', title: null, question: 'How?', answer: 'So.' });
  expect(inputOf('text', { ...fields, title: ' A ' })).toEqual({ type: 'text', title: 'A', content: 'Text' });
  expect(missingIn('qa', emptyFields)).toEqual({
    question: 'The question is missing.',
    answer: 'The answer is missing.',
  });
  expect(missingIn('text', fields)).toEqual({});
});

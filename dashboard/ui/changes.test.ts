import { expect, it } from 'vitest';
import { withChanges, withoutSaved } from './changes.ts';

const saved = { title: 'Tea', color: 'red' };

it('holds only what is other than before', () => {
  expect(withChanges(saved, { title: 'Pots' }, { color: 'blue' })).toEqual({ title: 'Pots', color: 'blue' });
  expect(withChanges(saved, { title: 'Pots', color: 'blue' }, { title: 'Tea' })).toEqual({ color: 'blue' });
});

it('keeps what was changed again while it was being saved', () => {
  const sent = { title: 'Pots', color: 'blue' };
  expect(withoutSaved(sent, sent)).toEqual({});
  expect(withoutSaved({ ...sent, title: 'Pots!' }, sent)).toEqual({ title: 'Pots!' });
});

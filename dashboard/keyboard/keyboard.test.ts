import { expect, it } from 'vitest';
import { keyNames } from './key-names.ts';
import { rankCommands } from './rank-commands.ts';

it('writes keys as a person reads them', () => {
  expect(keyNames('$mod+k', { isMac: true })).toEqual(['⌘K']);
  expect(keyNames('$mod+k', { isMac: false })).toEqual(['Ctrl+K']);
  expect(keyNames('g i', { isMac: false })).toEqual(['G', 'I']);
  expect(keyNames('[Shift]+?', { isMac: false })).toEqual(['?']);
  expect(keyNames('Escape', { isMac: false })).toEqual(['Esc']);
});

it('finds commands by words in any order, the better beginning first', () => {
  const titles = (query: string) =>
    rankCommands(query, [{ title: 'Reopen' }, { title: 'Open settings' }, { title: 'Überblick' }]).map(
      ({ title }) => title,
    );
  expect(titles('open')).toEqual(['Open settings', 'Reopen']);
  expect(titles('set op')).toEqual(['Open settings']);
  expect(titles('uber')).toEqual(['Überblick']);
  expect(titles('')).toHaveLength(3);
  expect(titles('zzz')).toEqual([]);
});

import { expect, it } from 'vitest';
import { type Shelf, pageShelf } from '../../client/shelf.ts';
import { lostWork } from './lost-work.ts';

/** Without a storage a shelf lasts as long as its page. */
const shelfWith = (...keys: string[]): Shelf => {
  const shelf = pageShelf(() => {
    throw new Error('No storage.');
  });
  for (const key of keys) shelf.set(key, 'x');
  return shelf;
};

it.each([
  [[], ''],
  [['me:theme', 'you:draft:reply:cnv1', 'you:out:cnv1:a'], ''],
  [['me:out:cnv1:a'], 'One message is not sent yet.'],
  [['me:draft:reply:cnv1'], 'One draft is not finished.'],
  [
    [
      'me:out:cnv1:a',
      'me:out:cnv2#note:b',
      'me:draft:note:cnv1',
      'me:draft:answer:unq1',
      'me:draft:reply:cnv1',
    ],
    '2 messages are not sent yet. 3 drafts are not finished.',
  ],
])('of %j signing out loses: %s', (keys, words) => {
  expect(lostWork({ shelf: shelfWith(...keys), prefix: 'me:', isPageUnsaved: false })).toBe(words);
});

it('of a page that was changed it loses what is not saved', () => {
  const shelf = shelfWith('me:draft:reply:cnv1');
  expect(lostWork({ shelf, prefix: 'me:', isPageUnsaved: true })).toBe(
    'One draft is not finished. What you changed on this page is not saved.',
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import { outbox } from './outbox.ts';
import { pageShelf, type Shelf } from './shelf.ts';

const nowhere = () => {
  throw new Error('Storage is forbidden here.');
};

describe('the outbox', () => {
  let shelf: Shelf;
  beforeEach(() => {
    shelf = pageShelf(nowhere);
  });

  it('gives drafts back in the order of writing, also within one millisecond', () => {
    const box = outbox(shelf, 'out:', () => 1_000);
    for (const text of ['one', 'two', 'three']) box.add(text);
    expect(box.all().map(({ content }) => content)).toEqual(['one', 'two', 'three']);
    expect(box.next()?.content).toBe('one');
  });

  it('keeps the order when the clock is set back', () => {
    let now = 5_000;
    const box = outbox(shelf, 'out:', () => now);
    box.add('one');
    now = 1_000;
    box.add('two');
    expect(box.all().map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('is found again by another page on the same storage', () => {
    outbox(shelf, 'out:').add('kept');
    expect(outbox(shelf, 'out:').next()?.content).toBe('kept');
    expect(outbox(shelf, 'other:').next()).toBeUndefined();
  });

  it('loses nothing of two tabs that write at the same time', () => {
    const [one, two] = [outbox(shelf, 'out:', () => 1), outbox(shelf, 'out:', () => 1)];
    one.add('from one');
    two.add('from two');
    expect(one.all()).toHaveLength(2);
  });

  it('passes over what was refused until it is to be tried again', () => {
    const box = outbox(shelf, 'out:');
    const { clientId } = box.add('bad');
    box.add('good');
    box.fail(clientId, 'invalid_request');
    expect(box.next()?.content).toBe('good');
    box.retry(clientId);
    expect(box.next()?.clientId).toBe(clientId);
  });

  it('removes one, and leaves alone what is not there', () => {
    const box = outbox(shelf, 'out:');
    const { clientId } = box.add('gone');
    box.remove(clientId);
    box.remove(clientId);
    expect(box.all()).toEqual([]);
  });

  it('does not stumble over what somebody else wrote there', () => {
    shelf.set('out:0000000000000001-x', '{broken');
    shelf.set('out:0000000000000002-y', '"text"');
    const box = outbox(shelf, 'out:');
    box.add('fine');
    expect(box.all().map(({ content }) => content)).toEqual(['fine']);
  });
});

import type { Page } from 'playwright-core';
import { addText, refunds } from '../support/bot.ts';
import { startEmbeddingStack } from '../support/embeddings.ts';
import { it as base } from './fixtures.ts';

const it = base
  .extend('stack', { scope: 'file' }, async ({}, { onCleanup }) => {
    const stack = await startEmbeddingStack();
    onCleanup(() => stack.close());
    return stack;
  })
  .extend('stackUrl', { scope: 'file' }, ({ stack }) => stack.url);

async function openKnowledge(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await desk.getByRole('heading', { name: 'Knowledge' }).waitFor();
}

it('shows in the list what is being indexed, and by itself when it is ready', async ({
  operator,
  desk,
  stack,
}) => {
  const held = Promise.withResolvers<void>();
  stack.embeddings.always = { kind: 'hold', until: held.promise };
  await addText(operator, refunds);
  await openKnowledge(desk);
  await desk.getByText('Indexing', { exact: true }).waitFor();
  held.resolve();
  stack.embeddings.always = null;
  await desk.getByText('Indexing', { exact: true }).waitFor({ state: 'detached' });
});

it('says of an entry that it is found by its words only, and why', async ({ operator, desk, stack }) => {
  stack.embeddings.refuses = (text) => text.includes('unspeakable');
  await addText(operator, { title: 'Bad', content: 'This is unspeakable.' });
  await openKnowledge(desk);
  await desk.getByText('By words only', { exact: true }).waitFor();
  await desk.getByRole('link', { name: 'Bad' }).click();
  await desk.getByText('Found by its words only, for now. The model server refused the request.').waitFor();
  stack.embeddings.refuses = () => false;
});

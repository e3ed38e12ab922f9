import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, it } from 'vitest';
import { addText, refunds } from '../support/bot.ts';
import { launchBrowser, newPerson } from '../support/browser.ts';
import { startEmbeddingStack } from '../support/embeddings.ts';
import { type OperatorFixture, newTenant } from '../support/people.ts';
import { openDashboard } from './people.ts';

let browser: Browser;
let stack: Awaited<ReturnType<typeof startEmbeddingStack>>;
let operator: OperatorFixture;
let agent: BrowserContext;
let desk: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  stack = await startEmbeddingStack();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});
beforeEach(async () => {
  operator = await newTenant(stack.url);
  agent = await newPerson(browser);
  desk = await openDashboard(agent, operator);
});
afterEach(() => agent.close());

async function openKnowledge(): Promise<void> {
  await desk.getByRole('link', { name: 'Knowledge' }).click();
  await desk.getByRole('heading', { name: 'Knowledge' }).waitFor();
}

it('shows in the list what is being indexed, and by itself when it is ready', async () => {
  const held = Promise.withResolvers<void>();
  stack.embeddings.always = { kind: 'hold', until: held.promise };
  await addText(operator, refunds);
  await openKnowledge();
  await desk.getByText('Indexing', { exact: true }).waitFor();
  held.resolve();
  stack.embeddings.always = null;
  await desk.getByText('Indexing', { exact: true }).waitFor({ state: 'detached' });
});

it('says of an entry that it is found by its words only, and why', async () => {
  stack.embeddings.refuses = (text) => text.includes('unspeakable');
  await addText(operator, { title: 'Bad', content: 'This is unspeakable.' });
  await openKnowledge();
  await desk.getByText('By words only', { exact: true }).waitFor();
  await desk.getByRole('link', { name: 'Bad' }).click();
  await desk.getByText('Found by its words only, for now. The model server refused the request.').waitFor();
  stack.embeddings.refuses = () => false;
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPerson } from '../tests/support/browser.ts';
import { build } from './build.ts';
import { root } from './paths.ts';
import { height, openShop, signIn, visit, widths, write } from './screenshot-people.ts';
import { startStack } from './stack.ts';

const images = join(root, 'docs/images');
const gap = 24;
const captionHeight = 48;

type Step = { caption: string; visitor: string; operator: string };

/** `npm run screenshots`: makes the pictures in the README anew, from the running product. */
async function main(): Promise<void> {
  build();
  mkdirSync(images, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-screenshots-'));
  const stack = await startStack({ dataDir, port: 0, libsqlPort: 0 });
  const browser = await launchBrowser();
  try {
    await takePictures(browser, stack.url);
  } finally {
    await browser.close();
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function takePictures(browser: Browser, url: string): Promise<void> {
  const tenantId = await openShop(url);
  const operator = await signIn(browser, url);
  const visitor = await visit(browser, `${url}/demo?tenant=${tenantId}`);
  const steps = await converse(visitor, operator);
  await sideBySide(browser, 'steps.png', steps);
  const last = steps.at(-1);
  if (last) await sideBySide(browser, 'overview.png', [{ ...last, caption: '' }]);
  await dashboardPictures(operator, url);
}

/** A question for the bot, one that it hands over, and an operator's answer, as both sides see it. */
async function converse(visitor: Page, operator: Page): Promise<Step[]> {
  const text = visitor.getByRole('textbox', { name: 'Write a message' });
  const bubble = (content: string) => visitor.locator('chatly-widget .bubble').getByText(content).last();
  const step = async (caption: string): Promise<Step> => ({
    caption,
    visitor: await picture(visitor),
    operator: await picture(operator),
  });
  await write(text, 'Can I return something I do not like?');
  await bubble('thirty days').waitFor();
  await operator.getByRole('link', { name: /Vera Berg/ }).click();
  await operator.locator('.bubble').getByText('thirty days').waitFor();
  const answered = await step('1. The bot answers from the shop’s knowledge, with its source');
  await write(text, 'I ordered a tea pot last week. Can I talk to a person about it?');
  await operator.getByRole('button', { name: 'Hand to bot' }).waitFor();
  const handed = await step('2. What it must not answer, it hands to a person');
  await write(operator.getByLabel('Write an answer'), 'Hello Vera, it left our shop this morning.');
  await bubble('it left our shop this morning').waitFor();
  await write(text, 'Wonderful, thank you!');
  await operator.locator('.bubble').getByText('Wonderful').waitFor();
  return [answered, handed, await step('3. An operator answers; both see it live')];
}

/** The visitor's page beside the dashboard, one pair above the other. */
async function sideBySide(browser: Browser, name: string, steps: Step[]): Promise<void> {
  const hasCaptions = steps.some(({ caption }) => caption !== '');
  const stepHeight = height + gap + (hasCaptions ? captionHeight : 0);
  const context = await newPerson(browser, {
    viewport: { width: widths.demo + widths.dashboard + 3 * gap, height: steps.length * stepHeight + gap },
  });
  const page = await context.newPage();
  await page.setContent(`<style>
      body { margin: 0; padding: ${gap}px; background: #e7e9ee; font: 600 24px/${captionHeight}px system-ui; color: #1a1c22 }
      p { margin: 0; height: ${captionHeight}px } div { display: flex; gap: ${gap}px; margin-bottom: ${gap}px } img { border-radius: 12px }
    </style>${steps.map(pairOf).join('')}`);
  await page.screenshot({ path: join(images, name) });
  await context.close();
}

function pairOf({ caption, visitor, operator }: Step): string {
  const image = (data: string) => `<img src="data:image/png;base64,${data}">`;
  return `${caption && `<p>${caption}</p>`}<div>${image(visitor)}${image(operator)}</div>`;
}

/** What else the dashboard does. */
async function dashboardPictures(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/knowledge/ask`);
  await write(page.getByRole('textbox', { name: 'Question' }), 'For how long can I return something?');
  await page.getByRole('heading', { name: 'The bot answers' }).waitFor();
  await keep('knowledge.png', page);
  await page.goto(`${url}/#/widget`);
  await page.frameLocator('iframe').locator('chatly-widget').getByRole('dialog').waitFor();
  const title = 'The Corner Shop & Café';
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Colour #0f766e' }).click();
  await page.frameLocator('iframe').locator('chatly-widget').getByRole('dialog', { name: title }).waitFor();
  await keep('widget.png', page);
}

async function keep(name: string, page: Page): Promise<void> {
  writeFileSync(join(images, name), Buffer.from(await picture(page), 'base64'));
}

/** A page as it looks when all is at rest, as base64. */
async function picture(page: Page): Promise<string> {
  return (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

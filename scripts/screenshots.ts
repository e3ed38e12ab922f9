import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPerson } from '../tests/support/browser.ts';
import { typedClient } from '../tests/support/client.ts';
import { newConversation, newVisitor } from '../tests/support/people.ts';
import { build } from './build.ts';
import { root } from './paths.ts';
import { startStack } from './stack.ts';

const images = join(root, 'docs/images');
const credentials = { email: 'ada@example.com', password: 'a long password' };
const height = 800;
const widths = { demo: 640, dashboard: 1280 };
const gap = 24;

const earlier = [
  { name: 'Oskar Lind', text: 'Do you also ship to Norway?' },
  { name: 'Mei Tanaka', text: 'The lamp arrived, thank you! Where do I find the spare bulbs?' },
];
const question = 'Hello! I ordered a tea pot last week. Has it been sent yet?';
const answer = 'Hello Vera, it left our shop this morning and should be with you on Thursday.';
const thanks = 'Wonderful, thank you!';

/** `npm run screenshots`: makes the picture in the README anew, from the running product. */
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
  await converse(visitor, operator);
  const pictures = [await picture(visitor), await picture(operator)];
  const both = await newPerson(browser, {
    viewport: { width: widths.demo + widths.dashboard + 3 * gap, height: height + 2 * gap },
  });
  const page = await both.newPage();
  await page.setContent(`<body style="margin:0;padding:${gap}px;display:flex;gap:${gap}px;background:#e7e9ee">
    ${pictures.map((data) => `<img style="border-radius:12px" src="data:image/png;base64,${data}">`).join('')}`);
  await page.screenshot({ path: join(images, 'overview.png') });
}

/** A company with a conversation or two. */
async function openShop(url: string): Promise<string> {
  const json = { ...credentials, companyName: 'The Corner Shop', name: 'Ada' };
  const { token, user } = await (await typedClient(url).auth.register.$post({ json })).json();
  await typedClient(url, token).widget.$put({ json: { aiSettings: { enabled: false } } });
  for (const { name, text } of earlier) {
    await newConversation(await newVisitor({ url, tenantId: user.tenantId }, { name }), text);
  }
  return user.tenantId;
}

async function newPage(browser: Browser, width: number): Promise<Page> {
  const context = await newPerson(browser, { viewport: { width, height }, colorScheme: 'light' });
  return context.newPage();
}

async function signIn(browser: Browser, url: string): Promise<Page> {
  const page = await newPage(browser, widths.dashboard);
  await page.goto(url);
  await page.fill('input[name=email]', credentials.email);
  await page.fill('input[name=password]', credentials.password);
  await page.click('button[type=submit]');
  await page.locator('[data-connection="live"]').waitFor();
  return page;
}

async function visit(browser: Browser, address: string): Promise<Page> {
  const page = await newPage(browser, widths.demo);
  await page.goto(address);
  await page.locator('chatly-widget .launcher').waitFor();
  await page.evaluate(`Chatly.identify({ name: 'Vera Berg' })`);
  await page.locator('chatly-widget .launcher').click();
  return page;
}

async function converse(visitor: Page, operator: Page): Promise<void> {
  await write(visitor.locator('chatly-widget textarea'), question);
  await operator.getByText(question).first().click();
  await write(operator.getByLabel('Write an answer'), answer);
  await visitor.getByText(answer).last().waitFor();
  await write(visitor.locator('chatly-widget textarea'), thanks);
  await operator.getByText(thanks).last().waitFor();
  await visitor.getByText('Seen').last().waitFor();
}

async function write(field: ReturnType<Page['locator']>, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** A page as it looks when all is at rest, as base64. */
async function picture(page: Page): Promise<string> {
  return (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

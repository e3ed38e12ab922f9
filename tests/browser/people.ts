import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { SitePages } from '../support/browser.ts';
import type { OperatorFixture } from '../support/people.ts';

/** What a page of the tenant's own holds: nothing of Chatly but the line its operator was given. */
export async function embedLine({ api }: OperatorFixture): Promise<string> {
  return (await (await api.widget.embed.$get()).json()).data.embedCode;
}

export type ShopOptions = { headers?: Record<string, string>; lang?: string; body?: string; times?: number };

/** The pages of a tenant's own web site. */
export async function shopPages(operator: OperatorFixture, options: ShopOptions = {}): Promise<SitePages> {
  const { headers = {}, lang = 'en', body = '', times = 1 } = options;
  const line = await embedLine(operator);
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <title>Shop</title></head><body><main><h1>Shop</h1>${body}</main>${line.repeat(times)}</body></html>`;
  return { '/': { html, headers } };
}

/** The widget on a page, as somebody with eyes and a keyboard finds it. */
export function widgetOn(page: Page, title = 'Acme') {
  const root = page.locator('chatly-widget');
  const dialog = root.getByRole('dialog', { name: title });
  const text = dialog.getByRole('textbox', { name: 'Write a message' });
  return {
    root,
    launcher: root.getByRole('button', { name: title, expanded: false }),
    dialog,
    text,
    status: root.locator('.status'),
    sent: root.locator('.status').getByText('✓ Sent', { exact: true }),
    bubble: (content: string): Locator => root.locator('.row .bubble').getByText(content, { exact: true }),
    bubbles: () => root.locator('.row .bubble:not(.dots)').allTextContents(),
    async open(): Promise<void> {
      await root.getByRole('button', { name: title }).click();
      await dialog.waitFor();
    },
    async write(content: string): Promise<void> {
      await text.fill(content);
      await text.press('Enter');
    },
  };
}

/** Signs in where operators do. */
export async function openDashboard(
  context: BrowserContext,
  { url, email, password }: OperatorFixture,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await connected(page);
  return page;
}

/** Waits until news comes by itself. */
export async function connected(page: Page): Promise<void> {
  await page.locator('[data-connection="live"]').waitFor();
}

/** The tenant's only conversation, or the one where something happened last. */
export async function lastConversation({ api }: OperatorFixture) {
  const [last] = (await (await api.conversations.$get({ query: {} })).json()).data;
  if (!last) throw new Error('There is no conversation.');
  return last;
}

/** What is stored of a tenant's only conversation; every one of them, should there be several. */
export async function storedMessages({ api }: OperatorFixture): Promise<string[]> {
  const list = await (await api.conversations.$get({ query: {} })).json();
  const details = await Promise.all(
    list.data.map(async ({ id }) =>
      (await api.conversations[':id'].$get({ param: { id }, query: {} })).json(),
    ),
  );
  return details.flatMap(({ data }) => data.messages.map(({ content }) => content));
}

/** What stands in the open conversation of a dashboard, from top to bottom. */
export function bubblesOn(desk: Page): Promise<string[]> {
  return desk.locator('.messages .bubble').allTextContents();
}

/** The widget on a page. */
export type Widget = ReturnType<typeof widgetOn>;

/** By how many pixels a dashboard has to be scrolled sideways to see all of it; tables and code may, by themselves. */
export function sidewaysOn(desk: Page): Promise<number> {
  return desk.evaluate(() => {
    const lists = [...document.querySelectorAll('main, main *')].filter(
      (part) =>
        part.localName === 'main' ||
        (/auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight),
    );
    return Math.max(
      ...[document.documentElement, ...lists].map((part) => part.scrollWidth - part.clientWidth),
    );
  });
}

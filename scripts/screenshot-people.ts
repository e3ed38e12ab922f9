import type { Browser, Page } from 'playwright-core';
import { newPerson } from '../tests/support/browser.ts';
import { typedClient } from '../tests/support/client.ts';
import { newConversation, newVisitor } from '../tests/support/people.ts';

export const height = 800;
export const widths = { demo: 640, dashboard: 1200 };

const credentials = { email: 'ada@example.com', password: 'a long password' };
const earlier = [
  { name: 'Oskar Lind', text: 'Do you also ship to Norway?' },
  { name: 'Mei Tanaka', text: 'The lamp arrived, thank you! Where do I find the spare bulbs?' },
  { name: 'Δημήτρης', text: 'Καλημέρα! Έχετε το μπρίκι και σε κόκκινο;' },
];
const entries = [
  {
    question: 'How long does delivery take?',
    answer: 'Orders leave our shop within two working days and arrive within five, in all of Europe.',
  },
  {
    question: 'Can I return something I do not like?',
    answer: 'Yes. You can return what you do not like for thirty days after it has arrived.',
  },
  { question: 'How can I pay?', answer: 'By card, by bank transfer or by invoice.' },
];

/** A company with some knowledge and a conversation or two; its tenant. */
export async function openShop(url: string): Promise<string> {
  const json = { ...credentials, companyName: 'The Corner Shop', name: 'Ada' };
  const { token, user } = await (await typedClient(url).auth.register.$post({ json })).json();
  const api = typedClient(url, token);
  for (const { name, text } of earlier) {
    await newConversation(await newVisitor({ url, tenantId: user.tenantId }, { name }), text);
  }
  for (const entry of entries) await api['knowledge-base'].$post({ json: { type: 'qa', ...entry } });
  await api.widget.$put({ json: { aiSettings: { enabled: true, name: 'Polly' } } });
  return user.tenantId;
}

/** The company's operator, at work. */
export async function signIn(browser: Browser, url: string): Promise<Page> {
  const page = await newPage(browser, widths.dashboard);
  await page.goto(url);
  await page.fill('input[name=email]', credentials.email);
  await page.fill('input[name=password]', credentials.password);
  await page.click('button[type=submit]');
  await page.locator('[data-connection="live"]').waitFor();
  return page;
}

/** A visitor of the company's page, with the widget open. */
export async function visit(browser: Browser, address: string): Promise<Page> {
  const page = await newPage(browser, widths.demo);
  await page.goto(address);
  await page.locator('chatly-widget .launcher').waitFor();
  await page.evaluate(`Chatly.identify({ name: 'Vera Berg' })`);
  await page.locator('chatly-widget .launcher').click();
  return page;
}

export async function write(field: ReturnType<Page['locator']>, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

async function newPage(browser: Browser, width: number): Promise<Page> {
  const context = await newPerson(browser, { viewport: { width, height }, colorScheme: 'light' });
  return context.newPage();
}

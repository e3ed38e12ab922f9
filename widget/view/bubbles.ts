import { fill } from '../fill.ts';
import { findLinks } from '../../client/links.ts';
import type { Citation, Message } from '../../client/protocol.ts';
import * as strings from '../strings/en.ts';
import { button, el } from './dom.ts';
import type { RowsContext } from './rows.ts';
import { clockOf } from './times.ts';

/** One message as it is shown, whether it is stored yet or not. */
export type Shown = Pick<
  Message,
  'content' | 'createdAt' | 'sender' | 'senderName' | 'citations' | 'clientId'
> & {
  id?: string;
  status: keyof typeof marks | 'failed';
};

export type Place = { own: boolean; startsGroup: boolean; showsStatus: boolean };

const marks = {
  sent: ['✓', strings.sent],
  delivered: ['✓✓', strings.delivered],
  seen: ['✓✓', strings.seen],
  queued: ['…', strings.queued],
} as const;

export function bubble(
  shown: Shown,
  { own, startsGroup, showsStatus }: Place,
  context: RowsContext,
): HTMLElement {
  const { content, createdAt, citations = [] } = shown;
  const row: HTMLElement = el(
    `li.row.${own ? 'own' : 'other'}${startsGroup ? '.first' : ''}`,
    // A tap shows when; with a mouse, resting on the line does.
    { click: () => row.classList.toggle('timed') },
    startsGroup && byline(shown, own, context.title),
    el(
      'div.line',
      {},
      el('div.bubble', { dir: 'auto' }, ...textOf(content)),
      el('time', { datetime: createdAt }, clockOf(createdAt)),
    ),
    citations.length > 0 && el('div.sources', {}, ...citations.map(source)),
    showsStatus && statusOf(shown, context),
  );
  return row;
}

/** Who wrote: seen by all for the other side, heard by screen readers for the visitor's own. */
function byline({ sender, senderName }: Shown, own: boolean, title: string): HTMLElement {
  if (own) return el('div.hidden', {}, strings.you);
  const isBot = sender === 'bot';
  return el('div.name', {}, el('bdi', {}, senderName ?? title), isBot && el('span.mark', {}, strings.bot));
}

/** Text as text, with its links made to open beside the page. */
function textOf(content: string): (Node | string)[] {
  return findLinks(content).map(({ text, href }) => (href ? link(href, text) : text));
}

function link(href: string, text: string): HTMLElement {
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);
}

function statusOf({ clientId = '', status }: Shown, { retry }: RowsContext): HTMLElement {
  if (status === 'failed') {
    return el(
      'div.status.failed',
      {},
      `${strings.failed} `,
      button('.link', strings.retry, () => retry(clientId)),
    );
  }
  const [tick, text] = marks[status];
  return el(`div.status.${status}`, {}, el('span', { 'aria-hidden': 'true' }, tick), ` ${text}`);
}

/** A numbered chip that opens the words an answer stands on. */
function source({ title, quote, url }: Citation, at: number): HTMLElement {
  const number = at + 1;
  const label = fill(strings.source, { number, title });
  return el(
    'details',
    {},
    el('summary', { 'aria-label': label, title }, String(number)),
    el(
      'div.quote',
      { dir: 'auto' },
      url && /^https?:/i.test(url) ? link(url, title) : title,
      el('q', {}, quote),
    ),
  );
}

export function dayMark(day: string): HTMLElement {
  return el('li.day', {}, day);
}

export function systemLine({ content }: Shown): HTMLElement {
  return el('li.day', { dir: 'auto' }, ...textOf(content));
}

/** The answer as far as it is written; it grows where it stands. */
export function streamingBubble(text: string, old?: HTMLElement): HTMLElement {
  const node =
    old ??
    el(
      'li.row.other.first',
      { 'aria-live': 'off' },
      el('div.name', {}, el('span.mark', {}, strings.bot)),
      el('div.bubble', { dir: 'auto' }),
    );
  node.lastElementChild?.replaceChildren(...textOf(text));
  return node;
}

export function typingDots(awaited: 'operator' | 'bot', title: string): HTMLElement {
  const name = awaited === 'bot' ? strings.bot : title;
  const attributes = { role: 'img', 'aria-label': fill(strings.typing, { name }) };
  return el('li.row.other.first', {}, el('div.bubble.dots', attributes, el('i'), el('i'), el('i')));
}

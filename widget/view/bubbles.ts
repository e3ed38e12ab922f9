import { findLinks } from '../links.ts';
import type { Citation, Message } from '../protocol.ts';
import { fill } from '../fill.ts';
import * as strings from '../strings/en.ts';
import { el } from './dom.ts';
import type { RowsContext } from './rows.ts';

/** One message as it is shown, whether it is stored yet or not. */
export type Shown = {
  key: string;
  author: string;
  name: string;
  isOwn: boolean;
  isBot: boolean;
  content: string;
  citations: Citation[];
  createdAt: string;
  state: Message['status'] | 'sending' | 'queued' | 'failed';
};

export type Place = { startsGroup: boolean; endsGroup: boolean; showsStatus: boolean };

const ticks: Partial<Record<Shown['state'], string>> = {
  sent: '✓',
  delivered: '✓✓',
  seen: '✓✓',
  sending: '…',
  queued: '…',
};

const states = {
  sent: strings.sent,
  delivered: strings.delivered,
  seen: strings.seen,
  sending: strings.sending,
  queued: strings.queued,
};

export function bubble(shown: Shown, place: Place, context: RowsContext): HTMLElement {
  const { isOwn, content, createdAt, citations } = shown;
  const { startsGroup, endsGroup, showsStatus } = place;
  const time = el('time', { datetime: createdAt }, context.times.clock(createdAt));
  const row = el(
    'li',
    { class: `row ${isOwn ? 'own' : 'other'}${startsGroup ? ' first' : ''}${endsGroup ? ' last' : ''}` },
    ...(startsGroup ? [byline(shown, context)] : []),
    el('div', { class: 'line' }, el('div', { class: 'bubble', dir: 'auto' }, ...textOf(content)), time),
    ...(citations.length > 0 ? [sources(citations)] : []),
    ...(isOwn && showsStatus ? [statusOf(shown, context)] : []),
  );
  // A tap shows when; with a mouse, resting on the line does.
  row.addEventListener('click', () => row.classList.toggle('timed'));
  return row;
}

/** Who wrote: seen by all for the other side, heard by screen readers for the visitor's own. */
function byline({ isOwn, isBot, name }: Shown, { title }: RowsContext): HTMLElement {
  if (isOwn) return el('div', { class: 'hidden' }, strings.you);
  const mark = isBot ? [el('span', { class: 'mark' }, strings.bot)] : [];
  return el('div', { class: 'name' }, el('bdi', {}, name || title), ...mark);
}

/** Text as text, with its links made to open beside the page. */
export function textOf(content: string): (Node | string)[] {
  return findLinks(content).map(({ text, href }) =>
    href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text) : text,
  );
}

function statusOf({ key, state }: Shown, { retry }: RowsContext): HTMLElement {
  if (state !== 'failed') {
    const tick = el('span', { 'aria-hidden': 'true' }, ticks[state] ?? '');
    return el('div', { class: `status ${state}` }, tick, ` ${states[state]}`);
  }
  const again = el('button', { type: 'button', class: 'link' }, strings.retry);
  again.addEventListener('click', () => retry(key));
  return el('div', { class: 'status failed' }, `${strings.failed} `, again);
}

function sources(citations: Citation[]): HTMLElement {
  const chips = citations.map(({ title, quote, url }, at) => {
    const label = fill(strings.source, { number: at + 1, title });
    const heading = el('summary', { 'aria-label': label, title }, String(at + 1));
    const where =
      url && /^https?:/i.test(url)
        ? [el('a', { href: url, target: '_blank', rel: 'noopener' }, title)]
        : [title];
    return el(
      'details',
      {},
      heading,
      el('div', { class: 'quote', dir: 'auto' }, ...where, el('q', {}, quote)),
    );
  });
  return el('div', { class: 'sources' }, ...chips);
}

export function dayMark(day: string): HTMLElement {
  return el('li', { class: 'day' }, day);
}

export function systemLine({ content }: Shown): HTMLElement {
  return el('li', { class: 'day', dir: 'auto' }, content);
}

export function streamingBubble(text: string): HTMLElement {
  return el(
    'li',
    { class: 'row other first last', 'aria-live': 'off' },
    el('div', { class: 'name' }, el('span', { class: 'mark' }, strings.bot)),
    el('div', { class: 'bubble', dir: 'auto' }, ...textOf(text)),
  );
}

export function typingDots(typing: 'operator' | 'bot'): HTMLElement {
  const label = fill(strings.typing, { name: typing === 'bot' ? strings.bot : strings.team });
  const dots = el(
    'div',
    { class: 'bubble dots', role: 'img', 'aria-label': label },
    el('i'),
    el('i'),
    el('i'),
  );
  return el('li', { class: 'row other first last' }, dots);
}

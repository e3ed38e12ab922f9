import type { ConversationSummary } from '../../shared/api/conversations.ts';
import type { Bounds } from './list-window.ts';

export const filterNames = ['open', 'mine', 'unassigned', 'unanswered', 'bot', 'resolved', 'all'] as const;
export type FilterName = (typeof filterNames)[number];

type Filter = {
  title: string;
  /** The same for the server. */
  query: {
    status?: 'open' | 'resolved';
    handler?: 'bot';
    assignee?: 'me' | 'none';
    unanswered?: 'true';
  };
  includes(one: ConversationSummary, operatorId: string): boolean;
  /** What is said where it holds nothing. */
  empty: string;
};

export const filters: Record<FilterName, Filter> = {
  open: {
    title: 'Open',
    query: { status: 'open' },
    includes: ({ status }) => status === 'open',
    empty: 'All done: no conversation is open.',
  },
  mine: {
    title: 'Mine',
    query: { status: 'open', assignee: 'me' },
    includes: ({ status, assigneeId }, operatorId) => status === 'open' && assigneeId === operatorId,
    empty: 'No open conversation is yours.',
  },
  unassigned: {
    title: 'Nobody’s',
    query: { status: 'open', assignee: 'none' },
    includes: ({ status, assigneeId }) => status === 'open' && assigneeId === null,
    empty: 'Every open conversation is somebody’s.',
  },
  unanswered: {
    title: 'Unanswered',
    query: { unanswered: 'true' },
    includes: isUnanswered,
    empty: 'Nobody is waiting for an answer.',
  },
  bot: {
    title: 'With the bot',
    query: { status: 'open', handler: 'bot' },
    includes: ({ status, handler }) => status === 'open' && handler === 'bot',
    empty: 'The bot has no conversation just now.',
  },
  resolved: {
    title: 'Resolved',
    query: { status: 'resolved' },
    includes: ({ status }) => status === 'resolved',
    empty: 'No conversation is resolved yet.',
  },
  all: { title: 'All', query: {}, includes: () => true, empty: 'No conversations yet.' },
};

/** Whether a visitor waits for a person. */
export function isUnanswered({ status, handler, waitingSince }: ConversationSummary): boolean {
  return status === 'open' && handler === 'human' && waitingSince !== null;
}

/** The filter that an address names; anything else is `open`. */
export function filterNamed(name: string | undefined): FilterName {
  return filterNames.find((one) => one === name) ?? 'open';
}

type Shown = {
  operatorId: string;
  /** Outside of these, known conversations have gaps between them. */
  bounds: Bounds;
};

/** Whether a list shows a conversation: it fits, and lies where the list was fetched. */
export function isListed(
  one: ConversationSummary,
  name: FilterName,
  { operatorId, bounds: { ceiling, floor } }: Shown,
): boolean {
  const { updatedAt } = one;
  const isWithin = (ceiling === null || updatedAt <= ceiling) && (floor === null || updatedAt >= floor);
  return isWithin && filters[name].includes(one, operatorId);
}

/** What a list shows: whatever is known and fits, newest activity first, as far up and down as it was fetched. */
export function listed(
  known: readonly ConversationSummary[],
  name: FilterName,
  shown: Shown,
): ConversationSummary[] {
  return known.filter((one) => isListed(one, name, shown)).toSorted(newestFirst);
}

function newestFirst(one: ConversationSummary, other: ConversationSummary): number {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt < other.updatedAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

import type { ConversationSummary } from '../../shared/api/conversations.ts';

export const filterNames = ['open', 'unanswered', 'bot', 'resolved', 'all'] as const;
export type FilterName = (typeof filterNames)[number];

type Filter = {
  title: string;
  /** What the server is asked for; `includes` may narrow it. */
  query: { status?: 'open' | 'resolved' };
  includes(one: ConversationSummary): boolean;
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
  unanswered: {
    title: 'Unanswered',
    query: { status: 'open' },
    includes: isUnanswered,
    empty: 'Nobody is waiting for an answer.',
  },
  bot: {
    title: 'With the bot',
    query: { status: 'open' },
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
export function isUnanswered({ status, handler, lastMessage }: ConversationSummary): boolean {
  return status === 'open' && handler === 'human' && (lastMessage?.sender ?? 'visitor') !== 'operator';
}

/** The filter that an address names; anything else is `open`. */
export function filterNamed(name: string | undefined): FilterName {
  return filterNames.find((one) => one === name) ?? 'open';
}

type Depth = {
  /** When the oldest conversation that was fetched was last active; older known ones have gaps between them. */
  floor: string | null;
};

/** What a list shows: whatever is known and fits, newest activity first, no deeper than it was fetched. */
export function listed(
  known: readonly ConversationSummary[],
  name: FilterName,
  { floor }: Depth,
): ConversationSummary[] {
  return known
    .filter((one) => filters[name].includes(one) && (floor === null || one.updatedAt >= floor))
    .toSorted(newestFirst);
}

function newestFirst(one: ConversationSummary, other: ConversationSummary): number {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt < other.updatedAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

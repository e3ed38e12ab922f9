import type { ConversationSummary } from '../../shared/api/conversations.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';
import { sayDone, sayFailed } from '../ui/toast-list.ts';
import type { Desk } from './desk.ts';

export type ConversationChange = Partial<Pick<ConversationSummary, 'status' | 'handler' | 'assigneeId'>>;

type Action = {
  title: string;
  icon: 'check' | 'reopen' | 'person' | 'bot';
  change: ConversationChange;
  done: string;
};

const actions = {
  resolve: { title: 'Resolve', icon: 'check', change: { status: 'resolved' }, done: 'Resolved.' },
  reopen: { title: 'Reopen', icon: 'reopen', change: { status: 'open' }, done: 'Reopened.' },
  takeOver: {
    title: 'Take over',
    icon: 'person',
    change: { handler: 'human' },
    done: 'You have taken over. The bot keeps quiet here.',
  },
  handBack: {
    title: 'Hand to bot',
    icon: 'bot',
    change: { handler: 'bot' },
    done: 'The bot answers here again.',
  },
} as const satisfies Record<string, Action>;

/** What can be done with a conversation as it stands: about its status, and about who answers in it. */
export function actionsFor({ status, handler }: Pick<ConversationSummary, 'status' | 'handler'>) {
  return {
    status: status === 'resolved' ? actions.reopen : actions.resolve,
    handler: handler === 'bot' ? actions.takeOver : actions.handBack,
  };
}

/** Makes a conversation somebody's, or nobody's. */
export function assign(desk: Desk, id: string, to: { id: string; name: string } | null): Promise<void> {
  const whose = to === null ? 'nobody’s' : to.id === desk.user.id ? 'yours' : `${to.name}’s`;
  return perform(desk, id, { change: { assigneeId: to?.id ?? null }, done: `It is ${whose} now.` });
}

/** Changes a conversation: shown at once, taken back where the server refuses, with an undo for a moment. */
export async function perform(
  desk: Desk,
  id: string,
  { change, done }: { change: ConversationChange; done: string },
): Promise<void> {
  const before = desk.book.get(id);
  if (!before) return;
  const { status, handler, assigneeId } = before;
  const back: ConversationChange = {
    ...(change.status ? { status } : {}),
    // Whoever takes over is assigned where nobody is.
    ...(change.handler ? { handler, assigneeId } : {}),
    ...(change.assigneeId === undefined ? {} : { assigneeId }),
  };
  if (await apply(desk, id, change)) sayDone(done, () => void apply(desk, id, back));
}

/** Whether it is done; where not, why has been said. */
async function apply(desk: Desk, id: string, change: ConversationChange): Promise<boolean> {
  const settle = desk.book.assume(id, change);
  try {
    const { data } = await read(api.conversations[':id'].$patch({ param: { id }, json: change }));
    settle({ status: data.status, handler: data.handler, assigneeId: data.assigneeId });
    return true;
  } catch (error) {
    settle();
    if (codeOf(error) === 'unauthorized') desk.failed(error);
    else sayFailed(`Nothing was changed. ${messageOf(error)}`, () => void apply(desk, id, change));
    return false;
  }
}

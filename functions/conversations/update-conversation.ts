import type { UpdateConversation } from '../../shared/api/conversations.ts';
import { AppError } from '../../shared/errors.ts';
import type { SharedEnv } from '../http/context.ts';
import type { Services } from '../services.ts';

type Caller = Pick<SharedEnv['Variables'], 'principal' | 'store'>;

/**
 * Changes a conversation as the caller may: a visitor asks for a person, and is told whether one is there. Errors:
 * forbidden (a visitor who would change more), what the store throws.
 */
export async function updateConversation(
  { rooms }: Pick<Services, 'rooms'>,
  { principal, store }: Caller,
  id: string,
  change: UpdateConversation,
) {
  if (store.kind === 'operator') return store.updateConversation(id, change);
  refuseMore(change);
  return store.askForPerson(id, { isOnline: await rooms.hasOperator(principal.tenantId) });
}

function refuseMore({ handler, ...others }: UpdateConversation): void {
  if (handler === 'human' && Object.values(others).every((value) => value === undefined)) return;
  throw new AppError('forbidden', {
    message: 'Only operators may change this; a visitor may ask for a human.',
  });
}

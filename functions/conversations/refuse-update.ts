import type { UpdateConversation } from '../../shared/api/conversations.ts';
import { AppError } from '../../shared/errors.ts';
import type { Principal } from '../../shared/principal.ts';

/** A visitor may ask for a human, and change nothing else. Errors: forbidden. */
export function refuseUpdate(principal: Principal, change: UpdateConversation): void {
  if (principal.kind === 'operator') return;
  const { handler, ...others } = change;
  if (handler === 'human' && Object.values(others).every((value) => value === undefined)) return;
  throw new AppError('forbidden', {
    message: 'Only operators may change this; a visitor may ask for a human.',
  });
}

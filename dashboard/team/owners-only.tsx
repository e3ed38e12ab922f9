import { useDesk } from '../desk-context.ts';

/** Says before anything is filled in that it is not for agents. */
export function OwnersOnly({ may }: { may: 'change' | 'see' }) {
  if (useDesk().isOwner.value) return null;
  return <p class="notice">Only owners {may} this. Ask one on your team.</p>;
}

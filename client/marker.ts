import type { Message } from './protocol.ts';
import { reaches } from './status.ts';

export type Mark = 'delivered' | 'seen';
type MarkerPorts = {
  newest(): Message | undefined;
  isSeen(): boolean;
  send(messageId: string, mark: Mark): Promise<unknown>;
};

/** Says of the other side's newest message, and so of all before it, that it has come or been seen. */
export function marker({ newest, isSeen, send }: MarkerPorts) {
  let said = '';

  return {
    /** What was said may be lost: say it again if it is still true. */
    forget(): void {
      said = '';
    },
    mark(): void {
      const message = newest();
      const status = isSeen() ? 'seen' : 'delivered';
      if (!message || reaches(message.status, status) || said === message.id + status) return;
      said = message.id + status;
      send(message.id, status).catch(() => {
        said = '';
      });
    },
  };
}

import type { Message } from './protocol.ts';

type Status = Message['status'];

const order: Status[] = ['sent', 'delivered', 'seen'];

/** Whether a status says at least as much as another. */
export function reaches(status: Status, other: Status): boolean {
  return order.indexOf(status) >= order.indexOf(other);
}

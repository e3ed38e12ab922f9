import { signal } from '@preact/signals';

/** What the inbox is being searched for; empty is no search. */
export const searched = signal('');

/** Whether the column about the visitor is shown where it has to be asked for. */
export const areDetailsShown = signal(false);

/** The row that the keyboard is on, while no conversation is open. */
export const highlighted = signal<string | null>(null);

/** Whether the conversation that opens next is to be answered at once. */
export const wantsReply = signal(false);

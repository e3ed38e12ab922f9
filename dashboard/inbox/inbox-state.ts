import { signal } from '@preact/signals';
import type { Message } from '../../shared/protocol/index.ts';

/** What the inbox is being searched for; empty is no search. */
export const searched = signal('');

/** Whether the column about the visitor is shown where it has to be asked for. */
export const areDetailsShown = signal(false);

/** The operator's message of which an entry of the knowledge is being made. */
export const keeping = signal<Message | null>(null);

/** The row that the keyboard is on, while no conversation is open. */
export const highlighted = signal<string | null>(null);

/** The conversation in which a note is being written; below every other one stands the field for answers. */
export const noting = signal<string | null>(null);

/** Whether that field is to have the focus as soon as it is there. */
export const wantsComposer = signal(false);

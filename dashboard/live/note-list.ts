import type { LogEvent, Note } from '../../shared/protocol/index.ts';

/** The notes there are, and those that came, each once, in the order of writing. */
export function withNotes(notes: readonly Note[], more: readonly Note[]): readonly Note[] {
  const byId = new Map([...notes, ...more].map((note) => [note.id, note]));
  return [...byId.values()].toSorted(inOrder);
}

/** Takes in an event of the log, as far as it is about notes. */
export function withNoteEvent(notes: readonly Note[], event: LogEvent): readonly Note[] {
  if (event.type === 'note:new') return withNotes(notes, [event.note]);
  return event.type === 'note:delete' ? notes.filter(({ id }) => id !== event.noteId) : notes;
}

function inOrder(one: Note, other: Note): number {
  if (one.afterSeq !== other.afterSeq) return one.afterSeq - other.afterSeq;
  return one.createdAt < other.createdAt ? -1 : 1;
}

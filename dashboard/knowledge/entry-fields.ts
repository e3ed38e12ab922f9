import type { Entry, EntryInput, EntryPatch } from '../../shared/api/knowledge-base.ts';

/** What a person edits of an entry; which of it counts depends on its type. */
export type EntryFields = { title: string; question: string; answer: string; content: string };

export const emptyFields: EntryFields = { title: '', question: '', answer: '', content: '' };

export function fieldsOf({ title, question, answer, content }: Entry): EntryFields {
  return { title: title ?? '', question: question ?? '', answer: answer ?? '', content: content ?? '' };
}

/** What has changed, as the server wants it named; null where nothing has. An empty title is none. */
export function patchOf(entry: Entry, fields: EntryFields): EntryPatch | null {
  const before = fieldsOf(entry);
  const names = entry.type === 'qa' ? (['question', 'answer'] as const) : (['content'] as const);
  const changed = names.filter((name) => fields[name].trim() !== before[name]);
  const patch: EntryPatch = Object.fromEntries(changed.map((name) => [name, fields[name]]));
  if (fields.title.trim() !== before.title) patch.title = fields.title.trim() || null;
  return Object.keys(patch).length > 0 ? patch : null;
}

export function inputOf(type: Entry['type'], { title, question, answer, content }: EntryFields): EntryInput {
  const named = { title: title.trim() || null };
  return type === 'qa' ? { type, ...named, question, answer } : { type, ...named, content };
}

/** What is missing before it can be saved, by the name of its field. */
export function missingIn(type: Entry['type'], fields: EntryFields): Partial<EntryFields> {
  const needed = type === 'qa' ? (['question', 'answer'] as const) : (['content'] as const);
  const empty = needed.filter((name) => fields[name].trim() === '');
  return Object.fromEntries(
    empty.map((name) => [name, `The ${name === 'content' ? 'text' : name} is missing.`]),
  );
}

import type { EntryFields } from './entry-fields.ts';

/** What the server says about single fields. */
export function problemsOf({
  problemOf,
}: {
  problemOf(field: string): string | undefined;
}): Partial<EntryFields> {
  const names = ['title', 'question', 'answer', 'content'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const problem = problemOf(name);
      return problem ? [[name, problem]] : [];
    }),
  );
}

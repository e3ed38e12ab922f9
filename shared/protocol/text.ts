import * as z from 'zod';

/** Counts what a person calls characters (code points), without building an array for short texts. */
export function charCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function fits(text: string, maxChars: number): boolean {
  if (text.length <= maxChars) return true;
  return text.length <= maxChars * 2 && charCount(text) <= maxChars;
}

/** Trimmed, non-empty, well-formed Unicode of at most `maxChars` code points. */
export function text(maxChars: number) {
  return z
    .string()
    .trim()
    .check((ctx) => {
      const problem = textProblem(ctx.value, maxChars);
      if (problem) ctx.issues.push({ code: 'custom', message: problem, input: ctx.value });
    })
    .meta({ minLength: 1, maxLength: maxChars });
}

function textProblem(value: string, maxChars: number): string | null {
  if (value === '') return 'Must not be empty.';
  if (!fits(value, maxChars)) return `Must be at most ${maxChars} characters.`;
  // A lone surrogate has no UTF-8 form: it could not be stored and returned exactly.
  if (!value.isWellFormed()) return 'Must be well-formed Unicode (it holds half of a surrogate pair).';
  return null;
}

/** An opaque id as it comes from outside; a wrong one is simply not found. */
export const Id = z.string().min(1).max(64).meta({ id: 'Id' });

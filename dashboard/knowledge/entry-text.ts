import type { Entry } from '../../shared/api/knowledge-base.ts';

type Named = Pick<Entry, 'title' | 'question' | 'answer' | 'content'>;

const nameChars = 90;
const excerptChars = 160;

/** What an entry is called in a list. */
export function entryName({ title, question, content }: Named): string {
  return title ?? question ?? short(content ?? '', nameChars);
}

const marks = /^[ \t]*(?:#{1,6}|[-*+])[ \t]+|\*\*/gm;

/** How an entry's text begins, without the marks of headings, lists and stress. */
export function entryExcerpt({ title, answer, content }: Named): string {
  const bare = (answer ?? content ?? '').slice(0, excerptChars * 4).replaceAll(marks, '');
  const text = title !== null && bare.startsWith(title) ? bare.slice(title.length) : bare;
  return short(text, excerptChars);
}

/** Where an entry was fetched from, if it was: a web address only. */
export function entrySource({ metadata }: Pick<Entry, 'metadata'>): string | null {
  const { url } = metadata;
  return typeof url === 'string' && /^https?:\/\//i.test(url) ? url : null;
}

function short(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const chars = Array.from(line.slice(0, most * 2 + 2));
  return chars.length > most
    ? `${chars
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

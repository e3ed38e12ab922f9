import { htmlToText } from '../../shared/crawl/html-to-text.ts';
import { type DraftEntry, textDraft } from './draft-entries.ts';
import { baseName } from './parse-markdown-file.ts';

/** One entry of an HTML file, read as a page that is fetched by its address is. */
export function parseHtmlFile(name: string, html: string): DraftEntry[] {
  const { title, text } = htmlToText(html, null);
  return [textDraft(name, title || baseName(name), text)];
}

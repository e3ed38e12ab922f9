import { type DraftEntry, textDraft } from './draft-entries.ts';

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const titleField = /^title:\s*(.+)$/m;
const firstHeading = /^ {0,3}#\s+(.+?)\s*#*\s*$/m;

/** One entry of a Markdown file, titled by its front matter, else by its first heading, else by its name. */
export function parseMarkdownFile(name: string, text: string): DraftEntry[] {
  const clean = text.replaceAll(/\r\n?/g, '\n');
  const [front = '', fields = ''] = frontMatter.exec(clean) ?? [];
  const content = clean.slice(front.length);
  const stated = titleField
    .exec(fields)?.[1]
    ?.trim()
    .replace(/^(['"])(.*)\1$/, '$2');
  return [textDraft(name, stated ?? firstHeading.exec(content)?.[1] ?? baseName(name), content)];
}

/** A file's name without its ending. */
export function baseName(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

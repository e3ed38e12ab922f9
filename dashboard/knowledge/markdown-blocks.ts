/** A stretch of a line, and how it is set. */
export type Inline = { text: string; kind: 'plain' | 'strong' | 'emphasis' | 'code' } | Link;
type Link = { text: string; kind: 'link'; href: string };

/** What a knowledge entry is made of, as far as people and the search tell its parts from one another. */
export type Block =
  | { kind: 'heading'; level: number; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string };

const headingLine = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const fenceLine = /^ {0,3}(```|~~~)/;
const itemLine = /^\s{0,6}(?:([-*+])|\d{1,9}[.)])\s+(.*)$/;
const spans = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)|\*([^*\s][^*]*)\*/g;

/** Reads the little Markdown that entries hold: headings, lists, code, paragraphs. Any text is some Markdown. */
export function markdownBlocks(text: string): Block[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const { block, next } = blockAt(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

type Read = { block: Block | null; next: number };

function blockAt(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (fenceLine.test(line)) return codeAt(lines, at);
  const [, marks, title = ''] = headingLine.exec(line) ?? [];
  if (marks)
    return { block: { kind: 'heading', level: marks.length, content: inlines(title) }, next: at + 1 };
  return itemLine.test(line) ? listAt(lines, at) : paragraphAt(lines, at);
}

function codeAt(lines: readonly string[], at: number): Read {
  const end = lines.findIndex((line, index) => index > at && fenceLine.test(line));
  const to = end === -1 ? lines.length : end;
  return { block: { kind: 'code', text: lines.slice(at + 1, to).join('\n') }, next: to + 1 };
}

function listAt(lines: readonly string[], at: number): Read {
  const items: string[] = [];
  let next = at;
  for (; (lines[next] ?? '').trim() !== ''; next += 1) {
    const line = lines[next] ?? '';
    const item = itemLine.exec(line)?.[2];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const isOrdered = itemLine.exec(lines[at] ?? '')?.[1] === undefined;
  return { block: { kind: 'list', isOrdered, items: items.map(inlines) }, next };
}

function paragraphAt(lines: readonly string[], at: number): Read {
  const isOther = (line: string) =>
    line.trim() === '' || headingLine.test(line) || fenceLine.test(line) || itemLine.test(line);
  const end = lines.findIndex((line, index) => index > at && isOther(line));
  const next = end === -1 ? lines.length : end;
  return { block: { kind: 'paragraph', content: inlines(lines.slice(at, next).join('\n')) }, next };
}

function inlines(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const { 0: whole, index, ...parts } of text.matchAll(spans)) {
    if (index > from) found.push({ kind: 'plain', text: text.slice(from, index) });
    found.push(inlineOf(parts));
    from = index + whole.length;
  }
  if (from < text.length) found.push({ kind: 'plain', text: text.slice(from) });
  return found;
}

function inlineOf(parts: Record<number, string | undefined>): Inline {
  const { 1: code, 2: strong, 3: title, 4: href, 5: emphasis = '' } = parts;
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (href !== undefined) return { kind: 'link', text: title || href, href };
  return { kind: 'emphasis', text: emphasis };
}

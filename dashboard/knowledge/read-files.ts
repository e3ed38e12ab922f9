import { decodeFile } from './decode-file.ts';
import { type DraftEntry, textDraft } from './draft-entries.ts';
import { baseName, parseMarkdownFile } from './parse-markdown-file.ts';

/** What a file picker offers. */
export const acceptedFiles = '.md,.markdown,.txt,.html,.htm,.csv';

const mostFileBytes = 20 * 1024 * 1024;

type Parse = (name: string, text: string) => DraftEntry[];

/** How a file of each ending is read; what only some need is fetched when it is needed. */
const parsers: Record<string, () => Promise<Parse>> = {
  md: () => Promise.resolve(parseMarkdownFile),
  markdown: () => Promise.resolve(parseMarkdownFile),
  txt: () => Promise.resolve((name, text) => [textDraft(name, baseName(name), text)]),
  html: async () => (await import('./parse-html-file.ts')).parseHtmlFile,
  htm: async () => (await import('./parse-html-file.ts')).parseHtmlFile,
  csv: async () => (await import('./parse-table-file.ts')).parseTableFile,
};

/** The entries that a file holds. It never fails: what cannot be read says so in its place. */
export async function readFileEntries(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<DraftEntry[]> {
  const { name, size } = file;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const parser = Object.hasOwn(parsers, ending) ? parsers[ending] : undefined;
  if (!parser) return [{ name, problem: 'Only .md, .txt, .html and .csv files can be imported.' }];
  if (size > mostFileBytes) return [{ name, problem: 'The file is larger than 20 MB.' }];
  try {
    const parse = await parser();
    return parse(name, decodeFile(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return [{ name, problem: 'The file could not be read.' }];
  }
}

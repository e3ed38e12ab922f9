import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** In prose, a code span that begins with one of the project's folders names a file or a folder of it. */
const pathSpan =
  /`((?:functions|realtime|shared|migrations|libsql-server|client|widget|dashboard|site|scripts|tests|bench|docs)\/[\w./-]*)`/g;
const linkTarget = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

/** What the documentation names and the project does not have. */
export function missingDocPaths(): string[] {
  const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const named = [...text.matchAll(pathSpan)].map(([, path = '']) => path);
    const linked = [...text.matchAll(linkTarget)].map(([, path = '']) => join(page, '..', path));
    return [...new Set([...named, ...linked])]
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page} names ${path}, which does not exist.`);
  });
}

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Metafile, build as bundle } from 'esbuild';
import { type AssetFile, browsers } from './build-widget.ts';
import { root } from './paths.ts';

const kib = 1024;
/** What a browser fetches before the inbox stands there, gzipped: the page, its styles, its code. */
const firstLoadBudget = 120 * kib;
const out = join(root, 'dist/assets');

/** The dashboard as files below dist/assets. Names hold their contents' hash, so browsers may keep them for ever. */
export async function dashboardFiles(): Promise<AssetFile[]> {
  const { outputFiles, metafile } = await bundle({
    entryPoints: { main: join(root, 'dashboard/main.tsx'), styles: join(root, 'dashboard/styles.css') },
    absWorkingDir: root,
    outdir: join(out, 'app'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    target: browsers,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
  });
  const files = outputFiles.map(({ path, contents }) => ({ path: relative(out, path), contents }));
  const page = new TextEncoder().encode(pageOf(metafile));
  holdBudget([{ path: 'index.html', contents: page }, ...files], metafile);
  return [{ path: 'index.html', contents: page }, ...files];
}

/** The one page, naming the files of this build. */
function pageOf(metafile: Metafile): string {
  const main = outputOf(metafile, 'dashboard/main.tsx');
  const preloads = staticImports(metafile, main).filter((path) => path !== main);
  const tags = [
    `<link rel="stylesheet" href="/${served(outputOf(metafile, 'dashboard/styles.css'))}" />`,
    ...preloads.map((path) => `<link rel="modulepreload" href="/${served(path)}" />`),
    `<script type="module" src="/${served(main)}"></script>`,
  ];
  const template = readFileSync(join(root, 'dashboard/index.html'), 'utf8');
  return template.replace('<!-- assets -->', tags.join('\n    '));
}

/** Prints what the first look at the inbox costs, and holds it. Errors: an Error where that is over the budget. */
function holdBudget(files: AssetFile[], metafile: Metafile): void {
  const paths = new Set([
    'index.html',
    served(outputOf(metafile, 'dashboard/styles.css')),
    ...['dashboard/main.tsx', 'dashboard/inbox/inbox-place.tsx']
      .flatMap((entry) => staticImports(metafile, outputOf(metafile, entry)))
      .map(served),
  ]);
  const bytes = files
    .filter(({ path }) => paths.has(path))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  console.log(
    `Dashboard: first load ${(bytes / kib).toFixed(2)} KiB gzip (at most ${firstLoadBudget / kib}), in ${paths.size} files of ${files.length}`,
  );
  if (bytes > firstLoadBudget) throw new Error('The dashboard is over its budget.');
}

function outputOf({ outputs }: Metafile, entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (!found) throw new Error(`esbuild made nothing of ${entry}.`);
  return found[0];
}

/** A file and all that it cannot do without. */
function staticImports({ outputs }: Metafile, path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement') staticImports({ inputs: {}, outputs }, next, seen);
  }
  return [...seen];
}

function served(output: string): string {
  return relative('dist/assets', output);
}

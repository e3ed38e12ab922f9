import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Plugin, buildSync, build as bundle, transformSync } from 'esbuild';
import { root } from './paths.ts';

const out = join(root, 'dist/assets');
const browsers = ['chrome111', 'firefox110', 'safari16.4'];
const kib = 1024;
/** The budgets of the widget, gzipped; the languages count one at a time, as a page loads them. */
const budgets = { loader: 3 * kib, everything: 15 * kib };

type File = { path: string; contents: Uint8Array };

/** Style sheets as minified text, for `adoptedStyleSheets`. */
const cssText: Plugin = {
  name: 'css-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, ({ path }) => {
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        loader: 'css',
        minify: true,
        target: browsers,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function script(
  entry: string,
  format: 'iife' | 'esm',
  define: Record<string, string> = {},
): Promise<Uint8Array> {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: browsers,
    define,
    plugins: [cssText],
    legalComments: 'none',
    // Modules are read as UTF-8 whatever the page is; a classic script as its page says.
    charset: format === 'esm' ? 'utf8' : 'ascii',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made nothing of ${entry}.`);
  return file.contents;
}

async function widgetFiles(): Promise<File[]> {
  const sources = globSync('widget/strings/*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
  const languages = sources.filter((name) => name !== 'en').toSorted();
  const define = { languages: JSON.stringify(languages) };
  const strings = await Promise.all(
    languages.map(async (name) => ({
      path: `widget/strings/${name}.js`,
      contents: await script(`widget/strings/${name}.ts`, 'esm'),
    })),
  );
  // The same sources make the same version, whose address browsers may keep for long.
  const draft = await script('widget/app.ts', 'esm', { ...define, buildVersion: '""' });
  const digest = createHash('sha256');
  for (const { contents } of [{ contents: draft }, ...strings]) digest.update(contents);
  const versioned = { ...define, buildVersion: JSON.stringify(digest.digest('hex').slice(0, 10)) };
  return [
    { path: 'widget.js', contents: await script('widget/loader.ts', 'iife', versioned) },
    { path: 'widget/app.js', contents: await script('widget/app.ts', 'esm', versioned) },
    ...strings,
  ];
}

function write({ path, contents }: File): void {
  const target = join(out, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contents);
}

/** Builds what the Worker serves beside its API. Errors: an Error where that fails or the widget is over its budget. */
export function buildAssets(): void {
  // In a process of its own: esbuild runs plugins asynchronously only, and builds are waited for.
  const { status } = spawnSync(process.execPath, [import.meta.filename], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The static assets could not be built.');
}

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true });
  cpSync(join(root, 'site'), out, { recursive: true });
  const widget = await widgetFiles();
  widget.forEach(write);
  write({ path: 'console/app.js', contents: await script('console/main.ts', 'esm') });
  buildSync({
    entryPoints: [join(root, 'console/console.css')],
    outfile: join(out, 'console/console.css'),
    minify: true,
    target: browsers,
  });
  holdBudgets(widget);
}

/** Prints the widget's sizes and holds them. */
function holdBudgets(widget: File[]): void {
  const size = (path: string) =>
    gzipSync(widget.find((file) => file.path === path)?.contents ?? '', { level: 9 }).length;
  const languages = widget.filter(({ path }) => path.includes('/strings/')).map(({ path }) => size(path));
  const loader = size('widget.js');
  const everything = loader + size('widget/app.js') + Math.max(0, ...languages);
  const say = (name: string, bytes: number, most: number) =>
    `${name} ${(bytes / kib).toFixed(2)} KiB gzip (at most ${most / kib})`;
  console.log(
    `Widget: ${say('loader', loader, budgets.loader)}, ${say('everything', everything, budgets.everything)}`,
  );
  if (loader > budgets.loader || everything > budgets.everything)
    throw new Error('The widget is over its budget.');
}

if (import.meta.main) await main();

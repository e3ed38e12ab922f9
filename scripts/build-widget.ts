import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Plugin, build, transformSync } from 'esbuild';
import { minify } from 'rolldown/utils';
import { minify as inline } from 'terser';
import { root } from './paths.ts';
import { ownNames } from './widget-own-names.ts';

/** The oldest browsers that what is built for pages has to run in. */
export const browsers = ['chrome111', 'firefox110', 'safari16.4'];
const kib = 1024;
/** The budgets of the widget, gzipped; everything is the loader and the rest in one language, as a page loads them. */
const budgets = { loader: 3 * kib, everything: 15 * kib };

export type AssetFile = { path: string; contents: Uint8Array };

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

/** Puts another language's file where the sources import English. */
const speaking = (language: string): Plugin => ({
  name: 'language',
  setup({ onLoad }) {
    onLoad({ filter: /strings\/en\.ts$/ }, ({ path }) => ({
      contents: readFileSync(join(path, `../${language}.ts`), 'utf8'),
      loader: 'ts',
    }));
  },
});

type Script = {
  entry: string;
  format: 'iife' | 'esm';
  define?: Record<string, string>;
  plugins?: Plugin[];
  /** Names of properties that may be shortened. */
  own?: string[];
};

/** One file for browsers. Errors: an Error where esbuild finds something wrong, a string that is missing too. */
async function script({ entry, format, define = {}, plugins = [], own = [] }: Script): Promise<Uint8Array> {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minifySyntax: true,
    format,
    target: browsers,
    define,
    plugins: [cssText, ...plugins],
    legalComments: 'none',
    // Modules are read as UTF-8 whatever the page is; a classic script as its page says.
    charset: format === 'esm' ? 'utf8' : 'ascii',
  });
  const [file] = outputFiles;
  if (!file || warnings.length > 0) throw new Error(`${entry} could not be built without warnings.`);
  return minified(entry, file.text, { format, own });
}

/** What each of three minifiers does best: short names for properties, functions put where they are called, the rest. */
async function minified(
  name: string,
  text: string,
  { format, own }: Required<Pick<Script, 'format' | 'own'>>,
): Promise<Uint8Array> {
  const module = format === 'esm';
  const charset = module ? 'utf8' : 'ascii';
  const short = transformSync(text, {
    minify: true,
    target: browsers,
    charset,
    ...(own.length > 0 ? { mangleProps: new RegExp(`^(${own.join('|')})$`) } : {}),
  });
  const dense = await inline(short.code, {
    module,
    toplevel: true,
    ecma: 2020,
    compress: { unsafe_arrows: true, unsafe_methods: true },
    format: { ascii_only: !module },
  });
  const { code, errors } = await minify(`${name}.js`, dense.code ?? '', {
    module,
    compress: { target: browsers },
    mangle: { toplevel: true },
  });
  if (errors.length > 0) throw new Error(`${name} could not be minified.`);
  return new TextEncoder().encode(code);
}

/** The widget: the loader that pages name, and the rest of it in each language. Errors: an Error over the budget. */
export async function widgetFiles(): Promise<AssetFile[]> {
  const languages = globSync('widget/strings/*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
  const apps = await Promise.all(
    languages.toSorted().map(async (language) => ({
      path: `widget/app.${language}.js`,
      contents: await script({
        entry: 'widget/app.ts',
        format: 'esm',
        plugins: [speaking(language)],
        own: ownNames,
      }),
    })),
  );
  // The same sources make the same version, whose address browsers may keep for long.
  const digest = createHash('sha256');
  for (const { contents } of apps) digest.update(contents);
  const define = {
    languages: JSON.stringify(languages),
    buildVersion: JSON.stringify(digest.digest('hex').slice(0, 10)),
  };
  const loader = await script({ entry: 'widget/loader.ts', format: 'iife', define });
  holdBudgets(loader, apps);
  return [{ path: 'widget.js', contents: loader }, ...apps];
}

/** Prints the widget's sizes and holds them. */
function holdBudgets(loader: Uint8Array, apps: AssetFile[]): void {
  const size = (contents: Uint8Array) => gzipSync(contents, { level: 9 }).length;
  const [largest] = apps
    .map(({ path, contents }) => ({ path, bytes: size(contents) }))
    .toSorted((one, other) => other.bytes - one.bytes);
  const sizes = { loader: size(loader), everything: size(loader) + (largest?.bytes ?? 0) };
  const say = (name: keyof typeof sizes) =>
    `${name} ${(sizes[name] / kib).toFixed(2)} KiB gzip (at most ${budgets[name] / kib})`;
  console.log(`Widget: ${say('loader')}, ${say('everything')} with ${largest?.path}`);
  if (sizes.loader > budgets.loader || sizes.everything > budgets.everything)
    throw new Error('The widget is over its budget.');
}

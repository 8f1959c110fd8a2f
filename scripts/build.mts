import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { commonJs } from './bundle/commonJs';
import { entitiesWhenUsed } from './bundle/entitiesWhenUsed';
import { menuCommands } from './bundle/menuCommands';
import { bundledPackages, noticesOf } from './bundle/notices';
import { completeNpmFolder } from './bundle/npmFolder';
import { packagesWhenUsed, seldomUsed } from './bundle/packagesWhenUsed';
import { packed } from './bundle/packed';
import { sampleFiles } from './bundle/sampleFiles';
import { ofExtension, ofProgress, ofTranscript } from './bundle/texts';
import { vscodeOnce } from './bundle/vscodeOnce';
import { packedYaml, yamlFiles, yamlReaders } from './bundle/yamlReaders';

/**
 * Bundles the extension for both hosts and the pages that it shows into `dist/`, and the command line into `dist/npm/`,
 * the package for npm; beside each what is bundled of others, with its licence. On the desktop what is
 * imported from `shown.ts`, `later.ts` and `research.ts`, larger packages, each protocol, and the texts in another language than English, are files
 * that are loaded when they are used; in the browser nothing can be loaded later, so that everything is one file there, and the
 * protocols and all texts stand in it packed.
 */

const { values } = parseArgs({ options: { watch: { type: 'boolean' }, minify: { type: 'boolean' } } });

const catalogue = /bundle\.l10n(\.\w+)?\.json$/;
/** What the keys of note formats mean, which is asked for where somebody writes one. */
const keyMeanings = /protocol-keys\.\w+\.json$/;
/** The file whose keys all languages have. */
const english = resolve('l10n/bundle.l10n.json');

/**
 * Where the texts are: in the bundle, those in another language than English in it and packed, or all as files in a folder,
 * which are read faster than code.
 */
type WhereTextsAre = 'bundled' | 'packed' | { readonly folder: string };

/**
 * The catalogue with those texts alone whose keys are wanted. The other languages are read where one is first used,
 * unless they are simply in the bundle.
 */
function texts(wanted: (key: string) => boolean, where: WhereTextsAre = 'bundled'): Plugin {
  const textsOf = async (path: string): Promise<ReadonlyMap<string, string>> =>
    new Map(Object.entries<string>(JSON.parse(await readFile(path, 'utf8'))).filter(([key]) => wanted(key)));
  return {
    name: 'texts',
    setup(plugin) {
      plugin.onLoad({ filter: catalogue }, async ({ path }) => {
        const all = await textsOf(path);
        const json = JSON.stringify(Object.fromEntries(all));
        if (typeof where === 'object') {
          const file = `./l10n/${basename(path)}`;
          await mkdir(join(where.folder, 'l10n'), { recursive: true });
          await writeFile(join(where.folder, file), json);
          return { contents: defaultGetter(`require(${JSON.stringify(file)})`), loader: 'js' };
        }
        if (path === english) {
          return where === 'packed'
            ? { contents: `module.exports = ${packed(json)}();`, loader: 'js', resolveDir: dirname(path) }
            : { contents: json, loader: 'json' };
        }
        // The keys are the same in all languages.
        const ordered = JSON.stringify([...(await textsOf(english)).keys()].map(key => all.get(key)));
        const byKey = (ordered: string) =>
          `Object.fromEntries(Object.keys(require(${JSON.stringify(english)})).map((key, at) => [key, ${ordered}[at]]))`;
        const contents =
          where === 'packed'
            ? `const texts = ${packed(ordered)}; let byKey; ${defaultGetter(`byKey ??= ${byKey('texts()')}`)}`
            : `const texts = ${ordered}; module.exports = ${byKey('texts')};`;
        return { contents, loader: 'js', resolveDir: dirname(path) };
      });
      if (where === 'packed') {
        plugin.onLoad({ filter: keyMeanings }, async ({ path }) => ({
          contents: `const meanings = ${packed(JSON.stringify(JSON.parse(await readFile(path, 'utf8'))))}; ${defaultGetter('meanings()')}`,
          loader: 'js',
          resolveDir: dirname(path),
        }));
      }
      plugin.onResolve({ filter: /^\.\/l10n\/[\w.]+\.json$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** Code of a module whose default export is looked up each time it is used. */
function defaultGetter(code: string): string {
  return `exports.__esModule = true; Object.defineProperty(exports, 'default', { enumerable: true, get: () => ${code} });`;
}

const shared: BuildOptions = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  outdir: 'dist',
  // The browser builds of the dependencies are modules, of which only what is used is taken.
  conditions: ['browser'],
  mainFields: ['browser', 'module', 'main'],
  // markdown-it brings it, but uses it for what notes do not have: links without marks.
  alias: {
    'linkify-it': './scripts/bundle/noLinks.ts',
    'uc.micro': './scripts/bundle/punctuation.ts',
    mdurl: './scripts/bundle/noAddresses.ts',
    'punycode.js': './scripts/bundle/noAddresses.ts',
    // The build for Node can start threads, which nothing here wants.
    fflate: 'fflate/browser',
  },
  // Nothing leaves the machine: the one dependency with a download path (@vscode/l10n) cannot reach the network.
  define: { fetch: 'undefined' },
  minify: values.minify ?? false,
  sourcemap: values.minify ? false : 'inline',
  legalComments: 'none',
  logLevel: 'info',
};

const extension: BuildOptions = {
  ...shared,
  platform: 'browser',
  external: ['vscode'],
  define: { ...shared.define, ...sampleFiles },
};

const ofVsix: readonly BuildOptions[] = [
  {
    ...extension,
    entryPoints: { extension: ofExtension.entry },
    outdir: 'dist/desktop',
    format: 'esm',
    splitting: true,
    // What some of them share has no name of its own.
    chunkNames: '[name]-[hash]',
    plugins: [
      vscodeOnce,
      menuCommands,
      packagesWhenUsed,
      yamlFiles('dist/desktop'),
      texts(ofExtension.has, { folder: 'dist/desktop' }),
      commonJs,
    ],
  },
  { ...extension, entryPoints: [...seldomUsed], outdir: 'dist/desktop', plugins: [entitiesWhenUsed] },
  {
    ...extension,
    entryPoints: { web: ofExtension.entry },
    plugins: [vscodeOnce, menuCommands, packedYaml, texts(ofExtension.has, 'packed')],
  },
  {
    ...shared,
    entryPoints: { progress: ofProgress.entry },
    format: 'iife',
    platform: 'browser',
    plugins: [texts(ofProgress.has)],
  },
  {
    ...shared,
    entryPoints: { transcript: ofTranscript.entry },
    format: 'iife',
    platform: 'browser',
    plugins: [texts(ofTranscript.has)],
  },
  {
    // The extension tells it every text.
    ...shared,
    entryPoints: { agreement: 'src/webview/agreement/main.ts' },
    format: 'iife',
    platform: 'browser',
  },
];

const npmFolder = 'dist/npm';

const commandLine: BuildOptions = {
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: npmFolder,
  platform: 'node',
  plugins: [yamlReaders],
  banner: { js: '#!/usr/bin/env node' },
};

rmSync('dist', { recursive: true, force: true });
if (values.watch) {
  await Promise.all([...ofVsix, commandLine].map(async options => (await context(options)).watch()));
} else {
  await Promise.all([buildPart('dist', ofVsix), buildPart(npmFolder, [commandLine])]);
  completeNpmFolder(npmFolder);
}

/** Builds what is handed on together, and writes the notices of the packages in it into the folder. */
async function buildPart(folder: string, bundles: readonly BuildOptions[]): Promise<void> {
  const built = await Promise.all(bundles.map(options => build({ ...options, metafile: true })));
  const packages = bundledPackages(built.map(({ metafile }) => metafile));
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), noticesOf(packages));
}

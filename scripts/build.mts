import { chmodSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { commonJsChunks } from './bundle/commonJsChunks';
import { packed, packReader } from './bundle/packed';
import { sampleFiles } from './bundle/sampleFiles';
import { ofExtension, ofProgress, ofTranscript } from './bundle/texts';
import { packedYaml, yamlFiles, yamlReaders } from './bundle/yamlReaders';

/**
 * Bundles the extension for both hosts, the pages that it shows and the command line into `dist/`. On the desktop what
 * is seldom used is loaded when it is, and texts are files beside the code; in the browser nothing can be loaded
 * later, so that everything is one file there.
 */

const { values } = parseArgs({ options: { watch: { type: 'boolean' }, minify: { type: 'boolean' } } });

const catalogue = /bundle\.l10n(\.\w+)?\.json$/;

/** The texts of a catalogue whose keys are wanted. */
async function textsOf(path: string, wanted: (key: string) => boolean): Promise<string> {
  const all: Readonly<Record<string, string>> = JSON.parse(await readFile(path, 'utf8'));
  return JSON.stringify(Object.fromEntries(Object.entries(all).filter(([key]) => wanted(key))));
}

/** The catalogue, in the bundle, with those texts alone whose keys are wanted. */
function texts(wanted: (key: string) => boolean): Plugin {
  return {
    name: 'texts',
    setup(plugin) {
      plugin.onLoad({ filter: catalogue }, async ({ path }) => ({
        contents: await textsOf(path, wanted),
        loader: 'json',
      }));
    },
  };
}

/** The same, compressed: the keys, which all languages share, once, and beside them the texts of each language. */
function packedTexts(wanted: (key: string) => boolean): Plugin {
  const pack = 'packed-texts';
  return {
    name: 'packed texts',
    setup(plugin) {
      plugin.onLoad({ filter: catalogue }, ({ path }) => ({
        contents: [
          `import { readPacked } from ${JSON.stringify(packReader)};`,
          `import pack from ${JSON.stringify(`${pack}:${dirname(path)}`)};`,
          `const texts = readPacked(pack, ${JSON.stringify(basename(path))});`,
          'export default Object.fromEntries(readPacked(pack, "keys").map((key, at) => [key, texts[at]]));',
        ].join('\n'),
        loader: 'js',
        resolveDir: dirname(path),
      }));
      plugin.onResolve({ filter: new RegExp(`^${pack}:`) }, ({ path }) => ({
        path: path.slice(pack.length + 1),
        namespace: pack,
      }));
      plugin.onLoad({ filter: /.*/, namespace: pack }, async ({ path }) => {
        const names = (await readdir(path)).filter(name => catalogue.test(name)).sort();
        const texts = await Promise.all(
          names.map(async name => JSON.parse(await textsOf(join(path, name), wanted))),
        );
        const keys = Object.keys(texts[0] ?? {});
        const values = names.map((name, at) => [name, keys.map(key => texts[at][key])]);
        return {
          contents: `export default "${packed(JSON.stringify(Object.fromEntries([['keys', keys], ...values])))}";`,
        };
      });
    },
  };
}

/** The catalogue as files beside the code: JSON that is read takes less time than the same as code. */
function textFiles(wanted: (key: string) => boolean): Plugin {
  return {
    name: 'text files',
    setup(plugin) {
      plugin.onResolve({ filter: catalogue }, async ({ path, resolveDir }) => {
        await mkdir('dist/desktop', { recursive: true });
        await writeFile(join('dist/desktop', basename(path)), await textsOf(join(resolveDir, path), wanted));
        return { path: `./${basename(path)}`, external: true };
      });
    },
  };
}

/** YAML is only ever read here, by its core schema: what would write it or knows other schemas is left out. */
const unusedYaml =
  /yaml[\\/]browser[\\/]dist[\\/](stringify[\\/]\w+|schema[\\/](json[\\/]schema|yaml-1\.1[\\/](binary|bool|float|int|omap|pairs|schema|set|timestamp)))\.js$/;
const parseOnlyYaml: Plugin = {
  name: 'parse-only YAML',
  setup(plugin) {
    plugin.onLoad({ filter: unusedYaml }, async ({ path }) => {
      const exported = /export \{([^}]*)\}/.exec(await readFile(path, 'utf8'))?.[1] ?? '';
      const stubs = exported.split(',').map(name => `export const ${name.trim()} = undefined;`);
      return { contents: stubs.join('\n') };
    });
  },
};

const inlineMarkdown = './scripts/bundle/inlineMarkdown.ts';

const shared: BuildOptions = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  outdir: 'dist',
  // The browser builds of the dependencies are modules, of which only what is used is taken.
  conditions: ['browser'],
  mainFields: ['browser', 'module', 'main'],
  alias: Object.fromEntries(
    ['linkify-it', 'uc.micro', 'entities', 'mdurl', 'punycode.js'].map(name => [name, inlineMarkdown]),
  ),
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

const bundles: readonly BuildOptions[] = [
  {
    ...extension,
    entryPoints: { extension: ofExtension.entry },
    outdir: 'dist/desktop',
    format: 'esm',
    splitting: true,
    plugins: [yamlFiles('dist/desktop'), textFiles(ofExtension.has), parseOnlyYaml, commonJsChunks],
  },
  {
    ...extension,
    entryPoints: { web: ofExtension.entry },
    plugins: [packedYaml, packedTexts(ofExtension.has), parseOnlyYaml],
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    plugins: [yamlReaders, parseOnlyYaml],
    banner: { js: '#!/usr/bin/env node' },
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
];

rmSync('dist', { recursive: true, force: true });
if (values.watch) {
  await Promise.all(bundles.map(async options => (await context(options)).watch()));
} else {
  await Promise.all(bundles.map(options => build(options)));
  chmodSync('dist/cli.js', 0o755);
}

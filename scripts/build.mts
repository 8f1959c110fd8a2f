import { chmodSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { commonJsChunks } from './bundle/commonJsChunks';
import { yamlValues } from './bundle/yamlValues';

/**
 * Bundles the extension for both hosts and the command line into `dist/`. On the desktop what is seldom used is loaded
 * when it is; in the browser nothing can be loaded later, so that everything is one file there.
 */

const { values } = parseArgs({ options: { watch: { type: 'boolean' }, minify: { type: 'boolean' } } });

/** The catalogue without the texts of the command line. */
const extensionTexts: Plugin = {
  name: 'texts of the extension',
  setup(plugin) {
    plugin.onLoad({ filter: /bundle\.l10n(\.\w+)?\.json$/ }, async ({ path }) => {
      const texts: Readonly<Record<string, string>> = JSON.parse(await readFile(path, 'utf8'));
      const kept = Object.entries(texts).filter(([key]) => !/^(cli|check|rule)\./.test(key));
      return { contents: JSON.stringify(Object.fromEntries(kept)), loader: 'json' };
    });
  },
};

/** YAML is only ever read here: what would write it is left out. */
const parseOnlyYaml: Plugin = {
  name: 'parse-only YAML',
  setup(plugin) {
    plugin.onLoad({ filter: /yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, async ({ path }) => {
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

const extensionPlugins: Plugin[] = [yamlValues, extensionTexts, parseOnlyYaml];

const extension: BuildOptions = {
  ...shared,
  platform: 'browser',
  external: ['vscode'],
  plugins: extensionPlugins,
};

const bundles: readonly BuildOptions[] = [
  {
    ...extension,
    entryPoints: { extension: 'src/extension/extension.ts' },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [...extensionPlugins, commonJsChunks],
  },
  { ...extension, entryPoints: { web: 'src/extension/extension.ts' } },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    plugins: [yamlValues, parseOnlyYaml],
    banner: { js: '#!/usr/bin/env node' },
  },
];

rmSync('dist', { recursive: true, force: true });
if (values.watch) {
  await Promise.all(bundles.map(async options => (await context(options)).watch()));
} else {
  await Promise.all(bundles.map(options => build(options)));
  chmodSync('dist/cli.js', 0o755);
}

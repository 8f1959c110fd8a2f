import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, context } from 'esbuild';

/** Bundles the extension for both hosts and the command line into `dist/`. */

const { values } = parseArgs({ options: { watch: { type: 'boolean' }, minify: { type: 'boolean' } } });

const shared: BuildOptions = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  loader: { '.yaml': 'text' },
  // Nothing leaves the machine: the one dependency with a download path (@vscode/l10n) cannot reach the network.
  define: { fetch: 'undefined' },
  minify: values.minify ?? false,
  sourcemap: values.minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'info',
};

const bundles: readonly BuildOptions[] = [
  {
    ...shared,
    entryPoints: { extension: 'src/extension/extension.ts' },
    outdir: 'dist',
    platform: 'node',
    external: ['vscode'],
    mainFields: ['module', 'main'],
  },
  {
    ...shared,
    entryPoints: { web: 'src/extension/extension.ts' },
    outdir: 'dist',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: { js: '#!/usr/bin/env node' },
  },
];

rmSync('dist', { recursive: true, force: true });
if (values.watch) {
  await Promise.all(bundles.map(async options => (await context(options)).watch()));
} else {
  await Promise.all(bundles.map(options => build(options)));
}

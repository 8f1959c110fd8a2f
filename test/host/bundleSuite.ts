import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { sampleFiles } from '../../scripts/bundle/sampleFiles';
import { yamlReaders } from '../../scripts/bundle/yamlReaders';
import { HostFailure } from '../../scripts/host/failure';

/**
 * Bundles a suite for both kinds of extension host into one CommonJS file that exports what the entry exports.
 *
 * @param entry the file that exports `run()`
 * @param testFiles the `*.test.ts` files that must be in the bundle
 * @throws HostFailure if a test file is not listed in the entry, and would silently not run
 */
export async function bundleSuite(
  entry: string,
  testFiles: readonly string[],
  outfile: string,
): Promise<void> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'browser',
    // mocha's browser build, as part of a package of ES modules, would claim `module.exports` for itself.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    external: ['vscode'],
    define: sampleFiles,
    plugins: [yamlReaders],
    logLevel: 'error',
    metafile: true,
  });
  const bundled = new Set(Object.keys(metafile.inputs).map(input => resolve(input)));
  const missing = testFiles.filter(file => !bundled.has(resolve(file)));
  if (missing.length > 0) {
    const names = missing.map(file => relative(process.cwd(), file)).join(', ');
    throw new HostFailure(
      `Not in the suite: ${names}.`,
      `List each test file in ${relative(process.cwd(), entry)}.`,
    );
  }
}

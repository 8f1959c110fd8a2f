import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { yamlFiles, yamlReaders } from '../../../scripts/bundle/yamlReaders';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { folderWith, removeFolders } from '../cli/commandRun';

const kinds: readonly (readonly [bundle: string, pluginFor: (folder: string) => Plugin])[] = [
  ['the command line and the browser', () => yamlReaders],
  ['the desktop', yamlFiles],
];

describe('the protocols in the bundle', () => {
  after(removeFolders);

  for (const [bundle, pluginFor] of kinds) {
    it(`of ${bundle} are those of protocols/`, async () => {
      const folder = folderWith({});
      const outfile = join(folder, 'protocols.js');
      await build({
        entryPoints: ['src/core/protocol/builtinProtocols.ts'],
        outfile,
        bundle: true,
        format: 'cjs',
        platform: 'browser',
        plugins: [pluginFor(folder)],
        logLevel: 'error',
      });
      const bundled: unknown = createRequire(outfile)(outfile);
      assert(typeof bundled === 'object' && bundled !== null && 'builtinProtocols' in bundled);
      const { builtinProtocols: read } = bundled;
      assert(typeof read === 'function');
      const found: unknown = read();
      assert(Array.isArray(found));
      assert.deepEqual(
        found.map(({ protocol }) => protocol),
        builtinProtocols().map(({ protocol }) => protocol),
      );
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import { describe, it } from 'mocha';
import { type BundleTexts, ofExtension, ofProgress, ofTranscript } from '../../../scripts/bundle/texts';

const catalogue: readonly string[] = Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')));

/** The files of texts and protocols, without what is in them. */
const empty: Plugin = {
  name: 'empty',
  setup(plugin) {
    plugin.onLoad({ filter: /bundle\.l10n.*\.json$|\.yaml$/ }, () => ({
      contents: 'export default {}',
      loader: 'js',
    }));
  },
};

/** The keys of the catalogue in the code that a bundle has, those that are put together from a beginning among them. */
async function keysIn(entry: string): Promise<ReadonlySet<string>> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    external: ['vscode'],
    packages: 'external',
    plugins: [empty],
    logLevel: 'silent',
  });
  const code = outputFiles.map(({ text }) => text).join('\n');
  const found = [...code.matchAll(/["'`]([a-z][\w-]*\.[\w.-]*)(\$\{)?/g)].map(([, said = '', open]) =>
    catalogue.filter(key => (open !== undefined || said.endsWith('.') ? key.startsWith(said) : key === said)),
  );
  return new Set(found.flat());
}

/** Each bundle, and what it says for certain: were that not found, nothing would be. */
const bundles: readonly (readonly [texts: BundleTexts, said: readonly string[]])[] = [
  [ofExtension, ['case.close.button', 'goals.count-open', 'visit.attendance.no-show']],
  [ofProgress, ['progress.show-table']],
  [ofTranscript, ['picture.turns']],
];

for (const [{ entry, has }, said] of bundles) {
  describe(`the texts in the bundle of ${entry}`, () => {
    it('are all that its code says', async () => {
      const keys = await keysIn(entry);
      assert.deepEqual(
        said.filter(key => !keys.has(key)),
        [],
      );
      assert.deepEqual(
        [...keys].filter(key => !has(key)),
        [],
      );
    });
  });
}

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundledPackages, noticesOf } from '../../../scripts/bundle/notices';

describe('the notices of what is bundled', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'session-notes-notices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A package with these files beside its manifest. */
  const packageWith = (files: Readonly<Record<string, string>>): string => {
    const manifest = { name: 'some-parser', version: '1.2.3', license: 'MIT' };
    mkdirSync(join(folder, 'some-parser'));
    for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(manifest), ...files })) {
      writeFileSync(join(folder, 'some-parser', name), text);
    }
    return join(folder, 'some-parser');
  };

  it('have the license and the notice of each package in its own words', () => {
    const some = packageWith({
      'LICENSE.md': 'Do what\r\nyou like.\n',
      NOTICE: 'Made by Some.',
      'index.js': '',
    });
    assert.match(
      noticesOf([some]),
      /\n-{80}\n\nsome-parser 1\.2\.3 \(MIT\)\n\nDo what\nyou like\.\n\nMade by Some\.\n$/,
    );
  });

  it('cannot be made where a package brings no license, so that nothing is built', () => {
    const some = packageWith({ 'README.md': 'MIT' });
    assert.throws(() => noticesOf([some]), /some-parser is bundled, but brings no license/);
  });

  it('are of each package once of which code is in what was built, wherever it is installed', () => {
    const bytes = { bytesInOutput: 1 };
    const output = (inputs: Metafile['outputs'][string]['inputs']) => ({
      bytes: 1,
      inputs,
      imports: [],
      exports: [],
    });
    const built: Metafile = {
      inputs: {},
      outputs: {
        'a.js': output({
          'src/cli/main.ts': bytes,
          'node_modules/b/lib/x.js': bytes,
          'node_modules/b/y.js': bytes,
          'node_modules/unused/index.js': { bytesInOutput: 0 },
        }),
        'b.js': output({
          'vscode-once:vscode': bytes,
          'node_modules/@a/b/x.js': bytes,
          'node_modules/b/node_modules/c/x.js': bytes,
        }),
      },
    };
    assert.deepEqual(bundledPackages([built, built]), [
      'node_modules/@a/b',
      'node_modules/b',
      'node_modules/b/node_modules/c',
    ]);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig, settingKeys } from '../../../src/core/config/config';
import { configSchema } from '../../../src/core/config/configSchema';

interface Manifest {
  readonly files: readonly string[];
  readonly contributes: {
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const { files, contributes }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** The sources of `folder`, at any depth. */
function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => readFileSync(join(folder, path), 'utf8'));
}

describe('what the code has and VS Code has to be told of', () => {
  it('has every tree among the views of the manifest, and no view without its tree', () => {
    const trees = sourcesIn('src/extension')
      .filter(source => source.includes('createTreeView('))
      .map(source => /static readonly id = '([\w.]+)'/.exec(source)?.[1]);
    const views = Object.values(contributes.views).flatMap(each => each.map(({ id }) => id));
    assert.deepEqual(trees.sort(), views.sort());
  });

  it('has first what is worked with: clients where a folder has notes, codes where it has only transcripts', () => {
    const shown = (holds: string) =>
      Object.values(contributes.views)
        .flat()
        .filter(({ when }) => when !== `sessionNotes.holds != ${holds}`)
        .map(({ id }) => id.replace('sessionNotes.', ''));
    assert.deepEqual(shown('notes'), ['clients', 'openGoals', 'thisNote']);
    assert.deepEqual(shown('transcripts'), ['codes', 'thisNote']);
    assert.deepEqual(shown('both'), ['clients', 'openGoals', 'codes', 'thisNote']);
  });

  it('has every page built, measured and in the package', () => {
    const pages = readdirSync('src/webview').filter(name => existsSync(`src/webview/${name}/main.ts`));
    assert.ok(pages.length > 1);
    const build = readFileSync('scripts/build.mts', 'utf8');
    const limits = readFileSync('scripts/checkBundles.mts', 'utf8');
    for (const page of pages) {
      assert.ok(build.includes(`entryPoints: { ${page}: `), `${page} is built`);
      assert.ok(limits.includes(`'dist/${page}.js': `), `${page} has a limit`);
      assert.ok(files.includes(`dist/${page}.js`), `${page} is in the package`);
    }
  });

  it('has every key of the configuration in its schema, on its page, and those of editors among the settings', () => {
    const keys = Object.keys(defaultConfig).sort();
    assert.deepEqual(Object.keys(configSchema.entries).sort(), keys);
    const page = readFileSync('docs/rules/configuration.md', 'utf8');
    assert.deepEqual(
      keys.filter(key => !page.includes(`\`${key}\``)),
      [],
    );
    const settings = Object.keys(contributes.configuration.properties);
    assert.deepEqual(
      settingKeys.filter(key => !settings.includes(`sessionNotes.${key}`)),
      [],
    );
  });
});

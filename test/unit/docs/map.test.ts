import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeclared, pageAt, pages } from './pages';

const page = pageAt('docs/architecture.md');
/** The pages that tell where things are in the code. */
const ofCode = [...pages.keys()].filter(path =>
  /^(CONTRIBUTING|docs\/architecture|docs\/decisions\/.+)\.md$/.test(path),
);

const PATH =
  /`((?:src|test|scripts|docs|l10n|media|syntaxes|protocols|schemas|\.github|\.vscode|\.ci)(?:\/[\w.*/-]+)?)`/g;
const NAME_IN_FILE = /`(\w+)`(?: and `(\w+)`)? in\s+`(src\/[\w/]+\.ts)`/g;

describe('the pages on the code', () => {
  for (const path of ofCode) {
    it(`name in ${path} what there is`, () => {
      const named = [...pageAt(path).matchAll(PATH)].map(([, name = '']) => name);
      assert.deepEqual(
        named.filter(name => !existsSync(name)),
        [],
      );
    });

    it(`name in ${path} what the files have that they are said to be in`, () => {
      for (const [, first = '', second, file = ''] of pageAt(path).matchAll(NAME_IN_FILE)) {
        const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
        for (const name of second === undefined ? [first] : [first, second])
          assert.ok(isDeclared(name, source), `${name} in ${file}`);
      }
    });
  }

  it('name the steps of the walks', () => {
    const [, walks = ''] = page.split(/^## Three walks$|^## Contracts$/m);
    assert.ok([...walks.matchAll(NAME_IN_FILE)].length > 25);
  });
});

describe('the map of the code', () => {
  it('has the folders of the core in the order in which the linter lets them import', () => {
    const steps = [...page.matchAll(/^\d+\. ((?:`\w+`(?: and )?)+):/gm)].map(([, folders = '']) =>
      [...folders.matchAll(/\w+(?=`)/g)].map(([folder]) => folder),
    );
    assert.deepEqual(steps.flat().sort(), foldersIn('src/core'));
    steps.forEach((step, at) => {
      const later = steps.slice(at + 1).flat();
      for (const folder of step) {
        const others = step.filter(other => other !== folder);
        const forbidden = forbiddenIn(`src/core/${folder}/**`).filter(name => steps.flat().includes(name));
        assert.deepEqual(forbidden, [...others, ...later].sort(), folder);
      }
    });
  });

  it('has the folders of src with what the linter lets them import', () => {
    const rows = [...page.matchAll(/^\| `src\/(\w+)` \|[^|]+\|([^|]+)\|$/gm)].map(
      ([, folder = '', imports = '']) =>
        [folder, [...imports.matchAll(/`src\/(\w+)`/g)].map(([, name = '']) => name)] as const,
    );
    const all = foldersIn('src');
    assert.deepEqual(rows.map(([folder]) => folder).sort(), all);
    for (const [folder, imports] of rows) {
      // All files of the core have the rule that the few beside its folders have.
      const forbidden = forbiddenIn(folder === 'core' ? 'src/core/*.ts' : `src/${folder}/**`);
      const allowed = all.filter(name => name !== folder && !forbidden.includes(name));
      assert.deepEqual([...imports].sort(), allowed, folder);
    }
  });

  it('has the features of the extension with the others that the linter lets each use', () => {
    const rows = [...page.matchAll(/^\| `src\/extension\/(\w+)` \|[^|]+\|([^|]+)\|$/gm)].map(
      ([, folder = '', uses = '']) => [folder, uses.trim()] as const,
    );
    const all = foldersIn('src/extension');
    assert.deepEqual(rows.map(([folder]) => folder).sort(), all);
    for (const [folder, uses] of rows) {
      const forbidden = forbiddenIn(`src/extension/${folder}/**`);
      const allowed = all.filter(name => ![folder, 'services'].includes(name) && !forbidden.includes(name));
      const told = uses === 'all' ? all : [...uses.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
      const others = told.filter(name => ![folder, 'services'].includes(name));
      assert.deepEqual(others.sort(), allowed, folder);
    }
  });

  it('has every other folder', () => {
    const listed = [...page.matchAll(/^- ((?:`[\w./-]+`(?:, )?)+):/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/[\w./-]+(?=`)/g)].map(([name]) => name),
    );
    const within = ['src/cli', 'src/extension/services', 'src/webview', 'scripts', 'test'];
    const there = [
      ...within.flatMap(folder => foldersIn(folder).map(name => `${folder}/${name}`)),
      ...foldersIn('.').filter(name => !notOurs.has(name) && !['src', 'test'].includes(name)),
      'src/cli',
    ];
    assert.deepEqual([...listed].sort(), there.sort());
  });
});

/** What git, npm and the scripts make. */
const notOurs: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist', 'out', '.vscode-test']);

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

interface Override {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style?: {
        readonly noRestrictedImports?: {
          readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] };
        };
      };
    };
  };
}

/** The folders that no file of `files` may import from, as the linter has it, by name. Of several rules the last counts. */
function forbiddenIn(files: string): readonly string[] {
  const { overrides }: { readonly overrides: readonly Override[] } = JSON.parse(
    readFileSync('biome.json', 'utf8'),
  );
  const rules = overrides
    .filter(({ includes }) => includes.includes(files))
    .flatMap(({ linter }) => linter.rules.style?.noRestrictedImports ?? []);
  return (rules.at(-1)?.options.patterns ?? [])
    .flatMap(({ group }) => group.flatMap(glob => /^(?:\*\*|\.\.)\/(\w+)\/\*\*?$/.exec(glob)?.[1] ?? []))
    .sort();
}

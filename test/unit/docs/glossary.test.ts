import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

const glossary = readFileSync('docs/glossary.md', 'utf8');

/** A name in code marks and the file that it is said to be in; files of the core stand without `src/core`. */
const NAME_IN_FILE = /`(\w+)`(?: and `(\w+)`)? in `([\w/]+\.ts)`/g;

interface NamedFile {
  readonly names: readonly string[];
  readonly path: string;
}

const named: readonly NamedFile[] = [...glossary.matchAll(NAME_IN_FILE)].map(
  ([, first = '', second, file = '']) => ({
    names: second === undefined ? [first] : [first, second],
    path: file.startsWith('src/') ? file : join('src/core', file),
  }),
);

describe('the glossary', () => {
  it('names files that there are, and what they export', () => {
    assert.ok(named.length > 50);
    for (const { names, path } of named) {
      assert.ok(existsSync(path), path);
      const source = readFileSync(path, 'utf8');
      for (const name of names) assert.ok(isExported(name, source), `${name} in ${path}`);
    }
  });

  it('says of every word where it stands in the code', () => {
    const rows = glossary.split('\n').filter(line => /^\|(?:[^|]+\|){4}$/.test(line));
    const words = rows.filter(row => !/^\| word |^\|---/.test(row));
    assert.ok(words.length > 50);
    assert.deepEqual(
      words.filter(row => row.match(NAME_IN_FILE) === null),
      [],
    );
  });

  it('has each word once', () => {
    const words = [...glossary.matchAll(/^\| ([^|]+) \|(?:[^|]+\|){3}$/gm)].map(([, word = '']) => word);
    const different = new Set(words.filter(word => word !== 'word'));
    assert.deepEqual(
      words.filter(word => word !== 'word'),
      [...different],
    );
  });
});

describe('the map of the code', () => {
  for (const page of ['CONTRIBUTING.md', 'docs/architecture.md']) {
    it(`names in ${page} what there is`, () => {
      const text = readFileSync(page, 'utf8');
      const paths = [
        ...text.matchAll(/`((?:src|test|scripts|docs|l10n|media|syntaxes)\/[\w./-]+)`/g),
      ].flatMap(([, path = '']) => path);
      assert.ok(paths.length > 5);
      assert.deepEqual(
        paths.filter(path => !existsSync(path)),
        [],
      );
    });
  }

  it('has the folders of the core in the order in which the linter lets them import', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    const steps = [...page.matchAll(/^\d+\. ((?:`\w+`(?: and )?)+):/gm)].map(([, folders = '']) =>
      [...folders.matchAll(/\w+(?=`)/g)].map(([folder]) => folder),
    );
    const folders = readdirSync('src/core', { withFileTypes: true }).filter(entry => entry.isDirectory());
    assert.deepEqual(steps.flat().sort(), folders.map(({ name }) => name).sort());
    steps.forEach((step, at) => {
      const later = steps.slice(at + 1).flat();
      for (const folder of step) {
        const others = step.filter(other => other !== folder);
        assert.deepEqual(forbiddenIn(folder), [...others, ...later].sort(), folder);
      }
    });
  });
});

function isExported(name: string, source: string): boolean {
  return new RegExp(`^export (?:interface|type|class|function|const) ${name}\\b`, 'm').test(source);
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

/** The folders of the core that no file of `folder` may import from, as the linter has it, by name. */
function forbiddenIn(folder: string): readonly string[] {
  const { overrides }: { readonly overrides: readonly Override[] } = JSON.parse(
    readFileSync('biome.json', 'utf8'),
  );
  const own = overrides.find(({ includes }) => includes.includes(`src/core/${folder}/**`));
  const groups = own?.linter.rules.style?.noRestrictedImports?.options.patterns ?? [];
  const folders = groups.flatMap(({ group }) => group.map(glob => /^\*\*\/(\w+)\/\*\*$/.exec(glob)?.[1]));
  return folders
    .flatMap(name => (name === undefined || ['extension', 'cli'].includes(name) ? [] : name))
    .sort();
}

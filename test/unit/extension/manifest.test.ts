import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { languageTags } from '../../../src/core/language/languages';
import { ruleIds } from '../../../src/core/ruleIds';
import { commandIdsOf } from '../../../src/extension/contributions/languageTwins';

interface Entry {
  readonly command: string;
  readonly when: string;
  readonly group?: string;
}

interface Submenu {
  readonly submenu: string;
  readonly when: string;
}

interface Manifest {
  readonly files: readonly string[];
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly (Entry | Submenu)[]>>;
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest: Manifest = JSON.parse(source);
const { commands, submenus, snippets } = manifest.contributes;
const isCommand = (entry: Entry | Submenu): entry is Entry => 'command' in entry;
const menus: Readonly<Record<string, readonly Entry[]>> = Object.fromEntries(
  Object.entries(manifest.contributes.menus).map(([menu, entries]) => [menu, entries.filter(isCommand)]),
);
const nlsFiles = languageTags.map(tag => (tag === 'en' ? 'package.nls.json' : `package.nls.${tag}.json`));
const code = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join('src/extension', path), 'utf8'))
  .join('\n');

describe('the manifest of the extension', () => {
  it('wakes the extension for every tab that it restores', () => {
    // An id stands where it is registered, or in a constant.
    const restored = [...code.matchAll(/registerWebviewPanelSerializer\(\s*(?:'([^']+)'|(\w+))/g)].map(
      ([, id, name]) => id ?? new RegExp(`const ${name} = '([^']+)'`).exec(code)?.[1],
    );
    assert.equal(restored.length, 3);
    assert.deepEqual(
      restored.filter(id => !manifest.activationEvents.includes(`onWebviewPanel:${id}`)),
      [],
    );
  });

  it('uses every context key that is set', () => {
    const keys = [...code.matchAll(/\bsetContext\('(sessionNotes\.[\w.]+)'/g)].map(match => match[1]);
    assert.ok(keys.length > 5);
    assert.deepEqual(
      keys.filter(
        key => !new RegExp(`"(?:when|enablement)": ".*\\b${key}\\b|"onContext:${key}"`).test(source),
      ),
      [],
    );
  });

  it('has one submenu, which notes alone show', () => {
    const shown = Object.values(manifest.contributes.menus).flatMap(entries =>
      entries.filter(each => !isCommand(each)),
    );
    assert.equal(shown.length, 1);
    assert.match(shown[0]?.when ?? '', /^sessionNotes\.inNote\b/);
    for (const { id } of submenus) assert.ok((menus[id] ?? []).length > 5, id);
  });

  it('lists every command in each language, and in one at a time', () => {
    const spoken = /sessionNotes\.language (==|!=) (\w+)$/;
    const listed = Object.values(menus).flatMap(entries => entries.filter(({ when }) => when !== 'false'));
    assert.ok(listed.length > 150);
    for (const { command, when } of listed) {
      const [, sign, language] = spoken.exec(when) ?? [];
      const isTwin = command.startsWith('_');
      assert.deepEqual([sign, language], [isTwin ? '==' : '!=', 'id'], `${command}: ${when}`);
    }
    const ids = commands
      .filter(({ command }) => !command.startsWith('_'))
      .flatMap(each => commandIdsOf(each.command));
    assert.deepEqual(ids.map(({ id }) => id).sort(), commands.map(({ command }) => command).sort());
    for (const [menu, entries] of Object.entries(menus)) {
      const counts = languageTags.map(
        tag => entries.filter(({ command }) => command.startsWith('_') === (tag !== 'en')).length,
      );
      assert.equal(new Set(counts).size, 1, menu);
    }
  });

  it('has the texts and snippets of every language of the table', () => {
    assert.deepEqual(
      snippets.map(({ path }) => path),
      languageTags.map(tag => `./snippets/${tag}.json`),
    );
    assert.deepEqual(
      nlsFiles.filter(file => !manifest.files.includes(file)),
      [],
    );
  });

  it('says of each rule what it finds and how strictly it is taken, in both languages', () => {
    for (const file of nlsFiles) {
      const texts = readTexts(file);
      for (const rule of ruleIds) {
        const text = texts[`rule.${rule}`] ?? '';
        const withLevel = texts[`rule.${rule}.level`] ?? '';
        assert.ok(text !== '' && withLevel.startsWith(text), rule);
        assert.match(withLevel.slice(text.length), /`(?:error|warning|info|hint)`/, rule);
      }
    }
  });

  for (const file of nlsFiles) {
    it(`has no Markdown marks in the texts of ${file} that are shown as they are`, () => {
      const markdown = new Set(
        [...source.matchAll(/"markdownDescription": "%([^%"]+)%"/g)].map(match => match[1]),
      );
      const plain = Object.entries(readTexts(file)).filter(([key]) => !markdown.has(key));
      assert.ok(markdown.size > 10 && plain.length > 10);
      assert.deepEqual(
        plain.filter(([, text]) => /[`*]/.test(text)).map(([key]) => key),
        [],
      );
    });
  }
});

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly enablement?: string;
}

interface Welcome {
  readonly view: string;
  readonly contents: string;
  readonly when: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly viewsWelcome: readonly Welcome[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest: Manifest = JSON.parse(source);
const { commands, menus, viewsWelcome } = manifest.contributes;
const code = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join('src/extension', path), 'utf8'))
  .join('\n');

describe('the manifest of the extension', () => {
  it('lets no key run a command where the palette does not list it, unless a row gives it what it works on', () => {
    const ofRows = new Set(menus['view/item/context']?.map(({ command }) => command));
    const restricted = (menus['commandPalette'] ?? [])
      .filter(({ when, command }) => when !== 'false' && !ofRows.has(command))
      .map(({ command }) => command);
    const unguarded = commands.filter(
      ({ command, enablement }) => restricted.includes(command) && enablement === undefined,
    );
    assert.ok(restricted.length > 20);
    assert.deepEqual(unguarded, []);
  });

  it('wakes the extension for every tab that it restores', () => {
    const restored = [...code.matchAll(/registerWebviewPanelSerializer\(\s*'([^']+)'/g)].map(
      match => match[1],
    );
    assert.ok(restored.length > 0);
    assert.deepEqual(
      restored.filter(id => !manifest.activationEvents.includes(`onWebviewPanel:${id}`)),
      [],
    );
  });

  it('uses every context key that is set', () => {
    const keys = [...code.matchAll(/(?:'setContext', |\bset\()'(sessionNotes\.[\w.]+)'/g)].map(
      match => match[1],
    );
    assert.ok(keys.length > 5);
    assert.deepEqual(
      keys.filter(key => !new RegExp(`"(?:when|enablement)": ".*\\b${key}\\b`).test(source)),
      [],
    );
  });

  it('welcomes to Open Goals with one text for each state, in each language', () => {
    for (const state of ['no-folder', 'indexing', 'no-notes', 'ready']) {
      for (const language of ['en', 'id']) {
        for (const [mine, overdue] of [
          [false, false],
          [true, false],
          [false, true],
          [true, true],
        ]) {
          const keys = new Map<string, unknown>([
            ['sessionNotes.state', state],
            ['sessionNotes.interfaceLanguage', language],
            ['sessionNotes.filter.mine', mine],
            ['sessionNotes.filter.overdue', overdue],
          ]);
          const shown = viewsWelcome.filter(
            ({ view, when }) => view === 'sessionNotes.openGoals' && holds(when, keys),
          );
          assert.equal(shown.length, 1, JSON.stringify([...keys]));
          const links = readTexts(`package.nls.json`)[shown[0]?.contents.slice(1, -1) ?? ''] ?? '';
          const wanted = state === 'ready' && overdue === true;
          assert.equal(links.includes('command:sessionNotes.showAnyDue'), wanted, links);
        }
      }
    }
  });

  it('offers nothing on folders and Markdown files where there are no session notes', () => {
    const entries = menus['explorer/context'] ?? [];
    const anywhere = entries
      .flatMap(({ when = '' }) => when.split(' || '))
      .filter(part => /explorerResourceIsFolder|md|txt/.test(part));
    assert.ok(anywhere.length > 0);
    assert.deepEqual(
      anywhere.filter(part => !part.includes('sessionNotes.state == ready')),
      [],
    );
  });

  for (const file of ['package.nls.json', 'package.nls.id.json']) {
    it(`has no Markdown marks in the texts of ${file} that are shown as they are`, () => {
      const plain = Object.entries(readTexts(file)).filter(
        ([key]) => !/^setting\.[\w-]+$/.test(key), // Only settings are described in Markdown.
      );
      assert.deepEqual(
        plain.filter(([, text]) => /[`*]/.test(text)).map(([key]) => key),
        [],
      );
    });
  }
});

/** Whether a `when` of equalities, keys and negated keys, joined by `&&`, holds. */
function holds(when: string, keys: ReadonlyMap<string, unknown>): boolean {
  return when.split(' && ').every(term => {
    const [key = '', value] = term.replace(/^!/, '').split(' == ');
    assert.ok(keys.has(key), term);
    const isSo = value === undefined ? keys.get(key) === true : keys.get(key) === value;
    return isSo !== term.startsWith('!');
  });
}

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

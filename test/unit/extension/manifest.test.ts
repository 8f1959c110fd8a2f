import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectExtensions, transcriptExtensions } from '../../../src/core/exchange/importers/readTranscript';
import { languageTags } from '../../../src/core/language/languages';

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

interface Walkthrough {
  readonly id: string;
  readonly when: string;
  readonly steps: readonly { readonly id: string }[];
}

interface Setting {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly files: readonly string[];
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly snippets: readonly { readonly path: string }[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly commands: readonly Entry[];
    readonly viewsWelcome: readonly Welcome[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
  };
}

const source = readFileSync('package.json', 'utf8');
const manifest: Manifest = JSON.parse(source);
const { commands, menus, viewsWelcome, walkthroughs, snippets, configuration } = manifest.contributes;
const nlsFiles = languageTags.map(tag => (tag === 'en' ? 'package.nls.json' : `package.nls.${tag}.json`));
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
    const keys = [...code.matchAll(/\bsetContext\('(sessionNotes\.[\w.]+)'/g)].map(match => match[1]);
    assert.ok(keys.length > 5);
    assert.deepEqual(
      keys.filter(key => !new RegExp(`"(?:when|enablement)": ".*\\b${key}\\b`).test(source)),
      [],
    );
  });

  it('welcomes to Open Goals with one text for each state, in each language', () => {
    for (const state of ['no-folder', 'indexing', 'no-notes', 'ready']) {
      for (const language of languageTags) {
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

  it('offers to import each kind of file that can be, but for Markdown, which is the notes themselves', () => {
    const { when = '' } =
      menus['explorer/context']?.find(({ command }) => command === 'sessionNotes.importTranscript') ?? {};
    const offered = [...when.matchAll(/resourceExtname =~ \/\^\\\.\(?([\w|]+)\)?\$\/i/g)].flatMap(
      ([, ends = '']) => ends.split('|'),
    );
    const read = [...transcriptExtensions, ...projectExtensions].filter(
      end => !['md', 'markdown'].includes(end),
    );
    assert.deepEqual(offered.sort(), read.sort());
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

  it('offers the languages of the table as settings, with a text each', () => {
    const setting = configuration.properties['sessionNotes.language'];
    const choices = ['auto', ...languageTags];
    assert.deepEqual(setting?.enum, choices);
    assert.deepEqual(
      setting?.enumDescriptions,
      choices.map(tag => `%setting.language.${tag}%`),
    );
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

  it('welcomes to every view in every language of the table', () => {
    const spoken = / ?(?:&& )?sessionNotes\.interfaceLanguage == (\w+)$/;
    const languagesOf = new Map<string, string[]>();
    for (const { view, when, contents } of viewsWelcome) {
      const [term = '', language = ''] = spoken.exec(when) ?? [];
      const state = `${view} ${when.slice(0, when.length - term.length)}`;
      languagesOf.set(state, [...(languagesOf.get(state) ?? []), language]);
      assert.ok(contents.endsWith(`.${language}%`), contents);
    }
    assert.ok(languagesOf.size > 10);
    for (const [state, found] of languagesOf) assert.deepEqual(found, [...languageTags], state);
  });

  it('walks through the first steps in every language of the table, in one at a time', () => {
    assert.deepEqual(
      walkthroughs.map(({ id }) => id),
      languageTags.map(tag => `first-steps-${tag}`),
    );
    for (const { steps } of walkthroughs)
      assert.deepEqual(
        steps.map(({ id }) => id),
        walkthroughs[0]?.steps.map(({ id }) => id),
      );
    for (const tag of languageTags) {
      const keys = new Map([['sessionNotes.interfaceLanguage', tag]]);
      const shown = walkthroughs.filter(({ when }) => holds(when, keys)).map(({ id }) => id);
      assert.deepEqual(shown, [`first-steps-${tag}`]);
    }
  });

  for (const file of nlsFiles) {
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

/** Whether a `when` of equalities, inequalities, keys and negated keys, joined by `&&`, holds. */
function holds(when: string, keys: ReadonlyMap<string, unknown>): boolean {
  return when.split(' && ').every(term => {
    const [key = '', value] = term.replace(/^!/, '').split(/ [!=]= /);
    assert.ok(keys.has(key), term);
    const isSo = value === undefined ? keys.get(key) === true : keys.get(key) === value;
    return isSo !== (term.startsWith('!') || term.includes(' != '));
  });
}

function readTexts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Constants that are made when they are first asked for and never change after that. */
const filledLate: ReadonlySet<string> = new Set([
  'note/markdownTokens.ts: made',
  'protocol/builtinProtocols.ts: compiled',
  'text/plainText.ts: inline',
]);

const core = 'src/core';
/** A declaration at the start of a line is that of a module. */
const VARIABLE = /^(?:export )?(?:let|var) (\w+)/gm;
const COLLECTION = /^(?:export )?const (\w+)(?:: ([^=]+?))? =\s+new (Map|Set|WeakMap|WeakSet)\b/gm;
const LIST = /^(?:export )?const (\w+)(?:: ([^=]+?))? =\s+(?:\[\]|new \w*Array\b)/gm;
const STATIC = /^ {2}(?:(?:private|protected|public) )?static (?!readonly\b)(#?\w+)\b[^(]*=/gm;
const STATIC_COLLECTION = /^ {2}.*\bstatic .*?(#?\w+)(?:: [^=]+?)? = new (?:Map|Set|WeakMap|WeakSet)\b/gm;

/** The names of what a module, or a class of it, writes to while the program runs. */
function stateIn(source: string): readonly string[] {
  const collections = [...source.matchAll(COLLECTION)].filter(
    ([, , type, kind = '']) => kind.startsWith('Weak') || isWritable(type),
  );
  const lists = [...source.matchAll(LIST)].filter(([, , type]) => isWritable(type));
  const others = [VARIABLE, STATIC, STATIC_COLLECTION].flatMap(pattern => [...source.matchAll(pattern)]);
  return [...collections, ...lists, ...others].flatMap(([, name]) => name ?? []);
}

/** Whether a declared type leaves a collection open to writing; an alias is taken at its word. */
function isWritable(type: string | undefined): boolean {
  return type === undefined || /^(?:Map|Set|Array)<|^(?!readonly ).*\[\]$/.test(type);
}

describe('a module of the core', () => {
  it('keeps nothing between two calls: what is remembered belongs to an object that is let go of', () => {
    const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    const found = files.flatMap(file =>
      stateIn(readFileSync(join(core, file), 'utf8')).map(name => `${file.replaceAll('\\', '/')}: ${name}`),
    );
    assert.ok(files.length > 100);
    assert.deepEqual(new Set(found), filledLate);
  });

  it('would be found out', () => {
    for (const [source, name] of [
      ['const known = new WeakMap<Case, Entries>();', 'known'],
      ['export const seen: ReadonlySet<object> = new WeakSet();', 'seen'],
      ['const byId = new Map<string, Case>();', 'byId'],
      ['const byId: Map<string, Case> = new Map();', 'byId'],
      ['const ids =\n  new Set<string>();', 'ids'],
      ['const made: Case[] = [];', 'made'],
      ['let last: Case | undefined;', 'last'],
      ['class Cases {\n  static readonly #known = new Map<string, Case>();\n}', '#known'],
      ['class Cases {\n  static last: Case | undefined = undefined;\n}', 'last'],
    ] as const) {
      assert.deepEqual([...new Set(stateIn(source))], [name], source);
    }
    for (const source of [
      'const words: ReadonlySet<string> = new Set([]);',
      'const none: readonly Case[] = [];',
      'class Cases {\n  readonly #known = new WeakMap<Case, Entries>();\n}',
      'class Cases {\n  static of(length = 1): Cases {\n    return new Cases();\n  }\n}',
      'function fold() {\n  const byId = new Map<string, Case>();\n  let last = 0;\n}',
    ]) {
      assert.deepEqual(stateIn(source), [], source);
    }
  });
});

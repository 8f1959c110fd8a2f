import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from '../../../src/core/yaml/readYaml';
import { plainValue, type YamlNode } from '../../../src/core/yaml/yamlNode';
import { faultTexts } from '../protocol/faultText';

const LIMIT = 1_000_000;

function dataOf(text: string): unknown {
  const { root } = readYaml(text, LIMIT);
  return root && JSON.parse(JSON.stringify(plainValue(root)));
}

function keysOf(text: string): readonly string[] {
  return readYaml(text, LIMIT).faults.map(({ message }) => message.key);
}

describe('reading YAML', () => {
  it('gives texts, numbers, truth values, lists and maps as YAML 1.2 means them', () => {
    assert.deepEqual(dataOf('a: x\nb: 1.5\nc: [true, no, off]\nd: { e: "2" }\nf: 2026-03-12\n'), {
      a: 'x',
      b: 1.5,
      c: [true, 'no', 'off'],
      d: { e: '2' },
      f: '2026-03-12',
    });
  });

  it('leaves out what is null', () => {
    assert.deepEqual(dataOf('a:\nb: ~\nc: [1, null, 2]\n'), { c: [1, 2] });
  });

  it('gives nothing for an empty text', () => {
    assert.deepEqual(readYaml('', LIMIT), { root: undefined, faults: [] });
    assert.deepEqual(readYaml('# comment\n', LIMIT), { root: undefined, faults: [] });
  });

  it('ignores a byte order mark', () => {
    assert.deepEqual(dataOf('\ufeffa: 1'), { a: 1 });
  });

  it('tells where keys and values stand', () => {
    const text = 'first:\r\n  - second: "tiga"\r\n';
    const { root } = readYaml(text, LIMIT);
    assert.ok(root?.kind === 'map');
    const entry = root.entries.get('first');
    assert.deepEqual(entry?.keyRange, { start: 0, end: 5 });
    assert.ok(entry.value.kind === 'list' && entry.value.items[0]?.kind === 'map');
    const inner = entry.value.items[0].entries.get('second');
    assert.equal(text.slice(inner?.value.range.start, inner?.value.range.end), '"tiga"');
  });

  it('takes any key as its text', () => {
    assert.deepEqual(dataOf('1: a\ntrue: b\n"c d": e\n'), { '1': 'a', true: 'b', 'c d': 'e' });
  });

  it('keeps the first of two equal keys and marks the second', () => {
    const text = 'a: 1\nb: 2\n"a": 3\n';
    assert.deepEqual(dataOf(text), { a: 1, b: 2 });
    assert.deepEqual(faultTexts(text, readYaml(text, LIMIT).faults), [
      ['yaml.duplicate-key', { key: 'a' }, '"a"'],
    ]);
  });

  it('follows aliases', () => {
    assert.deepEqual(dataOf('a: &x { b: 1 }\nc: *x\n'), { a: { b: 1 }, c: { b: 1 } });
  });

  it('marks an alias without anchor, and keys that are no names', () => {
    assert.deepEqual(keysOf('a: *x'), ['yaml.unknown-alias']);
    assert.deepEqual(keysOf('? [a, b]\n: c'), ['yaml.key-not-text']);
  });

  const broken: readonly (readonly [text: string, key: string])[] = [
    ['a: b: c', 'yaml.nested-map'],
    ['a: "x', 'yaml.missing-character'],
    ['a: [1, 2', 'yaml.bad-indent'],
    ['a:\n\tb: 1', 'yaml.tab'],
    ['a: @x', 'yaml.bad-start'],
    ['a: "\\q"', 'yaml.bad-escape'],
    ['- a\nb: c', 'yaml.syntax'],
    ['a: 1\n---\nb: 2', 'yaml.several-documents'],
  ];
  for (const [text, key] of broken) {
    it(`says ${key} of ${JSON.stringify(text)}, once`, () => {
      const { root, faults } = readYaml(text, LIMIT);
      assert.equal(root, undefined);
      assert.deepEqual(
        faults.map(({ message }) => message.key),
        [key],
      );
      assert.ok(faults.every(({ range }) => range.start < range.end && range.end <= text.length));
    });
  }

  it('reads what was written', () => {
    const value = fc.object({
      key: fc.stringMatching(/^[a-z]{1,8}$/),
      values: [fc.string(), fc.integer(), fc.boolean()],
      maxDepth: 4,
    });
    fc.assert(
      fc.property(value, written => {
        assert.deepEqual(dataOf(stringify(written)), written);
      }),
    );
  });

  it('never throws and stays in the text, whatever the text', () => {
    const unit = fc.constantFrom(
      '[',
      '{',
      ':',
      ' ',
      '\n',
      '-',
      '&a ',
      '*a',
      '!',
      '"',
      "'",
      'a',
      '|',
      '>',
      '%',
      '#',
      '?',
      ',',
      ']',
      '}',
      '\t',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary' })), text => {
        const { root, faults } = readYaml(text, LIMIT);
        for (const range of [...faults.map(fault => fault.range), ...rangesOf(root)]) {
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function rangesOf(node: YamlNode | undefined): readonly { readonly start: number; readonly end: number }[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [node.range];
  if (node.kind === 'list') return [node.range, ...node.items.flatMap(rangesOf)];
  const entries = [...node.entries.values()];
  return [node.range, ...entries.flatMap(({ keyRange, value }) => [keyRange, ...rangesOf(value)])];
}

describe('reading hostile YAML', () => {
  it('stops at a text that is too long', () => {
    assert.deepEqual(
      readYaml('a: 1\n'.repeat(1000), 100).faults.map(({ message }) => message.key),
      ['yaml.too-large'],
    );
  });

  const deep: readonly (readonly [name: string, text: string])[] = [
    ['open brackets', '['.repeat(100_000)],
    ['brackets in pairs', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['open maps', '{a: '.repeat(30_000)],
    ['lists in a line', '- '.repeat(100_000)],
    ['keys of keys', '? '.repeat(100_000)],
    ['indented maps', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ];
  for (const [name, text] of deep) {
    it(`stops where values stand too deep in each other: ${name}`, () => {
      assert.deepEqual(keysOf(text), ['yaml.too-deep']);
    });
  }

  it('stops where aliases multiply', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 10; at++)
      lines.push(
        `a${at}: &a${at} [${Array(10)
          .fill(`*a${at - 1}`)
          .join(', ')}]`,
      );
    assert.deepEqual(keysOf(lines.join('\n')), ['yaml.too-many-values']);
  });

  it('stops where a value holds itself', () => {
    assert.deepEqual(keysOf('a: &a [*a]'), ['yaml.too-many-values']);
    assert.deepEqual(keysOf('&a { b: *a }'), ['yaml.too-many-values']);
  });
});

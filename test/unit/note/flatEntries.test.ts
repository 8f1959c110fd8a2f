import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readFlatEntries } from '../../../src/core/note/flatEntries';
import { readEntries } from '../../../src/core/note/yamlEntries';

/** As YAML itself reads it: a comment is nothing that is flat. */
function readByYaml(source: string): unknown {
  const whole = `${source}${source.endsWith('\n') ? '' : '\n'}#\n`;
  const yaml = { start: 0, end: whole.length };
  return readEntries(whole, { range: yaml, fence: { start: 0, end: 0 }, yaml, closed: true });
}

/** Whether it was read as flat; if so it must have been read as YAML has it. */
function isSame(source: string): boolean {
  const entries = readFlatEntries(source, 0);
  if (entries === undefined) return false;
  assert.deepEqual({ entries, faults: [] }, readByYaml(source), JSON.stringify(source));
  return true;
}

const pieces = [
  ...['client', 'date', 'x y', 'a-b', 'A_1', 'null', 'true', 'kunjungan', 'konseli é'],
  ...[
    'K-014',
    '014',
    '0o17',
    '0x1F',
    '1e3',
    '.5',
    '-1',
    '~',
    'Null',
    'yes',
    '2026-01-05',
    'Ratna S.',
    'a/b (c)',
  ],
  ...[
    '"a: b"',
    "'a # b'",
    '""',
    "' '",
    '"\\u0041"',
    "'it''s'",
    '[',
    ']',
    '[a, b]',
    '[ a ,"b" ]',
    '{a: b}',
    '[]',
  ],
  ...[
    ':',
    ': ',
    ':\t',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\n\n',
    '\n- a',
    '\n  ',
    ',',
    ', ',
    '#',
    ' # c',
    '-',
    '- ',
  ],
  ...[
    '&a',
    '*a',
    '!!str',
    '|',
    '>',
    '?',
    '@',
    '`',
    '%',
    '---',
    '...',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '漢字',
    '💬',
  ],
];

const keys = ['client', 'x y', 'a-b', 'A_1', 'null', 'true', 'y', 'stages', 'Kunjungan ke'];
const values = [
  ...[
    'K-014',
    '014',
    '0o17',
    '1e3',
    '1.',
    '2026-01-05',
    'Ratna S.',
    'a/b (c)',
    'é 漢字',
    'true',
    'yes',
    'NaN',
    'a  b',
  ],
  ...[
    '"a: b"',
    "'a # b'",
    '"[]"',
    '[a, b]',
    '[ a ,"b" ]',
    '[1,2]',
    '[true, 0x1F, .5]',
    '',
    ' ',
    'a ',
    'null',
    '[~]',
  ],
];
const tidy = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...values)).map(pair => pair.join(': '));
const odd = fc
  .tuple(
    fc.constantFrom(...pieces),
    fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: 'grapheme' })),
  )
  .map(pair => pair.join(': '));
const loose = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map(all => all.join(''));
const line = fc.oneof({ weight: 12, arbitrary: tidy }, odd, loose);
const documents = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, lineEnd, isEnded]) => lines.join(lineEnd) + (isEnded ? lineEnd : ''));

describe('Front matter that is flat', () => {
  it('is read without YAML as YAML reads it, whatever it holds', function () {
    this.timeout(120_000);
    let flat = 0;
    fc.assert(
      fc.property(documents, source => {
        if (isSame(source)) flat++;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(flat > 2000, `only ${flat} were flat`);
  });

  it('is read without YAML in most notes', () => {
    const source = [
      'protocol: four-stage',
      'client: K-014',
      'session: 3',
      'date: 2026-02-04',
      'counselor: "RA"',
      'stages: [exploration, planning]',
      'status:',
      '',
    ];
    assert.ok(isSame(source.join('\n')));
    assert.ok(isSame(source.join('\r\n')));
  });

  it('is read as YAML reads it in every Markdown file at hand', function () {
    this.timeout(60_000);
    const found = markdownBelow('examples')
      .concat(markdownBelow('test/fixtures'), markdownBelow('node_modules'))
      .flatMap(
        file =>
          /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*$/m.exec(
            readFileSync(file, 'utf8'),
          )?.[1] ?? [],
      );
    assert.ok(found.filter(isSame).length > 20, `only some of ${found.length} were flat`);
  });
});

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name));
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlScalar, yamlScalars } from '../../../src/core/yaml/yamlScalar';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('014', '12E3', '0x1F', '1_000', '12:30:45', '2026-03-12', 'yes', 'No', 'NULL', '~', 'null'),
  fc.constantFrom(
    'a: b',
    'a #b',
    '# a',
    '- a',
    '&a',
    '*a',
    '!a',
    '[a]',
    '{a',
    'a,b',
    "'a'",
    '"a"',
    '%a',
    '@a',
  ),
  fc.constantFrom(
    'a\nb',
    'a\r\n---\nb',
    '\ttab',
    ' lead',
    'trail ',
    '',
    '\ud800',
    'a\u202eb',
    'Ñandú',
    '李',
    '👩‍👩‍👧',
  ),
);

describe('a text written as YAML', () => {
  it('is plain where nothing can be mistaken, else quoted', () => {
    const cases = ['K-014', 'Ratna A.', 'Šárka', '014', '12E3', 'yes', 'A: B', 'say "x"', 'a\u202eb', 'C\\D'];
    assert.deepEqual(cases.map(yamlScalar), [
      'K-014',
      'Ratna A.',
      'Šárka',
      '"014"',
      '"12E3"',
      '"yes"',
      '"A: B"',
      '"say \\"x\\""',
      '"a\\u202Eb"',
      '"C\\\\D"',
    ]);
  });

  it('is read back as it was, by readers of YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(texts, text => {
        const source = `key: ${yamlScalar(text)}\nnext: 1\n`;
        assert.deepEqual(parse(source), { key: text, next: 1 });
        assert.deepEqual(parse(source, { version: '1.1' }), { key: text, next: 1 });
      }),
      { numRuns: 500 },
    );
  });

  it('is a list on one line where there are several', () => {
    assert.equal(yamlScalars(['K-1']), 'K-1');
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2 }), several => {
        const source = yamlScalars(several);
        assert.ok(!source.includes('\n'));
        assert.deepEqual(parse(source), several);
      }),
    );
    assert.deepEqual(parse(yamlScalars([])), []);
  });
});

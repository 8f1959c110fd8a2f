import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfig, mergeConfig } from '../../../src/core/config/config';
import { loadConfig } from '../../../src/core/config/loadConfig';
import { faultTexts } from '../protocol/faultText';

function faultsOf(text: string) {
  return faultTexts(text, loadConfig(text).faults);
}

describe('the configuration file', () => {
  it('says what it says and nothing else', () => {
    const text = `rules:
  missing-section: off
  stage-order: warning
files: ["notes/**/*.md"]
exclude: [archive, "**/draft-*"]
defaultProtocol: brief
protocols:
  "groups/**": group
  "**": brief
language: id
fileName: "{client}/{session}.md"
`;
    assert.deepEqual(loadConfig(text), {
      config: {
        rules: { 'missing-section': 'off', 'stage-order': 'warning' },
        files: ['notes/**/*.md'],
        exclude: ['archive', '**/draft-*'],
        defaultProtocol: 'brief',
        protocols: [
          ['groups/**', 'group'],
          ['**', 'brief'],
        ],
        language: 'id',
        fileName: '{client}/{session}.md',
      },
      faults: [],
    });
    assert.deepEqual(loadConfig('language: en\n'), { config: { language: 'en' }, faults: [] });
  });

  it('may be empty', () => {
    for (const text of ['', '\n', '# later\n', '---\n'])
      assert.deepEqual(loadConfig(text), { config: {}, faults: [] });
  });

  it('is taken without what is wrong in it, which is marked', () => {
    const text = `rules:
  missing-stag: off
  stage-order: loud
  empty-stage: hint
file: x
files: notes
exclude: [archive, "", ok]
language: fr
protocols: { "": brief, "a/**": 3, "b/**": brief }
`;
    assert.deepEqual(faultsOf(text), [
      ['schema.unknown-key-near', { key: 'missing-stag', near: 'missing-stage' }, 'missing-stag'],
      ['schema.expected-one-of', { values: 'off, hint, info, warning, error' }, 'loud'],
      ['schema.unknown-key-near', { key: 'file', near: 'files' }, 'file'],
      ['schema.expected-list', {}, 'notes'],
      ['config.bad-glob', {}, '""'],
      ['schema.expected-one-of', { values: 'auto, en, id' }, 'fr'],
      ['config.bad-glob', {}, '""'],
      ['schema.expected-text', {}, '3'],
    ]);
    assert.deepEqual(loadConfig(text).config, {
      rules: { 'empty-stage': 'hint' },
      exclude: ['archive', 'ok'],
      protocols: [['b/**', 'brief']],
    });
  });

  it('that is a list or a word says nothing, which is marked', () => {
    assert.deepEqual(
      faultsOf('- a\n').map(([key]) => key),
      ['schema.expected-map'],
    );
    assert.deepEqual(faultsOf('off\n'), [['schema.expected-map', {}, 'off']]);
  });

  it('that is broken says nothing, and where', () => {
    const text = 'files: ["a"\nlanguage: id\n';
    assert.equal(loadConfig(text).faults.length, 1);
    assert.deepEqual(loadConfig(text).config, {});
  });

  it('gives a configuration whatever it holds', () => {
    const key = fc.constantFrom(
      'rules',
      'files',
      'exclude',
      'protocols',
      'language',
      'stage-order',
      '__proto__',
    );
    const value = fc.object({ key, maxDepth: 3 }).map(object => JSON.stringify(object));
    fc.assert(
      fc.property(fc.oneof(value, fc.string({ unit: 'binary' })), text => {
        const { config, faults } = loadConfig(text);
        assert.equal(typeof mergeConfig(defaultConfig, config).defaultProtocol, 'string');
        for (const { range } of faults) assert.ok(range.start <= range.end && range.end <= text.length);
      }),
    );
  });
});

describe('the configuration in force', () => {
  it('is the default where nothing is said', () => {
    assert.deepEqual(mergeConfig(defaultConfig), defaultConfig);
    assert.deepEqual(mergeConfig(defaultConfig, {}, {}), defaultConfig);
  });

  it('takes each key from the last that says it, and rules one by one', () => {
    const settings = {
      files: ['a'],
      language: 'en',
      rules: { 'stage-order': 'off', 'empty-stage': 'info' },
    } as const;
    const file = { files: ['b'], rules: { 'stage-order': 'error' } } as const;
    assert.deepEqual(mergeConfig(defaultConfig, settings, file), {
      ...defaultConfig,
      files: ['b'],
      language: 'en',
      rules: { 'stage-order': 'error', 'empty-stage': 'info' },
    });
  });
});

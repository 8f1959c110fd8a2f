import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { parseNote } from '../../../src/core/note/parseNote';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import type { Problem } from '../../../src/core/validate/problem';
import { validateNote } from '../../../src/core/validate/validateNote';

/** The problems of a note with this text, by a protocol of its own. */
function problemsBy(yaml: string, text: string): readonly Problem[] {
  const { protocol, faults } = loadProtocol(yaml);
  // Titles in a language that others lack are no mistake here.
  assert.deepEqual(
    faults.filter(({ severity }) => severity === undefined),
    [],
  );
  assert(protocol);
  const protocols = protocolSet([compileProtocol(protocol)]);
  const note = parseNote(text, { protocols, defaultProtocol: protocol.id });
  return validateNote(note, defaultConfig, { protocolIds: protocols.ids });
}

function rulesBy(yaml: string, text: string): readonly string[] {
  return problemsBy(yaml, text).map(({ rule }) => rule);
}

const overCase = `
id: own
title: { en: Own }
scope: case
stages:
  - id: start
    title: { en: Getting started }
    sections:
      - { id: topic, title: { en: Topic today } }
  - { id: end, title: { en: Finishing } }
`;

describe('a protocol whose stages are asked of the case', () => {
  it('asks no stages of a single note, full or empty', () => {
    assert.deepEqual(rulesBy(overCase, 'Words.'), []);
    assert.deepEqual(rulesBy(overCase, '## Finishing\n'), []);
  });

  it('asks for the sections of the stages that a note has', () => {
    assert.deepEqual(rulesBy(overCase, '## Getting started\nWords.\n'), ['missing-section']);
  });

  it('takes a near miss of a stage for a warning, as none is missing', () => {
    const [problem] = problemsBy(overCase, '## Getting startet\nWords.\n');
    assert.deepEqual([problem?.rule, problem?.severity], ['similar-heading', 'warning']);
  });
});

const optional = `
id: own
title: { en: Own }
fields:
  - id: place
    type: enum
    required: true
    choices:
      - { id: school, title: { en: School, id: Sekolah } }
      - { id: home-visit, title: { en: Home visit } }
  - { id: mood, type: integer }
  - { id: next, type: date }
stages:
  - id: extra
    title: { en: Something extra }
    required: false
    sections:
      - { id: topic, title: { en: Topic today } }
  - id: end
    title: { en: Finishing }
    sections:
      - id: result
        title: { en: Result }
        required: false
        choices:
          - { id: good, title: { en: Good } }
          - { id: bad, title: { en: Bad } }
`;

describe('what a protocol leaves optional', () => {
  const front = '---\nplace: school\n---\n';

  it('is neither missing nor empty', () => {
    assert.deepEqual(rulesBy(optional, `${front}## Something extra\n## Finishing\nWords.\n`), []);
  });

  it('has its required sections asked for once it says something', () => {
    const rules = rulesBy(optional, `${front}## Something extra\nWords.\n## Finishing\nWords.\n`);
    assert.deepEqual(rules, ['missing-section']);
  });

  it('has its choices asked for once it says something', () => {
    const rules = rulesBy(optional, `${front}## Finishing\nWords.\n### Result\nNeither.\n`);
    assert.deepEqual(rules, ['invalid-choice']);
  });

  it('takes one choice where it does not say that it takes several', () => {
    const problems = problemsBy(optional, `${front}## Finishing\nWords.\n### Result\nGood.\n\nBad.\n`);
    assert.deepEqual(
      problems.map(({ message }) => message.key),
      ['problem.invalid-choice.several'],
    );
  });
});

describe("the fields of a protocol's own", () => {
  const body = '\n## Finishing\nWords.\n';

  it('are asked for where they are required', () => {
    assert.deepEqual(rulesBy(optional, `---\nmood: 3\n---${body}`), ['missing-field']);
  });

  it('take the ids and titles of their choices', () => {
    for (const value of ['school', 'School', 'sekolah', 'home-visit', 'Home visit']) {
      assert.deepEqual(rulesBy(optional, `---\nplace: ${value}\n---${body}`), [], value);
    }
  });

  it('take nothing else, and tell what they take', () => {
    const [problem] = problemsBy(optional, `---\nplace: schol\nmood: high\nnext: soon\n---${body}`);
    assert.deepEqual(problem?.message.args, { field: 'place', values: 'school, home-visit' });
    assert.deepEqual(problem?.fixes[0]?.edits, [{ range: { start: 11, end: 16 }, newText: 'school' }]);
    assert.deepEqual(
      problemsBy(optional, `---\nplace: school\nmood: high\nnext: soon\n---${body}`).map(
        ({ message }) => message.key,
      ),
      ['problem.invalid-field.integer', 'problem.invalid-field.date'],
    );
  });
});

describe('a note whose protocol is not there', () => {
  it('gets that one problem, as nothing else can be asked', () => {
    const text = '---\nprotocol: owm\nsession: x\n---\n## Nothing\n- [?] a\n';
    assert.deepEqual(rulesBy(optional, text), ['unknown-protocol']);
  });
});

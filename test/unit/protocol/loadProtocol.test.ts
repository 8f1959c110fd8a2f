import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { faultTexts } from './faultText';

const fourStageText = readFileSync('protocols/four-stage.yaml', 'utf8');

function faultsOf(text: string) {
  return faultTexts(text, loadProtocol(text).faults);
}

const sound = `id: brief
title: { en: Brief }
stages:
  - id: opening
    title: { en: Opening }
    sections:
      - id: mood
        title: { en: Mood }
`;

describe('loading a protocol', () => {
  it('gives it with its defaults', () => {
    const { protocol, faults } = loadProtocol(sound);
    assert.deepEqual(faults, []);
    assert.equal(protocol?.scope, 'session');
    const [stage] = protocol.stages;
    assert.equal(stage?.required, true);
    assert.deepEqual([stage.goals, stage.techniques, stage.aliases], [[], [], {}]);
    const [section] = stage.sections;
    assert.deepEqual([section?.required, section?.tracks, section?.multiple], [true, undefined, false]);
  });

  it('marks a mistyped key, names the nearest, and does without it', () => {
    const text = sound.replace('sections:', 'sectoins:');
    assert.deepEqual(faultsOf(text), [
      ['schema.unknown-key-near', { key: 'sectoins', near: 'sections' }, 'sectoins'],
    ]);
    assert.deepEqual(loadProtocol(text).protocol?.stages[0]?.sections, []);
  });

  it('marks every unknown key, those with names that objects have of themselves too', () => {
    const text = `${sound}__proto__: { x: 1 }\nconstructor: 2\ntoString: 3\n`;
    assert.deepEqual(
      faultsOf(text).map(([key, , marked]) => [key, marked]),
      [
        ['schema.unknown-key', '__proto__'],
        ['schema.unknown-key', 'constructor'],
        ['schema.unknown-key', 'toString'],
      ],
    );
    assert.equal(loadProtocol(text).protocol?.id, 'brief');
  });

  it('marks a value of the wrong kind, and takes the default in its place where there is one', () => {
    const text = sound.replace('id: mood', 'id: mood\n        required: yes\n        tracks: action');
    assert.deepEqual(faultsOf(text), [
      ['schema.not-a-requirement', {}, 'yes'],
      ['schema.expected-one-of', { values: 'goals, actions, none, never' }, 'action'],
    ]);
    assert.equal(loadProtocol(text).protocol?.stages[0]?.sections[0]?.required, true);
  });

  it('marks the id of a thing that lacks a title, and then there is no protocol', () => {
    const text = sound.replace('        title: { en: Mood }\n', '');
    assert.deepEqual(faultsOf(text), [['schema.missing-key', { key: 'title' }, 'mood']]);
    assert.equal(loadProtocol(text).protocol, undefined);
  });

  it('marks the first key of a thing that lacks an id', () => {
    const text = sound.replace('- id: mood\n        title', '- title');
    assert.deepEqual(faultsOf(text), [['schema.missing-key', { key: 'id' }, 'title']]);
  });

  it('takes null for missing', () => {
    assert.deepEqual(faultsOf(`${sound}description:\nsource: ~\n`), []);
    assert.deepEqual(faultsOf(sound.replace('{ en: Brief }', '')), [
      ['schema.missing-key', { key: 'title' }, 'brief'],
    ]);
  });

  it('marks once a list in the place of a map, and a map in the place of a list', () => {
    assert.deepEqual(faultsOf(sound.replace('{ en: Brief }', '[Brief, Short]')), [
      ['schema.expected-map', {}, 'title'],
    ]);
    assert.deepEqual(faultsOf('id: brief\ntitle: { en: B }\nstages: { a: 1 }\n'), [
      ['schema.expected-list', {}, 'stages'],
    ]);
    assert.deepEqual(faultsOf('id: brief\ntitle: { en: B }\nstages: [one]\n'), [
      ['schema.expected-map', {}, 'one'],
    ]);
  });

  it('marks ids, language tags, colours and texts that are none', () => {
    const text = `id: Brief Therapy
title: { en: "", Indonesian: Singkat }
codes:
  - { id: calm, title: { en: 7 }, color: red }
synonyms: [[client]]
`;
    assert.deepEqual(
      faultsOf(text).map(([key, , marked]) => [key, marked]),
      [
        ['schema.not-an-id', 'Brief Therapy'],
        ['schema.empty', '""'],
        ['schema.not-a-language', 'Indonesian'],
        ['schema.expected-text', '7'],
        ['schema.not-a-color', 'red'],
        ['schema.too-few', '['],
      ],
    );
  });

  it('marks the second of two things with one id, and keeps the first', () => {
    const text = `${sound}      - { id: mood, title: { en: Feeling } }
  - id: opening
    title: { en: Start }
codes:
  - { id: calm, title: { en: Calm } }
  - { id: calm, title: { en: Calmness } }
`;
    assert.deepEqual(faultsOf(text), [
      ['protocol.duplicate-id', { id: 'mood' }, 'mood'],
      ['protocol.duplicate-id', { id: 'opening' }, 'opening'],
      ['protocol.duplicate-id', { id: 'calm' }, 'calm'],
    ]);
    const protocol = loadProtocol(text).protocol;
    assert.deepEqual(
      [protocol?.stages.map(({ title }) => title['en']), protocol?.codes.map(({ title }) => title['en'])],
      [['Opening'], ['Calm']],
    );
  });

  it('marks an id that a technique and a code share', () => {
    const text = `${sound}    techniques: [{ id: echo, title: { en: Echo } }]
codes: [{ id: echo, title: { en: Echoing } }]
`;
    const faults = loadProtocol(text).faults;
    assert.deepEqual(faultTexts(text, faults), [['protocol.duplicate-id', { id: 'echo' }, 'echo']]);
    assert.equal(faults[0]?.range.start, text.lastIndexOf('echo'));
  });

  it('marks a title that names two stages, or two sections of one stage', () => {
    const text = `${sound}      - { id: feeling, title: { en: Feelings }, aliases: { en: ["**MOOD**:"] } }
  - id: start
    title: { en: Start }
    aliases: { id: [Öpening] }
`;
    assert.deepEqual(faultsOf(text), [
      [
        'protocol.same-section-title',
        { title: '**MOOD**:', first: 'mood', second: 'feeling' },
        '"**MOOD**:"',
      ],
      ['protocol.same-stage-title', { title: 'Öpening', first: 'opening', second: 'start' }, 'Öpening'],
    ]);
  });

  it('marks titles that only synonyms make equal', () => {
    const text = `${sound}  - { id: start, title: { en: Beginning } }\nsynonyms: [[opening, beginning]]\n`;
    assert.deepEqual(
      faultsOf(text).map(([key]) => key),
      ['protocol.same-stage-title'],
    );
  });

  it('marks a title that states two goals of a stage, or names two choices of a section', () => {
    const text = `${sound}        choices:
          - { id: done, title: { en: Done } }
          - { id: finished, title: { en: Finished, id: Done } }
    goals:
      - { id: meet, title: { en: Meet } }
      - { id: greet, title: { en: Greet }, aliases: { en: [Meet] } }
`;
    assert.deepEqual(faultsOf(text), [
      ['protocol.same-choice-title', { title: 'Done', first: 'done', second: 'finished' }, 'Done'],
      ['protocol.same-goal-title', { title: 'Meet', first: 'meet', second: 'greet' }, 'Meet'],
    ]);
  });

  it('marks a key that means two fields, and a field that nothing can be written in', () => {
    const text = `${sound}fields:
  - { id: client, aliases: [konseli] }
  - { id: kind, type: enum }
  - { id: counselee, aliases: [Konseli] }
`;
    assert.deepEqual(faultsOf(text), [
      ['protocol.no-choices', {}, 'enum'],
      ['protocol.same-key', { key: 'Konseli', first: 'client', second: 'counselee' }, 'Konseli'],
    ]);
  });

  it('marks parents that are not there or lead back, and does without them', () => {
    const text = `${sound}codes:
  - { id: a, title: { en: A }, parent: b }
  - { id: b, title: { en: B }, parent: a }
  - { id: c, title: { en: C }, parent: a }
  - { id: d, title: { en: D }, parent: z }
  - { id: e, title: { en: E }, parent: e }
`;
    assert.deepEqual(faultsOf(text), [
      ['protocol.parent-cycle', { id: 'a' }, 'b'],
      ['protocol.parent-cycle', { id: 'b' }, 'a'],
      ['protocol.unknown-parent', { id: 'z' }, 'z'],
      ['protocol.parent-cycle', { id: 'e' }, 'e'],
    ]);
    const codes = loadProtocol(text).protocol?.codes;
    assert.deepEqual(
      codes?.map(({ parent }) => parent),
      [undefined, undefined, 'a', undefined, undefined],
    );
  });

  it('marks roles that are not declared, where any are', () => {
    const role = sound.replace('id: mood', 'id: mood\n        role: cleint');
    assert.deepEqual(faultsOf(role), []);
    const text = `${role}roles: [{ id: client, title: { en: Client } }]\n`;
    assert.deepEqual(faultsOf(text), [['protocol.unknown-role', { id: 'cleint' }, 'cleint']]);
  });

  it('marks references to stages and sections that are not there, and sets that ask for too much', () => {
    const text = `${sound}      - { id: topic, title: { en: Topic }, required: when-present, minLength: 0 }
    atLeast: [{ count: 3, of: [mood, topik] }]
atLeast: [{ of: [opening, closing] }]
fields: [{ id: until, type: date, requiredWith: [opening, ending] }]
`;
    assert.deepEqual(faultsOf(text), [
      ['schema.not-a-count', {}, '0'],
      ['protocol.too-many', {}, '3'],
      ['protocol.unknown-section', { id: 'topik' }, 'topik'],
      ['protocol.unknown-stage', { id: 'closing' }, 'closing'],
      ['protocol.unknown-stage', { id: 'ending' }, 'ending'],
    ]);
    const { protocol } = loadProtocol(text);
    assert.deepEqual(protocol?.stages[0]?.atLeast, [{ count: 1, of: ['mood'] }]);
    assert.deepEqual(protocol?.fields[0]?.requiredWith, ['opening']);
  });

  it('says where the YAML is broken, and then there is no protocol', () => {
    const broken = `${sound}source: "Gibson\n`;
    assert.deepEqual(
      faultsOf(broken).map(([key]) => key),
      ['yaml.missing-character'],
    );
    assert.equal(loadProtocol(broken).protocol, undefined);
  });

  it('says that an empty file, a list or a word is no protocol', () => {
    for (const text of ['', '# nothing\n', '- id: a\n', 'four-stage\n']) {
      assert.deepEqual(
        faultsOf(text).map(([key]) => key),
        ['protocol.empty'],
        text,
      );
    }
  });

  it('refuses a file that is too large without reading it', () => {
    const text = `${sound}# ${'x'.repeat(300 * 1024)}`;
    assert.deepEqual(
      faultsOf(text).map(([key]) => key),
      ['yaml.too-large'],
    );
  });
});

describe('loading anything as a protocol', () => {
  /** The built-in protocol with pieces cut out, doubled and put elsewhere. */
  const mangled = fc
    .array(fc.tuple(fc.nat(fourStageText.length), fc.nat(400), fc.nat(fourStageText.length)), {
      maxLength: 4,
    })
    .map(cuts =>
      cuts.reduce(
        (text, [from, length, to]) => {
          const piece = text.slice(from, from + length);
          const rest = text.slice(0, from) + text.slice(from + length);
          return rest.slice(0, to) + piece + rest.slice(to);
        },
        fourStageText.slice(0, 9000),
      ),
    );
  const values = fc.object({
    key: fc.constantFrom('id', 'title', 'stages', 'sections', 'aliases', 'en', '__proto__'),
    maxDepth: 5,
  });
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '[',
        '{',
        ':',
        ' ',
        '\n',
        '-',
        '&',
        '*',
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
      ),
      maxLength: 80,
    }),
    mangled,
    values.map(value => JSON.stringify(value)),
    values.map(value => `id: x\ntitle: {en: X}\nstages: ${JSON.stringify([value])}`),
  );

  it('gives a protocol that can be used, or says why not, at places in the text', () => {
    fc.assert(
      fc.property(anything, text => {
        const { protocol, faults } = loadProtocol(text, { baseOf: () => 'unknown' });
        assert.ok(protocol !== undefined || faults.length > 0);
        for (const { range } of faults) {
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, text);
        }
        if (protocol) compileProtocol(protocol).nearHeading('Membangun hubungn', protocol.stages[0]);
      }),
      { numRuns: 300 },
    );
  });
});

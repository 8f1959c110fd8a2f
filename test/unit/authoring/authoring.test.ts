import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  blankProtocol,
  extendingProtocol,
  idOfTitle,
  protocolOfHeadings,
} from '../../../src/core/authoring/newProtocol';
import { protocolOffers } from '../../../src/core/authoring/protocolOffers';
import { keyAt, protocolPlaces } from '../../../src/core/authoring/protocolPlaces';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { builtinProtocol } from '../../../src/core/protocol/builtinProtocols';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';

const head = `id: own
title: { en: Own, jv: Dhewe }
roles:
  - { id: client, title: { en: Client } }
codes:
  - { id: calm, title: { en: Calm } }
stages:
  - id: start
    title: { en: Start }
    sections:
      - id: mood
        title: { en: Mood }
`;

/** The offers at the `|` of a text, or at its end. */
function offers(text: string): readonly string[] {
  const at = text.includes('|') ? text.indexOf('|') : text.length;
  const before = text.slice(0, at).split('\n');
  const caret = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const bases = { ids: ['four-stage', 'soap'], get: builtinProtocol };
  return protocolOffers(text.replace('|', ''), caret, bases).map(({ label }) => label);
}

describe('what is offered in a protocol file', () => {
  it('is the keys that the map lacks, at every depth', () => {
    const root = offers(`${head}|`);
    assert.ok(root.includes('scope') && root.includes('extends') && root.includes('atLeast'));
    assert.ok(!root.includes('id') && !root.includes('stages') && !root.includes('sections'));
    const section = offers(`${head}        |`);
    assert.ok(section.includes('minLength') && section.includes('choices') && !section.includes('title'));
    const stage = offers(`${head}    |`);
    assert.ok(stage.includes('goals') && !stage.includes('sections') && !stage.includes('multiple'));
    const item = offers(`${head}  - |`);
    assert.ok(item.includes('id') && item.includes('techniques'));
    assert.ok(offers(`${head}fields:\n  - id: x\n    |`).includes('requiredWith'));
  });

  it('is the same between brackets', () => {
    const goal = offers(`${head}    goals: [{ id: rest, |`);
    assert.ok(goal.includes('role') && !goal.includes('id') && !goal.includes('sections'));
    assert.deepEqual(offers(`${head}description: { |`), ['en', 'jv', 'id']);
    assert.deepEqual(offers(`${head}description: { jv: x, |`), ['en', 'id']);
  });

  it('is the ids of the protocol that it starts from, to be changed, referred to or taken out', () => {
    const own = 'id: own\nextends: soap\ntitle: { en: Own }\nstages:\n  - id: plan\n';
    assert.deepEqual(offers(`${own}  - id: `), ['subjective', 'objective', 'assessment', 'risk']);
    assert.deepEqual(offers(`${own}    sections: [{ id: `), ['homework-review', 'goal-progress']);
    assert.deepEqual(offers(`${own}atLeast: [{ of: [`), [
      'plan',
      'subjective',
      'objective',
      'assessment',
      'risk',
    ]);
    assert.ok(offers(`${own}    `).includes('remove'));
    assert.deepEqual(offers(`${head}  - id: `), []);
    assert.ok(!offers(`${head}    `).includes('remove'));
  });

  it('is the values that a key takes', () => {
    assert.deepEqual(offers(`${head}scope: `), ['session', 'case']);
    assert.deepEqual(offers(`${head}        required: `), ['true', 'false', 'when-present', 'case']);
    assert.deepEqual(offers(`${head}        tracks: a|`), ['goals', 'actions', 'none', 'never']);
    assert.deepEqual(offers(`${head}rules: [`), ['note-without-goal', 'goal-never-addressed']);
    assert.deepEqual(offers(`${head}source: `), []);
  });

  it('is the ids that it may refer to', () => {
    assert.deepEqual(offers('id: x\nextends: '), ['four-stage', 'soap']);
    assert.deepEqual(offers(`${head}        role: `), ['client']);
    assert.deepEqual(offers(`${head}    techniques:\n      - { id: a, parent: `), ['calm']);
    assert.deepEqual(offers(`${head}    atLeast:\n      - of: [`), ['mood']);
    assert.deepEqual(offers(`${head}atLeast: [{ of: [`), ['start']);
    assert.deepEqual(offers(`${head}fields: [{ id: x, requiredWith: [`), ['start']);
  });

  it('is something or nothing, but no error, anywhere in any text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', ':', ' ', '\n', '-', '{', '}', '[', ',', '#', '"', 'stages:', 'id: x'),
    });
    fc.assert(fc.property(texts, text => Array.isArray(offers(text))));
  });
});

describe('a protocol file', () => {
  it('tells what its keys mean', () => {
    const at = (words: string) => keyAt(head, head.indexOf(words) + 1);
    assert.deepEqual(
      [at('sections:')?.key, at('sections:')?.meaning],
      ['sections', 'The sections of a record of it.'],
    );
    assert.match(at('id: own')?.meaning ?? '', /that notes name/);
    assert.match(at('id: mood')?.meaning ?? '', /referred to/);
    assert.match(at('stages:')?.meaning ?? '', /in order/);
    assert.equal(at('jv'), undefined);
    assert.equal(at('Calm'), undefined);
  });

  it('has the places that others point to', () => {
    const places = protocolPlaces(`${head}extends: soap\n`);
    const textAt = (range: { start: number; end: number } | undefined) =>
      range && head.slice(range.start, range.end);
    assert.equal(textAt(places.id), 'own');
    assert.equal(textAt(places.stage('start')), 'start');
    assert.equal(textAt(places.stage('start', 'mood')), 'mood');
    assert.equal(textAt(places.code('calm')), 'calm');
    assert.equal(places.base?.id, 'soap');
    assert.equal(places.stage('nothing'), undefined);
    assert.equal(protocolPlaces('[').id, undefined);
  });
});

describe('a new protocol', () => {
  const words = { stage: 'First stage', section: 'First section', hint: 'Name what differs.' };
  const wanted = { id: 'ours', title: 'Our way: [draft], 2026', language: 'en', words };
  const loaded = (text: string | undefined) => {
    const { set, faults } = loadWorkspaceProtocols([{ path: 'ours.yaml', text: text ?? '' }]);
    assert.deepEqual([...faults.values()], []);
    const protocol = set.get('ours')?.protocol;
    assert.ok(protocol);
    assert.equal(protocol.title['en'], wanted.title);
    return protocol;
  };

  it('that is blank has a stage to begin from', () => {
    assert.equal(loaded(blankProtocol(wanted)).stages.length, 1);
  });

  it('that starts from another is that one to begin with', () => {
    const base = builtinProtocol('four-stage')?.protocol;
    assert.ok(base);
    const text = extendingProtocol(wanted, base);
    assert.equal(loaded(text).stages.length, 5);
  });

  it('of the headings of a note has them as stages and sections', () => {
    const text =
      '# Session 3\n## 1. What happened:\n### Facts\n### Facts\n### *Feelings*\n## Plan\n#### Deep\n## Plan\n';
    const headings = parseOutline(text).blocks.filter(block => block.kind === 'heading');
    const { stages } = loaded(protocolOfHeadings(wanted, headings));
    assert.deepEqual(
      stages.map(({ id, title, sections }) => [id, title['en'], sections.map(each => each.title['en'])]),
      [
        ['what-happened', 'What happened', ['Facts', 'Feelings']],
        ['plan', 'Plan', []],
      ],
    );
    assert.equal(protocolOfHeadings(wanted, []), undefined);
  });

  it('has ids whatever the titles', () => {
    assert.equal(idOfTitle('Émotions & pensées', new Set()), 'emotions-pensees');
    assert.equal(idOfTitle('目標', new Set(['part'])), 'part-2');
    assert.equal(idOfTitle('2. Plan', new Set(['plan'])), 'plan-2');
  });

  it('of any headings is one without fault', () => {
    const line = fc
      .tuple(fc.constantFrom('#', '##', '###'), fc.string({ maxLength: 12 }))
      .map(([marks, words]) => `${marks} ${words}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), lines => {
        const headings = parseOutline(lines.join('\n')).blocks.filter(block => block.kind === 'heading');
        const text = protocolOfHeadings(wanted, headings);
        if (text === undefined) return;
        const { faults } = loadWorkspaceProtocols([{ path: 'x', text }]);
        assert.deepEqual([...faults.values()], [], text);
      }),
    );
  });
});

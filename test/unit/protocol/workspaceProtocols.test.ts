import assert from 'node:assert/strict';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { loadWorkspaceProtocols, type ProtocolFile } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { type FaultText, faultTexts } from './faultText';

function files(texts: Readonly<Record<string, string>>): readonly ProtocolFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

function faultsOf(texts: Readonly<Record<string, string>>): Readonly<Record<string, readonly FaultText[]>> {
  const { faults } = loadWorkspaceProtocols(files(texts));
  return Object.fromEntries([...faults].map(([path, found]) => [path, faultTexts(texts[path] ?? '', found)]));
}

const brief = 'id: brief\ntitle: { en: Brief }\nstages: [{ id: only, title: { en: Only } }]\n';

describe("a workspace's protocols", () => {
  it('stand beside the built-in ones', () => {
    const { set, faults } = loadWorkspaceProtocols(files({ 'brief.yaml': brief }));
    assert.deepEqual(set.ids, [...builtinProtocols().map(({ protocol }) => protocol.id), 'brief']);
    assert.equal(set.get('brief')?.matchStage('1. only')?.term.id, 'only');
    assert.equal(faults.size, 0);
  });

  it('without files are the built-in ones', () => {
    assert.ok(loadWorkspaceProtocols([]).set.get('four-stage'));
  });

  it('replace a built-in one with the same id', () => {
    const { set } = loadWorkspaceProtocols(
      files({ 'own.yaml': brief.replace('id: brief', 'id: four-stage') }),
    );
    assert.deepEqual(
      set.ids,
      builtinProtocols().map(({ protocol }) => protocol.id),
    );
    assert.deepEqual(
      set.get('four-stage')?.protocol.stages.map(({ id }) => id),
      ['only'],
    );
  });

  it('leave the built-in one in place where they are broken', () => {
    const { set } = loadWorkspaceProtocols(files({ 'own.yaml': 'id: four-stage\ntitle: "' }));
    assert.equal(set.get('four-stage')?.protocol.stages.length, 5);
  });

  it('with the id of another file are faults, and the first file stands', () => {
    const texts = { '/x/a.yaml': brief, '/x/b.yaml': brief.replace('Brief', 'Other') };
    assert.deepEqual(faultsOf(texts), {
      '/x/b.yaml': [['protocol.id-taken', { id: 'brief', file: 'a.yaml' }, 'brief']],
    });
    assert.equal(loadWorkspaceProtocols(files(texts)).set.get('brief')?.protocol.title['en'], 'Brief');
  });

  it('are as typed before that is saved, and as before where what is typed makes none', () => {
    const typed = (text: string) => {
      const longer = 'id: longer\nextends: brief\ntitle: { en: Longer }\n';
      const all = [
        { path: 'a.yaml', text: longer },
        { path: 'b.yaml', text, before: brief },
      ];
      const { set, faults } = loadWorkspaceProtocols(all);
      const title = set.get('longer')?.protocol.stages[0]?.title['en'];
      return [
        title,
        ...[...faults].map(([path, found]) => [path, ...found.map(({ message }) => message.key)]),
      ];
    };
    assert.deepEqual(typed(brief.replace('Only', 'Other')), ['Other']);
    assert.deepEqual(typed(brief.replace('[{', '[[{')).slice(0, 1), ['Only']);
    assert.deepEqual(typed(brief.replace('[{', '[[{')).slice(1).flat()[0], 'b.yaml');
    assert.deepEqual(typed('id: brief\n'), ['Only', ['b.yaml', 'schema.missing-key']]);
    assert.deepEqual(typed(''), ['Only', ['b.yaml', 'protocol.empty']]);
  });

  it('may start from one in a later file', () => {
    const texts = { 'a.yaml': 'id: longer\nextends: brief\ntitle: { en: Longer }\n', 'b.yaml': brief };
    const { set, faults } = loadWorkspaceProtocols(files(texts));
    assert.equal(faults.size, 0);
    assert.equal(set.get('longer')?.protocol.title['en'], 'Longer');
    assert.ok(set.get('longer')?.matchStage('Only'));
  });

  it('that start from themselves, directly or in a ring, are faults', () => {
    assert.deepEqual(faultsOf({ 'a.yaml': 'id: a\nextends: a\n' }), {
      'a.yaml': [['protocol.extends-cycle', { id: 'a' }, 'a']],
    });
    const ring = {
      'a.yaml': 'id: a\nextends: b\n',
      'b.yaml': 'id: b\nextends: c\n',
      'c.yaml': 'id: c\nextends: a\n',
    };
    assert.deepEqual(faultsOf(ring), {
      'a.yaml': [['protocol.extends-cycle', { id: 'b' }, 'b']],
      'b.yaml': [['protocol.extends-cycle', { id: 'c' }, 'c']],
      'c.yaml': [['protocol.extends-cycle', { id: 'a' }, 'a']],
    });
  });

  it('that start from what is not there or is broken are faults, with what else is wrong in them', () => {
    const texts = {
      'a.yaml': 'id: a\nextends: nowhere\ntitel: { en: A }\n',
      'b.yaml': 'id: b\nextends: c\n',
      'c.yaml': 'id: c\n',
    };
    assert.deepEqual(faultsOf(texts), {
      'a.yaml': [
        ['protocol.unknown-base', { id: 'nowhere' }, 'nowhere'],
        ['schema.unknown-key-near', { key: 'titel', near: 'title' }, 'titel'],
      ],
      'b.yaml': [['protocol.broken-base', { id: 'c' }, 'c']],
      'c.yaml': [['schema.missing-key', { key: 'title' }, 'c']],
    });
  });
});

describe('a protocol that starts from another', () => {
  const own = `id: four-stage
extends: four-stage
title: { en: Our way }
scope: case
synonyms: [[sekolah, madrasah]]
stages:
  - id: relationship
    aliases: { id: [Perkenalan] }
    required: false
    sections:
      - { id: quality, required: true }
      - { id: seating, title: { en: Seating, id: Tempat duduk } }
  - id: follow-up
    title: { en: Follow-up at the sekolah, id: Tindak lanjut }
codes:
  - { id: sympathy, color: "#123456" }
`;
  const { set, faults } = loadWorkspaceProtocols(files({ 'own.yaml': own }));
  const compiled = set.get('four-stage');
  const [relationship] = compiled?.protocol.stages ?? [];

  it('has no faults, though it leaves out what the other says', () => {
    assert.equal(faults.size, 0);
  });

  it('overrides what it names and keeps the rest', () => {
    assert.equal(compiled?.protocol.scope, 'case');
    assert.deepEqual(compiled.protocol.title, { en: 'Our way', id: 'Konseling empat tahap' });
    assert.equal(relationship?.required, false);
    assert.equal(relationship.goals.length, 8);
    assert.equal(compiled.protocol.codes.find(({ id }) => id === 'sympathy')?.color, '#123456');
  });

  it('joins things with the same id and adds new ones at the end', () => {
    assert.deepEqual(
      relationship?.sections.map(({ id, required }) => [id, required]),
      [
        ['counselor-goals', true],
        ['client-goals', true],
        ['quality', true],
        ['seating', true],
      ],
    );
    assert.equal(compiled?.protocol.stages.at(-1)?.id, 'follow-up');
  });

  it('adds to aliases and synonyms', () => {
    for (const title of ['Perkenalan', 'Membina hubungan', 'Rapport']) {
      assert.equal(compiled?.matchStage(title)?.term.id, 'relationship', title);
    }
    assert.equal(compiled?.matchStage('Follow-up at the madrasah')?.term.id, 'follow-up');
    assert.equal(compiled?.matchStage('Eksplorasi problem')?.term.id, 'exploration');
  });

  it('has faults where it clashes with the other, at its own words', () => {
    const text =
      'id: x\nextends: four-stage\nstages: [{ id: rapport, title: { en: Rapport, id: Kedekatan } }]\n';
    assert.deepEqual(faultsOf({ 'x.yaml': text }), {
      'x.yaml': [
        [
          'protocol.same-stage-title',
          { title: 'Rapport', first: 'relationship', second: 'rapport' },
          'Rapport',
        ],
      ],
    });
  });

  it('takes out what it removes by id, at any depth', () => {
    const text = `id: short
extends: four-stage
fields: [{ id: counselor, remove: true }]
stages:
  - { id: exploration, remove: true }
  - id: relationship
    goals: [{ id: positive-relationship, remove: true }]
  - id: closing
    sections:
      - id: decision
        choices: [{ id: reduced, remove: true }]
`;
    const short = loadWorkspaceProtocols(files({ 'short.yaml': text }));
    assert.equal(short.faults.size, 0);
    const protocol = short.set.get('short')?.protocol;
    const stageIds = protocol?.stages.map(({ id }) => id);
    assert.deepEqual(stageIds, ['relationship', 'planning', 'closing', 'risk']);
    assert.ok(!protocol?.fields.some(({ id }) => id === 'counselor'));
    assert.equal(protocol?.stages[0]?.goals.length, 7);
    const decision = protocol?.stages.at(-2)?.sections.find(({ id }) => id === 'decision');
    const choices = decision?.choices.map(({ id }) => id);
    assert.deepEqual(choices, ['resolved', 'continued', 'changed', 'shortened', 'increased']);
  });

  it('has a fault where there is nothing to remove', () => {
    const text = 'id: x\nextends: four-stage\nstages: [{ id: planing, remove: true }]\n';
    assert.deepEqual(faultsOf({ 'x.yaml': text }), {
      'x.yaml': [['protocol.nothing-to-remove', { id: 'planing' }, 'true']],
    });
    const alone = `${brief}codes: [{ id: calm, remove: true }]\n`;
    assert.deepEqual(faultsOf({ 'y.yaml': alone }), {
      'y.yaml': [['protocol.nothing-to-remove', { id: 'calm' }, 'true']],
    });
  });

  it('needs an id of its own', () => {
    assert.deepEqual(faultsOf({ 'x.yaml': 'extends: four-stage\n' }), {
      'x.yaml': [['schema.missing-key', { key: 'id' }, 'four-stage']],
    });
  });
});

import assert from 'node:assert/strict';
import { builtinProtocol, builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { isAside, useOf } from '../../../src/core/protocol/schema';
import { faultTexts } from './faultText';

const head = 'id: own\ntitle: { en: Own }\n';

describe('parts that several formats share', () => {
  it('stand where a format includes them, less those in whose place it has its own', () => {
    const { protocol, faults } = loadProtocol(
      `${head}fields:\n  - { id: class, required: true }\n  - include: session-fields\nstages:\n  - include: risk\n  - { id: end, title: { en: End } }\n`,
    );
    assert.deepEqual(
      faults.filter(({ severity }) => severity !== 'warning'),
      [],
    );
    assert.deepEqual(
      protocol?.fields.map(({ id, required }) => [id, required]),
      [['class', true], ...['field', 'start', 'end', 'modality', 'diagnosis'].map(id => [id, false])],
    );
    assert.deepEqual(
      protocol?.stages.map(({ id, role }) => [id, role]),
      [
        ['risk', 'risk'],
        ['end', undefined],
      ],
    );
  });

  it('that nobody knows are told at their name', () => {
    const text = `${head}stages:\n  - include: rsk\n`;
    assert.deepEqual(faultTexts(text, loadProtocol(text).faults), [
      ['protocol.unknown-part', { id: 'rsk', known: 'risk, session-fields, measures' }, 'rsk'],
    ]);
  });

  it('are in every format for sessions: one place for risk, and the fields that a practice may ask for', () => {
    const sessions = builtinProtocols().filter(
      ({ protocol }) =>
        protocol.stages.length > 0 && useOf(protocol) === 'session' && protocol.id !== 'audit-us',
    );
    assert.ok(sessions.length > 14);
    for (const { protocol, fieldByKey } of sessions) {
      assert.equal(protocol.stages.filter(isAside).length, 1, protocol.id);
      assert.ok(
        protocol.stages.filter(isAside).every(({ required }) => !required),
        protocol.id,
      );
      assert.ok(
        protocol.fields.some(({ id }) => id === 'modality'),
        protocol.id,
      );
      assert.ok(fieldByKey);
    }
  });
});

describe('the former id of a format', () => {
  it('goes on meaning it', () => {
    assert.equal(builtinProtocol('mi-4')?.protocol.id, 'mi-processes');
    const { set } = loadWorkspaceProtocols([]);
    assert.equal(set.get('mi-4')?.protocol.id, 'mi-processes');
    assert.ok(!set.ids.includes('mi-4'));
  });
});

describe('measures', () => {
  const measures = (text: string) => loadProtocol(`${head}measures:\n${text}`);

  it('are shared by all built-in formats that have stages', () => {
    for (const { protocol } of builtinProtocols().filter(each => each.protocol.stages.length > 0)) {
      assert.deepEqual(
        protocol.measures.map(({ id, min, max }) => [id, min, max]),
        [
          ['phq9', 0, 27],
          ['gad7', 0, 21],
          ['who5', 0, 25],
          ['core10', 0, 40],
          ['suds', 0, 100],
        ],
        protocol.id,
      );
    }
  });

  it('may be changed where a format extends another', () => {
    const baseOf = () => builtinProtocol('dap')?.protocol ?? 'unknown';
    const text =
      'id: own\nextends: dap\ntitle: { en: Own, id: Punya }\nmeasures:\n  - { id: suds, max: 10 }\n';
    const { protocol, faults } = loadProtocol(text, { baseOf });
    assert.deepEqual(faults, []);
    assert.equal(protocol?.measures.find(({ id }) => id === 'suds')?.max, 10);
    assert.equal(protocol.measures.length, 5);
  });

  it('that no score fits, or with no number, are told and left out', () => {
    const empty = measures('  - { id: fear, title: { en: Fear }, min: 5, max: 5 }\n');
    assert.deepEqual(empty.protocol?.measures, []);
    assert.deepEqual(
      empty.faults.map(({ message }) => message),
      [{ key: 'protocol.empty-range', args: { min: 5 } }],
    );
    const words = measures('  - { id: fear, title: { en: Fear }, max: ten }\n');
    assert.deepEqual(
      words.faults.map(({ message }) => message.key),
      ['schema.not-a-number'],
    );
  });

  it('are known by id, title and alias, however these are joined', () => {
    const dap = builtinProtocol('dap');
    for (const name of ['phq9', 'PHQ-9', 'PHQ 9', 'phq_9', 'Skor PHQ-9'])
      assert.equal(dap?.measureByName(name)?.id, 'phq9', name);
    assert.equal(dap?.measureByName('phq'), undefined);
    assert.equal(dap?.measureByName('constructor'), undefined);
  });
});

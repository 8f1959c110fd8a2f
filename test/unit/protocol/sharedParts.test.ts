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
      ['protocol.unknown-part', { id: 'rsk', known: 'risk, session-fields' }, 'rsk'],
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

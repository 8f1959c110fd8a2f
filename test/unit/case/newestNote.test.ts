import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { type ChangeTarget, changeTarget, newestNote } from '../../../src/core/case/newestNote';
import { caseNote, mention, twoProtocols } from './caseBuilder';

function targetOf(text: string, ...notes: readonly CaseNote[]): ChangeTarget {
  const found = buildCase('a', notes, twoProtocols);
  const goal = found.goals.find(each => each.text === text);
  assert.ok(goal);
  return changeTarget(found, goal);
}

const first = caseNote('1.md', { session: 1, mentions: [mention('Walk'), mention('Talk')] });

describe('a change of a goal', () => {
  it('goes to its last mention in the newest note', () => {
    const last = mention('Walk', { line: 20 });
    const second = caseNote('2.md', { session: 2, mentions: [mention('Walk', { line: 12 }), last] });
    assert.deepEqual(targetOf('Walk', second, first), { kind: 'write', note: second, mention: last });
  });

  it('goes to the newest note by carrying the goal there, where that does not mention it', () => {
    const second = caseNote('2.md', { session: 2, mentions: [mention('Walk')] });
    assert.deepEqual(targetOf('Talk', first, second), { kind: 'carry', note: second });
  });

  it('is refused for a process goal that no note mentions', () => {
    const recorded = caseNote('1.md', { recordedStages: ['start'] });
    assert.deepEqual(targetOf('Trust each other', recorded), {
      kind: 'refused',
      reason: { key: 'goal.change-refused.never-mentioned' },
    });
  });

  it('passes over transcripts and process notes, which are never the newest note', () => {
    const transcript = caseNote('t.md', { session: 1, kind: 'transcript', date: '2026-02-01' });
    const reflection = caseNote('z.md', { kind: 'process' });
    assert.equal(targetOf('Walk', first, transcript, reflection).kind, 'write');
    assert.equal(newestNote(buildCase('a', [transcript], twoProtocols)), undefined);
  });
});

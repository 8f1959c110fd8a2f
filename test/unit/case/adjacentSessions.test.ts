import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { adjacentSessions } from '../../../src/core/case/adjacentSessions';
import { buildCase } from '../../../src/core/case/buildCase';
import { caseNote, twoProtocols } from './caseBuilder';

const shared = caseNote('2.md', { session: 2 });
const apart = caseNote('3-a.md', { session: 3 });
const together = caseNote('3.md', { session: 3 });

function beside(direction: 1 | -1, ...notes: readonly (readonly ReturnType<typeof caseNote>[])[]) {
  const cases = notes.map((of, at) => ({
    ...buildCase('ab'[at] ?? '', of, twoProtocols),
    client: 'AB'[at] ?? '',
  }));
  return adjacentSessions(cases, shared.path, direction).map(({ note, clients }) => [note.path, ...clients]);
}

describe('the sessions beside a note of several clients', () => {
  it('are those of each client, so that nobody is sent into the wrong case', () => {
    assert.deepEqual(beside(1, [shared, apart], [shared, together]), [
      ['3-a.md', 'A'],
      ['3.md', 'B'],
    ]);
  });

  it('are one where the cases go on together', () => {
    assert.deepEqual(beside(1, [shared, together], [shared, together]), [['3.md', 'A', 'B']]);
  });

  it('are only of the clients whose cases go on', () => {
    assert.deepEqual(beside(1, [shared], [shared, together]), [['3.md', 'B']]);
    assert.deepEqual(beside(-1, [shared], [shared, together]), []);
  });
});

import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import {
  noSession,
  ofClient,
  ofNumber,
  onDay,
  type SessionOf,
} from '../../../src/extension/exchange/sessionOf';
import { caseNote, twoProtocols } from '../case/caseBuilder';

describe('the session that a transcript is of', () => {
  const note = caseNote('1.md', { session: 2, date: '2026-11-02' });
  const cases = [buildCase('a', [note], twoProtocols)];
  const fromFile: SessionOf = { ...noSession, date: '2026-11-09', dateFrom: 'file' };

  it('keeps its number where the client is said after it', () => {
    const of = ofClient(ofNumber(noSession, 2, cases), 'B', cases);
    assert.deepEqual(of, { ...noSession, client: 'B', session: 2 });
  });

  it('has the day of the note that is of it, in whatever order client and number are said', () => {
    const expected = { client: 'A', session: 2, date: '2026-11-02', dateFrom: 'note' };
    assert.deepEqual(ofClient(ofNumber(fromFile, 2, cases), 'A', cases), expected);
    assert.deepEqual(ofNumber(ofClient(fromFile, 'A', cases), 2, cases), expected);
  });

  it('has no day of a note that is not of it any more', () => {
    const of = ofNumber(ofClient(noSession, 'A', cases), 2, cases);
    assert.equal(ofNumber(of, 3, cases).date, undefined);
    assert.equal(ofClient(of, 'B', cases).date, undefined);
  });

  it('has the day of the file, and above all that which the user says', () => {
    assert.equal(ofClient(fromFile, 'B', cases).date, '2026-11-09');
    const said = onDay(fromFile, '2026-11-10');
    assert.equal(ofNumber(ofClient(said, 'A', cases), 2, cases).date, '2026-11-10');
    assert.deepEqual(onDay(fromFile, undefined), noSession);
  });
});

import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { appointmentFrom, nextSessionDate } from '../../../src/core/case/nextSessionDate';
import { caseNote, twoProtocols } from './caseBuilder';

const today = '2026-03-10';

function nextOf(...notes: readonly CaseNote[]): string {
  return nextSessionDate(buildCase('a', notes, twoProtocols), today);
}

function sessionsOn(...dates: readonly (string | undefined)[]): readonly CaseNote[] {
  return dates.map((date, at) => caseNote(`${at}.md`, { date }));
}

describe('the next session', () => {
  it('is expected after the last one by the usual interval, whatever its exceptions', () => {
    assert.equal(nextOf(...sessionsOn('2026-02-01', '2026-02-15', '2026-03-01')), '2026-03-15');
    assert.equal(nextOf(...sessionsOn('2025-06-01', '2026-02-15', '2026-03-01', '2026-03-08')), '2026-03-22');
    assert.equal(nextOf(...sessionsOn('2026-02-09', '2026-02-16', '2026-03-02', '2026-03-09')), '2026-03-16');
    assert.equal(nextOf(...sessionsOn('2026-03-01', '2026-03-01', '2026-03-08')), '2026-03-15');
  });

  it('is expected after the shorter of two intervals that are as usual', () => {
    assert.equal(nextOf(...sessionsOn('2026-02-15', '2026-02-22', '2026-03-08')), '2026-03-15');
  });

  it('is expected a week after the only one, and within a week where no date is known', () => {
    assert.equal(nextOf(...sessionsOn('2026-03-08')), '2026-03-15');
    assert.equal(nextOf(...sessionsOn(undefined)), '2026-03-17');
  });

  it('is expected today where it should have been', () => {
    assert.equal(nextOf(...sessionsOn('2026-01-01', '2026-01-08')), today);
  });

  it('is on the day of a note that was begun for it', () => {
    assert.equal(nextOf(...sessionsOn('2026-03-01', '2026-03-30', '2026-04-30')), '2026-03-30');
    assert.equal(nextOf(...sessionsOn('2026-03-01', today)), today);
    const cancelled = caseNote('c.md', { date: '2026-03-12', attendance: 'cancelled' });
    assert.equal(nextOf(...sessionsOn('2026-03-08'), cancelled), '2026-03-15');
  });
});

describe('an appointment', () => {
  it('is a day that the notes say, never one that is only usual', () => {
    const known = buildCase('a', sessionsOn('2026-03-01', '2026-03-08', '2026-03-30'), twoProtocols);
    const usual = buildCase('a', sessionsOn('2026-02-22', '2026-03-01', '2026-03-08'), twoProtocols);
    assert.deepEqual(
      [appointmentFrom(known, today), appointmentFrom(usual, today)],
      ['2026-03-30', undefined],
    );
  });
});

import assert from 'node:assert/strict';
import { dayPlace } from '../../../src/core/progress/dayPlace';

describe('where a due date stands among the sessions', () => {
  const sessions = [{ date: '2026-03-02' }, { date: undefined }, { date: '2026-03-12' }];

  it('is at the session of that day, and between two by the days between them', () => {
    assert.equal(dayPlace('2026-03-02', sessions), 0);
    assert.equal(dayPlace('2026-03-07', sessions), 1);
    assert.equal(dayPlace('2026-03-12', sessions), 2);
  });

  it('is half a column before the first session and behind the last', () => {
    assert.equal(dayPlace('2025-01-01', sessions), -0.5);
    assert.equal(dayPlace('2027-01-01', sessions), 2.5);
  });

  it('is nowhere where no session has a date', () => {
    assert.equal(dayPlace('2026-03-02', [{ date: undefined }]), undefined);
  });
});

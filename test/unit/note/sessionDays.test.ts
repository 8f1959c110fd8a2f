import assert from 'node:assert/strict';
import { sessionDays, typedSessionDays } from '../../../src/core/note/sessionDays';

/** A Friday. */
const today = '2026-01-16';

describe('the days that a session may have been on', () => {
  it('are today and the six days before', () => {
    assert.deepEqual(sessionDays('2026-03-02').slice(0, 3), ['2026-03-02', '2026-03-01', '2026-02-28']);
    assert.equal(sessionDays(today).at(-1), '2026-01-10');
  });

  it('are read from what is typed in any usual form, what has been before what is to come', () => {
    const firsts: readonly (readonly [string, string])[] = [
      ['2025-12-05', '2025-12-05'],
      ['5 Des', '2025-12-05'],
      ['Dec 5th', '2025-12-05'],
      ['5/12/2025', '2025-12-05'],
      ['tuesday', '2026-01-13'],
      ['Selasa', '2026-01-13'],
      ['Selasa lalu', '2026-01-13'],
      ['friday', today],
      ['last Friday', '2026-01-09'],
      ['yesterday', '2026-01-15'],
      ['kemarin', '2026-01-15'],
      ['hari ini', today],
      ['16 Jan', today],
      ['next Monday', '2026-01-19'],
    ];
    for (const [typed, day] of firsts) assert.equal(typedSessionDays(typed, today, 'id')[0], day, typed);
    assert.deepEqual(typedSessionDays('monday', today, 'en').slice(0, 2), ['2026-01-12', '2026-01-19']);
    assert.deepEqual(typedSessionDays('nonsense', today, 'en'), []);
  });
});

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
      ['3 hari lalu', '2026-01-13'],
      ['3 hari yang lalu', '2026-01-13'],
      ['dua hari lalu', '2026-01-14'],
      ['2 days ago', '2026-01-14'],
      ['a week ago', '2026-01-09'],
      ['seminggu lalu', '2026-01-09'],
      ['last week', '2026-01-09'],
      ['minggu lalu', '2026-01-09'],
      ['bulan lalu', '2025-12-16'],
      ['Selasa yang lalu', '2026-01-13'],
      ['tgl 12', '2026-01-12'],
      ['tanggal 23', '2025-12-23'],
      ['the 31st', '2025-12-31'],
      ['rabu 14 januari', '2026-01-14'],
      ['Rabu, 14 Jan', '2026-01-14'],
      ['Wednesday January 14th', '2026-01-14'],
      ['next Monday', '2026-01-19'],
    ];
    for (const [typed, day] of firsts) assert.equal(typedSessionDays(typed, today, 'id')[0], day, typed);
    assert.deepEqual(typedSessionDays('monday', today, 'en').slice(0, 2), ['2026-01-12', '2026-01-19']);
    // A week, or the Sunday that was yesterday.
    assert.deepEqual(typedSessionDays('minggu lalu', '2026-01-12', 'id').slice(0, 2), [
      '2026-01-05',
      '2026-01-11',
    ]);
    assert.deepEqual(typedSessionDays('kamis 14 januari', today, 'id').slice(0, 2), [
      '2026-01-14',
      '2026-01-15',
    ]);
    assert.deepEqual(typedSessionDays('tgl 32', today, 'id'), []);
    assert.deepEqual(typedSessionDays('nonsense', today, 'en'), []);
  });
});

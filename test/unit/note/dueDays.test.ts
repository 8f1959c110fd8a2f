import assert from 'node:assert/strict';
import { dueDays, typedDays } from '../../../src/core/note/dueDays';

const today = '2026-01-31';

describe('the days that something may be due', () => {
  it('are the next appointment, if it is to come, a week, two weeks and a month ahead', () => {
    const ahead = ['2026-02-07', '2026-02-14', '2026-02-28'];
    assert.deepEqual(
      dueDays(today, undefined).map(({ date }) => date),
      ahead,
    );
    assert.deepEqual(
      dueDays(today, '2026-02-03').map(({ date }) => date),
      ['2026-02-03', ...ahead],
    );
    assert.deepEqual(
      dueDays(today, today).map(({ date }) => date),
      ahead,
    );
  });

  it('are read from what is typed in any usual form', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['2026-03-05', ['2026-03-05']],
      ['5 Maret 2026', ['2026-03-05']],
      ['March 5', ['2026-03-05']],
      ['besok', ['2026-02-01']],
      ['in two weeks', ['2026-02-14']],
      ['3 minggu lagi', ['2026-02-21']],
      ['nonsense', []],
      ['', []],
    ];
    for (const [typed, days] of cases) assert.deepEqual(typedDays(typed, today, 'en'), days, typed);
    assert.deepEqual(typedDays('Kamis, 12 Januari 2026', today, 'en'), ['2026-01-12', '2026-01-15']);
    assert.deepEqual(typedDays('19/2/26', today, 'en'), ['2026-02-19']);
    assert.deepEqual(typedDays('3/4/2026', today, 'en'), ['2026-04-03', '2026-03-04']);
    assert.deepEqual(typedDays('3/4/2026', today, 'id'), ['2026-04-03']);
  });
});

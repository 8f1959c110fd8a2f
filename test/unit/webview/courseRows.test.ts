import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { type CaseProgress, caseProgress } from '../../../src/core/progress/caseProgress';
import { setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { courseRows, gasSpots, sessionSpots } from '../../../src/webview/progress/courseRows';
import { clientName, countsOf } from '../../../src/webview/progress/texts';
import { caseNote, mention, twoProtocols } from '../case/caseBuilder';

/** As the page is told it. */
function progressOf(...notes: readonly CaseNote[]): CaseProgress {
  return JSON.parse(JSON.stringify(caseProgress(buildCase('a', notes, twoProtocols), twoProtocols)));
}

const course = progressOf(
  caseNote('1.md', { session: 1, date: '2026-01-01', recordedStages: ['middle'] }),
  caseNote('2.md', {
    session: 2,
    date: '2026-01-08',
    recordedStages: ['middle'],
    mentions: [mention('Walk', { stage: 'middle', due: '2026-02-01', gas: -1, status: 'in-progress' })],
  }),
  caseNote('3.md', { session: 3, date: '2026-01-15', attendance: 'no-show' }),
  caseNote('4.md', { date: '2026-01-20', contact: 'parent', draft: true }),
);

describe('Rows of the course of a case', () => {
  afterEach(() => setInterfaceLanguage('en'));

  it('are the stages, each followed by its goals', () => {
    assert.deepEqual(
      courseRows(course).map(({ kind, label }) => `${kind} ${label}`),
      [
        'stage Start',
        'goal Trust each other',
        'goal Agree on the way',
        'stage Middle',
        'goal Walk',
        'goal Rest',
        'stage End',
      ],
    );
  });

  it('say at every session what it says of the row, and lead there', () => {
    const rows = courseRows(course);
    const stage = rows.find(({ label }) => label === 'Middle');
    assert.deepEqual(
      stage?.spots.map(({ words, target }) => [words, target]),
      [
        ['recorded', { path: '1.md', stage: 'middle' }],
        ['recorded', { path: '2.md', stage: 'middle' }],
        ['not recorded', undefined],
        ['not recorded', undefined],
      ],
    );
    const goal = rows.find(({ label }) => label === 'Walk');
    const there = { path: '2.md', offset: 106 };
    assert.deepEqual(
      goal?.spots.map(({ words, target }) => [words, target]),
      [
        ['not set yet', undefined],
        ['In progress · attainment \u22121', there],
        ['In progress, as before', there],
        ['In progress, as before', there],
      ],
    );
    assert.deepEqual(goal?.facts, ['Goal', 'In progress', 'due 2026-02-01']);
  });

  it('have a heading for each session that tells what it was', () => {
    assert.deepEqual(
      sessionSpots(course.sessions).map(({ words }) => words),
      [
        'Session 1 · 2026-01-01',
        'Session 2 · 2026-01-08',
        'Session 3 · 2026-01-15 · did not come',
        '2026-01-20 · meeting with parents · draft',
      ],
    );
  });

  it('tell the T-score where a session gives a level', () => {
    assert.deepEqual(
      gasSpots(course).map(({ words, details }) => [words, details]),
      [
        ['not rated', []],
        ['T-score 40.0, goals rated: 1', ['\u22121 Walk']],
        ['not rated', []],
        ['not rated', []],
      ],
    );
  });

  it('speak Indonesian, with its titles and its decimal comma', () => {
    setInterfaceLanguage('id');
    assert.equal(sessionSpots(course.sessions)[2]?.words, 'Sesi 3 · 2026-01-15 · tidak hadir');
    assert.equal(gasSpots(course)[1]?.words, 'Skor T 40,0, tujuan yang dinilai: 1');
    assert.equal(countsOf(course), 'Sesi: 2 · terbuka: 1');
  });

  it('name the stage by its id where its protocol is gone, and a case without client', () => {
    const gone = progressOf(caseNote('1.md', { protocol: 'gone', recordedStages: ['old'] }));
    assert.deepEqual(
      courseRows(gone).map(({ label }) => label),
      ['old'],
    );
    assert.equal(clientName({ ...gone, client: '' }), 'No client');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseMention, CaseNote } from '../../../src/core/case/caseNote';
import { caseKeys } from '../../../src/core/case/clientKey';
import { stageKey } from '../../../src/core/case/goalKey';
import { type CaseProgress, caseProgress } from '../../../src/core/progress/caseProgress';
import { standings } from '../../../src/core/progress/goalMarks';
import { caseNote, caseNoteLists, mention, twoProtocols } from '../case/caseBuilder';

function progressOf(...notes: readonly CaseNote[]): CaseProgress {
  return caseProgress(buildCase('a', notes, twoProtocols), twoProtocols);
}

/** The status of the goal with this text after each session; in brackets where it stands as before. */
function course(progress: CaseProgress, text: string): readonly string[] {
  const goal = progress.goals.find(each => each.text === text);
  assert.ok(goal !== undefined, `no goal ${text}`);
  return standings(goal.marks, progress.sessions.length).map(standing => {
    if (standing === undefined) return '';
    return standing.mentioned ? standing.status : `(${standing.status})`;
  });
}

describe('Case Progress: sessions', () => {
  it('stand in case order with number, date and what kept them from taking place', () => {
    const progress = progressOf(
      caseNote('late.md', { date: '2026-02-10', contact: 'parent' }),
      caseNote('2.md', { session: 2, date: '2026-02-01', attendance: 'no-show' }),
      caseNote('1.md', { session: 1, date: '2026-01-01', draft: true }),
    );
    assert.deepEqual(progress.sessions, [
      {
        session: 1,
        date: '2026-01-01',
        attendance: 'attended',
        contact: undefined,
        draft: true,
        held: true,
        path: '1.md',
      },
      {
        session: 2,
        date: '2026-02-01',
        attendance: 'no-show',
        contact: undefined,
        draft: false,
        held: false,
        path: '2.md',
      },
      {
        session: undefined,
        date: '2026-02-10',
        attendance: 'attended',
        contact: 'parent',
        draft: false,
        held: false,
        path: 'late.md',
      },
    ]);
  });

  it('leave out transcripts and process notes', () => {
    const progress = progressOf(
      caseNote('1.md', { session: 1 }),
      caseNote('1-transcript.md', { session: 1, kind: 'transcript' }),
      caseNote('1-process.md', { session: 1, kind: 'process' }),
    );
    assert.deepEqual(
      progress.sessions.map(({ path }) => path),
      ['1.md'],
    );
  });

  it('take sync copies as one', () => {
    const same = { session: 1, date: '2026-01-01' };
    const progress = progressOf(
      caseNote('a.md', { ...same, recordedStages: ['start'], mentions: [mention('Walk')] }),
      caseNote('b.md', {
        ...same,
        recordedStages: ['start', 'end'],
        mentions: [mention('Walk', { status: 'achieved' })],
      }),
    );
    assert.equal(progress.sessions.length, 1);
    assert.equal(progress.sessions[0]?.path, 'b.md');
    assert.deepEqual(course(progress, 'Walk'), ['achieved']);
    assert.deepEqual(
      progress.stages.map(({ recordedIn }) => recordedIn),
      [[0], [], [0]],
    );
  });
});

describe('Case Progress: stages', () => {
  it('are those of every protocol of the case, with the sessions that record them', () => {
    const progress = progressOf(
      caseNote('1.md', { session: 1, recordedStages: ['start'] }),
      caseNote('2.md', { session: 2, recordedStages: ['middle', 'start'] }),
      caseNote('3.md', { session: 3, protocol: 'swim', recordedStages: ['end'] }),
    );
    assert.deepEqual(
      progress.stages.map(({ protocol, stage, recordedIn }) => [`${protocol}/${stage}`, recordedIn]),
      [
        ['walk/start', [0, 1]],
        ['walk/middle', [1]],
        ['walk/end', []],
        ['swim/dive', []],
        ['swim/end', [2]],
      ],
    );
    assert.deepEqual(progress.stages[0]?.title, { en: 'Start' });
  });

  it('keep a place for goals whose protocol is gone', () => {
    const progress = progressOf(
      caseNote('1.md', { protocol: 'gone', recordedStages: ['old'], mentions: [mention('Walk')] }),
    );
    assert.deepEqual(progress.stages, [
      { protocol: 'gone', stage: 'old', title: {}, recordedIn: [0] },
      { protocol: 'gone', stage: 'start', title: {}, recordedIn: [] },
    ]);
  });
});

describe('Case Progress: goals', () => {
  it('stand as before in sessions that do not mention them, and nowhere before the first mention', () => {
    const progress = progressOf(
      caseNote('1.md', { session: 1 }),
      caseNote('2.md', { session: 2, mentions: [mention('Walk')] }),
      caseNote('3.md', { session: 3 }),
      caseNote('4.md', { session: 4, mentions: [mention('Walk', { status: 'in-progress' })] }),
      caseNote('5.md', { session: 5, mentions: [mention('Walk', { status: 'achieved' })] }),
      caseNote('6.md', { session: 6 }),
    );
    assert.deepEqual(course(progress, 'Walk'), [
      '',
      'open',
      '(open)',
      'in-progress',
      'achieved',
      '(achieved)',
    ]);
  });

  it('keep their status where a marker means nothing', () => {
    const progress = progressOf(
      caseNote('1.md', { session: 1, mentions: [mention('Walk', { status: 'on-hold' })] }),
      caseNote('2.md', { session: 2, mentions: [mention('Walk', { status: undefined, marker: '?' })] }),
    );
    assert.deepEqual(course(progress, 'Walk'), ['on-hold', 'on-hold']);
  });

  it('take the last of several mentions in a session, and lead to it', () => {
    const at = (start: number, { place, ...walk }: CaseMention): CaseMention => ({
      ...walk,
      place: { ...place, start, end: start + 4 },
    });
    const progress = progressOf(
      caseNote('1.md', {
        session: 1,
        mentions: [at(10, mention('Walk', { gas: -1 })), at(99, mention('Walk', { status: 'achieved' }))],
      }),
    );
    const goal = progress.goals.find(({ text }) => text === 'Walk');
    assert.deepEqual(goal?.marks, [
      { column: 0, status: 'achieved', carried: false, gas: -1, path: '1.md', offset: 99 },
    ]);
  });

  it('that are not started have no marks', () => {
    const progress = progressOf(caseNote('1.md', { session: 1, recordedStages: ['start'] }));
    assert.deepEqual(
      progress.goals.map(({ text, status, process, marks }) => ({ text, status, process, marks })),
      [
        { text: 'Trust each other', status: 'not-started', process: true, marks: [] },
        { text: 'Agree on the way', status: 'not-started', process: true, marks: [] },
      ],
    );
  });
});

describe('Case Progress: any case', () => {
  const cases = caseNoteLists.map(notes => notes.filter(({ clients }) => caseKeys(clients).includes('a')));

  it('does not depend on the order in which the notes are read', () => {
    const shuffled = cases.chain(notes =>
      fc.tuple(fc.constant(notes), fc.shuffledSubarray([...notes], { minLength: notes.length })),
    );
    fc.assert(
      fc.property(shuffled, ([notes, others]) => {
        assert.deepEqual(progressOf(...others), progressOf(...notes));
      }),
    );
  });

  it('ends each goal with the status that the case has for it, in a stage that is there', () => {
    fc.assert(
      fc.property(cases, notes => {
        const progress = progressOf(...notes);
        const stages = new Set(progress.stages.map(({ protocol, stage }) => stageKey(protocol, stage)));
        for (const { marks, status, protocol, stage } of progress.goals) {
          assert.equal(standings(marks, progress.sessions.length).at(-1)?.status ?? 'not-started', status);
          assert.ok(stages.has(stageKey(protocol, stage)));
        }
      }),
    );
  });

  it('goes through JSON without loss', () => {
    fc.assert(
      fc.property(cases, notes => {
        const progress = progressOf(...notes);
        const carried: unknown = JSON.parse(JSON.stringify(progress));
        assert.equal(JSON.stringify(carried), JSON.stringify(progress));
        assert.doesNotMatch(JSON.stringify(progress), /null/);
      }),
    );
  });
});

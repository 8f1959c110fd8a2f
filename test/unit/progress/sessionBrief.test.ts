import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { type SessionBrief, sessionBrief } from '../../../src/core/progress/sessionBrief';
import { caseNote, mention, twoProtocols } from '../case/caseBuilder';

const today = '2026-03-01';

function briefOf(...notes: readonly CaseNote[]): SessionBrief {
  return sessionBrief(buildCase('a', notes, twoProtocols), twoProtocols, today, 1);
}

describe('Session Brief', () => {
  it('lists open goals with the overdue ones first, then the oldest', () => {
    const brief = briefOf(
      caseNote('1.md', { session: 1, mentions: [mention('Old'), mention('Done', { status: 'achieved' })] }),
      caseNote('2.md', { session: 2, mentions: [mention('Newer'), mention('Late', { due: '2026-02-28' })] }),
      caseNote('3.md', { session: 3, mentions: [mention('Newest', { due: today })] }),
    );
    assert.deepEqual(
      brief.goals.map(({ goal, pressure }) => [goal.text, goal.age, pressure]),
      [
        ['Late', 1, 'overdue'],
        ['Old', 2, 'stale'],
        ['Newer', 1, undefined],
        ['Newest', 0, undefined],
      ],
    );
  });

  it('lists open actions by due date, those without one last', () => {
    const action = (text: string, due?: string) => mention(text, { kind: 'action', due, stage: 'end' });
    const brief = briefOf(
      caseNote('1.md', {
        mentions: [
          action('Some time'),
          action('Later', '2026-04-01'),
          action('Now', '2026-02-01'),
          action('Soon', '2026-03-08'),
        ],
      }),
    );
    assert.deepEqual(
      brief.actions.map(({ goal, pressure }) => [goal.text, pressure]),
      [
        ['Now', 'overdue'],
        ['Soon', 'due-soon'],
        ['Later', undefined],
        ['Some time', undefined],
      ],
    );
  });

  it('counts process goals instead of listing them', () => {
    const own = mention('Trust each other', { protocolGoal: 'trust', status: 'achieved' });
    const brief = briefOf(caseNote('1.md', { recordedStages: ['start'], mentions: [own] }));
    assert.deepEqual(brief.process, { done: 1, total: 2 });
    assert.deepEqual(brief.goals, []);
  });

  it('tells which sessions reached each stage', () => {
    const brief = briefOf(
      caseNote('1.md', { session: 1, recordedStages: ['start'] }),
      caseNote('2.md', { session: 2, recordedStages: ['start', 'middle'] }),
    );
    assert.deepEqual(
      brief.stages.map(({ stage, recordedIn }) => [stage, recordedIn.map(({ session }) => session)]),
      [
        ['start', [1, 2]],
        ['middle', [2]],
        ['end', []],
      ],
    );
  });

  it('counts no session that nobody has written of yet', () => {
    const brief = briefOf(
      caseNote('1.md', { session: 1 }),
      caseNote('2.md', { session: 2, draft: true }),
      caseNote('3.md', { session: 3, draft: true, isUnwritten: true }),
    );
    assert.equal(brief.sessions, 2);
    assert.equal(brief.newest?.path, '3.md');
  });

  it('takes the plan from the last note that has one', () => {
    const brief = briefOf(
      caseNote('1.md', { session: 1, hasPlan: true }),
      caseNote('2.md', { session: 2, hasPlan: true }),
      caseNote('3.md', { session: 3 }),
    );
    assert.equal(brief.planNote?.path, '2.md');
  });

  it('takes the decision from the last note that names one, though later notes name none', () => {
    const brief = briefOf(
      caseNote('1.md', { session: 1, choices: ['continued'] }),
      caseNote('2.md', { session: 2, choices: ['reduced'] }),
      caseNote('3.md', { session: 3 }),
    );
    assert.equal(brief.decisionNote?.path, '2.md');
    assert.equal(brief.newest?.path, '3.md');
    assert.equal(brief.planNote, undefined);
  });
});

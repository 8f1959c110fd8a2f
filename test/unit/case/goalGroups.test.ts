import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Case, isOpen } from '../../../src/core/case/case';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import type { CaseNote } from '../../../src/core/case/caseNote';
import {
  type ClientGroup,
  type GoalGroup,
  type GoalGrouping,
  groupGoals,
  type ProcessGroup,
} from '../../../src/core/case/goalGroups';
import {
  counselorOf,
  countOverdue,
  type GoalEntry,
  type GoalFilter,
  goalEntries,
  processProgress,
} from '../../../src/core/case/openGoals';
import { caseNote, caseNoteLists, mention, twoProtocols } from './caseBuilder';

const today = '2026-03-10';

function casesOf(...notes: readonly CaseNote[]): readonly Case[] {
  const index = new CaseIndex(twoProtocols);
  for (const note of notes) index.set(note);
  return index.cases();
}

function textsOf(entries: readonly GoalEntry[]): readonly string[] {
  return entries.map(({ goal }) => goal.text);
}

/** The groups that hold goals themselves: those of a client in its place. */
function leavesOf(group: GoalGroup): readonly Exclude<GoalGroup | ProcessGroup, ClientGroup>[] {
  return group.kind === 'client' ? group.groups : [group];
}

/** Each group as its key and the texts in it, those of a client by its own groups. */
function shapeOf(groups: readonly GoalGroup[]): unknown {
  return groups.map(group => {
    const leaves = leavesOf(group).map(({ key, entries }) => [key, textsOf(entries)]);
    return group.kind === 'client' ? [group.key, leaves] : leaves[0];
  });
}

function grouped(grouping: GoalGrouping, notes: readonly CaseNote[], filter: GoalFilter = {}): unknown {
  return shapeOf(groupGoals(casesOf(...notes), { grouping, filter, today }, twoProtocols));
}

const anna = caseNote('a.md', {
  clients: ['Anna'],
  counselor: 'RA',
  recordedStages: ['start'],
  mentions: [
    mention('Trust each other', { protocolGoal: 'trust', status: 'achieved' }),
    mention('Sleep early', { due: '2026-03-09' }),
    mention('Write a letter', { kind: 'action', stage: 'end', due: '2026-03-17' }),
    mention('Eat', { status: 'dropped' }),
  ],
});
const budi = caseNote('b.md', {
  clients: ['Budi'],
  counselor: 'dw',
  protocol: 'swim',
  mentions: [
    mention('Breathe', { stage: 'dive', protocolGoal: 'breathe', due: '2026-03-10', marker: '/' }),
    mention('Float', { stage: 'end', due: '2026-03-18' }),
    mention('Splash', { stage: 'dive', due: '2026-03-02' }),
  ],
});
const nobody = caseNote('c.md', { clients: [], mentions: [mention('Stray')] });
const closed = caseNote('d.md', { clients: ['Dewi'], closed: 'resolved', mentions: [mention('Left over')] });
const all = [nobody, budi, closed, anna];

describe('open goals grouped by client', () => {
  it('show the process goals, then what is open by stage; what has no client comes last', () => {
    assert.deepEqual(grouped('client', all), [
      [
        'anna',
        [
          ['process', ['Trust each other', 'Agree on the way']],
          ['walk/start', ['Sleep early']],
          ['walk/end', ['Write a letter']],
        ],
      ],
      [
        'budi',
        [
          ['process', ['Breathe']],
          ['swim/dive', ['Splash']],
          ['swim/end', ['Float']],
        ],
      ],
      ['', [['walk/start', ['Stray']]]],
    ]);
  });

  it('count what is open and how many process goals are achieved', () => {
    const groups = groupGoals(casesOf(...all), { grouping: 'client', filter: {}, today }, twoProtocols);
    assert.deepEqual(
      groups.map(group => group.kind === 'client' && [group.case.client, group.open]),
      [
        ['Anna', 2],
        ['Budi', 3],
        ['', 1],
      ],
    );
    const [first] = groups;
    const process = first?.kind === 'client' ? first.groups[0] : undefined;
    assert.ok(process?.kind === 'process');
    assert.deepEqual([process.done, process.total], [1, 2]);
  });

  it('leave out a client with nothing open and nothing left to start', () => {
    const done = caseNote('e.md', { mentions: [mention('Walk', { status: 'achieved' })] });
    assert.deepEqual(grouped('client', [done]), []);
    const waiting = caseNote('e.md', { recordedStages: ['start'] });
    assert.deepEqual(grouped('client', [waiting]), [
      ['a', [['process', ['Trust each other', 'Agree on the way']]]],
    ]);
  });
});

describe('open goals grouped by stage', () => {
  it('stand in the order of the protocols over all clients, what is overdue first, those not started apart', () => {
    assert.deepEqual(grouped('stage', all), [
      ['walk/start', ['Sleep early', 'Stray']],
      ['walk/end', ['Write a letter']],
      ['swim/dive', ['Splash', 'Breathe']],
      ['swim/end', ['Float']],
      ['not-started', ['Agree on the way']],
    ]);
  });
});

describe('open goals grouped by due date', () => {
  it('stand by when they are due, the earliest first', () => {
    assert.deepEqual(grouped('due', all), [
      ['overdue', ['Splash', 'Sleep early']],
      ['today', ['Breathe']],
      ['week', ['Write a letter']],
      ['later', ['Float']],
      ['none', ['Stray']],
      ['not-started', ['Agree on the way']],
    ]);
  });

  it('count seven days across the end of a month and a leap day', () => {
    const note = caseNote('n.md', {
      mentions: [mention('in', { due: '2028-03-03' }), mention('out', { due: '2028-03-04' })],
    });
    const view = { grouping: 'due', filter: {}, today: '2028-02-25' } as const;
    assert.deepEqual(shapeOf(groupGoals(casesOf(note), view, twoProtocols)), [
      ['week', ['in']],
      ['later', ['out']],
    ]);
  });
});

describe('the filter of the open goals', () => {
  it('shows closed cases only when asked', () => {
    assert.deepEqual(grouped('stage', [closed]), []);
    assert.deepEqual(grouped('stage', [closed], { includeClosed: true }), [['walk/start', ['Left over']]]);
  });

  it("shows a counselor's cases: those whose latest note that names a counselor names this one", () => {
    assert.deepEqual(grouped('due', all, { counselor: 'DW' }), [
      ['overdue', ['Splash']],
      ['today', ['Breathe']],
      ['later', ['Float']],
    ]);
    const handedOver = [
      caseNote('1.md', { session: 1, counselor: 'RA', mentions: [mention('Walk')] }),
      caseNote('2.md', { session: 2, counselor: 'DW' }),
      caseNote('3.md', { session: 3 }),
    ];
    assert.equal(casesOf(...handedOver).map(counselorOf)[0], 'DW');
    assert.deepEqual(grouped('stage', handedOver, { counselor: 'RA' }), []);
    assert.equal(casesOf(nobody).map(counselorOf)[0], undefined);
    assert.deepEqual(grouped('stage', [nobody], { counselor: 'RA' }), []);
  });

  it('shows what is overdue: open, not on hold, and due before today', () => {
    const late = caseNote('e.md', {
      mentions: [
        mention('done', { due: '2026-01-01', status: 'achieved' }),
        mention('today', { due: today }),
        mention('waits', { due: '2026-03-09', status: 'on-hold' }),
        mention('late', { due: '2026-03-09', status: 'in-progress' }),
      ],
    });
    assert.deepEqual(grouped('stage', [late], { overdueOnly: true }), [['walk/start', ['late']]]);
  });

  it('finds words in goals and clients, whatever their case and accents', () => {
    assert.deepEqual(grouped('stage', all, { text: 'SLÉEP' }), [['walk/start', ['Sleep early']]]);
    assert.deepEqual(textsOf(goalEntries(casesOf(...all), { text: 'budi' }, today)), [
      'Breathe',
      'Splash',
      'Float',
    ]);
    assert.deepEqual(grouped('client', all, { text: 'nowhere' }), []);
  });
});

describe('what presses', () => {
  const old = mention('Old', { id: 'old' });
  const sessions = [1, 2, 3].map(session =>
    caseNote(`${session}.md`, {
      session,
      date: `2026-02-${10 + 7 * session}`.replace('-31', '-28'),
      mentions: session === 3 ? [mention('New'), old, mention('Late', { due: '2026-03-09' })] : [old],
    }),
  );
  const pressuresOf = (staleAfter: number, ...notes: readonly CaseNote[]): unknown =>
    goalEntries(casesOf(...notes), {}, today, staleAfter).map(({ goal, pressure }) => [goal.text, pressure]);

  it('is what is overdue, and an open goal that is older than so many sessions', () => {
    const fresh = [
      ['New', undefined],
      ['Late', 'overdue'],
    ];
    assert.deepEqual(pressuresOf(1, ...sessions), [['Old', 'stale'], ...fresh]);
    assert.deepEqual(pressuresOf(2, ...sessions), [['Old', undefined], ...fresh]);
    assert.deepEqual(pressuresOf(0, ...sessions), [['Old', undefined], ...fresh]);
  });

  it('is an action that is due by the next session', () => {
    const due = (date: string, kind: 'goal' | 'action' = 'action') =>
      mention(`${kind} ${date}`, { kind, due: date });
    const mentions = [due('2026-03-10'), due('2026-03-14'), due('2026-03-15'), due('2026-03-10', 'goal')];
    const pressing = pressuresOf(
      4,
      caseNote('1.md', { session: 1, date: '2026-02-28' }),
      caseNote('2.md', { session: 2, date: '2026-03-07', mentions }),
    );
    assert.deepEqual(pressing, [
      ['action 2026-03-10', 'due-soon'],
      ['action 2026-03-14', 'due-soon'],
      ['action 2026-03-15', undefined],
      ['goal 2026-03-10', undefined],
    ]);
  });

  it('stands first in its group, what was due before the rest', () => {
    const view = { grouping: 'stage', filter: {}, today, staleAfter: 1 } as const;
    const shown = groupGoals(casesOf(...sessions.toReversed()), view, twoProtocols);
    assert.deepEqual(shapeOf(shown), [['walk/start', ['Late', 'Old', 'New']]]);
  });
});

describe('any grouping of the open goals', () => {
  it('shows each open goal exactly once and counts those that are late as the badge does', () => {
    const filters = fc.record({
      counselor: fc.constantFrom(undefined, 'RA', 'dw'),
      overdueOnly: fc.boolean(),
      includeClosed: fc.boolean(),
      text: fc.constantFrom(undefined, '', 'walk', 'early'),
    });
    const groupings = fc.constantFrom<GoalGrouping>('client', 'stage', 'due');
    fc.assert(
      fc.property(caseNoteLists, filters, groupings, (notes, filter, grouping) => {
        const cases = casesOf(...notes);
        const groups = groupGoals(cases, { grouping, filter, today: '2026-01-20' }, twoProtocols);
        const shown = groups
          .flatMap(leavesOf)
          .flatMap(({ entries }) => entries)
          .filter(({ goal }) => isOpen(goal.status));
        assert.equal(new Set(shown.map(({ goal }) => goal)).size, shown.length);
        const open = goalEntries(cases, filter, '2026-01-20').filter(({ goal }) => isOpen(goal.status));
        assert.equal(shown.length, open.length);
        const late = open.filter(
          ({ goal: { due, status } }) => status !== 'on-hold' && (due ?? '9') < '2026-01-20',
        );
        assert.equal(countOverdue(cases, filter, '2026-01-20'), late.length);
        assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
      }),
    );
  });

  it('counts the process goals of a case by what was reached', () => {
    const [first] = casesOf(anna);
    assert.ok(first);
    assert.deepEqual(processProgress(first), { done: 1, total: 2 });
  });
});

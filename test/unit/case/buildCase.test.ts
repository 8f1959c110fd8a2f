import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import type { Case, CaseGoal } from '../../../src/core/case/case';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { caseNote, mention, saying, twoProtocols } from './caseBuilder';

function caseOf(...notes: readonly CaseNote[]): Case {
  return buildCase('a', notes, twoProtocols);
}

function onlyGoal(...notes: readonly CaseNote[]): CaseGoal {
  const [goal, ...others] = caseOf(...notes).goals;
  assert.ok(goal);
  assert.deepEqual(others, []);
  return goal;
}

/** Session `number` with the goal "Walk" as told. */
function session(number: number, over: Parameters<typeof mention>[1] = {}): CaseNote {
  return caseNote(`${number}.md`, { session: number, mentions: [mention('Walk', { id: 'walk', ...over })] });
}

describe('a goal of a case', () => {
  it('has the text, stage, due date, role and attainment of the latest mention that states them', () => {
    const goal = onlyGoal(
      session(1, { due: '2026-01-01', role: 'client', gas: -1, text: 'Walk' }),
      session(2, { due: '2026-02-01', gas: 0, stage: 'middle', text: 'Walk daily' }),
      session(3, { stage: 'end', text: 'Walk far' }),
      session(4, { stage: 'end', text: '' }),
    );
    assert.equal(goal.text, 'Walk far');
    assert.equal(goal.stage, 'end');
    assert.equal(goal.due, '2026-02-01');
    assert.equal(goal.role, 'client');
    assert.equal(goal.gas, 0);
    assert.equal(goal.mentions.length, 4);
  });

  it('has the role of the goal of the protocol or of the section where no mention states one', () => {
    assert.equal(onlyGoal(session(1, { section: 'ours' })).role, 'client');
    const goals = caseOf(session(1, { protocolGoal: 'trust', section: 'ours', marker: '/' })).goals;
    assert.equal(goals[0]?.role, 'counselor');
    assert.equal(onlyGoal(session(1, { section: 'ours', role: 'parent' })).role, 'parent');
    assert.equal(onlyGoal(session(1)).role, undefined);
  });

  it('has the status of its latest mention with a marker that means something', () => {
    assert.equal(onlyGoal(session(1), session(2, { status: 'achieved' })).status, 'achieved');
    assert.equal(
      onlyGoal(session(1, { status: 'dropped' }), session(2, { status: undefined })).status,
      'dropped',
    );
    assert.equal(onlyGoal(session(1, { status: undefined })).status, 'open');
  });

  it('has mentions with the status that the marker of each gives it, in case order', () => {
    const { mentions } = onlyGoal(
      session(3, { marker: '>' }),
      session(1, { marker: '/' }),
      session(4, { marker: 'X' }),
      session(2, { marker: '?' }),
    );
    assert.deepEqual(
      mentions.map(({ status }) => status),
      ['in-progress', undefined, 'in-progress', 'achieved'],
    );
  });

  it('has the status of the last mention within a note', () => {
    const twice = caseNote('1.md', {
      session: 1,
      mentions: [mention('Walk', { status: 'achieved' }), mention('Walk', { status: 'on-hold' })],
    });
    const goal = onlyGoal(twice);
    assert.equal(goal.status, 'on-hold');
    assert.equal(goal.reopened, false);
  });

  it('is reopened when it comes back after it was achieved or dropped', () => {
    assert.equal(onlyGoal(session(1, { status: 'achieved' }), session(2)).reopened, true);
    assert.equal(onlyGoal(session(1, { status: 'dropped' }), session(2, { marker: '>' })).reopened, false);
    const again = [session(1, { status: 'achieved' }), session(2), session(3, { status: 'achieved' })];
    assert.equal(onlyGoal(...again).reopened, true);
    assert.equal(onlyGoal(session(1), session(2, { status: 'achieved' })).reopened, false);
    assert.equal(
      onlyGoal(session(1, { status: 'dropped' }), session(2, { status: 'achieved' })).reopened,
      false,
    );
  });

  it('is not reopened by a sync copy of the session that ended it', () => {
    const date = '2026-01-01';
    const copy = { ...session(1), path: 'z.md', date };
    const ended = { ...session(1, { status: 'achieved' }), date };
    assert.equal(onlyGoal(ended, copy).reopened, false);
  });

  it('is as old as there were sessions after the one that opened it', () => {
    const bare = (number: number): CaseNote => caseNote(`${number}.md`, { session: number });
    assert.equal(onlyGoal(bare(1), session(2), bare(3), bare(4)).age, 2);
    assert.equal(onlyGoal(session(1)).age, 0);
    const call = caseNote('call.md', {
      date: '2026-01-02',
      contact: 'phone',
      mentions: [mention('Walk')],
    });
    const first = caseNote('1.md', { session: 1, date: '2026-01-01' });
    const second = caseNote('2.md', { session: 2, date: '2026-01-08' });
    assert.equal(onlyGoal(first, call, second).age, 1);
  });

  it('keeps its key when notes are added, and never shows its words in it', () => {
    const bare = mention('Walk to school', { stage: 'middle' });
    const first = caseNote('1.md', { session: 1, mentions: [bare] });
    const second = caseNote('2.md', { session: 2, mentions: [saying(bare, { text: 'walk to school' })] });
    const key = onlyGoal(first).key;
    assert.equal(onlyGoal(first, second).key, key);
    assert.match(key, /^walk\/middle\/~[0-9a-f]{8}$/);
    assert.equal(onlyGoal(session(1)).key, '^walk');
  });

  it('has a key of its own beside an action with the same id', () => {
    const both = caseNote('1.md', {
      mentions: [mention('Walk', { id: 'w' }), mention('Run', { id: 'w', kind: 'action', stage: 'end' })],
    });
    assert.deepEqual(
      caseOf(both).goals.map(goal => goal.key),
      ['^w', '^w~2'],
    );
  });

  it('belongs to the client that its field names in a note of several clients, else to each', () => {
    const shared = caseNote('1.md', {
      clients: ['A', 'B'],
      mentions: [
        mention('For A', { client: 'a' }),
        mention('For B', { client: 'B' }),
        mention('For both'),
        mention('For a client mistyped', { client: 'AB' }),
      ],
    });
    const textsOf = (key: string): readonly string[] =>
      buildCase(key, [shared], twoProtocols).goals.map(goal => goal.text);
    assert.deepEqual(textsOf('a'), ['For A', 'For both', 'For a client mistyped']);
    assert.deepEqual(textsOf('b'), ['For B', 'For both', 'For a client mistyped']);
  });

  it('stands in the order of stages, protocols by first use, then by first mention', () => {
    const swim = caseNote('1.md', {
      session: 1,
      protocol: 'swim',
      mentions: [mention('swim end', { stage: 'end' }), mention('swim dive', { stage: 'dive' })],
    });
    const walk = caseNote('2.md', {
      session: 2,
      mentions: [
        mention('walk end', { stage: 'end' }),
        mention('walk start 1', { stage: 'start' }),
        mention('walk start 2', { stage: 'start' }),
      ],
    });
    assert.deepEqual(
      caseOf(walk, swim).goals.map(goal => goal.text),
      ['swim dive', 'swim end', 'walk start 1', 'walk start 2', 'walk end'],
    );
  });
});

describe('process goals', () => {
  const reached = caseNote('1.md', { session: 1, recordedStages: ['start'] });

  it('are not started once their stage is recorded and no note mentions them', () => {
    const goals = caseOf(reached).goals;
    assert.deepEqual(
      goals.map(goal => [goal.key, goal.status, goal.role, goal.mentions.length]),
      [
        ['walk/start/trust', 'not-started', 'counselor', 0],
        ['walk/start/agree', 'not-started', 'client', 0],
      ],
    );
  });

  it('are not started once a later stage is recorded', () => {
    const goals = caseOf(caseNote('1.md', { recordedStages: ['middle'] })).goals;
    assert.deepEqual(
      goals.map(goal => goal.protocolGoal),
      ['trust', 'agree', 'rest'],
    );
  });

  it('do not show before their stage is reached, nor by a transcript or process note', () => {
    assert.deepEqual(caseOf(caseNote('1.md', { presentStages: ['start'] })).goals, []);
    assert.deepEqual(caseOf(caseNote('1.md', { kind: 'transcript', recordedStages: ['end'] })).goals, []);
    assert.deepEqual(caseOf(caseNote('1.md', { kind: 'process', recordedStages: ['end'] })).goals, []);
  });

  it('count with their status once they are mentioned, even before their stage is recorded', () => {
    const trusting = mention('Saling percaya', { protocolGoal: 'trust', status: 'achieved', id: 't' });
    const goals = caseOf(reached, caseNote('2.md', { session: 2, mentions: [trusting] })).goals;
    assert.deepEqual(
      goals.map(goal => [goal.key, goal.protocolGoal, goal.status]),
      [
        ['^t', 'trust', 'achieved'],
        ['walk/start/agree', 'agree', 'not-started'],
      ],
    );
    const early = onlyGoal(
      caseNote('1.md', { mentions: [mention('Rest', { protocolGoal: 'rest', marker: '/' })] }),
    );
    assert.equal(early.status, 'in-progress');
    assert.equal(early.key, 'walk/start/rest');
  });

  it('are not started as long as they stand unticked, and neither open nor counted', () => {
    const offered = mention('Trust each other', { protocolGoal: 'trust', id: 'trust' });
    const carried = { ...offered, marker: '>' };
    assert.deepEqual(caseOf(caseNote('1.md', { mentions: [offered] })).goals, []);
    const listing = caseNote('1.md', { session: 1, recordedStages: ['start'], mentions: [offered] });
    const [waiting] = caseOf(listing, caseNote('2.md', { session: 2, mentions: [carried] })).goals;
    assert.deepEqual(
      [waiting?.status, waiting?.key, waiting?.mentions.length, waiting?.offered.length],
      ['not-started', 'walk/start/trust', 0, 2],
    );
    const [started] = caseOf(
      listing,
      caseNote('2.md', { session: 2, mentions: [saying(offered, { marker: '/' })] }),
      caseNote('3.md', { session: 3, mentions: [offered] }),
    ).goals;
    assert.deepEqual(
      [started?.status, started?.age, started?.mentions.map(({ note }) => note.path)],
      ['open', 1, ['2.md', '3.md']],
    );
  });

  it('are named in the language of the latest note that has one', () => {
    const notes = [
      caseNote('1.md', { session: 1, recordedStages: ['start'], language: 'id' }),
      caseNote('2.md', { session: 2 }),
    ];
    assert.deepEqual(
      caseOf(...notes).goals.map(goal => goal.text),
      ['Saling percaya', 'Sepakat'],
    );
    assert.equal(caseOf(reached).goals[0]?.text, 'Trust each other');
  });

  it('are none under a protocol that does not exist', () => {
    assert.deepEqual(caseOf(caseNote('1.md', { protocol: 'gone', recordedStages: ['start'] })).goals, []);
  });
});

describe('a case', () => {
  it('counts a sync copy once', () => {
    const found = caseOf(
      caseNote('1.md', { session: 1, date: '2026-01-01' }),
      caseNote('1 (copy).md', { session: 1, date: '2026-01-01' }),
      caseNote('2.md', { session: 2, date: '2026-01-08' }),
    );
    assert.equal(found.sessions, 2);
    assert.equal(found.notes.length, 3);
  });

  it('counts two sessions with one number on different dates, and sessions without number', () => {
    const notes = [
      caseNote('1.md', { session: 1, date: '2026-01-01' }),
      caseNote('1b.md', { session: 1, date: '2026-01-02' }),
      caseNote('x.md', { date: '2026-01-03' }),
      caseNote('y.md', { date: '2026-01-03' }),
    ];
    assert.equal(caseOf(...notes).sessions, 4);
  });

  it('counts no transcript, process note, no-show, cancelled session or contact outside a session', () => {
    const notes = [
      caseNote('1.md', { session: 1 }),
      caseNote('t.md', { session: 2, kind: 'transcript' }),
      caseNote('p.md', { session: 3, kind: 'process' }),
      caseNote('n.md', { session: 4, attendance: 'no-show' }),
      caseNote('c.md', { session: 5, attendance: 'cancelled' }),
      caseNote('parent.md', { date: '2026-01-01', contact: 'parent' }),
    ];
    assert.equal(caseOf(...notes).sessions, 1);
    assert.equal(caseOf(caseNote('g.md', { session: 1, contact: 'phone' })).sessions, 1);
  });

  it('is closed by its latest note, and reopened by a later one', () => {
    const closing = caseNote('2.md', { session: 2, closes: true, choices: ['done'] });
    assert.equal(caseOf(caseNote('1.md', { session: 1 }), closing).closed, true);
    assert.equal(caseOf(caseNote('1.md', { session: 1, closed: 'referred' })).closed, true);
    assert.equal(caseOf(closing, caseNote('3.md', { session: 3 })).closed, false);
    assert.equal(caseOf(closing, caseNote('3.md', { session: 3, attendance: 'no-show' })).closed, false);
    assert.equal(caseOf(closing, caseNote('t.md', { session: 3, kind: 'transcript' })).closed, true);
    assert.equal(caseOf().closed, false);
  });

  it('takes no goals from transcripts and process notes', () => {
    const mentions = [mention('Walk')];
    assert.deepEqual(caseOf(caseNote('t.md', { kind: 'transcript', mentions })).goals, []);
    assert.deepEqual(caseOf(caseNote('p.md', { kind: 'process', mentions })).goals, []);
  });

  it('tells its protocols in order of first use and the stages recorded under each', () => {
    const found = caseOf(
      caseNote('2.md', { session: 2, recordedStages: ['middle'] }),
      caseNote('1.md', { session: 1, protocol: 'swim', recordedStages: ['dive'] }),
      caseNote('3.md', { session: 3, recordedStages: ['start', 'middle'] }),
    );
    assert.deepEqual(found.protocols, ['swim', 'walk']);
    assert.deepEqual([...(found.recordedStages.get('walk') ?? [])].sort(), ['middle', 'start']);
    assert.deepEqual([...(found.recordedStages.get('swim') ?? [])], ['dive']);
  });

  it('shows the commonest spelling of its client', () => {
    const notes = [
      caseNote('1.md', { clients: ['a'] }),
      caseNote('2.md', { clients: ['A', 'B'] }),
      caseNote('3.md', { clients: ['A'] }),
    ];
    assert.equal(caseOf(...notes).client, 'A');
    assert.equal(buildCase('', [caseNote('1.md', { clients: [' '] })], twoProtocols).client, '');
  });
});

import assert from 'node:assert/strict';
import {
  casePlaces,
  caseProblemsOf,
  january,
  onlyProblem,
  type Session,
  session,
  type Texts,
  wordsAt,
} from './caseSupport';
import { planning } from './support';

/** A note of this session with these items as goals of its stage `planning`. */
function note(number: number, goals: readonly string[], more: Partial<Session> = {}): string {
  const head = ['stages: [planning]', ...(more.head ?? [])];
  const body = [...planning.slice(0, 1), ...goals, ...planning.slice(1)];
  return session({ number, date: january(number), ...more, head }, body);
}

function found(texts: Texts): readonly string[] {
  return casePlaces(texts).filter(place => place.includes('goal-forgotten'));
}

const sleep = '- [/] Tidur lebih awal ^tidur';

describe('a forgotten goal', () => {
  it('is an open one of the session before, told at the stage in the newest note', () => {
    const texts = { '1.md': note(1, [sleep]), '2.md': note(2, []) };
    assert.deepEqual(found(texts), ['2.md goal-forgotten:8']);
    const problem = onlyProblem(texts, '2.md', 'goal-forgotten');
    assert.equal(wordsAt(texts, '2.md', problem.range), 'Perencanaan pemecahan masalah');
    assert.deepEqual(problem.message, {
      key: 'problem.goal-forgotten',
      args: { file: '1.md', line: 9 },
      quoted: { id: 'tidur' },
    });
    assert.deepEqual([problem.severity, problem.stage], ['info', 'planning']);
    assert.deepEqual(problem.goal, { caseKey: 'k-014', key: '^tidur' });
    assert.deepEqual(
      problem.related.map(({ path, place }) => [path, wordsAt(texts, path, place)]),
      [['1.md', 'Tidur lebih awal ^tidur']],
    );
  });

  it('without an id is named by its place, never by its words', () => {
    const texts = { '1.md': note(1, ['- [ ] Tidur']), '2.md': note(2, []) };
    const { message } = onlyProblem(texts, '2.md', 'goal-forgotten');
    assert.deepEqual(message, { key: 'problem.goal-forgotten.unquoted', args: { file: '1.md', line: 9 } });
  });

  it('is told for each goal and action, open, in progress, on hold or carried over', () => {
    const goals = [' ', '/', 'h', '>'].map((marker, at) => `- [${marker}] Tujuan ke-${at}`);
    assert.equal(found({ '1.md': note(1, goals), '2.md': note(2, []) }).length, 4);
    const head = ['stages: [closing]'];
    const action = ['## Terminasi', '### Tindakan konseli', '- [ ] Menulis jurnal ^jurnal'];
    const texts = {
      '1.md': session({ number: 1, head }, action),
      '2.md': session({ number: 2, head }, ['## Terminasi']),
    };
    assert.deepEqual(found(texts), ['2.md goal-forgotten:8']);
  });

  it('is told at the head of a note that has not the stage, and as a hint in a draft', () => {
    const draft = session({ number: 2, head: ['stages: [planning]', 'status: draft'] });
    const texts = { '1.md': note(1, [sleep]), '2.md': draft };
    assert.deepEqual(found(texts), ['2.md goal-forgotten:1']);
    assert.equal(onlyProblem(texts, '2.md', 'goal-forgotten').severity, 'hint');
  });

  it('is one of the last session that took place, whatever came between', () => {
    const between = {
      '1.md': note(1, [sleep]),
      '2.md': session({ number: 2, head: ['attendance: no-show'] }),
      '3.md': session({ number: 3, head: ['contact: parent'] }),
      '3t.md': session({ number: 3, head: ['kind: transcript'] }),
      '4.md': note(4, []),
    };
    assert.deepEqual(found(between), ['4.md goal-forgotten:8']);
  });

  const calm: readonly (readonly [what: string, texts: Texts])[] = [
    ['is mentioned', { '1.md': note(1, [sleep]), '2.md': note(2, ['- [ ] Tidur lebih awal']) }],
    [
      'is mentioned in a copy of the newest note',
      { '1.md': note(1, [sleep]), '2.md': note(2, [sleep]), '2b.md': note(2, []) },
    ],
    [
      'was achieved or dropped',
      { '1.md': note(1, ['- [x] Tidur ^a', '- [-] Makan ^b']), '2.md': note(2, []) },
    ],
    [
      'is one of the protocol',
      {
        '1.md': session({ number: 1, head: ['stages: [relationship]'] }, [
          '## Rapport',
          '- [/] Memfasilitasi komunikasi',
        ]),
        '2.md': session({ number: 2, head: ['stages: [relationship]'] }, ['## Rapport']),
      },
    ],
    [
      'is of a stage that the newest note does not cover',
      { '1.md': note(1, [sleep]), '2.md': session({ number: 2, head: ['stages: [closing]'] }) },
    ],
    [
      'is of an earlier session than the one before',
      { '1.md': note(1, [sleep]), '2.md': note(2, []), '3.md': note(3, []) },
    ],
    [
      'is replaced by another one',
      {
        '1.md': note(1, [sleep]),
        '2.md': note(2, ['- [ ] Tidur pukul 22 ^tidur-22 [replaces:: ^tidur]']),
      },
    ],
    [
      'is left out of a missed session',
      { '1.md': note(1, [sleep]), '2.md': note(2, [], { head: ['attendance: no-show'] }) },
    ],
    [
      'is left out of a contact',
      { '1.md': note(1, [sleep]), '2.md': note(2, [], { head: ['contact: phone'] }) },
    ],
    [
      'is left out of a note that closes the case, of which another rule speaks',
      { '1.md': note(1, [sleep]), '2.md': note(2, [], { head: ['closed: resolved'] }) },
    ],
    ['is another client’s', { '1.md': note(1, [sleep]), '2.md': note(2, [], { client: 'K-015' }) }],
    ['has no client', { '1.md': note(1, [sleep], { client: '' }), '2.md': note(2, [], { client: '' }) }],
    ['is in a first note', { '1.md': note(1, [sleep]) }],
    [
      'is missing from a note whose front matter cannot be read',
      { '1.md': note(1, [sleep]), '2.md': note(2, [], { head: ['x: "'] }) },
    ],
    [
      'is missing from a note with an unresolved merge',
      { '1.md': note(1, [sleep]), '2.md': note(2, ['<<<<<<< a', '=======', '>>>>>>> b']) },
    ],
  ];
  for (const [what, texts] of calm) {
    it(`is none that ${what}`, () => assert.deepEqual(found(texts), []));
  }

  it('is only told in the newest note: a later one takes its place', () => {
    const two = { '1.md': note(1, [sleep]), '2.md': note(2, []) };
    assert.deepEqual(found({ ...two, '3.md': note(3, [sleep]) }), []);
  });

  it('of one client is told in the note of a group, each by its own case', () => {
    const texts = {
      '1.md': note(1, [sleep], { client: 'K-014' }),
      '2.md': note(1, ['- [ ] Makan ^makan'], { client: 'K-015' }),
      '3.md': note(2, [], { client: '[K-014, K-015]' }),
    };
    const problems = caseProblemsOf(texts, '3.md');
    assert.deepEqual(
      problems.map(({ rule, goal }) => [rule, goal?.caseKey, goal?.key]),
      [
        ['goal-forgotten', 'k-014', '^tidur'],
        ['goal-forgotten', 'k-015', '^makan'],
      ],
    );
  });
});

describe('comments in a note', () => {
  const forgetful = { '1.md': note(1, [sleep]), '2.md': note(2, []) };

  it('silence what the case brings to it: the next line, from a line on, or the whole file', () => {
    for (const comment of [
      '<!-- session-notes-disable-next-line goal-forgotten -->',
      '<!-- session-notes-disable -->',
      '<!-- session-notes-disable-file goal-forgotten -->',
    ]) {
      const silenced = note(2, []).replace('## ', `${comment}\n## `);
      assert.deepEqual(found({ ...forgetful, '2.md': silenced }), [], comment);
      const earlier = note(1, [sleep]).replace('## ', `${comment}\n## `);
      assert.equal(found({ ...forgetful, '1.md': earlier }).length, 1, comment);
    }
  });

  it('of other rules silence nothing', () => {
    const other = note(2, []).replace('## ', '<!-- session-notes-disable goal-field -->\n## ');
    assert.equal(found({ ...forgetful, '2.md': other }).length, 1);
  });

  it('are not needed where the configuration has the rule off', () => {
    const config = { rules: { 'goal-forgotten': 'off' } } as const;
    assert.deepEqual(casePlaces(forgetful, config), []);
    const strict = caseProblemsOf(forgetful, '2.md', { rules: { 'goal-forgotten': 'error' } });
    assert.deepEqual(
      strict.map(({ severity }) => severity),
      ['error'],
    );
  });
});

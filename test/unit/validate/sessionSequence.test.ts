import assert from 'node:assert/strict';
import { casePlaces, january, onlyProblem, type Session, session, wordsAt } from './caseSupport';

/** The problems with the numbers and dates of these sessions, whose notes are `1.md`, `2.md` and so on. */
function found(...sessions: readonly Session[]): readonly string[] {
  const texts = sessions.map((each, at) => [`${at + 1}.md`, session(each)] as const);
  return casePlaces(Object.fromEntries(texts)).filter(place => place.includes('session-sequence'));
}

const sessions = (...numbers: readonly number[]): readonly Session[] =>
  numbers.map((number, at) => ({ number, date: january(at + 1) }));

describe('the sequence of sessions', () => {
  const calm: readonly (readonly [what: string, sessions: readonly Session[]])[] = [
    ['that goes up one by one', sessions(1, 2, 3)],
    ['that begins in the middle, the case having been taken over', sessions(7, 8)],
    ['that begins with an intake of number 0', sessions(0, 1)],
    [
      'with a missed session that keeps its number',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(2), head: ['attendance: no-show'] },
        { number: 3, date: january(3) },
      ],
    ],
    [
      'with a missed session that leaves its number to the next',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(2), head: ['attendance: cancelled'] },
        { number: 2, date: january(3) },
      ],
    ],
    [
      'with a contact that has a number',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(2), head: ['contact: parent'] },
        { number: 3, date: january(3) },
      ],
    ],
    [
      'with a contact that has none',
      [
        { number: 1, date: january(1) },
        { date: january(2), head: ['contact: parent'] },
        { number: 2, date: january(3) },
      ],
    ],
    [
      'with a session that lacks its number, where one is left out',
      [{ number: 1, date: january(1) }, { date: january(2) }, { number: 3, date: january(3) }],
    ],
    [
      'with two sessions on one day',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(1) },
      ],
    ],
    ['without any dates', [{ number: 1 }, { number: 2 }]],
    [
      'with the process note and the transcripts of a session',
      [
        { number: 1, date: january(1) },
        { number: 1, date: january(1), head: ['kind: process'] },
        { number: 1, date: january(9), head: ['kind: transcript'] },
        { number: 8, date: january(9), head: ['kind: transcript'] },
        { number: 2, date: january(2) },
      ],
    ],
    [
      'with copies of a note',
      [
        { number: 1, date: january(1) },
        { number: 1, date: january(1) },
        { number: 2, date: january(2) },
        { number: 2, date: january(2) },
      ],
    ],
    [
      'with notes under another protocol that are numbered for themselves',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(2) },
        { number: 1, date: january(5), protocol: 'own' },
        { number: 3, date: january(3) },
      ],
    ],
    [
      'that goes on under another protocol',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(2), protocol: 'own' },
        { number: 3, date: january(3) },
      ],
    ],
    [
      'with meetings of a group that are numbered for themselves',
      [
        { number: 1, date: january(8) },
        { number: 1, date: january(1), client: '[K-014, K-015]', head: ['contact: group'] },
        { number: 2, date: january(2), client: '[K-014, K-015]', head: ['contact: group'] },
        { number: 2, date: january(9) },
      ],
    ],
    [
      'of two clients',
      [
        { number: 1, date: january(1) },
        { number: 5, date: january(1), client: 'K-015' },
      ],
    ],
    [
      'of notes without client',
      [
        { number: 1, date: january(1), client: '' },
        { number: 5, date: january(1), client: '' },
      ],
    ],
  ];
  for (const [what, given] of calm) {
    it(`${what} is left alone`, () => assert.deepEqual(found(...given), []));
  }

  const flagged: readonly (readonly [
    what: string,
    sessions: readonly Session[],
    places: readonly string[],
  ])[] = [
    ['leaves a number out: on the note after it', sessions(1, 3, 4), ['2.md session-sequence:4']],
    ['leaves several out: once', sessions(1, 5, 6), ['2.md session-sequence:4']],
    [
      'leaves a number out, though a contact without number stands between',
      [
        { number: 1, date: january(1) },
        { date: january(2), head: ['contact: phone'] },
        { number: 3, date: january(3) },
      ],
      ['3.md session-sequence:4'],
    ],
    ['has a number twice: on the later note', sessions(1, 2, 2, 3), ['3.md session-sequence:4']],
    [
      'has a number twice, without dates to tell a copy by',
      [{ number: 1 }, { number: 1 }],
      ['2.md session-sequence:4'],
    ],
    [
      'has a number twice, one of the notes with a copy: once',
      [
        { number: 1, date: january(1) },
        { number: 1, date: january(2) },
        { number: 1, date: january(2) },
      ],
      ['2.md session-sequence:4'],
    ],
    [
      'goes back in time: at the date of the later number',
      [
        { number: 1, date: january(1) },
        { number: 2, date: january(20) },
        { number: 3, date: january(9) },
        { number: 4, date: january(10) },
      ],
      ['3.md session-sequence:5'],
    ],
    [
      'goes back in time with a year mistyped',
      [
        { number: 1, date: '2025-12-20' },
        { number: 2, date: '2025-01-05' },
      ],
      ['2.md session-sequence:5'],
    ],
  ];
  for (const [what, given, places] of flagged) {
    it(what, () => assert.deepEqual(found(...given), places));
  }

  it('says what is missing, repeated or out of order, and points at the other note', () => {
    const gap = { 'a.md': session({ number: 1 }), 'b.md': session({ number: 4 }) };
    const missing = onlyProblem(gap, 'b.md', 'session-sequence');
    assert.deepEqual(missing.message, {
      key: 'problem.session-sequence.gap',
      args: { first: 2, last: 3 },
    });
    assert.equal(wordsAt(gap, 'b.md', missing.range), '4');
    const twice = {
      'a.md': session({ number: 1, date: january(1) }),
      'b.md': session({ number: 1, date: january(2) }),
    };
    const repeated = onlyProblem(twice, 'b.md', 'session-sequence');
    assert.deepEqual(repeated.message.args, { session: 1, file: 'a.md' });
    assert.deepEqual(
      repeated.related.map(({ path, place }) => [path, wordsAt(twice, path, place)]),
      [['a.md', '1']],
    );
    const back = {
      'a.md': session({ number: 1, date: january(9) }),
      'b.md': session({ number: 2, date: january(2) }),
    };
    const earlier = onlyProblem(back, 'b.md', 'session-sequence');
    assert.deepEqual(earlier.message.args, { session: 1, date: january(9) });
    assert.equal(wordsAt(back, 'b.md', earlier.range), january(2));
    assert.deepEqual(
      earlier.related.map(({ path, place }) => [path, wordsAt(back, path, place)]),
      [['a.md', january(9)]],
    );
  });
});

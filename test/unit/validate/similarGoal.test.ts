import assert from 'node:assert/strict';
import { isOpen } from '../../../src/core/case/case';
import {
  caseIn,
  casePlaces,
  january,
  mended,
  onlyProblem,
  type Session,
  session,
  type Texts,
  wordsAt,
} from './caseSupport';
import { planning } from './support';

function note(number: number, goals: readonly string[], more: Partial<Session> = {}): string {
  const body = [...planning.slice(0, 1), ...goals, ...planning.slice(1)];
  return session({ number, date: january(number), head: ['stages: [planning]'], ...more }, body);
}

function found(texts: Texts): readonly string[] {
  return casePlaces(texts).filter(place => place.includes('similar-goal'));
}

/** How many goals of the case are open. */
function openGoals(texts: Texts): number {
  return caseIn(texts).goals.filter(({ status }) => isOpen(status)).length;
}

const two = (earlier: string, newer: string): Texts => ({
  '1.md': note(1, [earlier]),
  '2.md': note(2, [newer]),
});

describe('a goal that is worded nearly like an open one', () => {
  it('is asked about in the newest note, and the fix writes the id there alone', () => {
    const texts = two('- [ ] Tidur lebih awal ^tidur', '- [/] Tidur lebih awl [due:: 2026-02-01] #malam');
    const problem = onlyProblem(texts, '2.md', 'similar-goal');
    assert.deepEqual(problem.message, {
      key: 'problem.similar-goal',
      args: { file: '1.md', line: 9 },
      quoted: { id: 'tidur' },
    });
    assert.equal(problem.severity, 'hint');
    assert.equal(wordsAt(texts, '2.md', problem.range), 'Tidur lebih awl');
    assert.deepEqual(
      problem.related.map(({ path, place }) => [path, wordsAt(texts, path, place)]),
      [['1.md', 'Tidur lebih awal ^tidur']],
    );
    const after = mended(texts, '2.md', 'similar-goal');
    assert.equal(after['2.md'], texts['2.md']?.replace('#malam', '#malam ^tidur'));
    assert.deepEqual([openGoals(texts), openGoals(after), found(after)], [2, 1, []]);
  });

  it('takes the earlier words where the earlier goal has no id', () => {
    const texts = two('- [ ] Tidur lebih *awal*', '- [/] Tidur\n  lebih awl ^tidur');
    const problem = onlyProblem(texts, '2.md', 'similar-goal');
    assert.deepEqual(problem.message.args, { file: '1.md', line: 9 });
    const after = mended(texts, '2.md', 'similar-goal');
    assert.equal(after['2.md'], texts['2.md']?.replace('Tidur\n  lebih awl', 'Tidur lebih *awal*'));
    assert.deepEqual([openGoals(texts), openGoals(after), found(after)], [2, 1, []]);
  });

  it('is asked about where the words are the same in another stage, by the id', () => {
    const texts = {
      '1.md': session({ number: 1, head: ['stages: [relationship]'] }, ['## Rapport', '- [ ] Tidur ^tidur']),
      '2.md': note(2, ['- [ ] Tidur']),
    };
    assert.deepEqual(found(texts), ['2.md similar-goal:9']);
    assert.equal(openGoals(mended(texts, '2.md', 'similar-goal')), 1);
  });

  it('is asked about where several goals have the words, with an answer for each', () => {
    const texts = {
      '1.md': note(1, ['- [ ] Tidur ^malam', '- [ ] Tidur ^siang']),
      '2.md': note(2, ['- [/] Tidur']),
    };
    const problem = onlyProblem(texts, '2.md', 'similar-goal');
    assert.deepEqual(
      problem.fixes.map(({ title, safety }) => [title.args, safety]),
      [
        [{ id: 'malam' }, 'suggestion'],
        [{ id: 'siang' }, 'suggestion'],
      ],
    );
    assert.equal(problem.related.length, 2);
    assert.deepEqual(openGoals(mended(texts, '2.md', 'similar-goal', 1)), 2);
  });

  it('is asked about though it was achieved at once', () => {
    assert.equal(found(two('- [ ] Tidur lebih awal ^a', '- [x] Tidur lebih awall')).length, 1);
  });

  const calm: readonly (readonly [what: string, texts: Texts])[] = [
    ['it is the same goal', two('- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awal')],
    ['each has an id of its own', two('- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awl ^b')],
    ['the figures differ', two('- [ ] Membaca 10 halaman ^a', '- [ ] Membaca 20 halaman')],
    ['the words differ by more than a slip', two('- [ ] Tidur lebih awal ^a', '- [ ] Bangun lebih awal')],
    ['the words are too short to tell', two('- [ ] Lari ^a', '- [ ] Tari')],
    ['the earlier one has ended', two('- [x] Tidur lebih awal ^a', '- [ ] Tidur lebih awl')],
    [
      'one is an action',
      {
        '1.md': session({ number: 1, head: ['stages: [closing]'] }, [
          '## Terminasi',
          '### Tindakan konseli',
          '- [ ] Tidur lebih awal ^a',
        ]),
        '2.md': session({ number: 2, head: ['stages: [relationship]'] }, [
          '## Membangun hubungan',
          '### Tujuan konseli',
          '- [ ] Tidur lebih awl',
          '### Tujuan konselor',
          '- [/] Memfasilitasi komunikasi',
        ]),
      },
    ],
    [
      'the note mentions both',
      {
        '1.md': note(1, ['- [ ] Tidur lebih awal ^a']),
        '2.md': note(2, ['- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awl']),
      },
    ],
    [
      'an earlier note mentions both',
      {
        '1.md': note(1, ['- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awl']),
        '2.md': note(2, ['- [ ] Tidur lebih awl']),
      },
    ],
    [
      'neither has an id and the stages differ',
      {
        '1.md': session({ number: 1, head: ['stages: [relationship]'] }, [
          '## Rapport',
          '- [ ] Tidur lebih awal',
        ]),
        '2.md': note(2, ['- [ ] Tidur lebih awl']),
      },
    ],
    [
      'earlier mentions of it would be left behind',
      {
        ...two('- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awl'),
        '3.md': note(3, ['- [ ] Tidur lebih awl']),
      },
    ],
    [
      'it stands in a note that is not the newest',
      {
        ...two('- [ ] Tidur lebih awal ^a', '- [ ] Tidur lebih awl'),
        '3.md': note(3, []),
      },
    ],
    [
      'it is a goal of the protocol',
      {
        '1.md': session({ number: 1, head: ['stages: [relationship]'] }, [
          '## Rapport',
          '- [ ] Memfasilitasi komunikasii ^a',
        ]),
        '2.md': session({ number: 2, head: ['stages: [relationship]'] }, [
          '## Rapport',
          '- [ ] Memfasilitasi komunikasi',
        ]),
      },
    ],
  ];
  for (const [what, texts] of calm) {
    it(`is not asked about where ${what}`, () => assert.deepEqual(found(texts), []));
  }
});

describe('a goal that replaces', () => {
  const changed = (field: string, more: Partial<Session> = {}): Texts => ({
    '1.md': note(1, ['- [-] Tidur ^tidur-awal'], more),
    '2.md': note(2, [`- [ ] Tidur pukul 22 ^tidur-22 ${field}`], more),
  });
  const fields = (texts: Texts): readonly string[] =>
    casePlaces(texts).filter(place => place.includes('goal-field'));

  it('one that the case has is right', () => {
    assert.deepEqual(fields(changed('[replaces:: ^tidur-awal]')), []);
  });

  it('one that the case does not have is reported there, with the nearest id as an answer', () => {
    const texts = changed('[replaces:: ^tidur-awl]');
    assert.deepEqual(fields(texts), ['2.md goal-field:9']);
    const problem = onlyProblem(texts, '2.md', 'goal-field');
    assert.equal(problem.severity, 'warning');
    assert.deepEqual(problem.message.quoted, { id: 'tidur-awl' });
    assert.equal(wordsAt(texts, '2.md', problem.range), '^tidur-awl');
    assert.deepEqual(fields(mended(texts, '2.md', 'goal-field')), []);
  });

  it('itself, or what another client has, is reported without an answer', () => {
    for (const field of ['[replaces:: ^tidur-22]', '[replaces:: ^makan]']) {
      const texts = { ...changed(field), '3.md': note(1, ['- [ ] Makan ^makan'], { client: 'K-015' }) };
      assert.deepEqual(onlyProblem(texts, '2.md', 'goal-field').fixes, []);
    }
  });

  it('something that is no id is left to the note’s own rule', () => {
    assert.deepEqual(fields(changed('[replaces:: tidur]')), []);
    assert.deepEqual(fields(changed('[replaces:: ]')), []);
  });

  it('one of several clients is reported only where the goal says whose it is', () => {
    const client = '[K-014, K-015]';
    assert.deepEqual(fields(changed('[replaces:: ^gone]', { client })), []);
    assert.deepEqual(fields(changed('[replaces:: ^gone] [client:: K-015]', { client })), [
      '2.md goal-field:9',
    ]);
  });
});

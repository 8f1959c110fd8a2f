import assert from 'node:assert/strict';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { defaultConfig } from '../../../src/core/config/config';
import { parseNote } from '../../../src/core/note/parseNote';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { CaseProblems } from '../../../src/core/validate/caseProblems';
import {
  casePlaces,
  caseProblemsOf,
  onlyProblem,
  type Session,
  session,
  type Texts,
  wordsAt,
} from './caseSupport';
import { closing, planning } from './support';

const relationship = ['## Rapport', '- [x] Facilitate communication'];
const exploration = ['## Exploring the problem', 'Words.'];

/** A case of two notes that records all stages; the second ends with what `decision` says. */
function wholeCase(decision: string, of: Partial<Session> = {}): Texts {
  const done = closing(decision).map(line => line.replace('- [ ]', '- [x]'));
  return {
    '1.md': session({ number: 1 }, [...relationship, ...exploration]),
    '2.md': session({ number: 2, ...of }, [...planning, ...done]),
  };
}

function found(texts: Texts, rule: string): readonly string[] {
  return casePlaces(texts).filter(place => place.includes(rule));
}

describe('a stage that was never recorded', () => {
  const withoutPlanning = (of: Partial<Session>, decision = 'Continued.'): Texts => ({
    ...wholeCase(decision),
    '2.md': session({ number: 2, ...of }, closing(decision)),
  });

  it('is told in the note that closes the case, where it says so', () => {
    const closed = withoutPlanning({ head: ['closed: resolved'] });
    assert.deepEqual(found(closed, 'stage-never-recorded'), ['2.md stage-never-recorded:6']);
    const problem = onlyProblem(closed, '2.md', 'stage-never-recorded');
    assert.equal(wordsAt(closed, '2.md', problem.range), 'resolved');
    assert.deepEqual([problem.severity, problem.protocol, problem.stage], ['info', 'four-stage', 'planning']);
    const decided = withoutPlanning({}, 'Resolved.');
    const place = onlyProblem(decided, '2.md', 'stage-never-recorded').range;
    assert.equal(wordsAt(decided, '2.md', place), 'Resolved.');
  });

  const calm: readonly (readonly [what: string, texts: Texts])[] = [
    ['where the case has recorded all of them', wholeCase('Resolved.')],
    ['as long as the case is open', withoutPlanning({})],
    [
      'where the case was taken over, its earlier notes being elsewhere',
      { '2.md': session({ number: 2 }, closing('Resolved.')) },
    ],
    [
      'where a later note opens the case again',
      { ...withoutPlanning({}, 'Resolved.'), '3.md': session({ number: 3 }) },
    ],
    ...['referred', 'transferred', 'dropped-out'].map(
      closure =>
        [
          `where the case was broken off: ${closure}`,
          withoutPlanning({ head: [`closed: ${closure}`] }),
        ] as const,
    ),
  ];
  for (const [what, texts] of calm) {
    it(`is not told ${what}`, () => assert.deepEqual(found(texts, 'stage-never-recorded'), []));
  }

  it('is one that was only put aside, too', () => {
    const aside = wholeCase('Resolved.');
    const text = (aside['1.md'] ?? '').replace('Words.', 'Deferred: no time');
    assert.deepEqual(found({ ...aside, '1.md': text }, 'stage-never-recorded'), [
      '2.md stage-never-recorded:18',
    ]);
  });

  it('is asked of the case also by protocols that ask no single note, and counts under either protocol', () => {
    const source = (id: string, stages: string): string =>
      `id: ${id}\ntitle: { en: ${id} }\nscope: case\nstages: [${stages}]\n`;
    const stage = (id: string, more = ''): string => `{ id: ${id}, title: { en: Stage ${id} }${more} }`;
    const { set } = loadWorkspaceProtocols([
      {
        path: 'a.yaml',
        text: source('a', `${stage('one')}, ${stage('two')}, ${stage('x', ', required: false')}`),
      },
      { path: 'b.yaml', text: source('b', `${stage('two')}, ${stage('three')}`) },
    ]);
    const note = (protocol: string, number: number, body: readonly string[], head: readonly string[] = []) =>
      session({ protocol, number, head }, body);
    const told = (texts: Texts): readonly string[] => {
      const cases = new CaseIndex(set);
      for (const [path, text] of Object.entries(texts)) {
        cases.set(toCaseNote(path, parseNote(text, { protocols: set, defaultProtocol: 'a' })));
      }
      const problems = new CaseProblems(defaultConfig, set).of('2.md', cases.casesOf('2.md'));
      return problems.map(({ rule, protocol, stage: id }) => `${rule} ${protocol}/${id}`);
    };
    const first = note('a', 1, ['## Stage one', 'Words.']);
    assert.deepEqual(
      told({ '1.md': first, '2.md': note('b', 2, ['## Stage two', 'x'], ['closed: other']) }),
      ['stage-never-recorded b/three'],
    );
    assert.deepEqual(told({ '1.md': first, '2.md': note('b', 2, [], ['closed: other', 'contact: phone']) }), [
      'stage-never-recorded a/two',
    ]);
  });
});

describe('a case that closes with open goals', () => {
  const openGoals: readonly (readonly [what: string, goals: readonly string[], count: number])[] = [
    ['one', ['- [ ] Sleep ^sleep'], 1],
    ['several, whatever it is that leaves them open', ['- [/] a ^a', '- [h] b ^b', '- [>] c ^c'], 3],
    ['one of the protocol that was begun', ['- [/] Facilitate communication'], 1],
  ];
  for (const [what, goals, count] of openGoals) {
    it(`is told once, with how many there are: ${what}`, () => {
      const texts = wholeCase('Resolved.');
      const earlier = `${texts['1.md']}\n## Rapport\n${goals.join('\n')}\n`;
      const all = { ...texts, '1.md': earlier };
      const { message, range, related, severity } = onlyProblem(all, '2.md', 'closed-with-open-goals');
      assert.equal(severity, 'info');
      assert.equal(wordsAt(all, '2.md', range), 'Resolved.');
      assert.deepEqual(message.args ?? { goals: 1 }, { goals: count });
      assert.deepEqual(
        related.map(({ path, place }) => [path, wordsAt(all, path, place)]),
        goals.map(goal => ['1.md', goal.slice('- [ ] '.length)]),
      );
    });
  }

  it('counts actions too, however the case was closed', () => {
    for (const closure of ['dropped-out', 'transferred', 'resolved', 'other']) {
      const texts = wholeCase('Continued.', { head: [`closed: ${closure}`] });
      const text = (texts['2.md'] ?? '').replace('- [x]', '- [ ]');
      assert.deepEqual(found({ ...texts, '2.md': text }, 'closed-with-open-goals'), [
        '2.md closed-with-open-goals:6',
      ]);
    }
  });

  it('is told of none where all ended, where none was begun, or where the case is open', () => {
    assert.deepEqual(found(wholeCase('Resolved.'), 'closed-with-open-goals'), []);
    const open = wholeCase('Continued.');
    const text = (open['2.md'] ?? '').replace('- [x]', '- [ ]');
    assert.deepEqual(found({ ...open, '2.md': text }, 'closed-with-open-goals'), []);
  });
});

describe('what of the process a case that closes leaves out', () => {
  const titlesIn = (texts: Texts, key: string) =>
    caseProblemsOf(texts, '2.md')
      .filter(({ message }) => message.key === key)
      .flatMap(({ message }) => message.args?.['titles'])
      .flatMap(title => (typeof title === 'object' && 'en' in title ? title['en'] : []));
  const goals = (texts: Texts) => titlesIn(texts, 'problem.process-left-out');
  const parts = (texts: Texts) => titlesIn(texts, 'problem.process-left-out.parts');

  it('is named in the note that closes it: those of the eight goals that nobody has touched', () => {
    const closed = wholeCase('Resolved.');
    assert.deepEqual(found(closed, 'process-left-out'), [
      '2.md process-left-out:18',
      '2.md process-left-out:18',
    ]);
    assert.equal(goals(closed).length, 7);
    assert.ok(!goals(closed).includes('Facilitate communication'));
    const further = closed['1.md']?.replace(
      '- [x] Facilitate communication',
      '$&\n- [-] Plan the assessment together\n- [ ] Understand the counseling process and take responsibility in it',
    );
    const left = goals({ ...closed, '1.md': further ?? '' });
    assert.equal(left.length, 6);
    assert.ok(left.includes('Understand the counseling process and take responsibility in it'));
  });

  it('is the parts that the case is asked for, unless some note says something there, or why not', () => {
    const closed = wholeCase('Resolved.');
    assert.deepEqual(parts(closed), [
      'Quality of the relationship',
      'The problem as the client tells it',
      'Integration of the information',
      'Explanation of the solution',
    ]);
    const further = closed['1.md']?.replace(
      '## Exploring the problem',
      '### Kualitas hubungan\nHangat.\n$&\n### Keluhan\n"Saya diam."\n### Integrasi informasi\nTidak dibahas: waktu habis',
    );
    assert.deepEqual(parts({ ...closed, '1.md': further ?? '' }), ['Explanation of the solution']);
  });

  it('is not told of a case that is open, was broken off or taken over', () => {
    assert.deepEqual(found(wholeCase('Continued.'), 'process-left-out'), []);
    assert.deepEqual(found(wholeCase('Continued.', { head: ['closed: referred'] }), 'process-left-out'), []);
    const taken = { '2.md': wholeCase('Resolved.')['2.md'] ?? '' };
    assert.deepEqual(found(taken, 'process-left-out'), []);
  });
});

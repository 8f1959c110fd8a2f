import assert from 'node:assert/strict';
import { languageTags } from '../../../src/core/language/languages';
import { caseRules } from '../../../src/core/validate/rules';
import { render, setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { caseProblemsOf, january, session } from './caseSupport';
import { closing, noteWith, planning, problemsOf } from './support';

/** A note that breaks most rules at once. */
const text = noteWith(
  [
    '## Applying the solution and closing',
    ...closing('Not yet.').slice(1),
    ...planning.slice(0, 3),
    '## Perencanaan pemecahan masalah',
    '- [?] a ^a [due:: x] [gas:: 3] [role:: x] [replaces:: b]',
    '- [ ] b ^a',
    '## Membangun hubungann',
    '## Identifikasi dan eksplorasi masalah',
  ],
  ['stages: [relationship, exploration, planning, x]', 'kind: x', 'klien: y'],
).replace('session: 3\n', '');

const secret = (...goals: readonly string[]): readonly string[] => [
  ...planning.slice(0, 1),
  ...goals.map(words => `- [ ] ${words}`),
  ...planning.slice(1),
];

/** Notes of two clients that break every rule for cases. */
const troubledCases = {
  'a1.md': session({ number: 1, date: january(5) }, secret('Hal rahasia', 'Rahasia lain ^lain', 'Tetap ^t')),
  'a3.md': session({ number: 3, date: january(3) }, secret('Hal rahasia ^x [replaces:: ^y]')),
  'a3b.md': session({ number: 3, date: january(4) }, secret('Hal rahasia satu', 'Rahasia lama ^lama')),
  'a3c.md': session({ number: 3, date: january(4) }, secret()),
  'a4.md': session({ number: 4, date: january(6) }, secret('Hal rahasia sat', 'Rahasia lam')),
  'b1.md': session({ number: 1, client: 'K-015' }, secret('Hal rahasia')),
  'b2.md': session({ number: 2, client: 'K-015', head: ['closed: resolved'] }, secret('Lagi rahasia ^a')),
  'c1.md': session({ number: 1, client: 'K-016' }, secret('Hal rahasia ^r', 'Tetap rahasia ^s')),
  'c2.md': session({ number: 2, client: 'K-016', head: ['status: draft'] }, [
    ...secret('Belanja sayur ^s', 'Rahasia satu [ ] rahasia dua'),
    '- [>] Hal rahasia ^r [due:: 2026-02-02]',
  ]),
};

describe('the messages of problems and fixes', () => {
  afterEach(() => setInterfaceLanguage('en'));

  for (const language of languageTags) {
    it(`say everything in ${language}, with nothing left to fill in`, () => {
      setInterfaceLanguage(language);
      const problems = problemsOf(text);
      const said = problems.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
      assert(new Set(problems.map(({ rule }) => rule)).size >= 12);
      for (const message of said) assert.doesNotMatch(render(message), /[{}]|undefined|^$/, message.key);
    });
  }

  for (const language of languageTags) {
    it(`say what is wrong with a case in ${language}, in its notes and beside`, () => {
      setInterfaceLanguage(language);
      const problems = Object.keys(troubledCases).flatMap(path =>
        caseProblemsOf(troubledCases, path, { rules: { 'goal-never-addressed': 'info' } }),
      );
      const said = problems.flatMap(({ message, related, fixes }) => [
        message,
        ...related.map(each => each.message),
        ...fixes.map(({ title }) => title),
      ]);
      assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(caseRules.map(({ id }) => id)));
      for (const message of said) assert.doesNotMatch(render(message), /[{}]|undefined|^$/, message.key);
    });

    it(`quote no words of the notes in ${language}, whatever a case brings up`, () => {
      setInterfaceLanguage(language);
      for (const path of Object.keys(troubledCases)) {
        for (const { message, related, fixes } of caseProblemsOf(troubledCases, path)) {
          const texts = [message, ...related.map(each => each.message), ...fixes.map(({ title }) => title)];
          for (const text of texts) assert.doesNotMatch(render(text), /rahasia/i);
        }
      }
    });
  }

  it('name stages by their title in the language of the note, whatever that of the interface', () => {
    const missing = problemsOf(noteWith(planning, ['stages: [planning, closing]']));
    const [first] = missing;
    assert.deepEqual(
      missing.map(({ message }) => render(message)),
      [
        'The stage “Penerapan solusi dan penutup konseling” is missing. Add it, or list what this session covered in “stages:”.',
      ],
    );
    assert.equal(
      first?.fixes[0] && render(first.fixes[0].title),
      'Insert the stage “Penerapan solusi dan penutup konseling”',
    );
  });

  it('name stages by their title in the language of the interface where the note tells none', () => {
    const missing = problemsOf(noteWith(['Nothing.'], ['stages: [closing]']));
    assert.match(missing.map(({ message }) => render(message)).join(), /“Applying the solution and closing”/);
    setInterfaceLanguage('id');
    assert.match(
      missing.map(({ message }) => render(message)).join(),
      /“Penerapan solusi dan penutup konseling”/,
    );
  });

  it('list the stages that there are by their titles', () => {
    const [problem] = problemsOf(noteWith(planning, ['stages: [planning, dreaming]']));
    assert.match(
      problem ? render(problem.message) : '',
      /Membangun hubungan, Identifikasi dan eksplorasi masalah/,
    );
  });

  it('call the parts of a form what its format calls them: no SOAP note hears of stages', () => {
    const soap =
      '---\nprotocol: soap\nclient: K-014\nsession: 1\ndate: 2026-03-12\nstages: [subjective, plan, x]\n---\n## Plan\n## Subjective\n## Plan\nx\n## Objective\nx\n';
    const found = problemsOf(soap).concat(problemsOf(soap.replace(/stages: .*\n/, '')));
    const texts = (language: 'en' | 'id') => {
      setInterfaceLanguage(language);
      return found.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)].map(render));
    };
    assert.ok(texts('en').some(text => text.startsWith('The section “Assessment” is missing.')));
    assert.ok(texts('id').some(text => text.startsWith('Bagian “Assessment” belum ada.')));
    for (const text of texts('en')) assert.doesNotMatch(text.replaceAll('“stages', ''), /stage/i, text);
    for (const text of texts('id')) assert.doesNotMatch(text, /tahap/i, text);
  });
});

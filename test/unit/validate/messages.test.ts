import assert from 'node:assert/strict';
import indonesian from '../../../l10n/bundle.l10n.id.json';
import english from '../../../l10n/bundle.l10n.json';
import { render, setInterfaceLanguage } from '../../../src/l10n/catalogue';
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

describe('the messages of problems and fixes', () => {
  afterEach(() => setInterfaceLanguage('en'));

  for (const language of ['en', 'id'] as const) {
    it(`say everything in ${language}, with nothing left to fill in`, () => {
      setInterfaceLanguage(language);
      const problems = problemsOf(text);
      const said = problems.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
      assert(new Set(problems.map(({ rule }) => rule)).size >= 12);
      for (const message of said) assert.doesNotMatch(render(message), /[{}]|undefined|^$/, message.key);
    });
  }

  it('name stages by their title in the language of the interface', () => {
    const missing = problemsOf(noteWith(planning, ['stages: [planning, closing]']));
    assert.deepEqual(
      missing.map(({ message }) => render(message)),
      ['The stage “Applying the solution and closing” is missing.'],
    );
    setInterfaceLanguage('id');
    assert.deepEqual(
      missing.map(({ message }) => render(message)),
      ['Tahap “Penerapan solusi dan penutup konseling” belum ada.'],
    );
  });

  it('take the same arguments in both languages', () => {
    const argumentsOf = (said: string) => [...said.matchAll(/\{\w+\}/g)].map(([argument]) => argument).sort();
    const texts = new Map(Object.entries(indonesian));
    for (const [key, said] of Object.entries(english)) {
      if (!/^(problem|fix)\./.test(key)) continue;
      assert.deepEqual(argumentsOf(texts.get(key) ?? ''), argumentsOf(said), key);
    }
  });
});

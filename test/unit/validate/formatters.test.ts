import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFixes } from 'markdownlint';
import { lint } from 'markdownlint/sync';
import { format } from 'prettier';
import { practiceOf } from './practice';

const fixtures = join(__dirname, '../../fixtures');

/** What is no heading and no front matter as it stands: there the others change the note itself. */
const broken = ['free/empat-tahap-catatan-cepat.session.md', 'free/front-matter-below.session.md'];

/** Notes as people write them, and a complete example of each built-in format. */
const notes: readonly (readonly [name: string, text: string])[] = ['free', 'builtins'].flatMap(folder =>
  readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .map(file => [`${folder}/${file.replaceAll('\\', '/')}`, join(fixtures, folder, file)] as const)
    .filter(
      ([name]) => /complete\.id|free.*md$/.test(name) && !/incomplete/.test(name) && !broken.includes(name),
    )
    .map(([name, path]) => [name, readFileSync(path, 'utf8')] as const),
);

/** The goals of a note and the rules that it breaks, with nothing of where they stand. */
function readingOf(text: string): object {
  const practice = practiceOf({ 'n.session.md': text });
  const note = practice.parse(text);
  return {
    goals: note.goals.map(({ kind, stage, section, marker, text: words, id, due, tags, gas }) => ({
      kind,
      stage,
      section,
      status: marker.toLowerCase(),
      words,
      id,
      due,
      tags,
      gas,
    })),
    rules: [...practice.problemsOf('n.session.md'), ...practice.caseProblemsOf('n.session.md')]
      .map(({ rule, stage }) => `${rule} ${stage ?? ''}`)
      .sort(),
  };
}

describe('what other programs make of a note', () => {
  for (const [name, text] of notes) {
    it(`changes neither goals nor problems of ${name}: Prettier`, async () => {
      assert.deepEqual(readingOf(await format(text, { parser: 'markdown' })), readingOf(text));
    });

    it(`changes neither goals nor problems of ${name}: markdownlint --fix`, () => {
      const faults = lint({ strings: { note: text } })['note'] ?? [];
      assert.deepEqual(readingOf(applyFixes(text, faults)), readingOf(text));
    });
  }
});

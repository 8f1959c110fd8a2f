import assert from 'node:assert/strict';
import { comparableGoalText } from '../../../src/core/note/comparableGoalText';
import { applyEdits } from '../../../src/core/text/textEdit';
import { fixedText, parse, problemsOf } from './support';

/** A note of SOAP with these lines. */
function soap(...body: readonly string[]): string {
  return [
    '---',
    'protocol: soap',
    'client: K-014',
    'session: 2',
    'date: 2026-03-03',
    '---',
    ...body,
    '',
  ].join('\n');
}

/** A note with a task in its plan, behind parts that lack nothing. */
function withTask(task: string): string {
  return soap('S: tired', 'O: flat', 'A: stable', '', '## Plan', '', `- [ ] ${task}`);
}

describe('a task behind a label', () => {
  const parts = ['**S:** tired', '**O:** flat', '**A:** stable'];

  it('becomes an item below the label, which stays', () => {
    const written: readonly (readonly [line: string, mended: readonly string[]])[] = [
      ['**P:** [ ] walk', ['**P:**', '- [ ] walk']],
      ['P: – [x] walk', ['P:', '- [x] walk']],
      ['**P:** - [ ] walk', ['**P:**', '- [ ] walk']],
      ['P - ☐ walk', ['P:', '- [ ] walk']],
    ];
    for (const [line, mended] of written) {
      const { text, remaining } = fixedText(soap(...parts, line));
      assert.equal(text, soap(...parts, ...mended), line);
      assert.deepEqual(remaining, [], line);
    }
  });

  it('becomes an item of the one that the label begins', () => {
    const items = parts.map(part => `- ${part}`);
    const { text } = fixedText(soap(...items, '- **P:** [ ] walk', '- next'));
    assert.equal(text, soap(...items, '- **P:**', '  - [ ] walk', '- next'));
  });

  it('is not taken out with the label when it was not discussed', () => {
    const problem = problemsOf(soap(...parts, '**P:** [>] walk')).find(({ rule }) => rule === 'goal-status');
    assert.ok(problem);
    assert.ok(problem.fixes.every(({ title }) => title.key !== 'fix.take-out'));
  });
});

describe('signs of Tasks behind a due date', () => {
  it('are no words that the date stands among, in any order', () => {
    for (const signs of [
      '🔼',
      '⏫ 🔁 every week',
      '✅ 2026-03-09 ⏬',
      '🆔 abc123 ⛔ def456,ghi789',
      '🏁 delete 🔽',
    ]) {
      const text = withTask(`Sleep 📅 2026-03-19 ${signs}`);
      assert.deepEqual(problemsOf(text), [], signs);
      assert.equal(parse(text).goals[0]?.due, '2026-03-19', signs);
    }
  });

  it('are told with words behind them', () => {
    const text = withTask('Sleep 📅 2026-03-19 🔼 at home');
    assert.deepEqual(
      problemsOf(text).map(({ rule }) => rule),
      ['goal-field'],
    );
  });

  it('make no other goal of it where they say its priority', () => {
    assert.equal(comparableGoalText('Sleep 🔼'), comparableGoalText('Sleep'));
    assert.notEqual(comparableGoalText('Sleep 🔁 every day'), comparableGoalText('Sleep'));
  });
});

describe('links in the front matter', () => {
  it('mean what they lead to', () => {
    const text = soap('S: tired', 'O: flat', 'A: stable', 'P: walk')
      .replace('client: K-014', 'client: "[[Clients/K-014|Ani]]"')
      .replace('date: 2026-03-03', 'date: \'[[2026-03-03]]\'\nnext: "[[2026-03-10#Plan]]"');
    const { frontMatter } = parse(text);
    assert.deepEqual(
      frontMatter.clients.map(({ value }) => value),
      ['K-014'],
    );
    assert.equal(frontMatter.date?.value, '2026-03-03');
    assert.equal(frontMatter.next?.value, '2026-03-10');
    assert.deepEqual(problemsOf(text), []);
  });

  it('are written anew as a whole by what mends them', () => {
    const text = soap('S: tired', 'O: flat', 'A: stable', 'P: walk').replace(
      '2026-03-03',
      '"[[3 March 2026]]"',
    );
    const [fix] = problemsOf(text).find(({ rule }) => rule === 'invalid-field')?.fixes ?? [];
    assert.ok(fix);
    assert.match(applyEdits(text, fix.edits), /^date: 2026-03-03$/m);
  });
});

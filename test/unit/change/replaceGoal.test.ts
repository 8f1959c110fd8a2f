import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineage } from '../../../src/core/case/replacements';
import type { Change, Edits, Refusal } from '../../../src/core/change/change';
import { replaceGoal } from '../../../src/core/change/replaceGoal';
import { applyEdits } from '../../../src/core/text/textEdit';
import { caseOf, goalNamed, noteText, read } from './caseTexts';

type Replaced = Refusal | (Edits & { readonly text: string });

/** Changes the goal with this text in the last of the notes. */
function change(texts: readonly string[], goal: string, text: string, reason = ''): Replaced {
  const ofCase = caseOf(...texts);
  const changed = { goal: goalNamed(ofCase, goal), ofCase, client: undefined };
  const note = texts.at(-1) ?? '';
  const done = replaceGoal(read(note), `${texts.length}.md`, changed, { text, reason, language: 'en' });
  return done.kind === 'refused' ? done : { ...done, text: applyEdits(note, done.edits) };
}

function bodyAfter(done: Replaced): string {
  assert.equal(done.kind, 'edits');
  return done.kind === 'edits' ? (done.text.split('\n---\n')[1] ?? '') : '';
}

function reasonOf(done: Change): string | undefined {
  return done.kind === 'refused' ? done.reason.key : undefined;
}

describe('changing a goal', () => {
  it('drops it with the reason, and opens below it what takes its place', () => {
    const note = noteText(
      2,
      `## Termination
- [/] Present alone ^alone [due:: 2026-03-01] [role:: client] <!-- Session 1: [ ] -->

  Too much at once.
- [ ] Sleep ^sleep
`,
    );
    assert.equal(
      bodyAfter(change([note], 'Present alone', 'Open the group talk', 'too  much\nat [once]')),
      `## Termination
- [-] Present alone [reason:: too much at (once)] ^alone [due:: 2026-03-01] [role:: client] <!-- Session 1: [ ] -->

  Too much at once.
- [ ] Open the group talk [role:: client] [replaces:: ^alone] ^open-the-group-talk
- [ ] Sleep ^sleep
`,
    );
  });

  it('gives it an id where it has none, and takes none that the case has', () => {
    const earlier = noteText(1, '## Termination\n- [x] Open it ^present-alone\n- [-] Shut it ^sing\n');
    const note = noteText(2, '## Termination\n1. [ ] Present alone #talk');
    assert.equal(
      bodyAfter(change([earlier, note], 'Present alone', 'Sing [due:: 2026-04-01]')),
      `## Termination
1. [-] Present alone #talk ^present-alone-2
1. [ ] Sing [replaces:: ^present-alone-2] [due:: 2026-04-01] ^sing-2`,
    );
  });

  it('puts the new one at the same depth, below what is nested in the old', () => {
    const note = noteText(
      1,
      '## Termination\n* Mine\n  * [ ] Talk ^talk\n    * [ ] Write ^write\n\n    More.\n* x\n',
    );
    assert.equal(
      bodyAfter(change([note], 'Talk', 'Listen')),
      '## Termination\n* Mine\n  * [-] Talk ^talk\n    * [ ] Write ^write\n\n    More.\n  * [ ] Listen [replaces:: ^talk] ^listen\n* x\n',
    );
    const double = noteText(1, '## Termination\n- - [ ] Talk ^talk\n');
    assert.equal(
      bodyAfter(change([double], 'Talk', 'Listen')),
      '## Termination\n- - [-] Talk ^talk\n  - [ ] Listen [replaces:: ^talk] ^listen\n',
    );
  });

  it('carries it into the newest note first where that does not mention it', () => {
    const earlier = noteText(1, '## Termination\n- [/] Present alone\n');
    const done = change(
      [earlier, noteText(2, '## Termination\nGood talk.\n')],
      'Present alone',
      'Open it',
      'shy',
    );
    assert.equal(
      bodyAfter(done),
      `## Termination
Good talk.

- [-] Present alone [reason:: shy] ^present-alone
- [ ] Open it [replaces:: ^present-alone] ^open-it
`,
    );
  });

  it('is refused without new words, and where the note no longer has the goal as the case knows it', () => {
    const note = noteText(1, '## Termination\n- [ ] Talk ^talk\n');
    assert.equal(reasonOf(change([note], 'Talk', ' #tag [due:: 2026-01-01]')), 'goal.change-refused.no-text');
    assert.equal(reasonOf(change([note], 'Talk', '*talk*')), 'goal.change-refused.same-text');
    const ofCase = caseOf(note);
    const changed = { goal: goalNamed(ofCase, 'Talk'), ofCase, client: undefined };
    const now = note.replace('[ ]', '[x]');
    const wish = { text: 'Listen', reason: '', language: 'en' };
    assert.equal(reasonOf(replaceGoal(read(now), '1.md', changed, wish)), 'goal.change-refused.gone');
    const transcript = noteText(2, '', 'kind: transcript\n');
    assert.equal(
      reasonOf(replaceGoal(read(transcript), '2.md', changed, wish)),
      'goal.change-refused.no-place',
    );
  });

  it('leaves one line of history, whatever is written', () => {
    const words = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '<!-- x',
        'a --> b',
        '[x] y',
        '# z',
        '- q',
        'a ^b',
        'x [y:: z',
        '1. n',
        '`',
        '**b',
        ']',
      ),
    );
    const old = fc.constantFrom('Present alone', 'Present alone ^old', 'Present alone [gas:: -1] #x');
    const before = fc.constantFrom('', '- [ ] First\n', '1. One\n\n   two\n', 'Words\n\n');
    const after = fc.constantFrom(
      '',
      'lazy\n',
      '  - nested\n',
      '\n  ```\n  x\n',
      '- [x] Next\n',
      '\n### Own\n',
    );
    fc.assert(
      fc.property(words, words, old, before, after, (text, reason, source, above, below) => {
        const note = noteText(2, `## Termination\n${above}- [/] ${source}\n${below}`);
        const found = caseOf(noteText(1, '## Termination\n- [ ] Present alone\n'), note);
        const goal = found.goals.find(each => each.text.startsWith('Present alone'));
        assert.ok(goal);
        const changed = { goal, ofCase: found, client: undefined };
        const done = replaceGoal(read(note), '2.md', changed, { text, reason, language: 'en' });
        if (done.kind === 'refused') return;
        const after = applyEdits(note, done.edits);
        const then = caseOf(noteText(1, '## Termination\n- [ ] Present alone\n'), after);
        assert.deepEqual(then.unknownReplaces, []);
        const successor = then.goals.find(({ replaces }) => replaces !== undefined);
        assert.ok(successor);
        assert.deepEqual(
          lineage(then, successor).map(({ status }) => status),
          ['dropped', 'open'],
        );
        assert.equal(lineage(then, successor)[0]?.text, goal.text);
      }),
      { numRuns: 200 },
    );
  });
});

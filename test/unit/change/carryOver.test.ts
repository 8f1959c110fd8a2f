import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpen } from '../../../src/core/case/case';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { type GoalToCarry, goalsToCarry } from '../../../src/core/change/carriedMention';
import { type CarriedOver, type CarryOptions, carryOver } from '../../../src/core/change/carryOver';
import { applyEdits } from '../../../src/core/text/textEdit';
import { indexTexts } from '../case/noteTexts';
import { caseOf, noteText, read } from './caseTexts';

const english: CarryOptions = { language: 'en' };

interface Carried extends CarriedOver {
  /** The text after the edits. */
  readonly text: string;
}

function carryInto(text: string, goals: readonly GoalToCarry[], options = english): Carried {
  const carried = carryOver(read(text), goals, options);
  return { ...carried, text: applyEdits(text, carried.edits) };
}

/** Carries all that is open and not in the last of the notes into it. */
function carry(texts: readonly string[], options = english): Carried {
  const found = caseOf(...texts);
  const last = `${texts.length}.md`;
  const goals = goalsToCarry(
    [found],
    ({ status, mentions }) =>
      isOpen(status) && mentions.length > 0 && mentions.every(({ note }) => note.path !== last),
  );
  return carryInto(texts.at(-1) ?? '', goals, options);
}

function bodyAfter(texts: readonly string[], options = english): string {
  return carry(texts, options).text.split('\n---\n')[1] ?? '';
}

const earlier = noteText(
  1,
  `## Planning the solution
- [/] Speak in class ^speak [due:: 2026-03-19]
## Termination
### Client's actions
- [ ] Write to her mother
`,
);

describe('carrying goals over', () => {
  it('puts each behind the last item of its section or stage', () => {
    const latest = noteText(
      2,
      `## Planning the solution
* [x] Sleep well

### Best-fitting solution
Small steps.
## Termination
### Client's actions
<!-- prompt -->
1. [ ] Call home

### Decision
Continued
`,
    );
    assert.equal(
      bodyAfter([earlier, latest]),
      `## Planning the solution
* [x] Sleep well
* [/] Speak in class [due:: 2026-03-19] ^speak

### Best-fitting solution
Small steps.
## Termination

### Result of applying the solution

- [ ] Write to her mother ^write-to-her-mother



### Client's actions
<!-- prompt -->
1. [ ] Call home

### Decision
Continued
`,
    );
  });

  it('says in a draft that each stands as it stood, in a finished note how that is', () => {
    const latest = '## Planning the solution\n* [x] Sleep well\n';
    assert.match(bodyAfter([earlier, noteText(2, latest, 'status: draft\n')]), /\* \[>\] Speak in class/);
    assert.match(bodyAfter([earlier, noteText(2, latest)]), /\* \[\/\] Speak in class/);
  });

  it('inserts a section that the stage lacks, and a stage that is asked with all its sections', () => {
    const body = bodyAfter([earlier, noteText(2, '## Termination\n\nGood talk.\n')]);
    assert.match(
      body,
      /^\n## Planning how to solve the problem\n\n- \[\/\] Speak in class .*\n\n### Best-fitting solution\n/,
    );
    assert.match(
      body,
      /\n## Termination\n\nGood talk\.\n\n### Result of applying the solution\n\n- \[ \] Write/,
    );
  });

  it('inserts of a stage that is not asked the heading alone', () => {
    const latest = noteText(2, '\n## Termination\n\n### Keputusan\nDiteruskan\n', 'stages: [closing]\n');
    assert.equal(
      bodyAfter([earlier, latest], { language: 'id' }),
      `
## Perencanaan pemecahan masalah

- [/] Speak in class [due:: 2026-03-19] ^speak

## Termination

### Hasil penerapan

- [ ] Write to her mother ^write-to-her-mother



### Keputusan
Diteruskan
`,
    );
  });

  it('passes over what the note mentions already, so that a second time changes nothing', () => {
    const once = carry([earlier, noteText(2, '## Termination\n- [x] Speak in class ^speak\n')]);
    assert.deepEqual(
      once.carried.map(({ text }) => text),
      ['Write to her mother'],
    );
    assert.deepEqual(carry([earlier, once.text]).edits, []);
    const found = caseOf(earlier, once.text);
    const again = carryInto(
      once.text,
      goalsToCarry([found], () => true),
    );
    assert.deepEqual(again.carried, []);
  });

  it('gives the copy another status where that is asked for', () => {
    const { text } = carry([earlier, noteText(2, '')], { ...english, status: 'achieved' });
    assert.deepEqual(
      read(text).goals.map(({ marker }) => marker),
      ['x', 'x'],
    );
    assert.match(text, /- \[x\] Speak in class \[due:: 2026-03-19\] \^speak\n/);
  });

  it('puts a goal of no stage above all stages: below the title, else at the top', () => {
    const outside = noteText(1, '# Session 1\n- [/] Call home ^call [tenggat:: 2026-03-19] #home\n');
    const item = '- [/] Call home #home [due:: 2026-03-19] ^call';
    for (const [before, after] of [
      ['# Session 2\n## Termination\nWords.\n', `# Session 2\n\n${item}\n\n## Termination\nWords.\n`],
      ['# Session 2\n\nWords.\n\n- one\n## Own\n', `# Session 2\n\nWords.\n\n- one\n${item}\n\n## Own\n`],
      ['## Termination\nWords.\n', `\n${item}\n\n## Termination\nWords.\n`],
      ['Words.\n', `Words.\n\n${item}\n`],
      ['', `\n${item}\n`],
    ] as const) {
      const { text } = carry([outside, noteText(2, before)]);
      assert.equal(text.split('\n---\n')[1], after);
      assert.deepEqual(
        read(text).goals.map(({ id, stage }) => [id, stage]),
        [['call', undefined]],
      );
      assert.equal(caseOf(outside, text).goals.at(-1)?.status, 'in-progress');
    }
  });

  it('puts nothing into process notes, transcripts and notes of another protocol', () => {
    for (const extra of ['kind: process\n', 'kind: transcript\n']) {
      const found = caseOf(earlier);
      const text = noteText(2, '## Termination\n', extra);
      assert.deepEqual(
        carryInto(
          text,
          goalsToCarry([found], () => true),
        ).edits,
        [],
      );
    }
    const other = noteText(2, '').replace('four-stage', 'unknown');
    assert.deepEqual(carry([earlier, other]).edits, []);
  });

  it('keeps the line ends of the note', () => {
    const latest = noteText(2, '## Termination\n').replaceAll('\n', '\r\n');
    const { text } = carry([earlier, latest]);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal(read(text).goals.length, 2);
  });

  it('mentions each goal as it stood, and keeps all that was written, in any note', () => {
    const blocks = fc.constantFrom(
      '## Planning the solution\n',
      '## Termination\n',
      "### Client's actions\n",
      '### Own words\n',
      '- [ ] Sleep ^sleep\n',
      '- [x] Write to her mother\n',
      '  - nested\n',
      '1. one\n',
      'Words.\n',
      '\n',
      '> quote\n',
      '```\n',
      '<!-- open\n',
      '<!-- prompt -->\n',
      '***\n',
      'Title\n---\n',
      '## Other\n',
      '<div>\n',
      '- [ ]\n',
    );
    const endings = fc.constantFrom('', 'stages: [closing]\n', 'status: draft\n', 'attendance: no-show\n');
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 9 }), endings, (parts, extra) => {
        const latest = noteText(2, parts.join(''), extra);
        const found = caseOf(earlier, latest);
        const open = found.goals.filter(({ status }) => isOpen(status));
        const goals = goalsToCarry([found], goal => open.includes(goal));
        const { edits, text, carried } = carryInto(latest, goals);
        assert.ok(edits.every(({ range }) => range.start === range.end));
        const index = indexTexts([['1.md', earlier]]);
        index.set(toCaseNote('2.md', read(text)));
        const after = index.get('k-014')?.goals ?? [];
        for (const goal of open) {
          const same = after.find(({ text: words, kind }) => words === goal.text && kind === goal.kind);
          assert.equal(same?.status, goal.status, goal.text);
          assert.equal(same?.mentions.at(-1)?.note.path, '2.md', goal.text);
          assert.equal(same?.stage, goal.stage);
        }
        assert.ok(carried.every(goal => open.includes(goal)));
      }),
      { numRuns: 200 },
    );
  });
});

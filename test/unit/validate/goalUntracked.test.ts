import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Fix } from '../../../src/core/validate/problem';
import { practiceOf } from './practice';
import { problemsOf } from './support';

const head = '---\nprotocol: soap\nclient: C-1\nsession: 1\ndate: 2026-02-04\n---\n';

interface Parts {
  readonly objective?: readonly string[];
  readonly plan?: readonly string[];
  readonly front?: string;
}

/** A note with these lines in the part that records findings and in the one that asks for actions. */
function soap({ objective = ['Calm.'], plan = ['Rest.'], front = head }: Parts): string {
  return `${front}## Subjective\nWell.\n## Objective\n${objective.join('\n')}\n## Assessment\nBetter.\n## Plan\n${plan.join('\n')}\n`;
}

interface Hint {
  readonly line: number;
  readonly key: string;
  readonly count: unknown;
  readonly fixes: readonly Fix[];
}

/** What is said of goals that are none, of a note that is all there is of its case. */
function hintsOf(text: string, files: Readonly<Record<string, string>> = {}, settings = {}): readonly Hint[] {
  const practice = practiceOf({ ...files, 'n.session.md': text }, settings);
  const { lines } = practice.parse(text).outline;
  const own = practice
    .problemsOf('n.session.md')
    .map(each => ({ ...each, fixes: each.fixes, line: lines.positionAt(each.range.start).line }));
  const ofCase = practice.caseProblemsOf('n.session.md').map(each => ({ ...each, line: each.range.line }));
  return [...own, ...ofCase]
    .filter(({ rule }) => rule === 'goal-untracked')
    .map(({ line, message, severity, fixes }) => {
      assert.equal(severity, 'hint');
      return { line: line + 1, key: message.key, count: message.args?.['count'], fixes };
    });
}

function placesOf(text: string, files = {}, settings = {}): readonly string[] {
  return hintsOf(text, files, settings).map(({ line, key }) => `${key.split('.').at(-1)}:${line}`);
}

function mendedBy(text: string, fix: Fix | undefined): string {
  assert.ok(fix);
  return applyEdits(text, fix.edits);
}

describe('a box for a choice', () => {
  it('is no goal, however it is written', () => {
    const head = '---\nprotocol: four-stage\nclient: C-1\nsession: 1\ndate: 2026-02-04\n---\n';
    for (const decision of ['[ ] Resolved\n[x] Continued', '[] Resolved', '- ( ) Resolved\n- (x) Continued'])
      assert.deepEqual(placesOf(`${head}## Termination\n### Decision\n${decision}\n`), [], decision);
    assert.deepEqual(placesOf(`${head}## Termination\n### Decision\n[] Call home\n`), ['part-1:9']);
  });
});

describe('an item without a box', () => {
  const text = soap({ plan: ['- Phone in the kitchen', '- Write down sleep', '- [ ] Walk'] });

  it('is asked about where the format says what is tracked, and nowhere else', () => {
    assert.deepEqual(placesOf(text), ['action:14', 'action:15']);
    assert.deepEqual(placesOf(soap({ objective: ['- Calm', '- On time'] })), []);
  });

  it('becomes an action, alone or with all of its list', () => {
    const [first] = hintsOf(text);
    assert.equal(mendedBy(text, first?.fixes[0]), text.replace('- Phone', '- [ ] Phone'));
    const all = mendedBy(text, first?.fixes[1]);
    assert.equal(all, text.replace('- Phone', '- [ ] Phone').replace('- Write', '- [ ] Write'));
    assert.deepEqual(placesOf(all), []);
  });

  it('is what the practice says that it is, once that has answered', () => {
    const [first] = hintsOf(text);
    assert.deepEqual(
      first?.fixes.flatMap(({ inPractice }) => inPractice ?? []),
      [
        { kind: 'items', items: 'actions' },
        { kind: 'items', items: 'text' },
      ],
    );
    assert.deepEqual(placesOf(text, {}, { items: 'text' }), []);
    assert.deepEqual(placesOf(text, {}, { items: 'actions' }), []);
    const goals = (items: 'text' | 'actions') =>
      practiceOf({ 'n.session.md': text }, { items })
        .cases.casesOf('n.session.md')
        .flatMap(each => each.goals.map(goal => goal.text));
    assert.deepEqual(goals('text'), ['Walk']);
    assert.deepEqual(goals('actions'), ['Phone in the kitchen', 'Write down sleep', 'Walk']);
  });

  for (const [what, lines, mended] of [
    [
      'a sign',
      ['• Walk daily', '• [ ] Rest', '•\u00a0Read'],
      ['• [ ] Walk daily', '• [ ] Rest', '•\u00a0[ ] Read'],
    ],
    [
      'a sign, with words before and lines that go on',
      ['Homework', '• Walk daily', 'at noon', '• Read'],
      ['Homework', '• [ ] Walk daily', 'at noon', '• [ ] Read'],
    ],
    [
      'letters below what leads in',
      ['To do:', 'a) Walk daily', 'b) Read'],
      ['To do:', 'a) [ ] Walk daily', 'b) [ ] Read'],
    ],
    ['a dash', ['– Walk daily', '– Read'], ['– [ ] Walk daily', '– [ ] Read']],
    ['a letter', ['a. Walk daily', 'b. Read'], ['a. [ ] Walk daily', 'b. [ ] Read']],
    ['a number in brackets', ['(1) Walk daily', '(2) Read'], ['(1) [ ] Walk daily', '(2) [ ] Read']],
  ] as const) {
    it(`is asked about where its mark is none to Markdown: ${what}`, () => {
      const marked = soap({ plan: lines, objective: lines.filter(line => !line.includes('[ ]')) });
      const hints = hintsOf(marked);
      assert.deepEqual(
        hints.map(({ key }) => key),
        ['problem.goal-untracked.action', 'problem.goal-untracked.action'],
      );
      const all = mendedBy(marked, hints[0]?.fixes[1]);
      assert.ok(all.endsWith(`${mended.join('\n')}\n`), all);
      const goals = (each: string, settings = {}) =>
        practiceOf({ 'n.session.md': each }, settings)
          .cases.casesOf('n.session.md')
          .flatMap(({ goals: found }) => found.map(({ text: words }) => words).sort());
      assert.deepEqual(
        goals(all),
        goals(marked, { items: 'actions' }).map(words => words.replace(' at noon', '')),
      );
      assert.ok(goals(all).includes('Walk daily'));
    });
  }

  it('is none where a line is part of a sentence or has no mark', () => {
    for (const lines of [['– Walk daily'], ['A. Lee will come.'], ['– A', 'words'], ['Walk • read']])
      assert.deepEqual(placesOf(soap({ plan: lines })), [], lines.join());
  });

  it('is left alone where it says why there is nothing, or only leads in', () => {
    assert.deepEqual(placesOf(soap({ plan: ['- None reported: holidays'] })), []);
    assert.deepEqual(placesOf(soap({ plan: ['- Homework:', '  - Walk'] })), ['action:15']);
  });
});

describe('boxes where nothing is followed', () => {
  const boxes = soap({ objective: ['- [ ] SI', '- [x] HI', '', 'Later:', '', '- [ ] Restless'] });

  it('are one hint a list, and no goals', () => {
    assert.deepEqual(
      hintsOf(boxes).map(({ line, count }) => [line, count]),
      [
        [10, 2],
        [15, undefined],
      ],
    );
  });

  it('count once they are given ids', () => {
    const [list] = hintsOf(boxes);
    const tracked = mendedBy(boxes, list?.fixes[0]);
    assert.match(tracked, /- \[ \] SI \^[a-z2-7]{6}\n- \[x\] HI \^[a-z2-7]{6}\n/);
    assert.deepEqual(placesOf(tracked), ['part-1:15']);
  });

  it('are asked about never more once the practice says so', () => {
    const [list] = hintsOf(boxes);
    assert.deepEqual(list?.fixes[1]?.inPractice, {
      kind: 'never-track',
      protocol: 'soap',
      stage: 'objective',
      section: undefined,
    });
    const own = 'id: soap\nextends: soap\nstages:\n  - id: objective\n    tracks: never\n';
    assert.deepEqual(placesOf(boxes, { '.session-notes/protocols/soap.yaml': own }), []);
  });

  it('are followed by an id, a due date, or the words of a goal of the case', () => {
    assert.deepEqual(placesOf(soap({ objective: ['- [ ] SI ^si', '- [ ] HI [due:: 2026-03-01]'] })), []);
    assert.deepEqual(placesOf(soap({ objective: ['- [x] Walk'], plan: ['- [ ] Walk'] })), []);
    assert.deepEqual(placesOf(soap({ objective: ['- [x] Walk'] })), ['part-1:10']);
  });

  it('are told where several stand in one line, and where the note has no client', () => {
    assert.deepEqual(placesOf(soap({ plan: ['- [ ] SI [ ] HI [x] SH'] })), ['part-1:14']);
    assert.deepEqual(placesOf(soap({ objective: ['- [ ] SI'], front: head.replace('client: C-1\n', '') })), [
      'part-1:9',
    ]);
  });

  it('are no question where they name a choice', () => {
    const closing = `${head.replace('soap', 'four-stage').replace('---\n', '---\nstages: [closing]\n')}## Closing\n### Actions\n- [ ] Walk\n### Start and end points of the process\nStart.\n### Decision\n- [ ] Resolved\n- [x] Continued\n`;
    assert.deepEqual(placesOf(closing), []);
  });
});

describe('the tasks of a process note', () => {
  const text = soap({
    plan: ['- [ ] Ask my supervisor', '- Read'],
    front: head.replace('---\n', '---\nkind: process\n'),
  });

  it('are the writer’s alone: no goals, one hint, which can be ended in the note', () => {
    const [hint, ...others] = hintsOf(text);
    assert.deepEqual(others, []);
    assert.deepEqual([hint?.key, hint?.line], ['problem.goal-untracked.process-1', 15]);
    assert.deepEqual(
      practiceOf({ 'n.session.md': text })
        .cases.casesOf('n.session.md')
        .flatMap(({ goals }) => goals),
      [],
    );
    assert.deepEqual(placesOf(mendedBy(text, hint?.fixes[0])), []);
  });
});

describe('a line that looks like a task and is none to Markdown', () => {
  for (const [where, lines, mended] of [
    ['a table', ['| goal | status |', '|---|---|', '| [ ] Walk | new |'], '[ ] Walk'],
    ['HTML', ['<details>', '- [ ] Walk', '</details>'], '[ ] Walk'],
    ['what is indented as code', ['Text', '', '    - [ ] Walk'], '[ ] Walk'],
    ['the last column of a table', ['| goal | done |', '|---|---|', '| Walk | [ ] |'], '[ ] Walk'],
    ['a column of its own', ['| # | done | goal |', '|---|---|---|', '| 1 | ☐ | Walk |'], '[ ] Walk'],
    ['words with the box behind them', ['Walk [ ]'], '[ ] Walk'],
    ['an item with the box behind it', ['- Walk ☐'], '[ ] Walk'],
    ['a quote', ['> Walk [ ].'], '[ ] Walk'],
    ['one line of several', ['Well.', 'Walk [ ]', 'Rest.'], '[ ] Walk'],
    ['a round box', ['( ) Walk'], '[ ] Walk'],
    ['a numbered round box', ['a. ( ) Walk'], '[ ] Walk'],
    ['an item with a round box', ['- ( ) Walk'], '[ ] Walk'],
    ['bold', ['- **[ ] Walk**'], '[ ] Walk'],
    ['code', ['- `[ ]` Walk'], '[ ] Walk'],
    ['a table behind a mark of an item', ['| goal |', '|---|', '| ➤ [ ] Walk |'], '[ ] Walk'],
  ] as const) {
    it(`is told in ${where}, and written as one`, () => {
      const text = soap({ plan: lines });
      const [hint, ...others] = hintsOf(text);
      assert.deepEqual(others, []);
      assert.equal(hint?.key, 'problem.goal-untracked.stray-1');
      const written = mendedBy(text, hint?.fixes[0]);
      assert.ok(written.includes(`- ${mended}`), written);
      const goals = practiceOf({ 'n.session.md': written })
        .cases.casesOf('n.session.md')
        .flatMap(each => each.goals.map(goal => goal.text));
      assert.deepEqual(goals, ['Walk'], written);
    });
  }

  it('keeps a label before its box, and what it says of the state', () => {
    for (const line of ['Done: [x] call mother', '- Done: [x] call mother']) {
      const text = soap({ plan: [line] });
      const [hint, ...others] = hintsOf(text);
      assert.deepEqual(others, []);
      assert.ok(mendedBy(text, hint?.fixes[0]).includes('\n- [x] Done: call mother\n'));
    }
    const bare = soap({ plan: ['Todo [ ] call mother'] });
    assert.ok(mendedBy(bare, hintsOf(bare)[0]?.fixes[0]).includes('\n- [ ] Todo call mother\n'));
    const crossed = soap({ plan: ['Call mother [x].'] });
    assert.ok(mendedBy(crossed, hintsOf(crossed)[0]?.fixes[0]).includes('\n- [x] Call mother\n'));
  });

  it('is written beside others of its block, without a line that would go on with it', () => {
    const text = soap({ plan: ['Walk [ ]', '(x) Run', 'and then', 'rest.'] });
    const [hint, ...others] = hintsOf(text);
    assert.deepEqual([hint?.count, others.length], [2, 0]);
    const written = mendedBy(text, hint?.fixes[0]);
    assert.ok(written.includes('\n- [ ] Walk\n- [x] Run\n\nand then\nrest.\n'), written);
  });

  it('is a tick without a box only among boxes: elsewhere that may be any bullet', () => {
    assert.deepEqual(placesOf(`${head}## Own\n\n☐ Sleep log\n✔ Mail\n✅ Call\n\n- ✔ Tick\n- [ ] Walk\n`), [
      'stray:10',
      'stray-1:13',
    ]);
    assert.deepEqual(placesOf(`${head}## Own\n\n✔ Mail\n\n- ✅ Call\n`), []);
  });

  it('is none among words, in a legend or a scale, where several boxes are in a line, and as a choice', () => {
    const lines = [
      'She left the box [ ] open.',
      'Legend: [x] done, [ ] open',
      'It rained. She saw it, see [x]',
      'Values between (1) and (x) differ',
      'See [x](https://example.org)',
      '( ) never ( ) sometimes (x) often',
      '(see the plan) Walk',
      'Mrs. [ ] Smith',
      '',
      '| item | yes | no |',
      '|---|---|---|',
      '| Sleeps | [x] | [ ] |',
    ];
    assert.deepEqual(placesOf(soap({ objective: lines, plan: lines })), []);
    const decision = ['( ) Resolved', '', 'Continued [x]'];
    const closing = `${head.replace('soap', 'four-stage').replace('---\n', '---\nstages: [closing]\n')}## Closing\n### Actions\n- [ ] Walk\n### Start and end points of the process\nStart.\n### Decision\n${decision.join('\n')}\n`;
    assert.deepEqual(placesOf(closing), []);
  });

  it('is left alone in a fence, in a comment and in a note whose format is not known', () => {
    assert.deepEqual(
      placesOf(soap({ plan: ['Rest.', '```', '- [ ] Walk', '```', '<!-- [ ] Walk -->'] })),
      [],
    );
    assert.deepEqual(placesOf(soap({ plan: ['    - [ ] Walk'], front: head.replace('soap', 'none') })), []);
  });
});

describe('tasks outside every stage', () => {
  const text = `${head}- [ ] Walk\n\n## Family\n- [ ] Ask the sister\n\n${soap({ front: '' })}`;
  const goalsIn = (settings = {}) =>
    practiceOf({ 'n.session.md': text }, settings)
      .cases.casesOf('n.session.md')
      .flatMap(({ goals }) => goals.map(({ text: words, stage }) => [words, stage]));

  it('are goals of no stage', () => {
    assert.deepEqual(goalsIn(), [
      ['Walk', undefined],
      ['Ask the sister', undefined],
    ]);
  });

  it('are text, and nothing is said of them, where the practice wants it so', () => {
    assert.deepEqual(goalsIn({ 'goals.outside': false }), []);
    assert.deepEqual(placesOf(text, {}, { 'goals.outside': false }), []);
  });
});

describe('words for a status in place of a box', () => {
  it('are told in items, and become the box that they say', () => {
    const head =
      '---\nprotocol: soap\nclient: C-1\nsession: 1\ndate: 2026-03-05\n---\n## S\nSlept.\n## O\nCalm.\n## A\nBetter.\n## Plan\n';
    const items =
      '- TODO walk 📅 2026-03-09\n- DONE call\n- DOING read\n- CANCELED run\n- WAITING for a place\n- LATER swim\n';
    const [problem, ...others] = problemsOf(head + items);
    assert.ok(problem);
    assert.deepEqual([problem.rule, problem.severity, others], ['goal-untracked', 'hint', []]);
    const mended = applyEdits(head + items, problem.fixes[0]?.edits ?? []);
    assert.equal(
      mended,
      `${head}- [ ] walk 📅 2026-03-09\n- [x] call\n- [/] read\n- [-] run\n- [h] for a place\n- [ ] swim\n`,
    );
    assert.deepEqual(problemsOf(mended), []);
  });

  it('are words of a sentence elsewhere', () => {
    const head = '---\nprotocol: soap\nclient: C-1\nsession: 1\ndate: 2026-03-05\n---\n';
    const text = `${head}## S\nTODO lists tire her.\nDONE is her word.\n## O\nCalm.\n## A\nBetter.\n## Plan\n- [ ] Todo list\n`;
    assert.deepEqual(problemsOf(text), []);
  });
});

import assert from 'node:assert/strict';
import { comparableGoalText } from '../../../src/core/note/comparableGoalText';
import { applyEdits } from '../../../src/core/text/textEdit';
import { fixed, fixedText, parse, placesOf, problemsOf } from './support';

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

describe('headings of an outliner', () => {
  const parts = (indentation: string): readonly string[] =>
    [
      '## Subjective',
      '\t- tired',
      '## O',
      '\t- flat',
      '## Assessment #week',
      '\t- [ ] sleep',
      '## Plan',
      '\t- [ ] walk',
    ].map(line => (line.startsWith('#') ? `${indentation}- ${line}` : indentation + line));

  it('begin the parts of a note where they are items', () => {
    const note = parse(soap(...parts('')));
    assert.deepEqual(
      note.stages.map(({ stage }) => stage.id),
      ['subjective', 'objective', 'assessment', 'plan'],
    );
    assert.deepEqual(
      note.goals.map(({ text, stage }) => [text, stage]),
      [
        ['sleep', 'assessment'],
        ['walk', 'plan'],
      ],
    );
    assert.deepEqual(problemsOf(soap(...parts(''))), []);
  });

  it('are empty without items of their own', () => {
    const text = soap('- ## Subjective', ...parts('').slice(2));
    assert.deepEqual(placesOf(text), ['empty-stage:7']);
  });

  it('are told where they are items in an item, and move out of it with what is in them', () => {
    const text = soap('- # Session', ...parts('\t'));
    assert.deepEqual(
      placesOf(text),
      [8, 10, 12, 14].map(line => `similar-heading:${line}`),
    );
    assert.equal(fixed(text, 'similar-heading'), soap('- # Session', ...parts('')));
    const sections = soap(
      '- ## Membangun hubungan',
      '  - Baik',
      '  - ### Tujuan konselor',
      '    - [x] menjelaskan',
    ).replace('protocol: soap', 'protocol: four-stage\nstages: [relationship]');
    assert.ok(placesOf(sections).includes('similar-heading:10'));
  });
});

describe('a title of which the first letter stands out', () => {
  it('is a label', () => {
    const text = soap(
      '**S**ubjective: tired',
      '**O**bjective: flat',
      '__A__ssessment - stable',
      '**P**lan',
      'walk',
    );
    assert.equal(parse(text).stages.length, 4);
    assert.deepEqual(problemsOf(text), []);
  });
});

describe('titles in a quote', () => {
  it('are told where they stand, and taken out with all that is quoted', () => {
    const quoted = [
      '> ## Subjective',
      '> tired',
      '> ## Objective',
      '> flat',
      '> ## Assessment',
      '> stable',
      '> ## Plan',
      '> - [ ] walk',
    ];
    const text = soap(...quoted);
    assert.deepEqual(
      placesOf(text),
      [7, 9, 11, 13].map(line => `similar-heading:${line}`),
    );
    const mended = fixed(text, 'similar-heading');
    assert.equal(mended, soap(...quoted.map(line => line.slice(2))));
    assert.deepEqual(problemsOf(mended), []);
  });

  it('may be those of callouts, or labels', () => {
    const callouts = soap(
      '> [!abstract] Subjective',
      '> tired',
      '---',
      '> [!info]- Objective',
      '> > flat',
      '',
      '> **A:** stable',
      '> **P:** walk',
    );
    const mended = fixed(callouts, 'similar-heading');
    assert.equal(
      mended,
      soap('## Subjective', 'tired', '', '---', '## Objective', '> flat', '', '**A:** stable', '**P:** walk'),
    );
    assert.deepEqual(problemsOf(mended), []);
  });

  it('are the words of somebody where one label alone is quoted', () => {
    const text = soap('## S', '> Plan: I will walk', '## O', 'flat', '## A', 'stable');
    assert.deepEqual(placesOf(text), ['missing-stage:11']);
  });
});

describe('a chat that was copied as a note', () => {
  it('has its parts told, and its times and names in comments', () => {
    const lines = ['S: tired', 'O: flat', 'A: stable', 'P: walk'];
    const stamps = [
      '[3/3/26, 10.02.40] Bu Rina: ',
      '03/03/26 10.02 - Bu Rina: ',
      '[3/3/2026, 10:02:40 PM] R: ',
      '3/3/26, 10:02 - R: ',
    ];
    const text = soap(...lines.map((line, at) => stamps[at] + line));
    assert.deepEqual(
      placesOf(text),
      [7, 8, 9, 10].map(line => `similar-heading:${line}`),
    );
    const mended = fixed(text, 'similar-heading');
    assert.equal(mended, soap(...lines.map((line, at) => `${line} <!-- ${stamps[at]?.trim()} -->`)));
    assert.deepEqual(problemsOf(mended), []);
  });
});

describe('a day of the session that only the day of writing tells', () => {
  const dated = (date: string): string =>
    soap('S: tired', 'O: flat', 'A: stable', 'P: walk').replace('2026-03-03', date);
  const offered = (date: string, today?: string): readonly unknown[] =>
    problemsOf(dated(date), {}, { today, protocolIds: [] }).flatMap(({ fixes }) =>
      fixes.map(({ title, safety }) => [title.key, title.args?.['value'], safety]),
    );
  const counted = (value: string) => ['fix.use-day-before-today', value, 'suggestion'];

  it('is offered as that of the day on which the note is being written, up to that day', () => {
    for (const [written, ...days] of [
      ['kemarin', '2026-03-02'],
      ['today', '2026-03-03'],
      ['hari ini', '2026-03-03'],
      ['Senin', '2026-03-02'],
      ['Senin, 2 Maret', '2026-03-02'],
      ['11 December', '2025-12-11'],
      ['3 hari lalu', '2026-02-28'],
    ] as const) {
      assert.deepEqual(offered(written, '2026-03-03'), days.map(counted), written);
    }
  });

  it('is told without an offer where nobody says when it was written', () => {
    assert.deepEqual(offered('kemarin'), []);
    assert.equal(problemsOf(dated('kemarin')).length, 1);
  });
});

describe('a level of attainment without the form of a field', () => {
  it('is asked about at the end of the words', () => {
    for (const [words, field] of [
      ['Sleep GAS +1', '[GAS:: +1]'],
      ['Sleep — GAS = 0', '[GAS:: 0]'],
      ['Sleep [GAS -1].', '[GAS:: -1]'],
      ['Sleep gas +2', '[gas:: +2]'],
      ['Sleep, GAS: +2 (was 0)', '[GAS:: +2]'],
    ] as const) {
      const text = withTask(words);
      const [problem, ...others] = problemsOf(text);
      assert.deepEqual([problem?.rule, problem?.severity, others.length], ['goal-field', 'hint', 0], words);
      const mended = fixedText(fixed(text, 'goal-field')).text;
      assert.ok(mended.includes(field), mended);
      assert.equal(parse(mended).goals[0]?.gas, Number(field.slice(7, -1)), words);
    }
  });

  it('is none where other words may be meant', () => {
    for (const words of ['Beli gas 2', 'GAS 14', 'GAS 1.5', 'Las GAS 1/2', 'GAS +1 tomorrow'])
      assert.deepEqual(problemsOf(withTask(words)), [], words);
  });
});

describe('a heading with words behind the title', () => {
  it('keeps them, below the title, when it is used for its part', () => {
    const text = soap(
      '## S',
      'tired',
      '## O',
      'flat',
      '## Assessment: mild depression',
      'stable',
      '## P',
      'walk',
    );
    assert.deepEqual(placesOf(text), ['similar-heading:11']);
    const mended = fixed(text, 'similar-heading');
    assert.equal(mended, text.replace('## Assessment: mild', '## Assessment\n\nmild'));
    assert.deepEqual(problemsOf(mended), []);
  });
});

describe('words in the headings of parts', () => {
  it('are told where they stand, and go below their titles', () => {
    const text = soap('## S: "tired"', '## **O:** flat', '## A – mild', '- [ ] sleep', '## P: walk');
    assert.deepEqual(
      placesOf(text),
      [7, 8, 9, 11].map(line => `similar-heading:${line}`),
    );
    const mended = fixed(text, 'similar-heading');
    assert.equal(
      mended,
      soap('## S', '', '"tired"', '## O', '', 'flat', '## A', '', 'mild', '- [ ] sleep', '## P', '', 'walk'),
    );
    assert.deepEqual(problemsOf(mended), []);
  });
});

describe('labels without a blank behind them', () => {
  it('are told, and get it with their form', () => {
    for (const lines of [
      ['**S:**tired', '**O:**flat', '**A**:stable', '**P:**walk'],
      ['S:tired', 'O:flat', 'A:stable', 'P:walk'],
    ]) {
      const text = soap(...lines);
      assert.deepEqual(
        placesOf(text),
        [7, 8, 9, 10].map(line => `similar-heading:${line}`),
      );
      const mended = fixed(text, 'similar-heading');
      assert.equal(mended, soap('**S:** tired', '**O:** flat', '**A:** stable', '**P:** walk'));
      assert.deepEqual(problemsOf(mended), []);
    }
  });

  it('are none in front of a time', () => {
    const text = soap('S: tired', 'O: flat', 'A: stable', 'P: walk', '', 'P:10.00', 'S:9.30');
    assert.deepEqual(problemsOf(text), []);
  });
});

describe('letters of parts', () => {
  it('that two parts have in common are told, each for the part that stands there', () => {
    const text = soap('P: fear', 'I: breathing', 'R: calm', 'P: walk').replace(
      'protocol: soap',
      'protocol: pirp',
    );
    assert.deepEqual(placesOf(text), ['similar-heading:7', 'similar-heading:10']);
    const once = fixed(text, 'similar-heading');
    const mended = fixed(once, 'similar-heading');
    assert.ok(mended.includes('**Problem:** fear') && mended.includes('**Plan:** walk'), mended);
    assert.deepEqual(problemsOf(mended), []);
  });
});

describe('a status that says whether the client came', () => {
  it('is offered as the attendance, and nothing is missing before', () => {
    const text = soap('Called.').replace('session: 2', 'session: 2\nstatus: tidak hadir');
    assert.deepEqual(placesOf(text), ['invalid-field:5']);
    const mended = fixed(text, 'invalid-field');
    assert.equal(parse(mended).frontMatter.attendance, 'no-show');
    assert.deepEqual(problemsOf(mended), []);
  });
});

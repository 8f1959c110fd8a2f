import assert from 'node:assert/strict';
import type { GoalMention } from '../../../src/core/note/goalMention';
import { statusOfMarker } from '../../../src/core/note/markers';
import { parseNote } from '../../../src/core/note/parseNote';
import { at, lines, read } from './workshop';

/** The goals of a stage that holds `content`. */
function goals(...content: readonly string[]): readonly GoalMention[] {
  return read(lines('# Work', ...content)).goals;
}

function only(...content: readonly string[]): GoalMention {
  const [goal, ...others] = goals(...content);
  assert.ok(goal);
  assert.deepEqual(others, []);
  return goal;
}

describe('the goals of a note', () => {
  it('are none where a form has dots or a line to write on', () => {
    assert.deepEqual(goals('- [ ] ......', '- [ ] …', '- [ ] ______', '- [ ] \\_\\_\\_'), []);
    assert.equal(only('- [ ] wait ...').text, 'wait ...');
  });

  it('are bullet and ordered items whose first paragraph begins with a marker, a blank and text', () => {
    const items = ['- [ ] a', '', '* [x] b', '', '1. [/] c', '', '2) [ ]\td', '', '+ [ ]', '  e'];
    assert.deepEqual(
      goals(...items).map(({ text }) => text),
      ['a', 'b', 'c', 'd', 'e'],
    );
  });

  it('are nothing else that has brackets', () => {
    const others = [
      'Text - [ ] a',
      '',
      '- [ ]',
      '- []',
      '- [ab] f',
      '- [x](url) g',
      '- words [ ] h',
      '- \\[ ] i',
      '- `[ ] j`',
      '',
      '[x](url) k',
      '[ ]: /url',
      '',
      '[?] what',
      '[h] he',
      '[…] and then',
      '[x]yz',
      '',
      '```',
      '- [ ] l',
      '```',
      '',
      '<!--',
      '- [ ] m',
      '-->',
    ];
    assert.deepEqual(goals(...others), []);
  });

  it('have the status of their marker', () => {
    const statuses = {
      ' ': 'open',
      '/': 'in-progress',
      x: 'achieved',
      X: 'achieved',
      '-': 'dropped',
      h: 'on-hold',
      '>': undefined,
      '?': undefined,
      '!': undefined,
      '✓': undefined,
      '🙂': undefined,
    };
    for (const [marker, status] of Object.entries(statuses)) {
      const goal = only(`- [${marker}] Ask`);
      assert.equal(statusOfMarker(goal.marker), status, marker);
      assert.equal(goal.marker, marker);
    }
  });

  it('are none with a letter or digit that means nothing: that is text', () => {
    assert.deepEqual(goals('- [a] x', '- [H] x', '- [1] x', '- [é] x', '- [字] x'), []);
  });

  it('know the stage and section that they stand in, and may stand in none', () => {
    const note = read(
      lines(
        '- [ ] before',
        '# Work',
        '- [ ] a',
        '## Own words',
        '- [ ] b',
        '## Homework',
        '- [ ] c',
        '# End',
        '- [ ] d',
      ),
    );
    assert.deepEqual(
      note.goals.map(({ text, kind, saysKind, stage, section }) => [text, kind, saysKind, stage, section]),
      [
        ['before', 'goal', false, undefined, undefined],
        ['a', 'goal', false, 'working', undefined],
        ['b', 'goal', false, 'working', undefined],
        ['c', 'action', true, 'working', 'homework'],
        ['d', 'goal', false, undefined, undefined],
      ],
    );
  });

  it('are none outside stages where the practice wants it so', () => {
    const text = lines('- [ ] before ^id', '# Work', '- [ ] a', '# End', '[ ] d');
    const note = parseNote(text, { ...read(text).context, goalsOutside: false });
    assert.deepEqual(
      [...note.goals, ...note.untracked].map(goal => goal.text),
      ['a'],
    );
  });

  it('are text in parts that track nothing or ask for a choice, unless they bear an id or a due date', () => {
    const note = read(
      lines(
        '# Work',
        '## Findings',
        '- [ ] a',
        '- [ ] b ^b',
        '- [ ] c [tenggat:: Jumat]',
        '## Outcome',
        '- [x] Done: at last',
        '- [x] d',
      ),
    );
    assert.deepEqual(
      note.goals.map(({ text, kind, saysKind }) => [text, kind, saysKind]),
      [
        ['b', 'goal', false],
        ['c', 'goal', false],
      ],
    );
    assert.deepEqual(
      note.untracked.map(({ text, section }) => [text, section]),
      [
        ['a', 'findings'],
        ['d', 'outcome'],
      ],
    );
  });

  it('are text where several boxes stand in one line', () => {
    const note = read(
      lines('# Work', '- [x] CBT [ ] EMDR', '[ ] sosial [x] karier', '- [ ] See [x](y) and [x]: z'),
    );
    assert.deepEqual(
      note.goals.map(({ text }) => text),
      ['See [x](y) and [x]: z'],
    );
    assert.deepEqual(
      note.untracked.map(({ text }) => text),
      ['CBT [ ] EMDR', 'sosial [x] karier'],
    );
  });

  it('are none in transcripts, and text in process notes', () => {
    const transcript = read('---\nkind: transcript\n---\n# Work\n- [ ] a\n');
    assert.deepEqual([transcript.goals, transcript.untracked], [[], []]);
    const { goals: found, untracked } = read('---\nkind: process\n---\n# Work\n- [ ] a\n- [ ] b ^b\n');
    assert.deepEqual(
      [found, untracked].map(each => each.map(({ text }) => text)),
      [['b'], ['a']],
    );
  });

  it('may stand in quotes and callouts, at any depth', () => {
    const note = read(
      lines(
        '# Work',
        '> - [ ] a',
        '>   words on ^a',
        '>',
        '> > [!todo] Goals',
        '> > - plain',
        '> >   1. [x] b',
        '',
        '- item',
        '  > - [/] c',
        '  >   more',
      ),
    );
    assert.deepEqual(
      note.goals.map(({ text, id, marker, line }) => [text, id, marker, line]),
      [
        ['a words on', 'a', ' ', 1],
        ['b', undefined, 'x', 6],
        ['c more', undefined, '/', 9],
      ],
    );
    for (const goal of note.goals) assert.equal(at(note, goal.markerRange), goal.marker);
    assert.equal(at(note, note.goals[2]?.textRange ?? { start: 0, end: 0 }), 'c\n  >   more');
  });

  it('may be nested in each other, and in items that are none', () => {
    const found = goals(
      '- [ ] a',
      '  1. [x] b',
      '     - words',
      '       - [/] c',
      '- words',
      '  - [ ] d',
      '- [ ]',
      '  - [ ] e',
    );
    assert.deepEqual(
      found.map(({ text, depth }) => [text, depth]),
      [
        ['a', 0],
        ['b', 1],
        ['c', 2],
        ['d', 0],
        ['e', 0],
      ],
    );
  });

  it('have their text on one line, without the trailing run in any order', () => {
    const runs = [
      '^ask [due:: 2026-03-19] #class',
      '#class ^ask [due:: 2026-03-19]',
      '[due::2026-03-19] ^ask #class',
      '  [due:: 2026-03-19 ]  #class\t^ask  ',
    ];
    for (const run of runs) {
      const goal = only(`- [ ] Ask one question ${run}`);
      assert.equal(goal.text, 'Ask one question', run);
      assert.equal(goal.id, 'ask', run);
      assert.equal(goal.due, '2026-03-19', run);
      assert.deepEqual(goal.tags, ['class'], run);
    }
    assert.equal(
      only('- [ ] Ask one', '      question', '  in class ^ask').text,
      'Ask one question in class',
    );
  });

  it('keep in their text what looks like a field but does not end it', () => {
    for (const text of [
      'Read [page:: 3] and more',
      'Price is 5 ^ 2',
      'Mail a^b',
      'Chapter #3',
      'See [note]',
      'See [a](b)',
      'Say C#',
      'Ask [[link:: x]]',
    ]) {
      assert.equal(only(`- [ ] ${text}`).text, text);
    }
  });

  it('have what means something wherever it stands, and not in their text', () => {
    const goal = only(
      '- [ ] Speak ^speak [due:: 2026-03-19] if (role:: client) #class possible 📅 2026-03-20 then',
    );
    assert.deepEqual(
      [goal.text, goal.id, goal.due, goal.role, goal.tags],
      ['Speak ^speak if #class possible then', undefined, '2026-03-20', 'client', []],
    );
  });

  it('have fields by their names in either language, and due dates as Tasks has them', () => {
    for (const due of [
      '[tenggat:: 2026-03-19]',
      '(due:: 2026-03-19)',
      '(Tenggat waktu:: 2026-03-19)',
      '📅 2026-03-19',
    ])
      assert.deepEqual(
        [only(`- [ ] Ask ${due}`).text, only(`- [ ] Ask ${due}`).due],
        ['Ask', '2026-03-19'],
        due,
      );
    const goal = only('- [ ] Tanya [peran:: konseli] [bobot:: 0,5]');
    assert.deepEqual([goal.role, goal.weight], ['konseli', 0.5]);
  });

  it('have a comment at the end neither in their text nor in the way of the run', () => {
    const goal = only('- [ ] Ask ^ask <!-- again? --> #class <!-- b -->');
    assert.deepEqual([goal.text, goal.id, goal.tags], ['Ask', 'ask', ['class']]);
  });

  it('may be mentioned by their id alone, but not by tags or fields alone', () => {
    const goal = only('- [x] ^ask');
    assert.deepEqual([goal.text, goal.id, statusOfMarker(goal.marker)], ['', 'ask', 'achieved']);
    assert.deepEqual(goals('- [ ] #tag', '- [ ] [due:: 2026-03-19]', '- [ ] <!-- prompt -->'), []);
  });

  it('have fields with their places', () => {
    const note = read(
      '# Work\n- [ ] Ask [due::  2026-03-19] [role:: client]\n  [gas:: \u22121] [own:: x y] [empty::]\n',
    );
    const [goal] = note.goals;
    assert.ok(goal);
    assert.deepEqual(
      goal.fields.map(({ key, value, range, valueRange }) => [
        key,
        value,
        at(note, range),
        at(note, valueRange),
      ]),
      [
        ['due', '2026-03-19', '[due::  2026-03-19]', '2026-03-19'],
        ['role', 'client', '[role:: client]', 'client'],
        ['gas', '\u22121', '[gas:: \u22121]', '\u22121'],
        ['own', 'x y', '[own:: x y]', 'x y'],
        ['empty', '', '[empty::]', ''],
      ],
    );
    assert.deepEqual([goal.due, goal.role, goal.gas, goal.client], ['2026-03-19', 'client', -1, undefined]);
  });

  it('have a level of attainment from −2 to +2, with a hyphen or a minus sign', () => {
    const levels: readonly (readonly [string, number | undefined])[] = [
      ['-2', -2],
      ['\u22122', -2],
      ['-0', 0],
      ['0', 0],
      ['+1', 1],
      ['2', 2],
      ['3', undefined],
      ['--1', undefined],
      ['1.5', undefined],
      ['', undefined],
    ];
    for (const [text, level] of levels) assert.equal(only(`- [ ] Ask [gas:: ${text}]`).gas, level, text);
  });

  it('have weights above 0, with a point or a comma', () => {
    const weights: readonly (readonly [string, number | undefined])[] = [
      ['2', 2],
      ['0.5', 0.5],
      ['0,5', 0.5],
      ['0', undefined],
      ['0.0', undefined],
      ['-1', undefined],
      ['1e3', undefined],
      ['two', undefined],
      ['', undefined],
    ];
    for (const [text, weight] of weights)
      assert.equal(only(`- [ ] Ask [weight:: ${text}]`).weight, weight, text);
  });

  it('have only dates of the calendar as due, and say what they replace and for whom they are', () => {
    assert.equal(only('- [ ] Ask [due:: 2026-02-30]').due, undefined);
    assert.equal(only('- [ ] Ask [due:: tomorrow]').due, undefined);
    assert.equal(only('- [ ] Ask [replaces:: ^old-one]').replaces, 'old-one');
    assert.equal(only('- [ ] Ask [replaces:: two words]').replaces, undefined);
    assert.equal(only('- [ ] Ask [client:: K-014]').client, 'K-014');
  });

  it('are known as the protocol’s own where they state one', () => {
    const note = read(
      '# Opening the session\n- [x] Agree on a **topic**. ^t\n- [ ] Menyepakati topik\n- [ ] Agree\n',
    );
    assert.deepEqual(
      note.goals.map(({ protocolGoal }) => protocolGoal),
      ['agree', 'agree', undefined],
    );
  });

  it('have their exact places, over several lines and with any line end', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const note = read(['# Work', '', '- a', '  - [/] Ask one', '    question ^ask', ''].join(eol));
      const [goal] = note.goals;
      assert.ok(goal?.idRange);
      assert.equal(goal.line, 3);
      assert.equal(at(note, goal.markerRange), '/');
      assert.equal(at(note, goal.textRange), `Ask one${eol}    question`);
      assert.equal(at(note, goal.range), `Ask one${eol}    question ^ask`);
      assert.equal(at(note, goal.idRange), '^ask');
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfig } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { type ChangedFormat, changeFormat } from '../../../src/core/practice/changeFormat';
import { makePractice, readNote } from '../../../src/core/practice/practice';
import { noteProblems } from '../../../src/core/practice/problems';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import type { CompiledProtocol } from '../../../src/core/protocol/compiledProtocol';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { applyEdits } from '../../../src/core/text/textEdit';
import { gapsOf } from '../../../src/core/validate/gaps';
import { anyNote } from '../validate/anyNote';

function compiled(yaml: string): CompiledProtocol {
  const { protocol } = loadProtocol(yaml);
  assert.ok(protocol);
  return compileProtocol(protocol);
}

const hours = compiled(`
id: hours
title: { en: Hours }
stages:
  - id: opening
    title: { en: Opening }
    sections: [{ id: mood, title: { en: Mood } }, { id: homework, title: { en: Homework }, prompt: { en: "What was -- done?", id: Apa hasilnya? } }]
  - { id: plan, title: { en: Plan, id: Rencana } }
`);
const brief = compiled(`
id: brief
title: { en: Brief, id: Singkat }
stages:
  - { id: next, title: { en: What next, id: Selanjutnya }, aliases: { en: [Plan] } }
  - id: today
    title: { en: Today, id: Hari ini }
    aliases: { en: [Opening] }
    sections: [{ id: feeling, title: { en: Feeling }, aliases: { en: [Mood] } }]
`);
const protocols = protocolSet([...builtinProtocols(), hours, brief]);
const practice = makePractice(defaultConfig, protocols);
const soap = protocols.get('soap') ?? brief;
const options = { language: 'en', leftHeading: 'Left over' };

function read(text: string, protocol = 'hours') {
  return parseNote(text, { protocols, defaultProtocol: protocol });
}

function change(text: string, to = brief) {
  const changed = byProtocol(read(text), to);
  assert.ok(changed);
  return changed;
}

/** The note by the other protocol; undefined where it is refused. */
function byProtocol(
  note: Note,
  to: CompiledProtocol,
): (ChangedFormat & { readonly text: string }) | undefined {
  const change = changeFormat(note, to, options);
  if (change.kind === 'refused') return undefined;
  return { ...change, text: applyEdits(note.outline.text, change.edits) };
}

describe('changing the protocol of a note', () => {
  const text = [
    '---',
    'protocol: hours',
    'client: K-1',
    'stages: [opening]',
    '---',
    '# Session 3',
    '',
    '## Opening',
    'Came on time.',
    '### Mood',
    'Calm.',
    '- [ ] Sleep ^sleep',
    '### Homework',
    'None done.',
    '',
    '## Rencana',
    'Tuesday.',
    '',
    '## Appendix',
    'A drawing.',
    '',
  ].join('\n');

  it('moves what corresponds, keeps a section with its stage and what stood behind, and puts in what is missing', () => {
    assert.equal(
      change(text).text,
      [
        '---',
        'protocol: brief',
        'client: K-1',
        'stages: [next, today]',
        '---',
        '',
        '# Session 3',
        '',
        '## What next',
        '',
        'Tuesday.',
        '',
        '## Appendix',
        'A drawing.',
        '',
        '## Today',
        '',
        'Came on time.',
        '',
        '### Feeling',
        '',
        'Calm.',
        '- [ ] Sleep ^sleep',
        '',
        '### Homework',
        '',
        'None done.',
        '',
      ].join('\n'),
    );
  });

  it('says what moves, under which heading, and what is put in', () => {
    const { moved, left, added } = change(text.replace('### Mood', '### Weather'));
    assert.deepEqual(
      moved.map(({ from, to, isOwn }) => [
        from.section?.id ?? from.stage.id,
        to.section?.id ?? to.stage.id,
        isOwn,
      ]),
      [
        ['opening', 'today', false],
        ['homework', 'today', true],
        ['plan', 'next', false],
      ],
    );
    assert.deepEqual(left, []);
    assert.deepEqual(
      added.map(({ section }) => section?.id),
      ['feeling'],
    );
  });

  it('keeps what has no place at the end, one level deeper with the headings in it', () => {
    const {
      text: changed,
      left,
      stagesGo,
    } = change(
      '---\nprotocol: brief\nstages: [today]\n---\n## Today\nHello.\n### Feeling\nGood.\n#### My own\nMore.\n',
      hours,
    );
    assert.equal(left.length, 0);
    assert.ok(!stagesGo);
    assert.match(
      changed,
      /## Opening\n\nHello\.\n\n### Mood\n\nGood\.\n#### My own\nMore\.\n\n### Homework\n/,
    );
    const lost = change('## Opening\nHello.\n### Mood\nNone.\n#### My own\nMore.\n', soap);
    assert.match(
      lost.text,
      /## Plan\n[\s\S]*\n## Left over\n\n### Opening\n\nHello\.\n\n#### Mood\n\nNone\.\n##### My own\nMore\.\n$/,
    );
  });

  it('lets `stages:` go where it names what has no counterpart', () => {
    const { text: changed, stagesGo } = change(
      '---\nprotocol: hours\nstages: [opening, plan]\n# mine\n---\n## Plan\nGo.\n',
      soap,
    );
    assert.ok(stagesGo);
    assert.match(changed, /^---\nprotocol: soap\n# mine\n---\n/);
  });

  it('finds a place for headings of the writer that the other format knows, in the order of the note', () => {
    const source =
      '---\nprotocol: hours\n---\n# Mood of the day\nA.\n# Subjective\nB.\n## Notes\nC.\n# Objective\nD.\n# Remarks\nE.\n';
    assert.match(
      change(source, soap).text,
      /---\n\n# Mood of the day\nA\.\n\n# Subjective\n\nB\.\n## Notes\nC\.\n\n# Objective\n\nD\.\n\n# Assessment\n[\s\S]*# Plan\n[\s\S]*# Remarks\nE\.\n$/,
    );
  });

  it('makes a blank draft one of the other format that is as blank as any', () => {
    const fresh = scaffoldNote(
      practice,
      readNote(practice, 'a.md', '---\nprotocol: four-stage\nstages: [relationship]\nstatus: draft\n---\n'),
    );
    const { text: changed } = change(fresh.note.outline.text, soap);
    const blank = scaffoldNote(
      practice,
      readNote(practice, 'a.md', '---\nprotocol: soap\nstatus: draft\n---\n'),
    );
    assert.equal(changed.replace(/\n+/g, '\n'), blank.note.outline.text.replace(/\n+/g, '\n'));
  });

  it('has a place in every part of DAP for what stands in SOAP, and makes no goal of a finding', () => {
    const note = read(
      '---\nprotocol: soap\n---\n## Subjective\nTired.\n- [ ] SI\n## Objective\nPale.\n## Assessment\nA.\n## Plan\n- [ ] Call\n',
    );
    const changed = byProtocol(note, protocols.get('dap') ?? assert.fail());
    assert.deepEqual(changed?.left, []);
    assert.match(
      changed?.text ?? '',
      /## Data\n+Pale\.\n+### Subjective data\n+Tired\.\n- \[ \] SI\n+## Assessment\n+A\.\n+## Plan\n/,
    );
    assert.deepEqual(
      read(changed?.text ?? '').goals.map(({ text: words }) => words),
      ['Call'],
    );
  });

  it('takes the goals of the old format that nobody started, and no other task', () => {
    const goal = '- [ ] Facilitate communication';
    const { text: changed, goalsGone } = change(
      `---\nprotocol: four-stage\n---\n## Building the relationship\n### Counselor's goals\n${goal}\n- [x] Build a pleasant and positive relationship\n- [ ] Mine\n`,
      soap,
    );
    assert.equal(goalsGone, 1);
    assert.ok(!changed.includes(goal));
    assert.match(changed, /- \[x\] Build a pleasant and positive relationship\n- \[ \] Mine\n$/);
  });

  it('lets a prompt go that nobody answered, where it has no place', () => {
    for (const prompt of [
      '<!-- What was – done? -->',
      '<!--  Apa\nhasilnya? -->'.replace('<!--  ', '<!-- '),
    ]) {
      const { text: changed, left } = change(`## Opening\n### Homework\n\n${prompt}\n\n`);
      assert.deepEqual(left, []);
      assert.ok(!/Left over|Homework/.test(changed));
    }
  });

  it('keeps a comment that the user wrote', () => {
    const own = '<!-- my own remark: call the school -->';
    const { text: changed } = change(`## Opening\n### Homework\n<!-- What was – done? -->\n${own}\n`);
    assert.ok(changed.includes(`### Homework\n\n<!-- What was – done? -->\n${own}\n`), changed);
  });

  it('keeps a comment that stands in a heading', () => {
    assert.match(
      change('## Opening <!-- mine -->\nHello.\n### Mood <!-- mine too -->\n').text,
      /## Today\n\n<!-- mine -->\nHello\.\n\n### Feeling\n\n<!-- mine too -->\n$/,
    );
  });

  it('moves what stands in list items that begin with labels, and keeps all that is below them', () => {
    const text = [
      '---',
      'protocol: hours',
      '---',
      '- **Opening:** tired',
      '  - [ ] sleep',
      '- **Plan:** call',
      '',
    ].join('\n');
    const note = parseNote(text, { protocols, defaultProtocol: 'hours' });
    const changed = changeFormat(note, brief, options);
    assert.ok('edits' in changed);
    assert.equal(
      applyEdits(text, changed.edits),
      [
        '---',
        'protocol: brief',
        '---',
        '',
        '**What next:**',
        '',
        'call',
        '',
        '**Today:**',
        '',
        'tired',
        '- [ ] sleep',
        '',
        '**Feeling:**',
        '',
        '',
        '',
      ].join('\n'),
    );
  });

  it('names the protocol where the note named none, and keeps line ends and mark', () => {
    assert.equal(
      change('\ufeff## Plan\r\nGo.\r\n').text,
      '\ufeff---\r\nprotocol: brief\r\n---\r\n\r\n## What next\r\n\r\nGo.\r\n\r\n## Today\r\n\r\n### Feeling\r\n\r\n\r\n',
    );
    assert.match(
      change('---\nclient: K\n---\n## Plan\nGo.\n').text,
      /^---\nprotocol: brief\nclient: K\n---\n/,
    );
    assert.match(change('---\nprotocol:\n---\n## Plan\nGo.\n').text, /^---\nprotocol: brief\n---\n/);
  });

  it('changes one of several protocols', () => {
    assert.match(
      change('---\nprotocol: [hours, soap]\n---\n## Plan\nGo.\n').text,
      /^---\nprotocol: \[brief, soap\]\n/,
    );
  });

  it('ends a block that would swallow what comes to follow it', () => {
    const { text: changed } = change('## Opening\nHello.\n## Plan\n```\ncode');
    assert.match(changed, /```\ncode\n```\n\n## Today\n\nHello\.\n/);
  });

  it('leaves transcripts, conflicts and unknown protocols alone', () => {
    for (const note of [
      '---\nkind: transcript\n---\n## Plan\n',
      '---\nprotocol: nothing\n---\n',
      '<<<<<<< a\n=======\n>>>>>>> b\n',
    ]) {
      assert.equal(byProtocol(read(note), brief), undefined, note);
    }
  });

  it('finds the places again on the way back', () => {
    const there = change(text);
    const back = byProtocol(read(there.text), hours);
    assert.match(back?.text ?? '', /## Opening\n\nCame on time\.\n\n### Mood\n\nCalm\./);
  });

  it('loses no words, those of comments included, whatever the note', () => {
    fc.assert(
      fc.property(anyNote, fc.constantFrom(...protocols.ids), (source, id) => {
        const to = protocols.get(id);
        const note = read(source, 'four-stage');
        const changed = to && byProtocol(note, to);
        if (to === undefined || changed === undefined) return;
        const has = countOf(changed.text);
        for (const [word, count] of countOf(withoutTitles(note, to))) {
          assert.ok((has.get(word) ?? 0) >= count, word);
        }
        assert.ok(changed.left.length === 0 || changed.text.includes(options.leftHeading));
      }),
      { numRuns: 300 },
    );
  });
});

/** What a note says below its front matter, without headings that name a part of its format or of the other, and without goals of the format that nobody started. */
function withoutTitles(note: Note, to: CompiledProtocol): string {
  const { text, blocks, frontMatter, lines } = note.outline;
  const known = note.stages.flatMap(({ mark, sections }) => [mark, ...sections.map(each => each.mark)]);
  const named = to.protocol.stages.flatMap(stage =>
    blocks.filter(
      block =>
        block.kind === 'heading' &&
        (to.matchStage(block.title) ?? to.matchSection(stage, block.title)) !== undefined,
    ),
  );
  const unstarted = note.goals
    .filter(({ protocolGoal, marker }) => protocolGoal !== undefined && marker === ' ')
    .map(({ line }) => ({ range: lines.lineRange(line) }));
  const ranges = new Map([...known, ...named, ...unstarted].map(({ range }) => [range.start, range]));
  const edits = [...ranges.values()].map(range => ({ range, newText: '' }));
  const start = frontMatter?.range.end ?? 0;
  return applyEdits(text, [
    ...edits.filter(({ range }) => range.start >= start),
    { range: { start: 0, end: start }, newText: '' },
  ]);
}

describe('changing a note of any built-in format to any other', () => {
  const withStages = protocols.ids.filter(id => (protocols.get(id)?.protocol.stages.length ?? 0) > 0);
  const pairs = withStages.flatMap(from =>
    withStages.filter(to => to !== from).map(to => [from, to] as const),
  );

  it('keeps every word, there and on the way back, and leaves no gap that an empty note would not have', () => {
    let seed = 1;
    for (const [from, to] of pairs) {
      const source = noteOf(from, seed++);
      const note = readNote(practice, 'a.md', source);
      const target = protocols.get(to);
      const home = protocols.get(from);
      assert.ok(target && home);
      const there = byProtocol(note, target);
      assert.ok(there);
      const where = `${from} to ${to}:\n${source}\n=====\n${there.text}`;
      assert.deepEqual(wordsIn(there.text), wordsIn(source), where);
      const now = readNote(practice, 'a.md', there.text);
      const back = byProtocol(now, home);
      assert.deepEqual(wordsIn(back?.text ?? ''), wordsIn(source), `${where}\n=====\n${back?.text}`);
      assert.deepEqual(now.goals.length, note.goals.length, where);

      const gaps = gapsOf(now);
      // A title that comes near one that nobody asks for is a heading of the former format.
      const near = gaps.nearMisses.filter(({ near: { term } }) => term.stage.required);
      const asked = gaps.asked.filter(heading => heading.asked.some(stage => stage.required));
      assert.deepEqual([gaps.missingStages, near, asked].flat(), [], where);
      assert.deepEqual(
        gaps.missingSections.filter(({ section }) => section.required === true),
        [],
        where,
      );
      const before = new Set(noteProblems(practice, note).map(({ rule }) => rule));
      const rules = noteProblems(practice, now).map(({ rule }) => rule);
      const ofOrder = [
        'stage-order',
        'duplicate-stage',
        'undeclared-stage',
        'unknown-stage',
        'similar-heading',
        'front-matter',
      ];
      assert.deepEqual(
        rules.filter(rule => ofOrder.includes(rule) && !before.has(rule)),
        [],
        where,
      );
    }
  });

  it('keeps the order of what stands in one part, and own headings below the heading that they stood under', () => {
    let seed = 1000;
    for (const [from, to] of pairs) {
      const source = noteOf(from, seed++);
      const target = protocols.get(to);
      assert.ok(target);
      const there = byProtocol(readNote(practice, 'a.md', source), target)?.text ?? '';
      const lines = there.split('\n');
      for (const [own] of source.matchAll(/^#+ Own (\d+)$/gm)) {
        const title = own.replace(/^#+ /, '');
        const at = lines.findIndex(line => line.endsWith(title));
        // What two parts have of their own may stand in one part of the other format.
        const isOwn = (line: string) => / Own \d+$/.test(line);
        const above = lines.slice(0, at).findLast(line => line.startsWith('#') && !isOwn(line)) ?? '';
        const level = (line: string) => /^#*/.exec(line)?.[0].length ?? 0;
        assert.equal(level(lines[at] ?? ''), level(above) + 1, `${from} to ${to}: ${title}\n${there}`);
        const number = Number(title.replace('Own ', ''));
        assert.ok(
          there.indexOf(`before${number} `) < there.indexOf(`${title}\n`) &&
            there.indexOf(`${title}\n`) < there.indexOf(`after${number} `),
          there,
        );
      }
    }
  });
});

/** A note of a built-in format: some of its stages and sections, each with words of its own, an own heading and a goal. */
function noteOf(id: string, seed: number): string {
  const protocol = protocols.get(id)?.protocol;
  assert.ok(protocol);
  let state = seed;
  const chance = (of: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 < of;
  };
  let count = 0;
  const language = chance(0.5) ? 'en' : 'id';
  const words = (level: number): readonly string[] => {
    count++;
    const own = [
      '',
      `before${count} words`,
      '',
      `${'#'.repeat(level + 1)} Own ${count}`,
      '',
      `after${count} words`,
      `- [ ] goal${count} ^g${count}`,
      '',
    ];
    return chance(0.4) ? own : ['', `only${count} words`, ''];
  };
  const body = protocol.stages.flatMap(stage => {
    if (chance(0.25)) return [];
    const sections = stage.sections.flatMap(section => {
      if (chance(0.35)) return [];
      return [`### ${section.title[language] ?? section.title['en']}`, ...(chance(0.2) ? [''] : words(3))];
    });
    return [
      `## ${stage.title[language] ?? stage.title['en']}`,
      ...(chance(0.5) ? [''] : words(2)),
      ...sections,
    ];
  });
  const covered = chance(0.5) ? [`stages: [${protocol.stages.map(stage => stage.id).join(', ')}]`] : [];
  return [
    '---',
    `protocol: ${id}`,
    'client: K-1',
    ...covered,
    '---',
    '# Title1',
    'top words',
    '',
    ...body,
    '## Appendix1',
    'last words',
    '',
  ].join('\n');
}

function wordsIn(text: string): readonly string[] {
  const own =
    text.match(/\b(?:top|last|only\d+|before\d+|after\d+) words|Own \d+|Title1|Appendix1|goal\d+ \^g\d+/g) ??
    [];
  return [...own].sort();
}

function countOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/note/parseNote';
import { blocksIn } from '../../../src/core/note/regionBlocks';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { lines } from './workshop';

const protocols = protocolSet(builtinProtocols());

function noteOf(protocol: string, ...texts: readonly string[]) {
  return parseNote(lines(...texts), { protocols, defaultProtocol: protocol });
}

/** The stages of a note with their sections and the first line of each of these that says something. */
function partsOf(protocol: string, ...texts: readonly string[]): readonly string[] {
  const { stages, outline } = noteOf(protocol, ...texts);
  return stages.map(({ stage, sections, lines: own }) => {
    const [block] = blocksIn(outline, sections[0]?.lines ?? own);
    const words = block === undefined ? '' : outline.text.slice(block.range.start, block.range.end);
    return [stage.id, ...sections.map(({ section }) => section.id), `“${words.split('\n')[0]}”`].join(' ');
  });
}

const soap = (...texts: readonly string[]) => partsOf('soap', ...texts);
const four = (...texts: readonly string[]) => partsOf('four-stage', ...texts);

describe('a label', () => {
  it('of bold words begins a stage, with a colon, a dash or alone on its line', () => {
    const parts = ['subjective “Tired.”', 'objective “Calm.”'];
    for (const [subjective, objective] of [
      ['**Subjective:** Tired.', '**Objective:** Calm.'],
      ['**Subjective**: Tired.', '__Objective__: Calm.'],
      ['**Subjective** – Tired.', '**Objective** - Calm.'],
      ['**Subjective**\n\nTired.', '**OBJECTIVE**\nCalm.'],
      ['***Subjective:*** Tired.', '**Objective :** Calm.'],
    ] as const) {
      assert.deepEqual(soap(subjective, '', objective), parts, subjective);
    }
  });

  it('may part one paragraph, and holds the lists and paragraphs below it', () => {
    assert.deepEqual(
      soap('**Subjective:** Tired,', 'since Monday.', '**Plan:**', '- [ ] Sleep', '', 'Call.'),
      ['subjective “Tired,”', 'plan “- [ ] Sleep”'],
    );
    const note = noteOf('soap', '**Plan:**', '- [ ] Sleep');
    assert.deepEqual([note.goals[0]?.stage, note.goals[0]?.kind], ['plan', 'action']);
  });

  it('that is plain or a letter counts where two or more stand once each in the order of the format', () => {
    assert.deepEqual(soap('S: Tired.', 'O: Calm.', 'A: Low.', 'P: Call.'), [
      'subjective “Tired.”',
      'objective “Calm.”',
      'assessment “Low.”',
      'plan “Call.”',
    ]);
    assert.deepEqual(soap('**S:** Tired.', '', '**P:** Call.'), ['subjective “Tired.”', 'plan “Call.”']);
    assert.deepEqual(soap('Subjective: Tired.', '', '_Plan:_ Call.'), [
      'subjective “Tired.”',
      'plan “Call.”',
    ]);
    assert.deepEqual(soap('**Subjective:** Tired.', '', 'Plan: Call.'), [
      'subjective “Tired.”',
      'plan “Call.”',
    ]);
  });

  it('that is a letter may stand alone in its line, between blank lines or without', () => {
    const parts = ['subjective “Tired.”', 'objective “Calm.”', 'plan “Call.”'];
    assert.deepEqual(soap('S', 'Tired.', 'O', 'Calm.', 'P', 'Call.'), parts);
    assert.deepEqual(soap('S', '', 'Tired.', '', 'O)', 'Calm.', '', 'P', '', 'Call.'), parts);
    assert.deepEqual(soap('S', 'Tired.'), [], 'one alone may be a word');
    assert.deepEqual(soap('P', 'Call.', 'S', 'Tired.'), [], 'these are out of order');
  });

  it('that is plain may end in a dash, the first of its line', () => {
    const parts = ['subjective “Tired - very.”', 'plan “Call.”'];
    assert.deepEqual(soap('S - Tired - very.', '', 'P – Call.'), parts);
    assert.deepEqual(soap('Subjective — Tired - very.', 'Plan - Call.'), parts);
    assert.deepEqual(soap('Plan - Call.'), []);
    assert.deepEqual(soap('S-P Call.', '', 'P-S Call.'), []);
    const colons = ['subjective “Sleep: bad.”', 'plan “Activation: walk.”'];
    assert.deepEqual(soap('S - Sleep: bad.', 'Plan – Activation: walk.'), colons);
    assert.deepEqual(
      soap('S - Subjective: Tired.', '', 'P - Plan: Call.'),
      ['subjective “Tired.”', 'plan “Call.”'],
      'all before the colon is the title',
    );
    assert.deepEqual(soap('Sleep - bad: very.', 'Plan – Activation: walk.'), [], 'one alone may be words');
  });

  it('that is plain or a letter is text alone, again and again, or out of order', () => {
    assert.deepEqual(soap('Plan: Call.'), []);
    assert.deepEqual(soap('A: Hello.', 'P: Hello.', 'A: How are you?', 'P: Fine.'), []);
    assert.deepEqual(
      soap('**A:** Hello.', '', '**P:** Hello.', '', '**A:** And you?', '', '**P:** Fine.'),
      [],
    );
    assert.deepEqual(soap('P: Call.', 'S: Tired.'), []);
  });

  it('of risk may stand anywhere among the others', () => {
    const idsOf = (...lines: readonly string[]) =>
      noteOf('four-stage', ...lines).stages.map(({ stage }) => stage.id);
    assert.deepEqual(idsOf('Risiko: tidak ada', '', 'Keputusan: lanjut'), ['risk', 'closing']);
    assert.deepEqual(idsOf('Keputusan: lanjut', '', 'Risiko: tidak ada'), ['closing', 'risk']);
    assert.deepEqual(idsOf('Risiko: tidak ada'), []);
  });

  it('with a slash begins several stages; goals and sections are those of the last', () => {
    const note = noteOf('soap', 'S: Tired.', 'O: Calm.', 'A/P: Low, so call.', '', '- [ ] Call');
    assert.deepEqual(
      note.stages.map(({ stage, fullness, isShared }) => [stage.id, fullness, isShared]),
      [
        ['subjective', 'filled', false],
        ['objective', 'filled', false],
        ['assessment', 'filled', true],
        ['plan', 'filled', false],
      ],
    );
    assert.deepEqual(
      note.goals.map(({ stage }) => stage),
      ['plan'],
    );
    assert.deepEqual(soap('## A/P', 'Low, so call.'), ['assessment “Low, so call.”', 'plan “Low, so call.”']);
  });

  it('begins a section of the stage that it stands in, and opens a stage that nothing else names', () => {
    assert.deepEqual(
      four(
        '## Eksplorasi masalah',
        '**Definisi masalah:** Takut.',
        '',
        '**Perasaan:** Malu.',
        '',
        '**Catatan:** x',
      ),
      ['exploration definition feeling “Takut.”'],
    );
    assert.deepEqual(four('**Keluhan:** Pusing.', '', '**Solusi:** Tidur.', '', '**RTL:**', '- [ ] Tidur'), [
      'exploration account “Pusing.”',
      'planning solution “Tidur.”',
      'closing actions “- [ ] Tidur”',
    ]);
  });

  it('inside its own part is a word of the text', () => {
    assert.deepEqual(soap('## Plan', '**Plan:** call Mom.', '', '**P:** sleep.'), [
      'plan “**Plan:** call Mom.”',
    ]);
    const note = noteOf('four-stage', '## Eksplorasi', '### Perasaan', '**Perasaan:** malu.');
    assert.equal(note.stages[0]?.sections.length, 1);
  });

  it('before only a time or a date is a fact of the session', () => {
    for (const time of ['09.00', '9:30 - 10:15 WIB', '09.00–09.45', '12 March 2026', '12/3/2026'])
      assert.deepEqual(four('## Eksplorasi', `**Waktu:** x`, '', `**Time:** ${time}`), [
        'exploration “**Waktu:** x”',
      ]);
    assert.deepEqual(four('## Eksplorasi', '**Time:** long ago'), ['exploration time “long ago”']);
  });

  it('is none in quotes, lists, code, comments, tables of contents, and in the middle of words', () => {
    assert.deepEqual(
      soap(
        '> **Plan:** a',
        '',
        '- **Plan:** b',
        '',
        '```',
        '**Plan:** c',
        '```',
        '<!--',
        '**Plan:** d',
        '-->',
        '',
        'a **Plan:** e',
        '',
        '**Plan:**f',
        '',
        '**Plan',
        'B:** g',
      ),
      [],
    );
  });

  it('is none in a transcript, where lines begin with speakers', () => {
    const text = lines('---', 'protocol: soap', 'kind: transcript', '---', '**Plan:** a', '', 'S: b', 'O: c');
    const note = parseNote(text, { protocols, defaultProtocol: 'soap' });
    assert.deepEqual([note.stages, note.nearMisses], [[], []]);
  });

  it('is one level below the heading that it stands under, so that a heading like that ends it', () => {
    assert.deepEqual(soap('## Session', '**Plan:** a', '', '### Sleep', 'b', '', '## Lunch', 'c'), [
      'plan “a”',
    ]);
    const { stages, outline } = noteOf(
      'soap',
      '## Session',
      '**Plan:** a',
      '',
      '#### Sleep',
      'b',
      '### Lunch',
      'c',
    );
    const [plan] = stages;
    assert.equal(plan && outline.text.slice(plan.body.start, plan.body.end), ' a\n\n#### Sleep\nb\n');
  });
});

describe('a label that begins a list item', () => {
  it('counts where two or more begin a list with one', () => {
    const parts = ['subjective “Tired.”', 'objective “Calm.”', 'plan “Call.”'];
    for (const [subjective, objective, plan] of [
      ['- **S:** Tired.', '- **O:** Calm.', '- **P:** Call.'],
      ['* S: Tired.', '* O: Calm.', '* P: Call.'],
      ['1. **Subjective:** Tired.', '2. **Objective:** Calm.', '3. **Plan:** Call.'],
      ['- **Subjective** – Tired.\n', '- **Objective:** Calm.\n', '- **Plan:** Call.\n\n  More.'],
      ['- S: Tired.\n\nText.\n', '- O: Calm.\n', '**P:** Call.'],
    ] as const) {
      assert.deepEqual(soap(subjective, objective, plan), parts, subjective);
    }
  });

  it('holds what stands below it, and the items up to the next one', () => {
    const note = noteOf(
      'soap',
      '- **S:** Tired,',
      '  since Monday.',
      '- **A:**',
      '  - Low.',
      '- **P:** Call.',
      '  - [ ] Sleep',
      '- [ ] Walk',
    );
    const texts = note.stages.map(({ stage, lines: own }) => [
      stage.id,
      ...blocksIn(note.outline, own).map(({ range }) =>
        note.outline.text.slice(range.start, range.end).trim(),
      ),
    ]);
    assert.deepEqual(texts, [
      ['subjective', 'Tired,\n  since Monday.'],
      ['assessment', '- Low.'],
      ['plan', 'Call.', '- [ ] Sleep\n- [ ] Walk'],
    ]);
    assert.deepEqual(
      note.goals.map(({ stage, kind, text }) => [stage, kind, text]),
      [
        ['plan', 'action', 'Sleep'],
        ['plan', 'action', 'Walk'],
      ],
    );
    assert.deepEqual(
      note.stages.map(({ fullness }) => fullness),
      ['filled', 'filled', 'filled'],
    );
  });

  it('is empty where nothing stands in its item', () => {
    const { stages } = noteOf('soap', '- **S:** Tired.', '- **O:**', '- **P:**');
    assert.deepEqual(
      stages.map(({ stage, fullness }) => [stage.id, fullness]),
      [
        ['subjective', 'filled'],
        ['objective', 'empty'],
        ['plan', 'empty'],
      ],
    );
  });

  it('is words of the item where it is alone, where a heading names the same, and under the heading of a section', () => {
    assert.deepEqual(soap('- **Plan:** call'), []);
    assert.deepEqual(soap('- tired', '- **S:** a', '- **P:** b'), []);
    assert.deepEqual(
      soap(
        '## Subjective',
        '- **Plan:** a',
        '- **Objective:** b',
        '',
        '## Plan',
        'c',
        '',
        '## Objective',
        'd',
      ),
      ['subjective “- **Plan:** a”', 'plan “c”', 'objective “d”'],
    );
    assert.deepEqual(four('## Eksplorasi', '### Definisi masalah', '- **Perasaan:** a', '- **Pikiran:** b'), [
      'exploration definition “- **Perasaan:** a”',
    ]);
    assert.deepEqual(four('## Eksplorasi', '- **Definisi masalah:** a', '- **Perasaan:** b'), [
      'exploration definition feeling “a”',
    ]);
  });
});

describe('a label right below an item of a list', () => {
  it('begins a part, and what stands below it is none of the item', () => {
    const note = noteOf(
      'soap',
      '**Subjective:**',
      '- Tired',
      '**Objective:** Calm,',
      'at last.',
      '1. Slept',
      '   - [ ] twice ^twice',
      '**Plan:**',
      '- [ ] Walk ^walk',
    );
    const sources = note.stages.map(({ lines: own }) =>
      blocksIn(note.outline, own).map(({ range }) => note.outline.text.slice(range.start, range.end)),
    );
    assert.deepEqual(sources, [
      ['- Tired'],
      ['Calm,\nat last.', '1. Slept\n   - [ ] twice ^twice'],
      ['- [ ] Walk ^walk'],
    ]);
    assert.deepEqual(
      note.goals.map(({ text, stage }) => [text, stage]),
      [
        ['twice', 'objective'],
        ['Walk', 'plan'],
      ],
    );
    assert.deepEqual(soap('S:', '- Tired', 'O:', '- Calm', 'P:', '- Call'), [
      'subjective “- Tired”',
      'objective “- Calm”',
      'plan “- Call”',
    ]);
  });

  it('leaves the words of a goal above it as they are', () => {
    const note = noteOf('soap', '**Plan:**', '- [ ] Walk', '  - [ ] at six', '**Subjective:** Tired.');
    assert.deepEqual(
      note.goals.map(({ text }) => text),
      ['Walk', 'at six'],
    );
  });

  it('is words of the item where it is indented', () => {
    assert.deepEqual(soap('**Subjective:**', '- Tired', '  **Plan:** Call.'), ['subjective “- Tired”']);
  });
});

describe('a label with other signs', () => {
  it('may have a full-width colon', () => {
    assert.deepEqual(soap('S：Tired.', 'O： Calm.', '**Assessment**：Low.', '**Plan：** Call.'), [
      'subjective “Tired.”',
      'objective “Calm.”',
      'assessment “Low.”',
      'plan “Call.”',
    ]);
  });

  it('may have signs before it', () => {
    const parts = ['subjective “Tired.”', 'plan “Call.”'];
    assert.deepEqual(soap('🎯 Subjective: Tired.', '', '▶️ **Plan:** Call.'), parts);
    assert.deepEqual(soap('- 🎯 S: Tired.', '- 💬 P: Call.'), parts);
    assert.deepEqual(soap('☐ Subjective: Tired.', '', '☐ Plan: Call.'), [], 'these are tasks');
  });

  it('may say its title twice, once in brackets', () => {
    const parts = ['subjective “Tired.”', 'plan “Call.”'];
    assert.deepEqual(soap('**S (Subjective):** Tired.', '', '**Rencana (P)**', 'Call.'), parts);
    assert.deepEqual(soap('Subjektif (S): Tired.', 'Plan (P): Call.'), parts);
    assert.deepEqual(soap('**S (Plan):** Tired.', '**Plan (of the school)**'), []);
  });
});

describe('a label that does not count', () => {
  it('is told where it stands once and its part is missing', () => {
    const misses = (...texts: readonly string[]) =>
      noteOf('soap', ...texts).nearMisses.map(({ kind, near }) => `${kind} ${near.title}`);
    assert.deepEqual(misses('Words.', 'Plan: call.'), ['label Plan']);
    assert.deepEqual(misses('## Plan', 'x', '', '## Lunch', 'Plan: call.'), []);
    assert.deepEqual(misses('A: Hello.', 'P: Hello.', 'A: And you?', 'P: Fine.'), []);
  });

  it('is told in the middle of a line with others', () => {
    const misses = (...texts: readonly string[]) =>
      noteOf('soap', ...texts).nearMisses.map(({ kind, near }) => `${kind} ${near.title}`);
    assert.deepEqual(misses('S: Tired. O: Calm; A: Low mood. Plan of action: Call.'), [
      'inline O',
      'inline A',
      'inline Plan of action',
    ]);
    assert.deepEqual(misses('**S:** Tired. **O:** Calm.'), ['inline O']);
    assert.deepEqual(misses('He said: O: what a day.'), []);
    assert.deepEqual(misses('P: Call. O: Calm.'), ['label P']);
  });

  it('in the middle of a line is why the one at its beginning counts', () => {
    assert.deepEqual(soap('S: Tired. O: Calm.'), ['subjective “Tired. O: Calm.”']);
  });
});

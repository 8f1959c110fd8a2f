import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { fixed, fixedText, parse, placesOf, problemsOf } from './support';

const head = '---\nprotocol: soap\nclient: C-1\nsession: 1\ndate: 2026-01-14\n---\n';
const words = ['Slept well.', 'Calm.', 'Better.', 'Rest.'] as const;

/** A SOAP note whose parts begin with these lines, the words behind or below them. */
function soap(starts: readonly string[], between = '\n', after = '\n'): string {
  return `${head}${starts.map((start, at) => `${start}${between}${words[at] ?? ''}`).join(after)}\n`;
}

function stagesOf(text: string): readonly string[] {
  return parse(text).stages.map(({ stage }) => stage.id);
}

const all = ['subjective', 'objective', 'assessment', 'plan'];

describe('a heading that says one title in two languages', () => {
  for (const sign of [' / ', '/', ' | ', ' – ', ' - ', ' · ']) {
    it(`names it, with “${sign}” between`, () => {
      const titles = ['Subjective', 'Objective', 'Assessment', 'Plan'];
      const other = ['Subjektif', 'Objektif', 'Asesmen', 'Rencana'];
      const text = soap(titles.map((title, at) => `## ${at + 1}. ${title}${sign}${other[at]}`));
      assert.deepEqual(placesOf(text), []);
      assert.deepEqual(stagesOf(text), all);
    });
  }

  it('names a section as well, and nothing where its sides say different things', () => {
    const text = head
      .replace('soap', 'four-stage')
      .concat('## Closing / Penutup\n### Homework / Pekerjaan rumah\n- [ ] Walk\n');
    assert.deepEqual(
      parse(text).stages.map(({ stage, sections }) => [
        stage.id,
        ...sections.map(({ section }) => section.id),
      ]),
      [['closing', 'actions']],
    );
    assert.deepEqual(stagesOf(`${head}## Subjective – Plan\nWell.\n`), []);
    assert.deepEqual(stagesOf(`${head}## Plan / Ideas\nWell.\n`), []);
  });
});

describe('a line of its own that names a stage in other words', () => {
  const front = head.replace('soap', 'four-stage');
  const lines = ['B. Identifikasi masalah', 'C. Perencanaan pemecahan masalah', 'D. Penerapan solusi'];
  const told = (text: string): readonly string[] =>
    problemsOf(text)
      .filter(({ rule }) => rule === 'similar-heading')
      .map(({ range }) => text.slice(range.start, range.end));

  it('is told where it stands, numbered or not, while its stage is missing', () => {
    assert.deepEqual(told(`${front}${lines.map(line => `${line}\nKata.\n`).join('\n')}`), lines);
    assert.deepEqual(told(`${front}Identifikasi masalah\n\nKata.\n`), ['Identifikasi masalah']);
    assert.deepEqual(told(`${front}## Identifikasi masalah\nKata.\n\nB. Identifikasi masalah\n`), []);
  });

  it('is none where it is a sentence, or goes on in the next line', () => {
    const prose = [
      'Identifikasi masalah.',
      'Identifikasi masalah\ndengan konseli.',
      'Membahas masalah keluarga',
    ];
    for (const line of prose) assert.deepEqual(told(`${front}${line}\n\nKata.\n`), [], line);
  });
});

describe('a line that is meant as a heading', () => {
  for (const [what, start] of [
    ['a no-break space behind its hashes', '##\u00a0'],
    ['a wide blank', '##\u3000'],
    ['a zero-width space and a blank', '##\u200b '],
    ['a zero-width space before its hashes', '\u200b## '],
    ['a mark of direction before its hashes', '\u2068## '],
    ['a no-break space before them and none behind', '\u00a0##'],
  ] as const) {
    it(`is told at its line and written as one: ${what}`, () => {
      const titles = ['Subjective', 'Objective', 'Assessment', 'Plan'];
      const text = soap(titles.map(title => start + title));
      assert.deepEqual(
        placesOf(text),
        [7, 9, 11, 13].map(line => `similar-heading:${line}`),
      );
      const mended = fixedText(text);
      assert.equal(mended.text, soap(titles.map(title => `## ${title}`)));
      assert.deepEqual(mended.remaining, []);
    });
  }

  for (const [what, before, behind] of [
    ['equals signs around it', '== ', ' =='],
    ['dashes around it', '--- ', ' ---'],
    ['double brackets around it', '[[', ']]'],
    ['a sign before it', '▶ ', ''],
    ['a dash behind it', '', ' -'],
    ['hashes that are escaped', '\\## ', ''],
    ['a hash as wide as a Chinese character', '＃ ', ''],
    ['tags of HTML, and words right below it', '<h2>', '</h2>'],
    ['nothing', '', ''],
  ] as const) {
    it(`is told at its line and written as one, between lines of a paragraph too: ${what}`, () => {
      const titles = ['Subjective', 'Objective', 'Assessment', 'Plan'];
      const text = soap(titles.map(title => before + title + behind));
      assert.deepEqual(
        placesOf(text),
        [7, 9, 11, 13].map(line => `similar-heading:${line}`),
      );
      const mended = fixedText(text);
      assert.equal(mended.text, soap(titles.map(title => `## ${title}`)));
      assert.deepEqual(mended.remaining, []);
    });
  }

  it('may stand right below an item of a list', () => {
    const text = `${head}## Subjective\n- Slept well\nObjective\n- Calm\nAssessment\n- Better\n## Plan\nRest.\n`;
    assert.deepEqual(placesOf(text), ['similar-heading:9', 'similar-heading:11']);
    assert.deepEqual(fixedText(text).remaining, []);
  });

  it('is for a person to decide about where it is the only one, and none in a list of words', () => {
    const text = `${head}## S\nx\n## O\nx\n## A\nCalm today.\nPlan\nRest.\n`;
    assert.deepEqual(
      problemsOf(text).map(({ rule, fixes }) => [rule, fixes.map(({ safety }) => safety)]),
      [['similar-heading', ['suggestion']]],
    );
    assert.deepEqual(placesOf(text.replace('Calm today.', 'We spoke of:')), ['missing-stage:11']);
  });

  it('is for a person to decide about among others as in a list, crossed out, and behind signs that may say something', () => {
    const listed = `${head}## S\nShe listed what her report has\nObjective\nAssessment\nPlan\n\nIt bores her.\n`;
    const texts = [
      listed,
      ...['~~Plan~~', '$Plan', '[ ] Plan'].map(line => soap(['## S', '## O', '## A', line])),
    ];
    for (const text of texts) {
      assert.ok(
        placesOf(text).some(place => place.startsWith('similar-heading')),
        text,
      );
      assert.doesNotMatch(fixedText(text).text, /^## (?:Objective|Plan)/m);
    }
  });

  it('is none where it is part of a sentence', () => {
    const text = (line: string): string => `${head}## S\nShe had\n${line}\nfor today.\n## O\nx\n## A\nx\n`;
    assert.deepEqual(placesOf(text('Plan')), ['missing-stage:13']);
    assert.deepEqual(placesOf(text('no plan')), ['missing-stage:13']);
  });

  it('is none where one hash and an unseen blank stand before a word that is no title', () => {
    const text = soap(['## S', '## O', '## A', '## P']).replace('Calm.', '#\u00a0Calm');
    assert.deepEqual(placesOf(text), []);
  });
});

describe('a letter with another sign behind it than a colon', () => {
  for (const [before, behind] of [
    ['', '/'],
    ['', ' ='],
    ['', '='],
    ['', ';'],
    ['', ' >'],
    ['', ' |'],
    ['[', ']'],
    ['(', ')'],
  ] as const) {
    it(`is told, and written as a label: ${before}S${behind}`, () => {
      const text = soap(
        ['S', 'O', 'A', 'P'].map(letter => before + letter + behind),
        ' ',
      );
      assert.deepEqual(
        placesOf(text),
        [7, 8, 9, 10].map(line => `similar-heading:${line}`),
      );
      const mended = fixed(text, 'similar-heading');
      assert.equal(mended, soap(['**S:**', '**O:**', '**A:**', '**P:**'], ' '));
    });
  }
});

describe('a label without the form of one', () => {
  const letters = ['S', 'O', 'A', 'P'];
  const titles = ['Subjective', 'Objektif', 'Assessment', 'Rencana'];
  for (const [what, starts, mended, between] of [
    ['bold letters', letters.map(each => `**${each}**`), letters, ' '],
    ['bold letters with full stops', letters.map(each => `**${each}.**`), letters, ' '],
    ['letters in italics', letters.map(each => `_${each}_`), letters, ' '],
    ['letters with full stops', letters.map(each => `${each}.`), letters, ' '],
    ['letters with brackets', letters.map(each => `${each})`), letters, ' '],
    ['bold titles', titles.map(each => `**${each}**`), titles, ' '],
    ['titles with full stops', titles.map(each => `${each}.`), titles, ' '],
    ['items with items in them', titles.map(each => `- ${each}`), titles, '\n  - '],
    ['items before items', titles.map(each => `- ${each}`), titles, '\n- '],
    ['numbered items', titles.map((each, at) => `${at + 1}. ${each}`), titles, '\n   '],
  ] as const) {
    it(`is told where its part is missing, and all of them get it: ${what}`, () => {
      for (const after of ['\n', '\n\n']) {
        const text = soap(starts, between, after);
        const problems = problemsOf(text);
        const { lines } = parse(text).outline;
        const step = between.startsWith('\n') ? 2 : 1;
        assert.deepEqual(
          problems.map(({ rule, range }) => `${rule}:${lines.positionAt(range.start).line}`),
          starts.map((_, at) => `similar-heading:${6 + at * (step + after.length - 1)}`),
        );
        const result = fixed(text, 'similar-heading');
        for (const title of mended) assert.ok(result.includes(`**${title}:**`), result);
        assert.deepEqual(stagesOf(result), all);
        assert.ok(placesOf(result).every(place => place.startsWith('goal-untracked')));
      }
    });
  }

  it('is one where a lone word in bold begins a part that is missing', () => {
    const text = soap(['## S', '## O', '## A', '**Plan** Walk.']).replace('Walk. Rest.', 'Walk.');
    assert.deepEqual(placesOf(text), ['similar-heading:13']);
  });

  it('is none in a numbering, out of order, in a sentence, alone, and where nothing is missing', () => {
    const rest = ['## S', '## O'];
    for (const lines of [
      'A. first\nB. second\nP. third',
      'P. first\nA. second',
      '**Plan** ahead of the day.',
      'A. Lee came.',
      '- Plan\n- Walk',
      'Assessment of sleep. Plan of the day.',
    ]) {
      const text = `${soap(rest)}\n${lines}\n`;
      assert.ok(
        problemsOf(text).every(({ rule }) => rule === 'missing-stage'),
        lines,
      );
    }
    const whole = soap(['## S', '## O', '## A', '## P']).replace('Calm.', '**S** Calm.\nA. Lee\nP. Poe');
    assert.deepEqual(placesOf(whole), []);
  });
});

describe('a form that is typed as a table', () => {
  const head = '---\nprotocol: laporan-kelompok\nclient: G-1\nsession: 1\ndate: 2026-01-14\n---\n';
  const table = [
    '| No | Uraian | Isi |',
    '|---|---|---|',
    '| 1 | Peserta | AR, BS |',
    '| 2 | Tempat | Ruang BK |',
    '| 7 | **Pendekatan dan teknik konseling** | : | CBT \\| REBT |',
    '| 8 | Hasil yang dicapai | Lega. |',
  ];

  it('is told once, at the first row of a part, and its parts are written as headings', () => {
    const text = `${head}# Laporan\n\n${table.join('\n')}\n`;
    const hints = problemsOf(text).filter(({ severity }) => severity === 'hint');
    assert.deepEqual(
      hints.map(({ rule, message }) => [rule, message.key]),
      [['similar-heading', 'problem.similar-heading.table']],
    );
    const fix = hints[0]?.fixes[0];
    assert.ok(fix);
    const written = applyEdits(text, fix.edits);
    assert.ok(
      written.includes('|---|---|---|\n| 2 | Tempat | Ruang BK |\n\n## Peserta\nAR, BS\n\n'),
      written,
    );
    assert.ok(written.includes('## Pendekatan dan teknik konseling\nCBT \\| REBT\n'), written);
    assert.deepEqual(
      parse(written).stages.map(({ stage }) => stage.id),
      parse(written)
        .protocol?.protocol.stages.filter(({ required }) => required)
        .map(({ id }) => id),
    );
    assert.ok(problemsOf(written).every(({ message }) => message.key !== 'problem.similar-heading.table'));
  });

  it('is none where its cells hold no title, and where no part is missing', () => {
    const other = ['| Hari | Tidur |', '|---|---|', '| Senin | 7 jam |'].join('\n');
    assert.ok(problemsOf(`${head}${other}\n`).every(({ severity }) => severity !== 'hint'));
    const whole = soap(['## S', '## O', '## A', '## P']).concat('\n| Plan | Rest |\n|---|---|\n');
    assert.deepEqual(placesOf(whole), []);
  });

  it('may have a title in other words in its first cell', () => {
    const text = `${head.replace('laporan-kelompok', 'four-stage')}| Membangun hubungan | Tenang |\n| Identifikasi masalah | Bolos |\n`;
    const problem = problemsOf(text).find(({ rule }) => rule === 'similar-heading');
    const written = applyEdits(text, problem?.fixes[0]?.edits ?? []);
    assert.deepEqual(stagesOf(written), ['relationship', 'exploration']);
  });
});

describe('titles in other words among titles', () => {
  const front = head.replace('soap', 'four-stage');
  /** Each line that is told of a stage, and what it becomes by its first fix. */
  const told = (body: string): readonly string[] => {
    const text = front + body;
    return problemsOf(text)
      .filter(({ rule }) => rule === 'similar-heading')
      .map(({ range, fixes }) => {
        const after = applyEdits(text, fixes[0]?.edits ?? []);
        const { lines } = parse(text).outline;
        return after.split('\n')[lines.positionAt(range.start).line] ?? '';
      });
  };
  const missing = (body: string): number =>
    placesOf(front + body).filter(place => place.startsWith('missing-stage')).length;

  it('are told where they are numbered, each for the stage that it shares most with', () => {
    const body =
      'A. Membangun hubungan\nTenang.\n\nB. Identifikasi masalah\nBolos.\n\nC. Rencana penyelesaian\nBicara.\n\nD. Evaluasi dan penutup\nLanjut.\n';
    assert.deepEqual(told(body), [
      '## A. Membangun hubungan',
      '## B. Identifikasi masalah',
      '## Perencanaan pemecahan masalah',
      '## Penerapan solusi dan penutup konseling',
    ]);
    assert.equal(missing(body), 0);
    const alone = 'C. Rencana penyelesaian\nBicara.\n\nD. Evaluasi dan penutup\nLanjut.\n';
    assert.equal(told(alone).length, 2);
    assert.deepEqual(told(`## Membangun hubungan\nTenang.\n\n${alone}`).slice(0, 1), [
      '## Perencanaan pemecahan masalah',
    ]);
  });

  it('keep the comment that stands beside them', () => {
    const body =
      'C. Rencana penyelesaian <!-- nanti -->\nBicara.\n\nD. Evaluasi dan penutup <!-- minggu depan -->\nLanjut.\n';
    assert.deepEqual(told(body), [
      '## Planning how to solve the problem <!-- nanti -->',
      '## Applying the solution and closing <!-- minggu depan -->',
    ]);
  });

  it('are told where they are items with words below them', () => {
    const body =
      '1. Building rapport\n   - Chatted\n2. Exploring the problem\n   - Fights\n3. Planning solutions\n   - Letter\n4. Wrapping up\n   - Next week\n';
    assert.deepEqual(told(body), [
      '1. **Building the relationship:**',
      '2. **Identifying and exploring the problem:**',
      '3. **Planning how to solve the problem:**',
      '4. **Applying the solution and closing:**',
    ]);
    assert.equal(missing(body), 0);
  });

  it('are told where the note has labels, and as the note has them', () => {
    const labels =
      '* **Rapport** – warm\n* **Exploration** – fights\n* **Planning** – letter\n* **Close** – next week\n';
    assert.deepEqual(told(labels), ['* **Applying the solution and closing:** next week']);
    const bold =
      '**1. Membangun hubungan**\nTenang.\n\n**2. Eksplorasi masalah**\nBolos.\n\n**3. Penyusunan rencana**\nBicara.\n';
    assert.deepEqual(told(bold), ['**Perencanaan pemecahan masalah:**']);
  });

  it('are told where a word processor had bullets before them', () => {
    const body =
      '• Membangun hubungan\no Ngobrol\n• Identifikasi masalah\no Bolos\n• Perencanaan\no Bicara\n';
    assert.deepEqual(told(body), ['## Membangun hubungan', '## Identifikasi masalah', '## Perencanaan']);
  });

  it('may be counted as steps and phases', () => {
    const body =
      '## Phase 1 – Rapport\nok\n## Phase 2: Exploration\nok\n## Fase 3: Perencanaan\nok\n## Step 4: Closing\nok\n';
    assert.deepEqual(stagesOf(front + body), ['relationship', 'exploration', 'planning', 'closing']);
  });

  it('are each told once where they lack the blank of a heading', () => {
    const body = '##Membangun hubungan\nok\n\n##Identifikasi masalah\nok\n';
    assert.deepEqual(told(body), ['## Membangun hubungan', '## Identifikasi masalah']);
    assert.equal(missing(body), 2);
  });

  it('are told in capitals, whatever the line below begins with', () => {
    const body = 'PEMBUKAAN\nhubungan baik\nEKSPLORASI\nbolos\nPERENCANAAN\njadwal\nPENUTUP\nlanjut\n';
    assert.deepEqual(told(body), ['## PEMBUKAAN', '## EKSPLORASI', '## PERENCANAAN', '## PENUTUP']);
  });

  it('are none out of the order of the stages, alone, or among items of which none is a title', () => {
    for (const body of [
      'C. Rencana penyelesaian\nBicara.\n',
      'A. Penutup dan evaluasi\nLanjut.\n\nB. Rencana penyelesaian\nBicara.\n',
      '- Hubungan dengan ibu\n  - sering bertengkar\n- Rencana minggu ini\n  - belajar\n',
      'A. Dia datang terlambat.\n\nB. Rencana belum ada.\n',
    ])
      assert.deepEqual(told(body), [], body);
  });
});

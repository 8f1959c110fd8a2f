import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { fixed, fixedText, noteWith, parse, placesOf, planning, problemsOf } from './support';

/** A note with these items as goals of its only stage. */
function goals(...items: readonly string[]): string {
  return noteWith([...planning.slice(0, 1), ...items, '', ...planning.slice(1)], ['stages: [planning]']);
}

describe('the marker of a goal', () => {
  it('may be any that means something', () => {
    assert.deepEqual(placesOf(goals(...[' ', '/', 'x', 'X', '-', 'h'].map(mark => `- [${mark}] Tidur`))), []);
  });

  it('may say in a draft alone that the goal stands as it stood', () => {
    const text = goals('- [>] Tidur');
    assert.deepEqual(placesOf(text.replace('---\n## ', 'status: draft\n---\n## ')), []);
    assert.deepEqual(placesOf(text), ['goal-status:9']);
    assert.deepEqual(
      problemsOf(text).map(({ severity, fixes }) => [severity, fixes.map(({ title }) => title.key)]),
      [
        [
          'info',
          [
            'fix.mark-open',
            'fix.mark-in-progress',
            'fix.mark-achieved',
            'fix.mark-dropped',
            'fix.mark-on-hold',
            'fix.take-out',
          ],
        ],
      ],
    );
    assert.equal(fixed(text, 'goal-status', 5).includes('Tidur'), false);
  });

  it('is not taken out with its goal where a comment stands on its lines', () => {
    for (const item of ['- [>] Tidur <!-- tanya ibu -->', '- [>] Tidur\n  nyenyak <!-- tanya ibu -->']) {
      const titles = problemsOf(goals(item)).flatMap(({ fixes }) => fixes.map(({ title }) => title.key));
      assert.equal(titles.length, 5);
      assert.ok(!titles.includes('fix.take-out'));
    }
  });

  it('is none where a letter, digit or link stands in the brackets', () => {
    assert.deepEqual(placesOf(goals('- [a] Tidur', '- [1] Tidur', '- [x](y) Tidur', '- [?]Tidur')), []);
  });

  it('that looks like one is mended to it', () => {
    for (const [mark, meant] of [
      ['✓', 'x'],
      ['✔', 'x'],
      ['√', 'x'],
      ['–', '-'],
      ['→', '>'],
    ]) {
      const text = goals(`- [${mark}] Tidur`);
      assert.deepEqual(placesOf(text), ['goal-status:9']);
      assert.equal(fixed(text, 'goal-status'), goals(`- [${meant}] Tidur`));
      assert.equal(problemsOf(text)[0]?.fixes[0]?.safety, 'safe');
    }
  });

  it('is chosen by a person where it might mean anything', () => {
    const text = goals('- [?] Tidur');
    const fixes = problemsOf(text)[0]?.fixes ?? [];
    assert.deepEqual(
      fixes.map(({ edits }) => edits[0]?.newText),
      [' ', '/', 'x', '-', 'h'],
    );
    assert.equal(
      fixes.some(({ safety }) => safety === 'safe'),
      false,
    );
    assert.equal(fixed(text, 'goal-status', 4), goals('- [h] Tidur'));
  });

  it('is not looked at where nothing is tracked, nor in transcripts', () => {
    const soap = '---\nprotocol: soap\n---\n## Subjective\n- [?] Tidur\n';
    assert.ok(placesOf(soap).every(place => !place.startsWith('goal-status')));
    const transcript = noteWith(
      ['## Rapport', 'Konseli: ya', '', '- [?] Tidur'],
      ['stages: [relationship]', 'kind: transcript'],
    );
    assert.deepEqual(placesOf(transcript), []);
  });
});

describe('the id of a goal', () => {
  it('is reported where it stands again, with the line where it stood', () => {
    const text = goals('- [ ] Tidur ^a', '- [ ] Bangun ^b', '  - [ ] Mandi ^a', '- [x] Makan ^a ^a-2');
    assert.deepEqual(placesOf(text), ['goal-duplicate:11']);
    const { args, quoted } = problemsOf(text)[0]?.message ?? {};
    assert.deepEqual([args, quoted], [{ line: 9 }, { id: 'a' }]);
    assert.equal(fixed(text, 'goal-duplicate'), text.replace('Mandi ^a', 'Mandi ^a-3'));
  });

  it('gets another number each time', () => {
    const text = goals('- [ ] Tidur ^a', '- [ ] Bangun ^a', '- [ ] Mandi ^a');
    assert.deepEqual(
      problemsOf(text).map(({ fixes }) => fixes[0]?.edits[0]?.newText),
      ['^a-2', '^a-3'],
    );
  });
});

describe('the fields of a goal', () => {
  const wrong: readonly (readonly [field: string, mended: string | undefined])[] = [
    ['[due:: 3 Maret 2026]', '[due:: 2026-03-03]'],
    ['[due:: 19/3/2026]', '[due:: 2026-03-19]'],
    ['[due:: 2026-02-30]', '[due:: 2026-02-28]'],
    ['[due:: ]', undefined],
    ['[gas:: 3]', undefined],
    ['[gas:: 0.5]', undefined],
    ['[weight:: 0]', undefined],
    ['[role:: counselr]', '[role:: counselor]'],
    ['[role:: guru]', '[role:: counselor]'],
    ['[replaces:: bangun]', '[replaces:: ^bangun]'],
    ['[replaces:: ^]', undefined],
  ];
  for (const [field, mended] of wrong) {
    it(`\`${field}\` is reported${mended === undefined ? '' : ' and mended'}`, () => {
      const text = goals(`- [ ] Tidur ^tidur ${field}`);
      assert.deepEqual(placesOf(text), ['goal-field:9']);
      if (mended === undefined) assert.deepEqual(problemsOf(text)[0]?.fixes, []);
      else assert.equal(fixed(text, 'goal-field'), text.replace(field, mended));
    });
  }

  it('may say a day by words of time, of which each day that is meant is offered', () => {
    const offers = (value: string) =>
      problemsOf(goals(`- [ ] Tidur [due:: ${value}]`)).flatMap(({ fixes }) =>
        fixes.map(({ safety, edits }) => [safety, edits[0]?.newText]),
      );
    assert.deepEqual(offers('besok'), [['suggestion', '2026-02-05']]);
    assert.deepEqual(offers('Jumat depan'), [
      ['suggestion', '2026-02-06'],
      ['suggestion', '2026-02-13'],
    ]);
    assert.deepEqual(offers('next Friday'), offers('Jumat depan'));
  });

  const days: readonly (readonly [value: string, safe: string | undefined, offered: readonly string[]])[] = [
    ['2026-03-19 14:30', undefined, ['2026-03-19']],
    ['Kamis, 19 Maret 2026 pukul 10.00', undefined, ['2026-03-19']],
    ['Senin, 19 Maret 2026', undefined, ['2026-03-19', '2026-03-16']],
    ['19/3/26', undefined, ['2026-03-19']],
    ['19 Mar 26', undefined, ['2026-03-19']],
    ['Kamis 19-3-2026', '2026-03-19', []],
    ['2026–03–19', '2026-03-19', []],
  ];
  for (const [value, safe, offered] of days) {
    it(`\`${value}\` is a day in all spellings of the field, and loses nothing unasked`, () => {
      for (const [before, after, written] of [
        ['[due:: ', ']', 'value'],
        ['📅 ', '', 'value'],
        ['(due: ', ')', '[due:: '],
        ['[tenggat: ', ']', '[tenggat:: '],
        ['due: ', '', '[due:: '],
      ] as const) {
        // To Tasks, what stands behind a date is no part of it.
        if (before === '📅 ' && value.startsWith('2026-03-19 ')) continue;
        const text = goals(`- [ ] Tidur ${before}${value}${after}`);
        const source = (date: string) => (written === 'value' ? date : `${written}${date}]`);
        assert.deepEqual(placesOf(text), ['goal-field:9'], text);
        const mended =
          safe === undefined
            ? text
            : text.replace(
                `${before}${value}${after}`,
                written === 'value' ? `${before}${safe}${after}` : source(safe),
              );
        assert.equal(fixedText(text).text, mended);
        const suggestions = problemsOf(text)[0]?.fixes.filter(({ safety }) => safety === 'suggestion') ?? [];
        assert.deepEqual(
          suggestions.map(({ edits }) => edits[0]?.newText),
          offered.map(source),
        );
      }
    });
  }

  it('that are meant for a day which does not exist are told', () => {
    for (const field of [
      '(due: 31/02/2026)',
      'due: 31/02/2026',
      '[due: 32 Januari 2026]',
      '[due:: 31/02/2026]',
    ]) {
      assert.deepEqual(placesOf(goals(`- [ ] Tidur ${field}`)), ['goal-field:9'], field);
    }
    assert.deepEqual(placesOf(goals('- [ ] Tidur (due: setelah ujian)')), []);
  });

  it('may be words of time without a colon, which is asked about', () => {
    for (const [words, ...mended] of [
      ['Tidur (due Friday)', 'Tidur [due:: 2026-02-06]', 'Tidur [due:: 2026-02-13]'],
      ['Tidur – tenggat 12 Maret', 'Tidur – [tenggat:: 2026-03-12]'],
      [
        'Tidur, paling lambat Jumat depan.',
        'Tidur, [paling lambat:: 2026-02-06].',
        'Tidur, [paling lambat:: 2026-02-13].',
      ],
      ['Tidur (tugas, deadline besok)', 'Tidur (tugas, [deadline:: 2026-02-05])'],
    ] as const) {
      const text = goals(`- [ ] ${words}`);
      const [problem, ...others] = problemsOf(text);
      assert.deepEqual([problem?.rule, problem?.severity, others], ['goal-field', 'hint', []], words);
      assert.deepEqual(
        problem?.fixes.map(({ edits }) => applyEdits(text, edits)),
        mended.map(line => goals(`- [ ] ${line}`)),
      );
    }
    for (const words of [
      'Tidur tanpa tenggat',
      'Bahas deadline tugas',
      'Bayar due fee',
      'Tidur sebelum 22.30',
    ])
      assert.deepEqual(placesOf(goals(`- [ ] ${words}`)), [], words);
  });

  it('stand behind their key with the blank before it left', () => {
    const text = goals('- [ ] Tidur 8 due=2026-03-19');
    assert.deepEqual(placesOf(text), ['goal-field:9']);
    assert.equal(fixed(text, 'goal-field'), goals('- [ ] Tidur 8 [due:: 2026-03-19]'));
  });

  it('that are a time in another zone may be two days: no safe fix', () => {
    const text = goals('- [ ] Tidur [due:: 2026-03-01T20:00:00.000Z]');
    const [problem] = problemsOf(text);
    assert.equal(problem?.rule, 'goal-field');
    assert.deepEqual(
      problem?.fixes.map(({ safety, edits }) => [safety, edits[0]?.newText]),
      [
        ['suggestion', '2026-03-01'],
        ['suggestion', '2026-03-02'],
      ],
    );
  });

  it('are told where an id has no blank before it, which an exponent has neither', () => {
    for (const words of ['Tidur', 'Tidur [due:: 2026-03-19]', 'Tidur.']) {
      const text = goals(`- [ ] ${words}^tidur`);
      const problem = problemsOf(text).find(({ message }) => message.key === 'problem.goal-field.glued-id');
      assert.deepEqual(
        problem?.fixes.map(({ safety, edits }) => [safety, edits[0]?.newText]),
        [['suggestion', ' ^tidur']],
      );
    }
    for (const words of ['a^2 + b^2', 'x^n', 'e^xy', '10^km', 'Tidur ^tidur'])
      assert.deepEqual(placesOf(goals(`- [ ] ${words}`)), [], words);
  });

  const nearly: readonly (readonly [written: string, mended: string])[] = [
    ['[tengat:: 2026-03-19]', '[tenggat:: 2026-03-19]'],
    ['[deu:: 2026-03-19]', '[due:: 2026-03-19]'],
    ['[due: 2026-03-19]', '[due:: 2026-03-19]'],
    ['(tenggat : 2026-03-19)', '[tenggat:: 2026-03-19]'],
    ['due:: 2026-03-19', '[due:: 2026-03-19]'],
    ['tenggat: 19 Maret 2026', '[tenggat:: 2026-03-19]'],
    ['due: 2026-03-19.', '[due:: 2026-03-19].'],
    ['**due: 2026-03-19**', '**[due:: 2026-03-19]**'],
    ['**Due:** 2026-03-19!', '[Due:: 2026-03-19]!'],
    ['**Due**: “2026-03-19”', '[Due:: 2026-03-19]'],
    ['<!-- due: 2026-03-20 --> due: 2026-03-19', '<!-- due: 2026-03-20 --> [due:: 2026-03-19]'],
    ['[due:: 2026-03-19', '[due:: 2026-03-19]'],
    ['[tenggat: 2026-03-19', '[tenggat:: 2026-03-19]'],
    ['due:: 2026-03-19]', '[due:: 2026-03-19]'],
    ['{due:: 2026-03-19}', '[due:: 2026-03-19]'],
    ['(bersama ibu, due: 2026-03-19)', '(bersama ibu, [due:: 2026-03-19])'],
    ['[gas:: -1', '[gas:: -1]'],
    ['role:: klien', '[role:: klien]'],
    ['^tidur_malam', '^tidur-malam'],
    ['^tidur.malam/lagi.', '^tidur-malam-lagi.'],
    ['[replaces:: ^tidur_malam]', '[replaces:: ^tidur-malam]'],
  ];
  for (const [written, mended] of nearly) {
    it(`\`${written}\` is told as nearly a field, and mended`, () => {
      const text = goals(`- [ ] Tidur ${written}`);
      assert.deepEqual(placesOf(text), ['goal-field:9']);
      assert.equal(fixed(text, 'goal-field'), text.replace(written, mended));
      // Between words it counts as it is, and is told for other programs.
      if (!mended.startsWith('(')) assert.deepEqual(placesOf(text.replace(written, mended)), []);
    });
  }

  for (const [item, mended] of [
    ['Due: 2026-03-19 – tidur', 'tidur [Due:: 2026-03-19]'],
    ['due: 2026-03-19 tidur 10.00', 'tidur 10.00 [due:: 2026-03-19]'],
    ['tidur - due: 2026-03-19 - lalu mandi', 'tidur - lalu mandi [due:: 2026-03-19]'],
    ['tidur, tenggat: 2026-03-19, gelap.', 'tidur, gelap. [tenggat:: 2026-03-19]'],
    ['^tidur tidur malam', 'tidur malam ^tidur'],
    ['^tidur [due:: 2026-03-19] tidur', 'tidur [due:: 2026-03-19] ^tidur'],
    ['[due:: 2026-03-19], [role:: client] tidur', 'tidur [due:: 2026-03-19] [role:: client]'],
    ['tidur\n  [due:: 2026-03-19]\n  malam', 'tidur\n  malam [due:: 2026-03-19]'],
    ['tidur\n  [due:: 2026-03-19], ^tidur\n  malam', 'tidur\n  malam [due:: 2026-03-19] ^tidur'],
  ] as const) {
    it(`among the words are written as such and moved to the end: \`${item}\``, () => {
      const text = goals(`- [ ] ${item}`);
      assert.ok(placesOf(text).some(place => place.startsWith('goal-field:')));
      const { text: result, remaining } = fixedText(text);
      assert.ok(result.includes(`- [ ] ${mended}\n`), result);
      assert.deepEqual(remaining, []);
    });
  }

  for (const [written, mended] of [
    ['weight: 20', '[weight:: 20]'],
    ['gas: -1', '[gas:: -1]'],
    ['(due 2026-03-19)', '[due:: 2026-03-19]'],
    ['tenggat 19 Maret 2026.', '[tenggat:: 2026-03-19].'],
    ['due = 2026-03-19', '[due:: 2026-03-19]'],
  ] as const) {
    it(`\`${written}\` may be words of the goal, and is asked about`, () => {
      const text = goals(`- [ ] Tidur ${written}`);
      assert.deepEqual(
        problemsOf(text).map(({ rule, severity, fixes }) => [rule, severity, fixes[0]?.safety]),
        [['goal-field', 'hint', 'suggestion']],
      );
      assert.equal(fixed(text, 'goal-field'), text.replace(written, mended));
    });
  }

  it('below a goal are moved without the comments that stand beside them', () => {
    const text = goals(
      '- [ ] Tidur',
      '  - [due:: 2026-03-19] <!-- satu -->',
      '- [ ] Makan',
      '',
      '  due: 2026-03-20 <!-- dua -->',
    );
    const mended = fixedText(text).text;
    assert.match(mended, /- \[ \] Tidur \[due:: 2026-03-19\]\n {2}- *<!-- satu -->\n/);
    assert.match(mended, /- \[ \] Makan \[due:: 2026-03-20\]\n\n *<!-- dua -->\n/);
  });

  it('are none where a key is part of another word, and where a value says no day', () => {
    const items = [
      'Tell what is overdue: 2026-03-19',
      'Read http://x.org/due:2026-03-19',
      'Say “deadline: Friday’s”',
      'due: when it is done',
      'weight: 20 kg',
      'Say ^o^ and ^_^',
      'rent due 2026-03-19 at the bank',
    ];
    assert.deepEqual(placesOf(goals(...items.map(item => `- [ ] ${item}`))), []);
  });

  for (const [where, lines, mended] of [
    ['another paragraph', ['- [ ] Tidur', '', '  [due:: 2026-03-19]'], ['- [ ] Tidur [due:: 2026-03-19]']],
    ['one without brackets', ['- [ ] Tidur', '', '  due: 2026-03-19'], ['- [ ] Tidur [due:: 2026-03-19]']],
    [
      'words of another paragraph',
      ['- [ ] Tidur', '', '  Gelap [due:: 2026-03-19] dan tenang.'],
      ['- [ ] Tidur [due:: 2026-03-19]', '', '  Gelap dan tenang.'],
    ],
    [
      'a paragraph behind the list',
      ['- [ ] Tidur', '', '[due:: 2026-03-19]'],
      ['- [ ] Tidur [due:: 2026-03-19]'],
    ],
    ['an item below', ['- [ ] Tidur ^t', '  - [due:: 2026-03-19]'], ['- [ ] Tidur [due:: 2026-03-19] ^t']],
    [
      'several items below',
      ['- [ ] Tidur', '  - Tenggat: 19 Maret 2026', '  - gelap', '  - Peran: klien', '  - ^t'],
      ['- [ ] Tidur [Tenggat:: 2026-03-19] [Peran:: klien] ^t', '  - gelap'],
    ],
    ['a quote', ['> - [ ] Tidur', '>   - due: 2026-03-19'], ['> - [ ] Tidur [due:: 2026-03-19]']],
  ] as const) {
    it(`below the words of the goal are told there, and moved to them: ${where}`, () => {
      const text = goals(...lines);
      const places = placesOf(text);
      assert.ok(places.length > 0 && places.every(place => /^goal-field:1\d$/.test(place)), places.join());
      const result = fixedText(text);
      assert.equal(result.text, goals(...mended));
      assert.deepEqual(result.remaining, []);
    });
  }

  it('are parted from an `^id` with other signs by a person, as earlier mentions may have none', () => {
    const text = goals('- [ ] ^tidur_malam tidur', '- [ ] Main gim ^gim_satu ^gim');
    assert.deepEqual(placesOf(text), ['goal-field:9']);
    assert.deepEqual(
      problemsOf(text)[0]?.fixes.map(({ safety }) => safety),
      ['suggestion'],
    );
    assert.equal(
      fixedText(fixed(text, 'goal-field')).text,
      text.replace('^tidur_malam tidur', 'tidur ^tidur-malam'),
    );
  });

  it('below the words are moved by a person where the goal has such values already', () => {
    const text = goals('- [ ] Tidur [due:: 2026-03-18]', '  - due: 2026-03-19');
    assert.deepEqual(placesOf(text), ['goal-field:10']);
    assert.equal(problemsOf(text)[0]?.fixes[0]?.safety, 'suggestion');
  });

  it('below the words are none in code, in goals of their own, among other words of an item', () => {
    const items = [
      '- [ ] Tidur',
      '  - [ ] Gelap [due:: 2026-03-19]',
      '  - lihat: besok',
      '',
      '  ```',
      '  [due:: 2026-03-19]',
      '  ```',
      '- Bukan tujuan',
      '  - due: 2026-03-19',
    ];
    assert.deepEqual(placesOf(goals(...items)), []);
  });

  for (const written of [
    '[tenggat:: 2026-03-19]',
    '(due:: 2026-03-19)',
    '📅 2026-03-19',
    '[due:: 2026-03-19].',
    '**[due:: 2026-03-19]** ✅ 2026-03-01',
    '<!-- mine --> [due:: 2026-03-19] <!-- too -->',
    '[Tenggat:: 2026-03-19], ^tidur.',
  ]) {
    it(`\`${written}\` says when it is due`, () => {
      const text = goals(`- [ ] Tidur ${written}`);
      assert.deepEqual(placesOf(text), []);
      assert.deepEqual(
        parse(text).goals.map(({ text: words, due }) => [words, due]),
        [['Tidur', '2026-03-19']],
      );
    });
  }

  it('with words behind them count, are told, and move to the end with the id', () => {
    const text = goals('- [ ] Tidur [due:: 2026-03-19] ^tidur sebelum jam 11.');
    assert.deepEqual(placesOf(text), ['goal-field:9']);
    assert.equal(parse(text).goals[0]?.due, '2026-03-19');
    const moved = fixedText(text).text;
    assert.ok(moved.includes('- [ ] Tidur sebelum jam 11. [due:: 2026-03-19] ^tidur\n'), moved);
    assert.deepEqual(placesOf(moved), []);
  });

  it('that are right, or the user’s own, are left alone', () => {
    const fields = [
      'due:: 2026-03-03',
      'weight:: 0,5',
      'gas:: −2',
      'gas:: +1',
      'gas:: 0',
      'role:: Klien',
      'replaces:: ^a',
      'mood:: bad',
    ];
    assert.deepEqual(placesOf(goals(...fields.map(field => `- [ ] Tidur [${field}]`))), []);
  });

  it('name one of the clients of a note of several', () => {
    const text = goals('- [ ] Tidur [client:: k-014]', '- [ ] Bangun [client:: K-015]');
    assert.deepEqual(placesOf(text), []);
    const several = text.replace('client: K-014', 'client: [K-014, K-016]');
    assert.deepEqual(placesOf(several), ['goal-field:10']);
  });
});

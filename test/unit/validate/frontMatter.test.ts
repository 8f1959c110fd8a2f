import assert from 'node:assert/strict';
import { render } from '../../../src/l10n/catalogue';
import { fixed, fixedText, noteWith, parse, placesOf, planning, problemsOf } from './support';

const planned = 'stages: [planning]';

/** A note of one complete stage with this front matter. */
function noteOf(...head: readonly string[]): string {
  return ['---', ...head, '---', ...planning, ''].join('\n');
}

describe('missing fields', () => {
  it('are reported on the opening line, or at the key that has no value', () => {
    const text = noteOf('protocol: four-stage', 'session: 2', 'klien:', planned);
    assert.deepEqual(placesOf(text), ['missing-field:1', 'missing-field:4']);
    assert.deepEqual(
      problemsOf(text).map(({ message }) => [message.key, message.args?.['field']]),
      [
        ['problem.missing-field', 'date'],
        ['problem.missing-field.no-value', 'klien'],
      ],
    );
  });

  it('are mended by a key to fill in, the caret behind it', () => {
    const text = noteOf('protocol: four-stage', 'client: K-014', 'session: 2', planned);
    const [problem] = problemsOf(text);
    const after = fixed(text, 'missing-field');
    assert.equal(after, text.replace(`${planned}\n`, `${planned}\ndate: \n`));
    assert.equal(after.slice(0, problem?.fixes[0]?.caret).endsWith('\ndate: '), true);
    assert.equal(problem?.fixes[0]?.safety, 'suggestion');
  });

  it('bring the front matter where a note has none', () => {
    const after = fixed('Words.\r\n', 'missing-field');
    assert.equal(after, '---\r\nclient: \r\n---\r\n\r\nWords.\r\n');
  });

  it('are not inserted into a front matter in braces', () => {
    const text = noteOf('{protocol: four-stage, client: K-014, session: 2, stages: [planning]}');
    assert.deepEqual(problemsOf(text)[0]?.fixes, []);
  });

  it('are hints in a draft', () => {
    const text = noteOf('client: K-014', 'session: 2', 'status: draft', planned);
    assert.deepEqual(problemsOf(text)[0]?.severity, 'hint');
  });
});

describe('a number that is said in other words', () => {
  for (const [said, ...offered] of [
    ['3 dari 8', '3'],
    ['3/8', '3'],
    ['session 3 of 8', '3'],
    ['III', '3'],
    ['Sesi ketiga', '3'],
    ['three', '3'],
    ['1, 2 dan 3'],
    ['satu atau dua'],
    ['pertama kali datang', '1'],
  ] as const) {
    it(`is offered as figures: ${said}`, () => {
      const text = noteOf('client: K-014', `session: ${said}`, 'date: 2026-02-03', planned);
      const [problem] = problemsOf(text);
      assert.deepEqual(
        problem?.fixes.map(({ safety, edits }) => [safety, edits[0]?.newText]),
        offered.map(number => ['suggestion', number]),
      );
    });
  }
});

describe('a link of a wiki without quotes', () => {
  it('is told where it stands, and its words are offered for the value', () => {
    const text = noteOf('client: [[K-014]]', 'session: 2', 'date: 2026-02-03', planned);
    assert.deepEqual(placesOf(text), ['missing-field:2']);
    assert.equal(fixed(text, 'missing-field'), text.replace('[[K-014]]', 'K-014'));
  });
});

describe('field values', () => {
  const cases: readonly (readonly [line: string, fixedLine: string | undefined])[] = [
    ['tanggal: 24/02/2026', 'tanggal: 2026-02-24'],
    ['date: "24 Februari 2026"', 'date: 2026-02-24'],
    ['date: 2026-02-30', 'date: 2026-02-28'],
    ['date: kemarin', undefined],
    ['date: [2026-02-03]', 'date: 2026-02-03'],
    ['date: [2026-02-03, 2026-02-04]', undefined],
  ];
  for (const [line, mended] of cases) {
    it(`\`${line}\` is no date`, () => {
      const text = noteOf('client: K-014', 'session: 2', line, planned);
      assert.deepEqual(placesOf(text), ['invalid-field:4']);
      if (mended === undefined) assert.deepEqual(problemsOf(text)[0]?.fixes, []);
      else assert.equal(fixed(text, 'invalid-field'), text.replace(line, mended));
    });
  }

  it('of a date may have a clock time behind the day', () => {
    for (const line of [
      'date: 2026-02-03 10:00',
      'date: "2026-02-03 10.00 WIB"',
      'tanggal: 2026-02-03T10:00',
    ]) {
      const text = noteOf('client: K-014', 'session: 2', line, planned);
      assert.deepEqual(placesOf(text), [], line);
      assert.equal(fixedText(text).text, text);
      assert.equal(parse(text).frontMatter.date?.value, '2026-02-03');
    }
  });

  const kept: readonly (readonly [value: string, safe: string | undefined, offered: readonly string[]])[] = [
    ['12 Januari 2026, 09.00 WIB', '2026-01-12 09.00 WIB', []],
    ['Senin, 19 Januari 2026 pukul 10.00', '2026-01-19 pukul 10.00', []],
    ['Senin 19-01-2026', '2026-01-19', []],
    ['12 Januari 2026 (Senin)', '2026-01-12', []],
    ['2026–01–19', '2026-01-19', []],
    ['Kamis, 12 Januari 2026', undefined, ['2026-01-12', '2026-01-15']],
    ['19/1/26', undefined, ['2026-01-19']],
    ['12 Jan 26 10.00', undefined, ['2026-01-12 10.00']],
    ['Medan, 12 Januari 2026', undefined, ['2026-01-12']],
    ['31/02/2026', undefined, ['2026-02-28']],
    ['26-01-19', undefined, ['2019-01-26', '2026-01-19']],
    ['Jumat depan', undefined, ['2026-02-06', '2026-02-13']],
    ['Jumat depan pukul 10.00 WIB', undefined, ['2026-02-06', '2026-02-13']],
    ['2 minggu lagi, jam 9', undefined, ['2026-02-17']],
  ];
  for (const [value, safe, offered] of kept) {
    it(`\`${value}\` loses nothing unasked`, () => {
      const text = noteOf(
        'client: K-014',
        'session: 2',
        'date: 2026-02-03',
        'language: id',
        `next: ${value}`,
        planned,
      );
      const [problem, ...others] = problemsOf(text);
      assert.deepEqual([problem?.rule, others], ['invalid-field', []]);
      assert.equal(fixedText(text).text, safe === undefined ? text : text.replace(value, safe));
      const suggestions = problem?.fixes.filter(({ safety }) => safety === 'suggestion') ?? [];
      assert.deepEqual(
        suggestions.map(({ edits }) => edits[0]?.newText),
        offered,
      );
    });
  }

  it('of a date that is on another day of the week say so', () => {
    const text = noteOf('client: K-014', 'session: 2', 'tanggal: Kamis, 12 Januari 2026', planned);
    assert.deepEqual(
      problemsOf(text).map(({ message }) => message.key),
      ['problem.invalid-field.weekday'],
    );
  });

  it('of the next appointment may be no day at all', () => {
    for (const value of ['telepon ibu', 'sesi 5']) {
      const text = noteOf('client: K-014', 'session: 2', 'date: 2026-02-03', `next: ${value}`, planned);
      assert.deepEqual(problemsOf(text), [], value);
    }
  });

  it('of a session are whole numbers', () => {
    const text = noteOf('client: K-014', 'session: Sesi 2', 'date: 2026-02-03', planned);
    assert.deepEqual(placesOf(text), ['invalid-field:3']);
    assert.equal(problemsOf(text)[0]?.fixes[0]?.safety, 'suggestion');
    assert.equal(fixed(text, 'invalid-field'), text.replace('Sesi 2', '2'));
    assert.deepEqual(placesOf(text.replace('Sesi 2', '02')), []);
    assert.deepEqual(problemsOf(text.replace('Sesi 2', '2 and 3'))[0]?.fixes, []);
  });

  it('of fixed sets are mended where one is meant, else offered', () => {
    const text = noteWith(planning, [planned, 'contact: paren']);
    assert.deepEqual(placesOf(text), ['invalid-field:7']);
    assert.equal(fixed(text, 'invalid-field'), text.replace('paren', 'parent'));
    const far = problemsOf(text.replace('paren', 'pigeon'))[0];
    assert.deepEqual(new Set(far?.fixes.map(({ safety }) => safety)), new Set(['suggestion']));
    assert.equal(far?.fixes.length, 6);
  });

  it('may say that they are none of a fixed set', () => {
    for (const line of [
      'closed: no',
      'ditutup: belum',
      'closed: Not yet',
      'status: selesai',
      'status: Final',
    ]) {
      const text = noteWith(planning, [planned, line]);
      assert.deepEqual(problemsOf(text), [], line);
      assert.equal(parse(text).frontMatter.closed, undefined);
      assert.equal(parse(text).frontMatter.draft, false);
    }
    assert.deepEqual(placesOf(noteWith(planning, [planned, 'closed: yes'])), ['invalid-field:7']);
    assert.equal(parse(noteWith(planning, ['ditutup: alih tangan kasus'])).frontMatter.closed, 'referred');
  });

  it('may be written in capitals, and a client may be several', () => {
    assert.deepEqual(placesOf(noteWith(planning, [planned, 'kind: Note', 'closed: Other'])), []);
    assert.deepEqual(placesOf(noteOf('client: [a, b]', 'session: 2', 'date: 2026-02-03', planned)), []);
  });

  it('that are no single value are told so', () => {
    const text = noteWith(planning, [
      planned,
      'counselor: {name: A}',
      'language: Bahasa Indonesia',
      'attendance: [a, b]',
    ]);
    assert.deepEqual(
      problemsOf(text).map(({ message }) => message.key),
      ['problem.invalid-field.map', 'problem.invalid-field.language', 'problem.invalid-field.several'],
    );
  });

  it('of unknown keys are the user’s own', () => {
    assert.deepEqual(
      placesOf(noteWith(planning, [planned, 'room: {a: 1}', 'tags: [a, b]', 'due: never'])),
      [],
    );
  });

  it('are not quoted in messages, which others may read', () => {
    const text = noteWith(planning, [planned, 'contact: Budi', 'closed: {Budi: 1}', 'language: Budi S']);
    assert.equal(problemsOf(text).length, 3);
    assert.equal(JSON.stringify(problemsOf(text).map(({ message }) => message)).includes('Budi'), false);
  });
});

describe('names in `stages:`', () => {
  it('may be ids, titles and aliases', () => {
    assert.deepEqual(placesOf(noteWith(planning, ['stages: Rencana pemecahan problem'])), []);
  });

  it('that nearly are one are mended to its id', () => {
    const text = noteWith(planning, ['stages: ["planing"]']);
    assert.deepEqual(placesOf(text), ['unknown-stage:6']);
    assert.equal(fixed(text, 'unknown-stage'), text.replace('"planing"', 'planning'));
  });

  it('are offered where they are said in other words, or from one to another', () => {
    const offered = (line: string) =>
      problemsOf(noteOf('client: K-1', 'session: 1', 'date: 2026-01-12', line))
        .filter(({ rule }) => rule === 'unknown-stage')
        .map(({ fixes }) => fixes.map(({ title, safety }) => `${safety} ${title.args?.['value']}`));
    for (const [said, ...fixes] of [
      ['stages: 1-3', 'suggestion relationship, exploration, planning'],
      ['tahap: tahap 2 s.d. 3', 'suggestion exploration, planning'],
      ['tahap: membangun rapport dan perencanaan pemecahan', 'suggestion relationship, planning'],
      ['stages: [1-3]'],
      ['stages: 7-9'],
      ['stages: 1-9'],
      ['stages: 1 & 9'],
      ['stages: 1 3'],
      ['stages: 1/3'],
      ['tahap: membangun rapport dan jalan-jalan'],
    ] as const)
      assert.deepEqual(offered(said), [fixes], said);
  });

  it('that are none are reported each', () => {
    const text = noteWith(planning, ['stages:', '  - planning', '  - follow-up', '  - lunch']);
    assert.deepEqual(placesOf(text), ['unknown-stage:8', 'unknown-stage:9']);
    assert.deepEqual(problemsOf(text)[1]?.fixes, []);
  });

  it('are completed by a stage that the note has besides, as the list is written', () => {
    const besides = ['## Rapport', 'Not addressed: known', ...planning];
    const lists: readonly (readonly [string, string])[] = [
      ['stages: [planning]', 'stages: [planning, relationship]'],
      ['stages: [ planning ] # today', 'stages: [ planning, relationship ] # today'],
      ['stages: planning', 'stages: [planning, relationship]'],
      ['stages:\n  - planning', 'stages:\n  - planning\n  - relationship'],
      ['stages:\n- planning', 'stages:\n- planning\n- relationship'],
    ];
    for (const [before, after] of lists) {
      const text = noteWith(besides, [before]);
      assert.equal(fixed(text, 'undeclared-stage'), noteWith(besides, [after]));
      assert.deepEqual(placesOf(noteWith(besides, [after])), []);
    }
    const [problem] = problemsOf(noteWith(besides, ['stages: planning']));
    assert.deepEqual(
      problem?.fixes.map(({ title }) => render(title)),
      ['Record the stage “Membangun hubungan” as worked on today'],
    );
    const several = noteWith(besides, ['stages: planning, exploration']);
    const declared = noteWith(besides, ['stages: [planning, exploration, relationship]']);
    assert.equal(fixed(several, 'undeclared-stage'), declared);
  });
});

describe('the protocol of a note', () => {
  it('is mended where one is nearest', () => {
    const text = noteOf('protocol: four-stages', 'client: K-014');
    assert.deepEqual(placesOf(text), ['unknown-protocol:2']);
    assert.equal(fixed(text, 'unknown-protocol'), text.replace('four-stages', 'four-stage'));
    assert.deepEqual(problemsOf(text.replace('four-stages', 'narrative'))[0]?.fixes, []);
  });
});

describe('front matter that cannot be read', () => {
  const broken: readonly (readonly [string, readonly string[]])[] = [
    ['is not closed', ['---', 'client: K-014', '', '## Rapport']],
    ['is a list', ['---', '- a', '- b', '---', '## Rapport']],
    ['is not YAML', ['---', 'client: "K-014', 'session: [1', '---', '## Rapport']],
    ['is too large', ['---', 'client: K-014', `note: ${'x'.repeat(70_000)}`, '---', '## Rapport']],
  ];
  for (const [what, lines] of broken) {
    it(`gives one problem, not those that follow from it: it ${what}`, () => {
      assert.deepEqual(
        new Set(problemsOf(lines.join('\n')).map(({ rule }) => rule)),
        new Set(['front-matter']),
      );
      assert.equal(problemsOf(lines.join('\n')).length, 1);
    });
  }

  it('does not hide what a second key leaves standing', () => {
    const text = noteWith(planning, ['stages: [planning, closing]', 'tanggal: never']);
    assert.deepEqual(placesOf(text), ['front-matter:7', 'missing-stage:9']);
  });
});

describe('the code of a client', () => {
  const withClient = (client: string, ...more: readonly string[]): string =>
    noteOf('protocol: four-stage', `client: ${client}`, 'session: 2', 'date: 2026-03-12', planned, ...more);

  it('is hinted at where it looks like a name, in each of several, and is never red', () => {
    assert.deepEqual(
      problemsOf(withClient('[K-014, Rina Wati, Ahmad]')).map(({ rule, severity }) => [rule, severity]),
      [
        ['client-name', 'hint'],
        ['client-name', 'hint'],
      ],
    );
  });

  it('is hinted at where it holds a class, as it is written or as the note has it', () => {
    assert.deepEqual(placesOf(withClient('AR-8B')), ['client-class:3']);
    assert.deepEqual(placesOf(withClient('AR-5a', 'kelas: 5 A')), ['client-class:3']);
    assert.deepEqual(placesOf(withClient('AR-5a', 'kelas: 6 A')), []);
  });
});

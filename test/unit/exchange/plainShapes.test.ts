import assert from 'node:assert/strict';
import { read, said } from './importRun';

const saidIn = (text: string, speakers: readonly string[] = []) => said(read('a.txt', text, speakers));
const leftOutIn = (text: string) =>
  read('a.txt', text).leftOut.map(({ line = 0, reason }) => [
    line + 1,
    reason.key.replace('import.left.', ''),
  ]);

describe('what is copied from Teams', () => {
  const copied = (clock: (time: string) => string, gap: string, initials = ''): string =>
    [
      `Sari Dewi\n0 minutes 3 seconds${clock('0:03')}\nSari Dewi 0 minutes 3 seconds\nSelamat pagi, Dimas.`,
      `Sari Dewi 0 minutes 6 seconds\nApa kabar?${initials}`,
      `Dimas Pratama\n0 minutes 9 seconds${clock('0:09')}\nDimas Pratama 0 minutes 9 seconds\nPagi Bu.`,
      `Sari Dewi\n1 hour${clock('1:00:00')}\nSari Dewi 1 hour\nYa.\n`,
    ].join(`\n${gap}`);
  const turns = [
    [3000, 'Sari Dewi', 'Selamat pagi, Dimas.'],
    [6000, 'Sari Dewi', 'Apa kabar?'],
    [9000, 'Dimas Pratama', 'Pagi Bu.'],
    [3_600_000, 'Sari Dewi', 'Ya.'],
  ];

  it('has a name, a time in words and numbers, and both once more above the words', () => {
    for (const clock of [(time: string) => time, (time: string) => `\n${time}`])
      for (const gap of ['', '\n']) assert.deepEqual(saidIn(copied(clock, gap)), turns);
    const once = 'Sari Dewi\n0 menit 3 detik0:03\nSari Dewi 0 menit 3 detik\nPagi.\n';
    assert.deepEqual(saidIn(`${once}Dimas\n1 menit1:00\nDimas 1 menit\nYa.\n`), [
      [3000, 'Sari Dewi', 'Pagi.'],
      [60_000, 'Dimas', 'Ya.'],
    ]);
  });

  it('has initials in place of pictures, which are left out and told; others are said', () => {
    const withInitials = (initials: string): string => copied(time => time, '', `\n${initials}`);
    for (const initials of ['DP', 'D', 'DP\n']) {
      assert.deepEqual(saidIn(withInitials(initials)), turns, initials);
      assert.deepEqual(leftOutIn(withInitials(initials)), [[7, 'initials']], initials);
    }
    assert.deepEqual(saidIn(withInitials('SD'))[1], [6000, 'Sari Dewi', 'Apa kabar?\nSD']);
  });

  it('has times in words that are said, too', () => {
    const text = 'Ko: Berapa lama?\nKi:\n5 menit\nKo: Lalu?\nKi:\n8 menit\nSaya tunggu 1 jam\n';
    assert.deepEqual(
      saidIn(text).map(([, , words]) => words),
      ['Berapa lama?', '5 menit', 'Lalu?', '8 menit\nSaya tunggu 1 jam'],
    );
  });
});

describe('a name, a time and the words, each on a line', () => {
  const turns = ['Sari Dewi\n0:03\nHalo', 'Dimas\n0:05\nYa', 'Sari Dewi\n0:15\nYa', 'Sari Dewi\n1:05\nYa'];

  it('are read with blank lines between the turns and without, whoever speaks once', () => {
    for (const gap of ['\n', '\n\n'])
      assert.deepEqual(saidIn(turns.join(gap)), [
        [3000, 'Sari Dewi', 'Halo'],
        [5000, 'Dimas', 'Ya'],
        [15_000, 'Sari Dewi', 'Ya'],
        [65_000, 'Sari Dewi', 'Ya'],
      ]);
  });

  it('are read below a head, and where a time alone is said', () => {
    const text = `Transkrip\nJumat, 7 Maret 2025\n\n${turns.join('\n')}\nPukul berapa?\n1:30\nOh\n`;
    assert.deepEqual(saidIn(text).slice(0, 3), [
      [3000, 'Sari Dewi', 'Halo'],
      [5000, 'Dimas', 'Ya'],
      [15_000, 'Sari Dewi', 'Ya'],
    ]);
  });

  it('are told from names below times', () => {
    const text = '0:03\nSari Dewi\nHalo\n0:05\nDimas\nYa\n0:07\nSari Dewi\nYa\n';
    assert.deepEqual(saidIn(text), [
      [3000, 'Sari Dewi', 'Halo'],
      [5000, 'Dimas', 'Ya'],
      [7000, 'Sari Dewi', 'Ya'],
    ]);
    const same = '0:03\nSari Dewi\nYa\n0:05\nDimas\nYa\n0:07\nSari Dewi\nYa\n0:09\nDimas\nYa\n';
    assert.deepEqual(
      saidIn(same).map(([, speaker]) => speaker),
      ['Sari Dewi', 'Dimas', 'Sari Dewi', 'Dimas'],
    );
  });
});

describe('numbers before lines', () => {
  const lines = [
    'Konselor: Apa yang kamu rasakan',
    'saat itu?',
    'Konseli: Takut, karena',
    'ayah marah.',
    'Konselor: Lalu?',
  ];
  const numbered = lines.map((line, at) => `${at + 1}  ${line}`);
  const turns = [
    [undefined, 'Konselor', 'Apa yang kamu rasakan\nsaat itu?'],
    [undefined, 'Konseli', 'Takut, karena\nayah marah.'],
    [undefined, 'Konselor', 'Lalu?'],
  ];

  it('are no words where a line between has none, such as that of a page or a comment', () => {
    const withLine = (line: string): string => numbered.toSpliced(4, 0, line).join('\n');
    for (const page of ['Halaman 1', 'Page 2 of 3', 'Hal. 4', 'Halaman 1 dari 2']) {
      assert.deepEqual(saidIn(withLine(page)), turns, page);
      assert.deepEqual(leftOutIn(withLine(page))[4], [5, 'head'], page);
    }
    assert.deepEqual(saidIn(withLine('\n((Telepon))\n'))[1], [
      undefined,
      'Konseli',
      'Takut, karena\nayah marah.\n((Telepon))',
    ]);
    assert.deepEqual(
      saidIn(
        [
          '01 I: wie gehts;',
          '02    (--)',
          '04 B: gut-',
          '05    aber',
          '((Pause))',
          '06 I: hm',
          '07 B: ja',
        ].join('\n'),
      ),
      [
        [undefined, 'I', 'wie gehts;\n(--)'],
        [undefined, 'B', 'gut-\naber\n((Pause))'],
        [undefined, 'I', 'hm'],
        [undefined, 'B', 'ja'],
      ],
    );
  });

  it('are no words below a long head', () => {
    const head = [
      'TRANSKRIP',
      'Nama : DP',
      'Umur : 16 tahun',
      'Waktu : 09.00',
      'Tempat : BK',
      'Durasi : 30 menit',
      'Kelas : X',
    ];
    assert.deepEqual(saidIn([...head, '', ...numbered].join('\n')), turns);
    const each = ['1. P: Pagi.', '2. N: Ya.', '3. P: Ada apa?', '5. N: Takut.'];
    assert.deepEqual(
      saidIn([...head, '', ...each].join('\n')).map(([, speaker, words]) => [speaker, words]),
      [
        ['P', 'Pagi.'],
        ['N', 'Ya.'],
        ['P', 'Ada apa?'],
        ['N', 'Takut.'],
      ],
    );
  });

  it('are words in a list that somebody says', () => {
    const talk = 'P: Pagi.\nN: Ya.\nP: Apa saja?\n';
    for (const text of [
      `${talk}N:\n1. Makan\n2. Tidur\n3. Main\n`,
      `Konselor: Apa saja?\nKonseli:\n1. Makan\n2. Tidur\n3. Main\n`,
      `${talk}${talk}N: Tiga:\n1. makan: sering\n2. tidur: jarang\n3. main: ya\n`,
    ])
      assert.match(String(saidIn(text).at(-1)?.[2]), /1\..*\n2\..*\n3\./);
  });
});

describe('a time beside a name', () => {
  const turns = [
    [1000, 'Speaker 1', 'Halo, Nak.'],
    [65_000, 'Dimas', 'Ya.'],
    [3_605_000, 'Speaker 1', 'Oke.'],
  ];

  it('may be set apart from name and words by blanks or tabs', () => {
    for (const gap of ['    ', '  ', '\t'])
      for (const colon of ['', ':'])
        assert.deepEqual(
          saidIn(
            [
              ['Speaker 1', '00:00:01', 'Halo, Nak.'],
              ['Dimas', '00:01:05', 'Ya.'],
              ['Speaker 1', '01:00:05', 'Oke.'],
            ]
              .map(([name, ...rest]) => [`${name}${colon}`, ...rest].join(gap))
              .join('\n'),
          ),
          turns,
          `${colon}${gap}`,
        );
    // A time with one blank beside it is said.
    assert.deepEqual(saidIn('Ko: 07:30 saya bangun.\nKi:  7:45 saya.\n'), [
      [undefined, 'Ko', '07:30 saya bangun.'],
      [undefined, 'Ki', '7:45 saya.'],
    ]);
  });

  it('may be a span, or stand behind a dash, above the words', () => {
    const heads: readonly ((name: string, from: string, to: string) => string)[] = [
      (name, from, to) => `[${name}] (${from} - ${to})`,
      (name, from, to) => `${name} (${from} – ${to}):`,
      (name, from, to) => `**${name}** [${from} --> ${to}]`,
      (name, from) => `${name} - ${from}`,
      (name, from) => `${name} – ${from}`,
      (name, from) => `${name} — ${from}`,
    ];
    for (const head of heads) {
      const text = `${head('Speaker 1', '0:01', '0:04')}\nHalo, Nak.\n\n${head('Dimas', '1:05', '1:09')}\nYa.\n\n${head('Speaker 1', '1:00:05', '1:00:09')}\nOke.\n`;
      assert.deepEqual(saidIn(text), turns, text);
    }
    const { cues } = read('a.txt', '[Speaker 1] (0:00 - 0:05)\nHalo.\n');
    assert.deepEqual(
      cues.map(({ start, end }) => [start, end]),
      [[0, 5000]],
    );
    assert.deepEqual(
      saidIn('Ko: Jadwalnya?\nKi: Begini.\nKami mulai - 07:30\nKo: Oh.\n')[1]?.[2],
      'Begini.\nKami mulai - 07:30',
    );
  });

  it('is none of a turn where it tells when the session was', () => {
    const turns = 'Peneliti : Halo\nInforman : Ya\nPeneliti : Oke\n';
    for (const hours of ['09:00 - 10:00', '09:00–10:00', '9:00'])
      for (const gap of ['\n', '\n\n']) {
        const { cues, preamble } = read('a.txt', `Wawancara 1\n${hours}${gap}${turns}`);
        assert.deepEqual(
          cues.map(({ start, end }) => [start, end]),
          Array.from({ length: 3 }, () => [undefined, undefined]),
          hours,
        );
        assert.deepEqual(preamble, ['Wawancara 1', hours]);
      }
    const timed = '09:00 - 10:00\n\nSari Dewi\n0:03\nHalo.\n\nDimas\n0:05\nYa.\n\nSari Dewi\n0:09\nOke.\n';
    assert.deepEqual(
      saidIn(timed).map(([start]) => start),
      [3000, 5000, 9000],
    );
    const spans = '0:03 - 0:05\nSari: Halo.\n0:05 - 0:09\nDimas: Ya.\n';
    assert.deepEqual(
      read('a.txt', spans).cues.map(({ start, end }) => [start, end]),
      [
        [3000, 5000],
        [5000, 9000],
      ],
    );
  });
});

describe('numbers of lines that begin again on each page', () => {
  const pages = [
    [
      'P: Bisa diceritakan awalnya?',
      'N: Awalnya saya ikut teman',
      'lalu saya tertarik dan',
      'akhirnya masuk.',
    ],
    ['P: Berapa lama?', 'N: Sekitar tiga tahun sampai', 'sekarang masih.'],
  ];
  const numbered = (lines: readonly string[]): string =>
    lines.map((line, at) => `${at + 1}  ${line}\n`).join('');
  const turns = [
    [undefined, 'P', 'Bisa diceritakan awalnya?'],
    [undefined, 'N', 'Awalnya saya ikut teman\nlalu saya tertarik dan\nakhirnya masuk.'],
    [undefined, 'P', 'Berapa lama?'],
    [undefined, 'N', 'Sekitar tiga tahun sampai\nsekarang masih.'],
  ];

  it('are no words, nor is the number of a page between them', () => {
    for (const between of ['', '\n', '\f', '\n- 2 -\n', '1\n', 'Halaman 1 dari 2\n'])
      assert.deepEqual(saidIn(pages.map(numbered).join(between)), turns, JSON.stringify(between));
  });

  it('are told from a list that somebody says, and from numbers that are said', () => {
    assert.deepEqual(
      saidIn('1. P: Apa saja?\n2. N: Tiga:\n1. makan\n2. tidur\n3. lari\n3. P: Lalu?\n4. N: Ya.\n').map(
        ([, , words]) => words,
      ),
      ['Apa saja?', 'Tiga:\n1. makan\n2. tidur\n3. lari', 'Lalu?', 'Ya.'],
    );
    const list = '1. makan\n2. tidur\n3. lari\n';
    assert.deepEqual(
      saidIn(`${numbered(['P: Apa saja?', 'N: Tiga.', 'P: Lalu?', 'N: Saya tulis:'])}${list}`).at(-1),
      [undefined, 'N', `Saya tulis:\n${list.trim()}`],
    );
    assert.deepEqual(saidIn(`${numbered(pages.flat())}12\n`).at(-1), [
      undefined,
      'N',
      'Sekitar tiga tahun sampai\nsekarang masih.\n12',
    ]);
  });
});

describe('names and times that Markdown sets apart', () => {
  const turns = [
    [1000, 'Rina', 'Halo.'],
    [5000, 'Bima', 'Pagi: ya.'],
    [9000, 'Rina', 'Apa kabar?'],
  ] as const;
  const shaped = (shape: (name: string, time: string, words: string) => string): string =>
    turns.map(([start, name, words]) => shape(name, `00:0${start / 1000}`, words)).join('\n\n');

  it('are read within emphasis and in headings', () => {
    for (const shape of [
      (name, time, words) => `**${name} (${time}):** ${words}`,
      (name, time, words) => `**${name} [${time}]**: ${words}`,
      (name, time, words) => `**[${time}] ${name}:** ${words}`,
      (name, time, words) => `__${time} ${name}:__ ${words}`,
      (name, time, words) => `*${time}* **${name}:** ${words}`,
      (name, time, words) => `**${name} [${time}]**\n${words}`,
      (name, time, words) => `### ${name} (${time})\n\n${words}`,
      (name, time, words) => `### [${time}] ${name}\n\n${words}`,
    ] satisfies Parameters<typeof shaped>[0][])
      assert.deepEqual(saidIn(shaped(shape)), turns, shape('N', '0:00', 'w'));
  });

  it('are read in quotes, whose signs nobody says', () => {
    const quoted = (lines: string): string => lines.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
    assert.deepEqual(saidIn(quoted(shaped((name, time, words) => `[${time}] ${name}: ${words}`))), turns);
    assert.deepEqual(saidIn(quoted('Rina: Halo,\napa kabar?\n\nBima: Baik.\nRina: Ya.')), [
      [undefined, 'Rina', 'Halo,\napa kabar?'],
      [undefined, 'Bima', 'Baik.'],
      [undefined, 'Rina', 'Ya.'],
    ]);
  });

  it('are words where no name stands beside the time', () => {
    const text = 'Rina: Kapan?\nBima: Begini:\n**09:15** mulai\n## Jam 09:20 selesai\nRina: Ya.\n';
    assert.deepEqual(saidIn(text)[1], [undefined, 'Bima', 'Begini:\n**09:15** mulai\n## Jam 09:20 selesai']);
  });
});

describe('numbers of turns', () => {
  const turns = [
    [undefined, 'Ko', 'Selamat pagi.'],
    [undefined, 'Ki', 'Pagi, Bu.'],
    [undefined, 'Ko', 'Apa kabar?'],
    [undefined, 'Ki', 'Baik.'],
  ] as const;
  const numbered = (label: (name: string, turn: number, own: number) => string): string =>
    turns.map(([, name, words], at) => `${label(name, at + 1, Math.floor(at / 2) + 1)} ${words}\n`).join('');

  it('behind names are no part of them, whether each counts or all are counted', () => {
    for (const text of [
      numbered((name, _, own) => `${name} ${own} :`),
      numbered((name, _, own) => `${name}${own}:`),
      numbered((name, _, own) => `**${name}-${own}:**`),
      numbered((name, turn) => `${name}.${turn}:`),
      numbered((name, _, own) => `[0:0${own}] ${name} ${own}:`),
    ]) {
      assert.deepEqual(
        saidIn(text).map(([, ...rest]) => rest),
        turns.map(([, ...rest]) => rest),
        text,
      );
      assert.deepEqual(
        leftOutIn(text).map(([, reason]) => reason),
        turns.map(() => 'identifiers'),
      );
    }
  });

  it('are told from the numbers of people', () => {
    const names = (text: string) => [...new Set(saidIn(text).map(([, name]) => name))];
    assert.deepEqual(names('M: Ya?\nP1: Baik.\nP2: Ya.\nP3: Saya juga.\nM: Lalu?\nP1: Ya.\n'), [
      'M',
      'P1',
      'P2',
      'P3',
    ]);
    assert.deepEqual(names('P1: Baik.\nL1: Setuju.\nP2: Saya juga.\nL2: Ya.\n'), ['P1', 'L1', 'P2', 'L2']);
    assert.deepEqual(names('Ko 1: Ya?\nKi 1: Ya.\nKo 2: Lalu?\nKi 1: Tidak.\nKo 1: Oh.\n'), [
      'Ko 1',
      'Ki 1',
      'Ko 2',
    ]);
  });

  it('are those of people who introduce themselves, though each speaks once', () => {
    const talk = (names: readonly string[], before = '', behind = ''): string =>
      `${before}${names.map(name => `${name}: Saya siapa.\n`).join('')}${behind}`;
    const speakers = (text: string) => [...new Set(saidIn(text).map(([, name]) => name))];
    const rows = ['P1', 'P2', 'P3', 'L4', 'L5', 'L6'];
    assert.deepEqual(speakers(talk(rows)), rows);
    const known = ['Siswa 1', 'Siswi 2', 'Siswa 3', 'Siswi 4', 'Siswa 5', 'Siswi 6'];
    assert.deepEqual(speakers(talk(known)), known);
    const led = ['Pria 1', 'Wanita 2', 'Pria 3', 'Wanita 4', 'Pria 5', 'Wanita 6'];
    assert.deepEqual(speakers(talk(led, 'Moderator: Silakan.\n', 'Moderator: Baik.\n')), [
      'Moderator',
      ...led,
    ]);
  });

  it('may stand in brackets before the names', () => {
    for (const [open, close] of ['()', '[]', ' /', '# '])
      assert.deepEqual(saidIn(numbered((name, turn) => `${open}${turn}${close} ${name}:`)), turns, open);
  });
});

describe('who speaks where no line begins with a name and a colon', () => {
  const remarksIn = (name: string, text: string) =>
    read(name, text).remarks.map(({ line = 0, reason }) => [line + 1, reason.key.replace('import.', '')]);

  it('is told by another sign, where most lines have it', () => {
    for (const sign of [';', ' ;', ' =', '='])
      assert.deepEqual(saidIn(`Konselor${sign} Halo.\nKonseli${sign} Hai; ya.\nKonselor${sign} Ya?\n`), [
        [undefined, 'Konselor', 'Halo.'],
        [undefined, 'Konseli', 'Hai; ya.'],
        [undefined, 'Konselor', 'Ya?'],
      ]);
  });

  it('is asked where one line has another sign, and nothing is asked of other words', () => {
    for (const line of ['Konseli; Hai.', 'konseli. Hai.', 'Konseli - Hai.', 'KONSELI = Hai.'])
      assert.deepEqual(
        remarksIn('a.txt', `Konselor: Halo.\n${line}\nKonselor: Ya?\nKonseli: Baik.\n`),
        [[2, 'name-without-colon']],
        line,
      );
    for (const line of ['Konseli saya baik.', 'Baik; konseli. Ya.', 'K = Konselor'])
      assert.deepEqual(
        remarksIn('a.txt', `Konselor: Halo.\n${line}\nKonselor: Ya?\nKonseli: Hai.\n`),
        [],
        line,
      );
  });

  it('is asked where a name and a colon stand behind a sentence', () => {
    const line = 'Konselor: Halo. Konseli: Hai. Konselor: Ya?';
    assert.deepEqual(remarksIn('a.txt', `${line}\n`), [[1, 'speaker-within']]);
    assert.deepEqual(remarksIn('a.srt', `1\n00:00:01,000 --> 00:00:02,000\n${line}\n`), [
      [3, 'speaker-within'],
    ]);
    const said =
      'Konselor: Ibu bilang. Begini: jangan. Kata konselor: boleh.\nKonseli: Hai.\nKonselor: Ya?\n';
    assert.deepEqual(remarksIn('a.txt', said), []);
  });

  it('is told where somebody has no words', () => {
    const text = 'Konselor: Halo.\nKonseli:\nKonselor: Ya?\nKonseli : \n\nKonselor: Kamu diam.\n';
    assert.deepEqual(leftOutIn(text), [
      [2, 'no-words'],
      [4, 'no-words'],
    ]);
    assert.deepEqual(leftOutIn('Konselor:\nHalo.\nKonseli:\n\nHai.\nKonselor: Ya?\n'), []);
  });
});

describe('two times beside a name, and the minute of a recording', () => {
  it('are read', () => {
    for (const parted of [' | ', '  ', ' ', '\t'])
      assert.deepEqual(
        read(
          'a.txt',
          ['Sari', 'Dimas', 'Sari']
            .map((name, at) => `${name}${parted}0:0${at} - 0:0${at + 1}\nKata.\n`)
            .join('\n'),
        ).cues.map(({ start, end, speaker }) => [start, end, speaker]),
        [
          [0, 1000, 'Sari'],
          [1000, 2000, 'Dimas'],
          [2000, 3000, 'Sari'],
        ],
        parted,
      );
    for (const mark of ['Menit', 'Menit ke', 'Minute', 'Min.', 'Menit:'])
      assert.deepEqual(saidIn(`${mark} 00:01\nP: Halo.\nN: Hai.\n${mark} 05:00\nP: Ya?\nN: Ya.\n`), [
        [1000, 'P', 'Halo.'],
        [undefined, 'N', 'Hai.'],
        [300_000, 'P', 'Ya?'],
        [undefined, 'N', 'Ya.'],
      ]);
  });
});

describe('what nobody sees', () => {
  it('is no part of a name, nor is the sign of a list', () => {
    for (const sign of ['\u200e', '\u202a', '\ufeff\u200f', '\uf0b7\t', '➢ ', '● ', '·'])
      assert.deepEqual(
        saidIn(`${sign}Sari: Halo.\n${sign}Dimas: Hai.\n${sign}Sari: Ya?\n`).map(([, name]) => name),
        ['Sari', 'Dimas', 'Sari'],
        JSON.stringify(sign),
      );
  });

  it('ends a line where word processors end one within a paragraph', () => {
    for (const end of ['\v', '\u2028', '\u2029'])
      assert.deepEqual(saidIn(`Sari: Halo.${end}Dimas: Hai.\nSari: Ya?`), [
        [undefined, 'Sari', 'Halo.'],
        [undefined, 'Dimas', 'Hai.'],
        [undefined, 'Sari', 'Ya?'],
      ]);
  });
});

import assert from 'node:assert/strict';
import { read } from './importRun';

/** Speaker and words of each turn. */
function turns(name: string, text: string, speakers: readonly string[] = []): readonly unknown[] {
  const transcript = read(name, text, speakers);
  assert.deepEqual(transcript.faults, []);
  return transcript.cues.filter(({ words }) => words !== '').map(({ speaker, words }) => [speaker, words]);
}

/** Lines, from 1, and keys of what a file is refused for. */
function faults(name: string, text: string): readonly (readonly [number, string])[] {
  return read(name, text).faults.map(({ line = 0, reason }) => [line + 1, reason.key.replace('import.', '')]);
}

/** Lines, from 1, and keys of what is told beside the words. */
function told(name: string, text: string): readonly (readonly [number, string])[] {
  const { leftOut, remarks } = read(name, text);
  return [...leftOut, ...remarks].map(({ line = 0, reason }) => [
    line + 1,
    reason.key.replace(/^import\.(?:left\.)?/, ''),
  ]);
}

function srt(...cues: readonly string[]): string {
  return cues.map((words, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n`).join('\n');
}

describe('captions as people keep them', () => {
  it('have numbers apart from their times, which nobody says', () => {
    const text =
      '1\n\n00:00:01,000 --> 00:00:02,000\n\nKonselor: Halo\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nKonseli: 3\n\n3\n\n00:00:05,000 --> 00:00:06,000\n\nBaik\n';
    assert.deepEqual(turns('a.srt', text), [
      ['Konselor', 'Halo'],
      ['Konseli', '3'],
      ['Konseli', 'Baik'],
    ]);
  });

  it('tell times with a faulty arrow or sign at their line, which are no words', () => {
    for (const sign of ['->', '=>', '→', '--', '-', '–>', ','])
      assert.deepEqual(
        faults('a.srt', `1\n00:00:01,000 ${sign} 00:00:02,000\nKonselor: Halo\n\n${srt('Konseli: Hai')}`),
        [[2, 'bad-time']],
        sign,
      );
    assert.deepEqual(
      faults('a.txt', '00:00:01,000 -> 00:00:02,000\nHalo\n\n00:00:03,000 -> 00:00:04,000\nHai\n'),
      [
        [1, 'bad-time'],
        [4, 'bad-time'],
      ],
    );
    assert.deepEqual(turns('a.srt', srt('Konselor: Buka jam\n10:30 - 11:00')), [
      ['Konselor', 'Buka jam\n10:30 - 11:00'],
    ]);
  });

  it('change the speaker at >>, to the one whose name stands there, else to nobody', () => {
    assert.deepEqual(
      turns('a.srt', srt('>> RINA: Halo', '>> BIMA: Hai', '>> RINA: Ya\n>> Oh.', 'lalu', '>> Baik.')),
      [
        ['RINA', 'Halo'],
        ['BIMA', 'Hai'],
        ['RINA', 'Ya'],
        [undefined, '>> Oh.'],
        [undefined, 'lalu'],
        [undefined, '>> Baik.'],
      ],
    );
  });

  it('are refused in formats that are not read, with those that are', () => {
    const styled =
      '[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Rina,0,0,0,,Halo\nDialogue: 0,0:00:03.00,0:00:04.00,Default,Bima,0,0,0,,Hai\n';
    const other = '<?xml version="1.0"?><score><part>Halo</part></score>';
    for (const [name, text] of [
      ['a.ass', styled],
      ['a.xml', other],
    ] as const)
      assert.deepEqual(faults(name, text), [[1, 'not-read']]);
  });
});

describe('a name', () => {
  it('that is written in several ways is one speaker’s', () => {
    assert.deepEqual(turns('a.txt', 'KONSELOR: Halo\nKonseli: Hai\nKonselor: Ya\nKONSELI: Oh\n'), [
      ['KONSELOR', 'Halo'],
      ['Konseli', 'Hai'],
      ['KONSELOR', 'Ya'],
      ['Konseli', 'Oh'],
    ]);
  });

  it('comes with emphasis of any kind, or below a heading’s sign', () => {
    for (const [before, behind] of [
      ['*', ':*'],
      ['**', '**:'],
      ['__', ':__'],
      ['_', '_:'],
    ] as const)
      assert.deepEqual(
        turns(
          'a.md',
          `${before}Rina${behind} Halo\n\n${before}Bima${behind} Hai\n\n${before}Rina${behind} Ya\n`,
        ),
        [
          ['Rina', 'Halo'],
          ['Bima', 'Hai'],
          ['Rina', 'Ya'],
        ],
        before,
      );
    assert.deepEqual(turns('a.md', '## Konselor\n\nHalo\n\n**Konseli**\n\nHai\n'), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
    ]);
  });

  it('is parted from the words by another sign than a colon, where most lines have it', () => {
    for (const [before, behind] of [
      ['', ' - '],
      ['', ' — '],
      ['', '\t'],
      ['(', ') '],
      ['<', '> '],
      ['**', '** '],
    ] as const)
      assert.deepEqual(
        turns(
          'a.txt',
          `Sesi 3\n\n${before}Konselor${behind}Halo\n${before}Konseli${behind}Hai: dua\nlalu pulang\n${before}Konselor${behind}Ya\n`,
        ),
        [
          ['Konselor', 'Halo'],
          ['Konseli', 'Hai: dua\nlalu pulang'],
          ['Konselor', 'Ya'],
        ],
        `${before}${behind}`,
      );
    assert.deepEqual(faults('a.txt', 'Saya - entahlah\nHalo semua\nKami - pergi\nBaik sekali\n'), [
      [1, 'no-turns'],
    ]);
  });

  it('stands above the words without blank lines where several roles do and no name has a colon', () => {
    assert.deepEqual(turns('a.txt', 'Konselor\nHalo\nKonseli\nHai\nSaya takut.\nKonselor\nYa\n'), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai\nSaya takut.'],
      ['Konselor', 'Ya'],
    ]);
    assert.deepEqual(turns('a.txt', 'Konselor: Siapa?\nKonseli: Dia itu\nGuru BK\nSiswa\n'), [
      ['Konselor', 'Siapa?'],
      ['Konseli', 'Dia itu\nGuru BK\nSiswa'],
    ]);
  });

  it('is no annotation with a colon, no ordinal, and not what tells that somebody says something', () => {
    const words = [
      'Hai',
      '[tertawa: keras]',
      '[tertawa: keras]',
      'Pertama: datang',
      'Dia bilang: pulang',
      'Dia bilang: tidak',
      'She said: no',
      'She said: yes',
    ];
    assert.deepEqual(
      turns('a.txt', `Konselor: Halo\nKonseli: ${words.join('\n')}\nPak Said: Ya\nPak Said: Oh\n`),
      [
        ['Konselor', 'Halo'],
        ['Konseli', words.join('\n')],
        ['Pak Said', 'Ya'],
        ['Pak Said', 'Oh'],
      ],
    );
  });

  it('that comes once is told where others come again: as a speaker’s if it looks like theirs, else as words', () => {
    const text = 'Konselor: Halo\nKonseli: Hai\nIbu Ani: Permisi\nAda tiga hal: a\nKonselor: Ya\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
      ['Ibu Ani', 'Permisi\nAda tiga hal: a'],
      ['Konselor', 'Ya'],
    ]);
    assert.deepEqual(told('a.txt', text), [
      [3, 'name-taken'],
      [4, 'name-kept'],
    ]);
    assert.deepEqual(told('a.srt', srt('Konselor: Halo', 'Konseli: Hai\nIntinya: satu')).slice(-1), [
      [8, 'name-taken'],
    ]);
    assert.deepEqual(told('a.txt', 'Rina: Halo\nBima: Hai\n'), []);
  });

  it('needs no blank behind its colon where it is known or has one elsewhere', () => {
    assert.deepEqual(
      turns(
        'a.txt',
        'Konselor:Halo\nKonseli:(tertawa) Hai\njam 10:30\nhttp://a.id\nKonselor:Lihat http://a.id\n',
      ),
      [
        ['Konselor', 'Halo'],
        ['Konseli', '(tertawa) Hai\njam 10:30\nhttp://a.id'],
        ['Konselor', 'Lihat http://a.id'],
      ],
    );
    assert.deepEqual(turns('a.txt', 'Rina: Halo\nBima: Hai\nRina:Ya\ncatat:ini\nBima: Oh\n'), [
      ['Rina', 'Halo'],
      ['Bima', 'Hai'],
      ['Rina', 'Ya\ncatat:ini'],
      ['Bima', 'Oh'],
    ]);
    assert.deepEqual(turns('a.srt', srt('Konselor:Halo\nKonseli:Hai')), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
    ]);
  });

  it('is the same with what somebody does in brackets behind it, which stays among the words', () => {
    assert.deepEqual(
      turns('a.txt', 'Konselor (senyum): Halo\nKonseli [diam]: Hai\nKonselor: Ya\nKonseli: Oh\n'),
      [
        ['Konselor', '(senyum): Halo'],
        ['Konseli', '[diam]: Hai'],
        ['Konselor', 'Ya'],
        ['Konseli', 'Oh'],
      ],
    );
    assert.deepEqual(turns('a.txt', 'P1 (female, 34): Hi\nI: Hello\nP1 (female, 34): Yes\nI: So\n'), [
      ['P1 (female, 34)', 'Hi'],
      ['I', 'Hello'],
      ['P1 (female, 34)', 'Yes'],
      ['I', 'So'],
    ]);
  });

  it('comes behind the number of its turn, though words are wrapped, and behind an arrow', () => {
    assert.deepEqual(
      turns('a.txt', '1. T: Halo\n   ini panjang\n2. C: Hai\n3. T: Ya\n   10 orang\n4. C: Oh\n'),
      [
        ['T', 'Halo\nini panjang'],
        ['C', 'Hai'],
        ['T', 'Ya\n10 orang'],
        ['C', 'Oh'],
      ],
    );
    assert.deepEqual(turns('a.txt', '01  A:  so\n02→ B:  ja\n03 -> A:  hm\n04     (0.5)\n05  B:  nein\n'), [
      ['A', 'so'],
      ['B', 'ja'],
      ['A', 'hm\n(0.5)'],
      ['B', 'nein'],
    ]);
  });
});

describe('a time that is nearly one', () => {
  it('is told before, beside and behind a name, whose words stay theirs', () => {
    const lines = [
      'Konselor: Halo',
      '25:61 Konseli: Hai',
      '(25:61) Konselor: Ya',
      'Konseli (0:99): Oh',
      '10.30 Konselor: Nah',
      'Konseli  0:5',
      'Baik',
      'Konselor: Sudah #0:00:99-1#',
    ];
    const text = lines.join('\n');
    assert.deepEqual(
      turns('a.txt', text),
      ['Halo', 'Hai', 'Ya', 'Oh', 'Nah', 'Baik', 'Sudah'].map((words, at) => [
        at % 2 === 0 ? 'Konselor' : 'Konseli',
        words,
      ]),
    );
    assert.deepEqual(
      told('a.txt', text),
      [2, 3, 4, 5, 6, 8].map(line => [line, 'nearly-time']),
    );
  });

  it('is said where no speaker stands beside it', () => {
    const text = 'Konselor: Halo\nSkor akhir  2:99\nsaya baca Yohanes (3:16)\nlalu tidur\nKonseli: Hai\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Konselor', 'Halo\nSkor akhir  2:99\nsaya baca Yohanes (3:16)\nlalu tidur'],
      ['Konseli', 'Hai'],
    ]);
  });
});

describe('lines of a program about itself', () => {
  it('are left out, as that somebody began or ended the transcription', () => {
    const text =
      'Rina Lestari started transcription\n\nRina Lestari   0:04\nHalo\nBima   0:09\nHai\n\nRina Lestari menghentikan transkripsi\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Rina Lestari', 'Halo'],
      ['Bima', 'Hai'],
    ]);
    assert.deepEqual(told('a.txt', text), [
      [1, 'of-program'],
      [8, 'of-program'],
    ]);
  });
});

describe('the head of a report', () => {
  it('is no talk, and keeps no names of who was there', () => {
    const talk = 'Konselor : Selamat pagi\nKonseli : Pagi\nKonselor : Silakan\n';
    const said = [
      ['Konselor', 'Selamat pagi'],
      ['Konseli', 'Pagi'],
      ['Konselor', 'Silakan'],
    ];
    const named = `VERBATIM\nNama Konselor : Rina Lestari\nNama Konseli : Bima\nHari/Tanggal : Senin, 12 Maret 2026\nKelas : XI\n${talk}`;
    assert.deepEqual(turns('a.txt', named), said);
    assert.deepEqual(read('a.txt', named).preamble, [
      'VERBATIM',
      'Hari/Tanggal : Senin, 12 Maret 2026',
      'Kelas : XI',
    ]);
    assert.deepEqual(told('a.txt', named), [
      [2, 'attendees'],
      [3, 'attendees'],
    ]);
    const roles = `Konselor : Rina Lestari, S.Pd.\nKonseli : Bima\nTanggal : 12 Maret 2026\n\n${talk}`;
    assert.deepEqual(turns('a.txt', roles), said);
    assert.deepEqual(read('a.txt', roles).preamble, ['Tanggal : 12 Maret 2026']);
    assert.deepEqual(turns('a.txt', `Konselor : Halo\nKonseli : Hai\n\n${talk}`).length, 5);
    const table = '| Pelaku | Ujaran |\n|---|---|\n| Konselor | Halo |\n| Konseli | Hai |\n';
    assert.deepEqual(read('a.md', `Verbatim\n\nNama klien: Bima\n\n${table}`).preamble, ['Verbatim']);
  });

  it('ends where somebody begins to speak: whoever tells a name says it', () => {
    assert.deepEqual(turns('a.txt', 'Konselor: Siapa?\nNama saya: Bima\nKonseli: Bima\n'), [
      ['Konselor', 'Siapa?\nNama saya: Bima'],
      ['Konseli', 'Bima'],
    ]);
  });
});

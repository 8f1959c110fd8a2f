import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { importTranscriptFile } from '../../../src/core/exchange/importers/importTranscript';
import { fourStage, imported, read, readBack, request, said } from './importRun';

/** Speaker and words of each turn. */
function turns(name: string, text: string, speakers: readonly string[] = []): readonly unknown[] {
  const transcript = read(name, text, speakers);
  assert.deepEqual(transcript.faults, []);
  return transcript.cues.filter(({ words }) => words !== '').map(({ speaker, words }) => [speaker, words]);
}

function leftOut(name: string, text: string): readonly (readonly [number, string])[] {
  return read(name, text).leftOut.map(({ line = 0, reason }) => [
    line + 1,
    reason.key.replace('import.left.', ''),
  ]);
}

const selamat = [
  [1000, 'Speaker 1', 'Selamat pagi.'],
  [4000, 'Speaker 2', 'Pagi, Bu.'],
  [8000, 'Speaker 1', 'Apa kabar?'],
];

describe('captions whose identifiers say who speaks', () => {
  it('have those speakers, in whatever way the names are written', () => {
    const cue = (id: string, at: number, words: string) =>
      `${id}\n00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${words}\n`;
    const text = [
      'WEBVTT\n',
      cue('1 "Sari Dewi" (3422104576)', 1, 'Halo.'),
      cue('2 "1" (1217334784)', 2, 'Ya.'),
      cue('3 "Sari Dewi" (3422104576)', 3, 'Baik,\nmulai.'),
    ].join('\n');
    assert.deepEqual(turns('a.vtt', text), [
      ['Sari Dewi', 'Halo.'],
      ['1', 'Ya.'],
      ['Sari Dewi', 'Baik,\nmulai.'],
    ]);
  });
});

describe('tiers of which only some say who speaks', () => {
  it('are speech where they are called by a role, or the user gives theirs one', () => {
    const tier = (name: string, participant: string, words: string) =>
      `<TIER LINGUISTIC_TYPE_REF="d" ${participant}TIER_ID="${name}"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${name}" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>`;
    const text = `<ANNOTATION_DOCUMENT FORMAT="3.0"><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="1500"/></TIME_ORDER>${tier('Sari', 'PARTICIPANT="Ibu Sari" ', 'Halo')}${tier('Konseli', '', 'Pagi')}${tier('Dimas', '', 'Ya')}</ANNOTATION_DOCUMENT>`;
    assert.deepEqual(turns('a.eaf', text), [
      ['Ibu Sari', 'Halo'],
      ['Konseli', 'Pagi'],
    ]);
    assert.deepEqual(turns('a.eaf', text, ['Dimas']).at(-1), ['Dimas', 'Ya']);
  });
});

describe('captions with voices', () => {
  it('have the lines of a voice in one turn, though they begin with dashes', () => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:03.000\n<v RA>Ada tiga hal:\n- tidur\n- makan</v>\n<v K>- Ya.</v>\n';
    assert.deepEqual(turns('a.vtt', text), [
      ['RA', 'Ada tiga hal:\n- tidur\n- makan'],
      ['K', '- Ya.'],
    ]);
  });
});

describe('captions that roll', () => {
  const youTube = [
    'WEBVTT\nKind: captions\nLanguage: en\n',
    '00:00:00.160 --> 00:00:02.389 align:start position:0%\n \nhello<00:00:00.400><c> and</c><00:00:00.560><c> welcome</c>\n',
    '00:00:02.389 --> 00:00:02.399 align:start position:0%\nhello and welcome\n \n',
    '00:00:02.399 --> 00:00:04.710 align:start position:0%\nhello and welcome\nto<00:00:02.560><c> the</c><00:00:02.720><c> show</c>\n',
    '00:00:04.710 --> 00:00:04.720 align:start position:0%\nto the show\n \n',
    '00:00:04.720 --> 00:00:06.000 align:start position:0%\nto the show\ntell<00:00:05.000><c> me</c>\n',
  ].join('\n');

  it('say once what they show twice, and the repetitions are told', () => {
    assert.deepEqual(said(read('a.vtt', youTube)), [
      [160, undefined, 'hello and welcome'],
      [2399, undefined, 'to the show'],
      [4720, undefined, 'tell me'],
    ]);
    assert.deepEqual(
      leftOut('a.vtt', youTube).filter(([, reason]) => reason === 'repeated'),
      [10, 14, 18, 22].map(line => [line, 'repeated']),
    );
    const lines = ['satu', 'dua', 'tiga', 'empat', 'lima'];
    const srt = lines.map(
      (line, at) =>
        `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 2},000\n${lines[at - 1] ?? 'nol'}\n${line}\n`,
    );
    assert.deepEqual(
      turns('a.srt', srt.join('\n')).map(each => (each as readonly unknown[])[1]),
      ['nol\nsatu', ...lines.slice(1)],
    );
  });

  it('are none where somebody says the same again now and then', () => {
    const words = ['ya', 'ya', 'ya', 'ya', 'tidak', 'baik', 'lalu', 'begitu', 'nah', 'sudah'];
    const srt = words.map((word, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\nBima: ${word}\n`);
    assert.deepEqual(
      turns('a.srt', srt.join('\n')),
      words.map(word => ['Bima', word]),
    );
  });
});

describe('words below times', () => {
  it('stay words where they are wrapped, whatever the file is called', () => {
    const text =
      '00:00:01.000 --> 00:00:04.000\nSaya sudah lama ingin\nbercerita.\n\n00:00:04.500 --> 00:00:06.000\nSilakan.\n';
    for (const name of ['a.txt', 'a.srt', 'a.vtt', 'a.md'])
      assert.deepEqual(turns(name, text), [
        [undefined, 'Saya sudah lama ingin\nbercerita.'],
        [undefined, 'Silakan.'],
      ]);
  });

  it('begin with a name where each stretch does, and names look like names', () => {
    const text = '0:0:0.0 --> 0:0:4.8\nRina\nSelamat pagi.\n0:0:5.0 --> 0:0:6.0\nBima\nPagi, Bu.\n';
    assert.deepEqual(
      said(read('a.txt', text)),
      [
        [0, 'Rina', ''],
        [0, 'Rina', 'Selamat pagi.'],
        [5000, 'Bima', ''],
        [5000, 'Bima', 'Pagi, Bu.'],
      ].filter(([, , words]) => words !== ''),
    );
  });

  it('go on over a blank line, and end before the number or the made-up id of the next cue', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\nKonselor: Berapa?\n\n12\n2\n00:00:03,000 --> 00:00:04,000\nKonseli: Dua.\n3\n00:00:05,000 --> 00:00:06,000\nKonselor: Ya.\n';
    assert.deepEqual(turns('a.srt', srt), [
      ['Konselor', 'Berapa?\n12'],
      ['Konseli', 'Dua.'],
      ['Konselor', 'Ya.'],
    ]);
    const vtt =
      'WEBVTT\n\n6b2f-1/7-0\n00:01.000 --> 00:03.000\n<v Rina>Selamat.</v>\n6b2f-1/9-0\n00:03.500 --> 00:06.000\n<v Bima>Pagi.</v>\n';
    assert.deepEqual(turns('a.vtt', vtt), [
      ['Rina', 'Selamat.'],
      ['Bima', 'Pagi.'],
    ]);
  });

  it('are those of a cue that is named like a note, and those of no note', () => {
    const text =
      'WEBVTT\n\nNOTE catatan\ndua baris\n\nNOTE 2\n00:01.000 --> 00:02.000\nKonselor: Pagi.\n\nSTYLE\n00:03.000 --> 00:04.000\nKonseli: Ya.\n';
    assert.deepEqual(turns('a.vtt', text), [
      ['Konselor', 'Pagi.'],
      ['Konseli', 'Ya.'],
    ]);
    assert.deepEqual(leftOut('a.vtt', text), [
      [1, 'head'],
      [3, 'asides'],
      [4, 'asides'],
      [6, 'identifiers'],
      [10, 'identifiers'],
    ]);
  });

  it('belong to two speakers where a cue names two, and to the last one where a cue names none', () => {
    const cues =
      '00:01.000 --> 00:03.000\nKonselor: Sudah makan?\nKonseli: Sudah.\n\n00:04.000 --> 00:05.000\nTadi.\n';
    for (const text of [`WEBVTT\n\n${cues}`, cues])
      assert.deepEqual(said(read('a.vtt', text)), [
        [1000, 'Konselor', 'Sudah makan?'],
        [1000, 'Konseli', 'Sudah.'],
        [4000, 'Konseli', 'Tadi.'],
      ]);
  });
});

describe('who speaks', () => {
  it('is nobody in brackets without a colon, unless it is a known name', () => {
    const text =
      'Konselor: Pagi.\n[diam]\nduduk.\nKonseli: Pagi.\n{diam}\n[diam]\nSaya takut.\nKonselor: Ya?\n[menangis]\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Konselor', 'Pagi.\n[diam]\nduduk.'],
      ['Konseli', 'Pagi.\n{diam}\n[diam]\nSaya takut.'],
      ['Konselor', 'Ya?\n[menangis]'],
    ]);
    assert.deepEqual(turns('a.txt', '[S_0]: Pagi.\n[S_1]: Ya.\n[S_0]: Baik.\n'), [
      ['S_0', 'Pagi.'],
      ['S_1', 'Ya.'],
      ['S_0', 'Baik.'],
    ]);
    assert.deepEqual(turns('a.txt', '[Rina] Pagi.\n[Bima] Ya.\n', ['Rina', 'Bima']), [
      ['Rina', 'Pagi.'],
      ['Bima', 'Ya.'],
    ]);
  });

  it('may have a name with commas, brackets, dots, digits, bars, quotes or an e-mail address', () => {
    const names = [
      'Lestari, Rina',
      'P1 (female, 34)',
      'Dr. Smith',
      '"Bima"',
      'A | B',
      '+62 812 55',
      'rina@sekolah.sch.id',
      'Ibu yang kemarin datang bersama adik dan kakaknya',
    ];
    for (const name of names)
      assert.deepEqual(turns('a.txt', `${name}: Pagi.\nKonseli: Ya.\n${name}: Baik.\n`), [
        [name, 'Pagi.'],
        ['Konseli', 'Ya.'],
        [name, 'Baik.'],
      ]);
    assert.deepEqual(turns('a.txt', 'Rina (Konselor)  0:05\nPagi.\n\nBima (Guest)  0:09\nYa.\n'), [
      ['Rina (Konselor)', 'Pagi.'],
      ['Bima (Guest)', 'Ya.'],
    ]);
  });

  it('is known by what pupils and counselors are called in verbatim reports, with a number, too', () => {
    const text = 'Kons: Pagi.\nSiswa 1: Ya.\nMurid: Hadir.\nPeserta didik: Saya.\nKi: Pagi.\n';
    const { text: written } = imported('a.txt', { language: 'id' }, text);
    assert.match(written, /Konselor: counselor\n {2}Konseli 1: client\n {2}Konseli 2: client/);
    assert.doesNotMatch(written, /other/);
  });

  it('is said where a given name is nobody’s, and where nobody is named', () => {
    const keys = (text: string, roles: ReadonlyMap<string, string>) =>
      imported('a.txt', { roles }, text).remarks.map(({ reason }) => reason.key);
    assert.deepEqual(keys('Konselor: Pagi.\n', new Map([['Tono', 'client']])), ['import.no-such-speaker']);
    assert.deepEqual(keys('[0:01] Pagi.\n[0:02] Ya.\n', new Map()), ['import.nobody-speaks']);
  });

  it('keeps a name without what nobody sees in it', () => {
    const text = 'علی\u200cرضا: سلام\nRi\u00adna: Halo\nعلی\u200cرضا: خوبی\nRi\u00adna: Hai\n';
    const { speakers } = readBack(imported('a.txt', { keepNames: true }, text).text);
    assert.deepEqual([...speakers.keys()], ['علیرضا', 'Rina']);
  });

  it('keeps a name as it is where that is wished', () => {
    const names = ['Dr. Smith', 'SPEAKER_00', 'Lestari, Rina (guru)'];
    for (const name of names) {
      const { text } = imported(
        'a.txt',
        { keepNames: true },
        `${name}: Pagi.\nKonseli: Ya.\n${name}: Baik.\n`,
      );
      assert.deepEqual(
        readBack(text).turns.map(({ speaker }) => speaker),
        [name, 'Konseli', name],
      );
    }
  });
});

describe('times and names of programs', () => {
  const shapes: Readonly<Record<string, string>> = {
    'Happy Scribe':
      '[00:00:01.000] - Speaker 1\nSelamat pagi.\n\n[00:00:04.000] - Speaker 2\nPagi, Bu.\n\n[00:00:08.000] - Speaker 1\nApa kabar?\n',
    Sonix:
      '[00:00:01] Speaker 1\nSelamat pagi.\n\n[00:00:04] Speaker 2\nPagi, Bu.\n\n[00:00:08] Speaker 1\nApa kabar?\n',
    Trint:
      'Speaker 1 [00:00:01] Selamat pagi.\n\nSpeaker 2 [00:00:04] Pagi, Bu.\n\nSpeaker 1 [00:00:08] Apa kabar?\n',
    Rev: 'Speaker 1 (00:01):\nSelamat pagi.\n\nSpeaker 2 (00:04):\nPagi, Bu.\n\nSpeaker 1 (00:08):\nApa kabar?\n',
    Teams:
      'Speaker 1   0 minutes 1 second\nSelamat pagi.\n\nSpeaker 2   0 minutes 4 seconds\nPagi, Bu.\n\nSpeaker 1   0 minutes 8 seconds\nApa kabar?\n',
    'Teams, copied':
      'Speaker 1\n0:01\nSelamat pagi.\n\nSpeaker 2\n0:04\nPagi, Bu.\n\nSpeaker 1\n0:08\nApa kabar?\n',
    noScribe:
      'Speaker 1: [00:00:01] Selamat pagi.\n\nSpeaker 2: [00:00:04] Pagi, Bu.\n\nSpeaker 1: [00:00:08] Apa kabar?\n',
    'Rev, behind the colon':
      'Speaker 1: (0:01)\nSelamat pagi.\n\nSpeaker 2: (0:04)\nPagi, Bu.\n\nSpeaker 1: (0:08)\nApa kabar?\n',
    'f4 in front':
      '#00:00:01-0# Speaker 1: Selamat pagi.\n#00:00:04-0# Speaker 2: Pagi, Bu.\n#00:00:08-0# Speaker 1: Apa kabar?\n',
    'line numbers':
      '01   Speaker 1:  Selamat pagi. #00:00:04-0#\n02   Speaker 2:  Pagi, Bu. #00:00:08-0#\n03   Speaker 1:  Apa kabar? #00:00:09-0#\n',
    sbv: '0:00:01.000,0:00:02.500\nSpeaker 1: Selamat pagi.\n\n0:00:04.000,0:00:05.000\nSpeaker 2: Pagi, Bu.\n\n0:00:08.000,0:00:09.000\nSpeaker 1: Apa kabar?\n',
  };
  for (const [program, text] of Object.entries(shapes))
    it(`are read as ${program} has them`, () => {
      const { cues } = read('a.txt', text);
      assert.deepEqual(
        cues.map(({ speaker, words }) => [speaker, words]),
        selamat.map(([, ...rest]) => rest),
      );
      if (program !== 'line numbers')
        assert.deepEqual(
          cues.map(({ start }) => start),
          [1000, 4000, 8000],
        );
      else
        assert.deepEqual(
          cues.map(({ start, end }) => [start, end]),
          [
            [0, 4000],
            [4000, 8000],
            [8000, 9000],
          ],
        );
    });

  it('take the marks of Google Meet for times, and neither its lists of names nor its last line for words', () => {
    const text =
      'Sesi 3 - Transcript\nAttendees\nRina Lestari, Bima Pratama\nTranscript\nRina Lestari: Selamat pagi.\nBima Pratama: Pagi, Bu.\n00:05:00\n\nRina Lestari: Apa kabar?\nBima Pratama: Baik.\nThis editable transcript was computer generated and might contain errors.\n';
    const { text: written } = imported('meet.txt', {}, text);
    assert.deepEqual(
      readBack(written).turns.map(({ start, words }) => [start, words]),
      [
        [undefined, 'Selamat pagi.'],
        [undefined, 'Pagi, Bu.'],
        [300_000, 'Apa kabar?'],
        [undefined, 'Baik.'],
      ],
    );
    assert.doesNotMatch(written, /Rina|Bima|computer generated/);
  });

  it('tell a time that is nearly one, which is no words', () => {
    const text =
      'Konselor: Pagi.\n[00:61:00] Konseli: Ya.\n[00:09:025] Konselor: Baik.\n[00:09;40] Konseli: Oh.\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Konselor', 'Pagi.'],
      ['Konseli', 'Ya.'],
      ['Konselor', 'Baik.'],
      ['Konseli', 'Oh.'],
    ]);
    assert.deepEqual(leftOut('a.txt', text), [
      [2, 'nearly-time'],
      [3, 'nearly-time'],
      [4, 'nearly-time'],
    ]);
  });

  it('leave the front matter of a Markdown file out, line by line', () => {
    const text = '---\ntitle: Podcast\ntags: [a, b]\n---\n**Rina:** Pagi.\n\n**Bima:** Ya.\n';
    assert.deepEqual(turns('a.md', text), [
      ['Rina', 'Pagi.'],
      ['Bima', 'Ya.'],
    ]);
    assert.deepEqual(
      leftOut('a.md', text).map(([line]) => line),
      [2, 3],
    );
  });
});

describe('names of speakers', () => {
  const text = 'Rina Lestari: Halo Bima.\nBima Pratama: Pagi, Bu Rina. Rinai itu apa?\n';

  it('that are said are counted, and replaced as whole words where that is wished', () => {
    const roles = new Map([
      ['Rina Lestari', 'counselor'],
      ['Bima Pratama', 'client'],
    ]);
    const told = imported('a.txt', { roles, language: 'id' }, text);
    assert.deepEqual(
      told.remarks.map(({ reason }) => [reason.key, reason.args, reason.quoted]),
      [['import.names-said', { count: 2 }, { names: 'Bima (1), Rina (1)' }]],
    );
    const replaced = imported('a.txt', { roles, language: 'id', replaceSaid: true }, text);
    assert.deepEqual(
      readBack(replaced.text).turns.map(({ words }) => words),
      ['Halo Konseli.', 'Pagi, Bu Konselor. Rinai itu apa?'],
    );
  });

  it('go from the lines above the first turn', () => {
    const { text: written } = imported('a.txt', {}, `Wawancara Rina Lestari, 2026\n\n${text}`);
    assert.match(written, /\nWawancara Speaker 1, 2026\n/);
  });
});

describe('tables of turns', () => {
  it('are read from separated values, with quotes, line ends in cells, and times in seconds', () => {
    const csv =
      'start,end,speaker,text,mood\r\n0.0,1.5,T,"Hello, ""there"".\nYes.",calm\r\n1.6,2.0,C,Hi.,sad\r\n';
    assert.deepEqual(said(read('a.csv', csv)), [
      [0, 'T', 'Hello, "there".\nYes.'],
      [1600, 'C', 'Hi.'],
    ]);
    assert.deepEqual(
      leftOut('a.csv', csv)
        .filter(([, key]) => key === 'columns')
        .map(([line]) => line),
      [2, 4],
    );
  });

  it('take the columns that they are told', () => {
    const csv = 'siapa;katanya\nIbu;Pagi.\nAnak;Ya.\n';
    assert.deepEqual(read('a.csv', csv).titles, ['siapa', 'katanya']);
    const columns = new Map([
      ['siapa', 'speaker'],
      ['katanya', 'words'],
    ] as const);
    assert.deepEqual(
      readBack(imported('a.csv', { columns, keepNames: true }, csv).text).turns.map(({ speaker, words }) => [
        speaker,
        words,
      ]),
      [
        ['Ibu', 'Pagi.'],
        ['Anak', 'Ya.'],
      ],
    );
  });

  it('keep techniques as codes of the counselor’s turn and stages as headings', () => {
    const stage = fourStage().stages.find(({ techniques }) => techniques.length > 0);
    const [technique] = stage?.techniques ?? [];
    const [tahap, teknik] = [stage?.title['id'], technique?.title['id']];
    const table = `| No | Tahap | Konselor | Konseli | Teknik |\n|---|---|---|---|---|\n| 1 | ${tahap} | Pagi. | Ya. | ${teknik} |\n| 2 | ${tahap} | Silakan. | Takut. | Pertanyaan Terbuka Sekali |\n`;
    const { text, remarks } = imported('a.md', { language: 'id' }, table);
    const { turns: written } = readBack(text);
    assert.deepEqual(
      written.map(({ speaker, words, codes }) => [speaker, words, codes.map(({ code }) => code)]),
      [
        ['Konselor', 'Pagi.', [technique?.id]],
        ['Konseli', 'Ya.', []],
        ['Konselor', 'Silakan.', ['pertanyaan-terbuka-sekali']],
        ['Konseli', 'Takut.', []],
      ],
    );
    assert.equal(text.split(`## ${tahap}`).length, 2);
    assert.deepEqual(
      remarks.map(({ reason }) => reason.key),
      ['import.unknown-codes'],
    );
  });

  it('are coded with the codebook that has their techniques, which the transcript then names', () => {
    const table =
      '| No | Konselor | Konseli | Teknik |\n|---|---|---|---|\n| 1 | Pagi. Apa kabar? | Baik. | Attending dan pertanyaan terbuka |\n| 2 | Kamu kecewa. | Ya. | Refleksi Perasaan |\n| 3 | Berat sekali, ya. | Ya. | Empati |\n| 4 | Jadi, intinya begitu. | Ya. | Parafrase |\n| 5 | Hmm. | Begini. | Humor |\n';
    const { text, remarks } = imported('a.md', { language: 'id' }, table);
    assert.match(text, /^protocol: \[four-stage, teknik-konseling\]$/m);
    assert.deepEqual(
      readBack(text)
        .turns.filter(({ speaker }) => speaker === 'Konselor')
        .map(({ codes }) => codes.map(({ code }) => code)),
      [
        ['attending', 'pertanyaan-terbuka'],
        ['refleksi-perasaan'],
        ['empati'],
        ['menangkap-pesan'],
        ['humor'],
      ],
    );
    // What no codebook has is told where it stands.
    assert.deepEqual(
      remarks.map(({ line, reason }) => [line, reason.key]),
      [
        [6, 'import.unknown-codes'],
        [undefined, 'import.codebook-beside'],
      ],
    );
  });

  it('are coded with what the note format has, where that has all of it or no codebook has most', () => {
    const table = (technique: string) =>
      `| No | Konselor | Konseli | Teknik |\n|---|---|---|---|\n| 1 | Pagi. | Ya. | ${technique} |\n`;
    assert.match(imported('a.md', { language: 'id' }, table('Empati')).text, /^protocol: four-stage$/m);
    assert.match(imported('a.md', { language: 'id' }, table('Humor')).text, /^protocol: four-stage$/m);
  });

  it('have labels in the words where no column says who speaks', () => {
    const csv = 'No,Verbatim\n1,Konselor: Pagi.\n2,Konseli: Ya.\n';
    assert.deepEqual(turns('a.csv', csv), [
      ['Konselor', 'Pagi.'],
      ['Konseli', 'Ya.'],
    ]);
  });

  it('are none where each line begins with a name and a colon: no words are taken for titles', () => {
    assert.deepEqual(turns('a.csv', 'Konselor: Halo, apa kabar?\nKonseli: Baik, Bu.\nKonselor: Oke\n'), [
      ['Konselor', 'Halo, apa kabar?'],
      ['Konseli', 'Baik, Bu.'],
      ['Konselor', 'Oke'],
    ]);
  });

  it('have titles that are never said, known or not', () => {
    assert.deepEqual(turns('a.csv', 'Waktu,Pelaku,Ucapan\n00:01,Konselor,Halo\n00:05,Konseli,Hai\n'), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
    ]);
    const { faults, titles } = read('a.csv', 'Pelaku,Omongan\nKonselor,Halo\nKonseli,Hai\n');
    assert.deepEqual(
      faults.map(({ reason }) => reason.key),
      ['import.no-columns'],
    );
    assert.deepEqual(titles, ['Pelaku', 'Omongan']);
  });

  it('have their words where a title says so, whatever is longer, and one column for whoever a title of two names', () => {
    const rows =
      '1,Ko,Selamat pagi.,Opening,Konselor membuka sesi dengan sapaan yang hangat\n2,Ki,Pagi.,,Konseli terlihat cemas\n3,Ko,Ada apa?,Opening,Konselor bertanya\n';
    for (const title of ['Konselor/Konseli', 'Konselor & Konseli', 'Ko/Ki', 'Tokoh', 'Orang'])
      assert.deepEqual(
        turns('a.csv', `No,${title},Percakapan,Teknik,Alasan\n${rows}`),
        [
          ['Ko', 'Selamat pagi.'],
          ['Ki', 'Pagi.'],
          ['Ko', 'Ada apa?'],
        ],
        title,
      );
    const letters = 'No,P/N,Transkrip\n1,P,Selamat pagi.\n2,N,Pagi.\n3,P,Ada apa?\n';
    assert.deepEqual(turns('a.csv', letters), [
      ['P', 'Selamat pagi.'],
      ['N', 'Pagi.'],
      ['P', 'Ada apa?'],
    ]);
    const joined = 'No,Konselor/Konseli,Teknik\n1,Ko: Pagi.,Opening\n2,Ki: Ya.,\n';
    assert.deepEqual(turns('a.csv', joined), [
      ['Ko', 'Pagi.'],
      ['Ki', 'Ya.'],
    ]);
  });

  it('have a column for each speaker who has two names in its title', () => {
    assert.deepEqual(
      turns('a.csv', 'Konselor/Counselor,Konseli/Client\nSelamat pagi.,Pagi.\nAda apa?,Takut.\n'),
      [
        ['Konselor', 'Selamat pagi.'],
        ['Konseli', 'Pagi.'],
        ['Konselor', 'Ada apa?'],
        ['Konseli', 'Takut.'],
      ],
    );
  });

  it('never say their titles: those are asked about where it is not known what a column holds', () => {
    for (const head of [
      'No,Tokoh,Omongan,Alasan',
      'No,Siapa,Omongan,Teknik',
      'Urutan,Siapa,Omongan,Alasan',
    ]) {
      const { faults, titles } = read(
        'a.csv',
        `${head}\n1,Konselor,Pagi.,Konselor membuka sesi\n2,Konseli,Ya.,Konseli cemas\n`,
      );
      assert.deepEqual(
        faults.map(({ reason }) => reason.key),
        ['import.no-columns'],
        head,
      );
      assert.deepEqual(titles, head.split(','));
    }
    const once = 'kode,isi,waktu\nA1,Halo apa kabar,0:00:01\nB2,Baik saja,0:00:03\nC3,Syukurlah,0:00:05\n';
    assert.deepEqual(
      read('a.csv', once).faults.map(({ reason }) => reason.key),
      ['import.no-columns'],
    );
  });

  it('may have no titles: a first row that may be said is', () => {
    assert.deepEqual(turns('a.csv', 'Konselor,Kata siapa?\nKonseli,Kata Ibu.\nKonselor,Oh.\n')[0], [
      'Konselor',
      'Kata siapa?',
    ]);
    assert.deepEqual(turns('a.csv', 'Rina,No\nBima,Yes\nRina,Oh\nBima,Hm\n')[0], ['Rina', 'No']);
  });

  it('have times in milliseconds where nobody speaks as slowly, and speakers only where a column may tell them', () => {
    const whisper = 'start\tend\ttext\n0\t2500\tHalo, apa kabar?\n2500\t4000\tBaik, 3000 rupiah.\n';
    for (const name of ['a.tsv', 'a.txt'])
      assert.deepEqual(said(read(name, whisper)), [
        [0, undefined, 'Halo, apa kabar?'],
        [2500, undefined, 'Baik, 3000 rupiah.'],
      ]);
    const timed = (times: readonly string[]) =>
      read('a.csv', `Mulai,Penutur,Ujaran\n${times[0]},Ko,Ya.\n${times[1]},Ki,Tentu saja.\n`).cues.map(
        ({ start }) => start,
      );
    assert.deepEqual(timed(['0', '1200']), [0, 1200]);
    assert.deepEqual(timed(['0', '12']), [0, 12_000]);
    assert.deepEqual(timed(['0.5', '1200']), [500, 1_200_000]);
    assert.deepEqual(
      read('a.csv', 'start,end,text,orang\n0,2,Halo,dia\n2,4,Ya,saya\n').faults.map(
        ({ reason }) => reason.key,
      ),
      ['import.no-columns'],
    );
  });

  it('tell other columns by what they are called, with brackets behind, too', () => {
    assert.deepEqual(
      leftOut(
        'a.csv',
        'Penutur,Ujaran,Catatan (pengamat)\nKonselor,Halo,senyum\nKonseli,Hai,tunduk\n',
      ).filter(([line]) => line > 1),
      [
        [2, 'columns'],
        [3, 'columns'],
      ],
    );
  });

  it('are refused at a row with words that no title stands above, as a comma parts them', () => {
    const { faults } = read('a.csv', 'Penutur,Ujaran\nKonseli,Hai,\nKonselor,Halo,apa kabar\n');
    assert.deepEqual(
      faults.map(({ line = 0, reason }) => [line + 1, reason.key]),
      [[3, 'import.more-cells']],
    );
  });

  it('are parted by the sign that their first line tells', () => {
    const csv = 'sep=;\nPenutur;Ujaran\nKonselor;Halo, Nak\nKonseli;Hai;;\n';
    assert.deepEqual(turns('a.csv', csv), [
      ['Konselor', 'Halo, Nak'],
      ['Konseli', 'Hai'],
    ]);
    assert.equal(leftOut('a.csv', csv)[0]?.[0], 2);
  });
});

describe('documents of other programs', () => {
  const word = (body: string, more: Record<string, string> = {}): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
      ),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    });
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const turnsOf = (name: string, bytes: Uint8Array): readonly unknown[] => {
    const result = importTranscriptFile(name, bytes, request({ keepNames: true }));
    assert.equal(result.kind, 'transcript', JSON.stringify(result));
    const text = result.kind === 'transcript' ? result.text : '';
    return readBack(text).turns.map(({ start, speaker, words }) => [start, speaker, words]);
  };

  it('are read from Word: paragraphs, line breaks, what was inserted and not what was deleted', () => {
    const body =
      '<w:p><w:r><w:t>Rina</w:t></w:r><w:r><w:t xml:space="preserve">   0:03</w:t><w:br/><w:t>Pagi </w:t></w:r><w:ins><w:r><w:t>semua</w:t></w:r></w:ins><w:del><w:r><w:delText>hilang</w:delText></w:r></w:del></w:p>' +
      paragraph('Bima   0:07') +
      paragraph('Ya.');
    const notes = {
      'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote>${paragraph('catatan kaki')}</w:footnote></w:footnotes>`,
    };
    assert.deepEqual(turnsOf('a.docx', word(body, notes)), [
      [3000, 'Rina', 'Pagi semua'],
      [7000, 'Bima', 'Ya.'],
    ]);
    const result = importTranscriptFile('a.docx', word(body, notes), request());
    assert.ok(result.remarks.some(({ reason }) => reason.key === 'import.left.asides'));
  });

  it('are read from tables of Word, with a head or without', () => {
    const row = (...cells: readonly string[]): string =>
      `<w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const titled = `<w:tbl>${row('Penutur', 'Verbatim')}${row('Konselor', 'Pagi.')}${row('Konseli', 'Ya.')}</w:tbl>`;
    const bare = `<w:tbl>${row('Konselor', 'Pagi.')}${row('Konseli', 'Ya.')}</w:tbl>`;
    for (const table of [titled, bare])
      assert.deepEqual(turnsOf('a.docx', word(paragraph('Verbatim 3') + table)), [
        [undefined, 'Konselor', 'Pagi.'],
        [undefined, 'Konseli', 'Ya.'],
      ]);
  });

  it('are read from Excel: shared and own strings, gaps between cells, times of day', () => {
    const files = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml': '<sst><si><t>Penutur</t></si><si><r><t>Uja</t></r><r><t>ran</t></r></si></sst>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="21"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Waktu</t></is></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row>' +
        '<row r="2"><c r="A2" s="1"><v>0.00005787037037</v></c><c r="C2" t="str"><v>Konselor</v></c><c r="D2" t="str"><v>Pagi.</v></c></row>' +
        '<row r="3"><c r="A3" t="n" s="1"><v>0.00011574074074</v></c><c r="C3" t="str"><v>Konseli</v></c><c r="D3" t="n"><v>7</v></c></row></sheetData></worksheet>',
    };
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    assert.deepEqual(turnsOf('a.xlsx', bytes), [
      [5000, 'Konselor', 'Pagi.'],
      [10_000, 'Konseli', '7'],
    ]);
  });

  it('are read from JSON of Whisper and its kin, whose words stand there more than once', () => {
    const segments = [
      {
        start: 0.1,
        end: 1,
        text: ' Hello.',
        speaker: 'SPEAKER_00',
        words: [{ word: 'Hello.', start: 0.1, end: 1 }],
      },
      { start: 1.2, end: 2, text: ' Hi.', speaker: 'SPEAKER_01', words: [] },
    ];
    const expected = [
      [100, 'SPEAKER_00', 'Hello.'],
      [1200, 'SPEAKER_01', 'Hi.'],
    ];
    const whisper = JSON.stringify({ text: ' Hello. Hi.', segments, language: 'en' });
    assert.deepEqual(said(read('a.json', whisper)), expected);
    const cpp = JSON.stringify({
      transcription: segments.map(({ start, end, text, speaker }) => ({
        offsets: { from: start * 1000, to: end * 1000 },
        text,
        speaker,
      })),
    });
    assert.deepEqual(said(read('a.json', cpp)), expected);
    const more = JSON.stringify({ text: 'Hello. Hi. And more.', segments });
    assert.deepEqual(
      read('a.json', more).faults.map(({ reason }) => reason.key),
      ['import.other-words'],
    );
  });

  it('are read from Rich Text, web pages and Windows-1252, which is said', () => {
    const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Konselor: Pagi, \'93Bu\'94.\par Konseli: Ya \u8230?\par}`;
    assert.deepEqual(turns('a.rtf', rtf), [
      ['Konselor', 'Pagi, “Bu”.'],
      ['Konseli', 'Ya …'],
    ]);
    const pages = String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fnil Arial;}{\f1\fcharset238 Arial;}{\f2\fcharset128 MS Mincho;}}\pard A: \'cf\'f0\'e8.\par {\f1 B: \'b3\'f3d\'9f.}\par {\f2\uc2 C: \'8b\'b0\u24656\'8b\'b0\'82\'ea.}\par}`;
    assert.deepEqual(turns('a.rtf', pages), [
      ['A', 'При.'],
      ['B', 'łódź.'],
      ['C', '恐恐れ.'],
    ]);
    const unknown = String.raw`{\rtf1\ansi\ansicpg437\pard A: caf\'e9.\par B: Ya.\par}`;
    assert.deepEqual(turns('a.rtf', unknown)[0], ['A', 'café.']);
    const own = String.raw`{\rtf1\ansi Konselor: Pagi, \constructor Bu.\par Konseli: Ya.\par}`;
    assert.deepEqual(turns('a.rtf', own)[0], ['Konselor', 'Pagi, Bu.']);
    const html =
      '<html><head><title>x</title></head><body><p>S00: [00:00:01] A &amp; B</p><p><a name="t"></a>S01: [00:00:04] Ya.</p><p>S00: Baik.</p></body></html>';
    assert.deepEqual(turns('a.html', html), [
      ['S00', 'A & B'],
      ['S01', 'Ya.'],
      ['S00', 'Baik.'],
    ]);
    const windows = Uint8Array.from(Buffer.from('Konselor: Caf\u00e9 \u0093ya\u0094.\n', 'latin1'));
    const result = importTranscriptFile('a.txt', windows, request());
    assert.deepEqual(
      result.remarks.map(({ reason }) => reason.key),
      ['import.windows-1252'],
    );
    assert.match(result.kind === 'transcript' ? result.text : '', /Café “ya”\./);
    const cyrillic = Uint8Array.from(Buffer.from('A: \u00cf\u00f0\u00e8\u00e2\u00e5\u00f2\n', 'latin1'));
    assert.equal(importTranscriptFile('a.txt', cyrillic, request()).kind, 'fault');
  });

  it('have tables in Rich Text and web pages, whose numbers and techniques nobody says', () => {
    const rtf =
      '{\\rtf1\\ansi{\\header\\pard Rahasia\\par}Judul\\par \\trowd\\cellx1 No\\cell Pelaku\\cell Ujaran\\cell Teknik\\cell\\row\\trowd 1\\cell Konselor\\cell Halo\\par apa\\cell Empati\\cell{\\trowd\\row}\\trowd 2\\cell Konseli\\cell Hai{\\footnote Bu} ya\\cell\\cell\\row\\pard}';
    assert.deepEqual(turns('a.rtf', rtf), [
      ['Konselor', 'Halo\napa'],
      ['Konseli', 'Hai ya'],
    ]);
    assert.deepEqual(leftOut('a.rtf', rtf).filter(([, key]) => key === 'asides').length, 2);
    const html =
      '<html><body><h1>Sesi</h1><table><tr><th>No</th><th>Pelaku</th><th>Ujaran</th><th>Teknik</th></tr><tr><td>1</td><td>Konselor</td><td><p>Halo</p></td><td>Empati</td></tr><tr><td>2</td><td>Konseli</td><td>Hai<br>ya</td><td></td></tr></table></body></html>';
    assert.deepEqual(turns('a.html', html), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai\nya'],
    ]);
    assert.deepEqual(
      read('a.html', html).cues[0]?.codings?.map(({ code }) => code),
      ['empathy'],
    );
  });

  it('are read line by line where a table frames what is said', () => {
    const lines = ['Konselor: Halo', 'Konseli: Hai', 'Konselor: Ya'];
    const html = `<html><body><table><tr><td>${lines.map(line => `<p>${line}</p>`).join('')}</td></tr></table></body></html>`;
    const expected = [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
      ['Konselor', 'Ya'],
    ];
    assert.deepEqual(turns('a.html', html), expected);
    const docx = word(`<w:tbl><w:tr><w:tc>${lines.map(paragraph).join('')}</w:tc></w:tr></w:tbl>`);
    assert.deepEqual(
      turnsOf('a.docx', docx),
      expected.map(turn => [undefined, ...turn]),
    );
  });

  it('are JSON of other programs, too: a list of segments, pairs of times, times as text; none whose words are elsewhere', () => {
    assert.deepEqual(
      said(read('a.json', '[{"speaker":"Konselor","text":"Halo"},{"speaker":"Konseli","text":"Hai"}]')),
      [
        [undefined, 'Konselor', 'Halo'],
        [undefined, 'Konseli', 'Hai'],
      ],
    );
    assert.deepEqual(
      said(
        read(
          'a.json',
          '{"text":"Halo Hai","chunks":[{"timestamp":[1.5,2],"text":" Halo"},{"timestamp":[2,null],"text":" Hai"}]}',
        ),
      ),
      [
        [1500, undefined, 'Halo'],
        [2000, undefined, 'Hai'],
      ],
    );
    assert.deepEqual(
      said(
        read('a.json', '{"segments":[{"start":"00:00:01","end":"00:00:02","text":"Halo","speaker":"A"}]}'),
      ),
      [[1000, 'A', 'Halo']],
    );
    const deep = `${'['.repeat(50_000)}"Halo"${']'.repeat(50_000)}`;
    assert.deepEqual(
      read('a.json', deep).faults.map(({ reason }) => reason.key),
      ['import.no-segments'],
    );
    assert.deepEqual(
      read('a.json', '{"segments":[{"start":0,"text":"Halo"},{"start":1,"content":"Hai"}]}').faults.map(
        ({ reason }) => reason.key,
      ),
      ['import.no-segments'],
    );
  });

  it('are refused from RTF in which a brace is missing, and told where they stand beside the text', () => {
    const rtf = (head: string): string =>
      `{\\rtf1\\ansi${head}\\pard Konselor: Pagi.\\par Konseli: Ya.\\par}`;
    const sound = read('a.rtf', rtf('{\\fonttbl{\\f0 Arial;}}'));
    assert.deepEqual([said(sound).length, sound.leftOut], [2, []]);
    const open = read('a.rtf', rtf('{\\fonttbl{\\f0 Arial;}'));
    assert.deepEqual(
      open.faults.map(({ reason }) => reason.key),
      ['import.open-rtf'],
    );
    const boxed = read('a.rtf', rtf('{\\fonttbl{\\f0 Arial;}}{\\*\\shpinst{\\shptxt \\pard kotak\\par}}'));
    assert.deepEqual(said(boxed), said(sound));
    assert.deepEqual(
      boxed.leftOut.map(({ reason }) => reason.key),
      ['import.left.asides'],
    );
  });

  it('are refused from a TextGrid in which a quotation mark is missing, at the line', () => {
    const grid =
      'File type = "ooTextFile"\nObject class = "TextGrid"\n0\n2\n<exists>\n1\n"IntervalTier"\n"Konselor"\n0\n2\n2\n0\n1\n"Pagi\n1\n2\n"Sore Bu"\n';
    const { faults, cues } = read('a.TextGrid', grid);
    assert.deepEqual(
      faults.map(({ line, reason }) => [line, reason.key]),
      [[16, 'import.stray-words']],
    );
    assert.ok(cues.every(({ isLoose }) => isLoose === true) && cues.some(({ words }) => words === '"Pagi'));
  });

  it('are read from TextGrid and EXMARaLDA, without tiers that are no speech', () => {
    const grid = `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 2\ntiers? <exists>\nsize = 2\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "Konselor"\n        xmin = 0\n        xmax = 2\n        intervals: size = 2\n        intervals [1]:\n            xmin = 0\n            xmax = 1.5\n            text = "Dia bilang ""ya"" 2 kali"\n        intervals [2]:\n            xmin = 1.5\n            xmax = 2\n            text = ""\n    item [2]:\n        class = "IntervalTier"\n        name = "gaze"\n        xmin = 0\n        xmax = 2\n        intervals: size = 1\n        intervals [1]:\n            xmin = 0\n            xmax = 2\n            text = "ke bawah"\n`;
    assert.deepEqual(said(read('a.TextGrid', grid)), [[0, 'Konselor', 'Dia bilang "ya" 2 kali']]);
    assert.deepEqual(read('a.TextGrid', grid).tiers, [
      { name: 'Konselor', isSpoken: true },
      { name: 'gaze', isSpoken: false },
    ]);
    const exb =
      '<basic-transcription><head><speakertable><speaker id="S1"><abbreviation>RL</abbreviation></speaker></speakertable></head><basic-body><common-timeline><tli id="T0" time="0.5"/><tli id="T1" time="1"/><tli id="T2" time="2"/></common-timeline><tier speaker="S1" category="v" type="t" display-name="RL [v]"><event start="T0" end="T1">Pagi. </event><event start="T1" end="T2">Ya.</event></tier><tier speaker="S1" category="nv" type="d"><event start="T0" end="T1">menunduk</event></tier></basic-body></basic-transcription>';
    assert.deepEqual(said(read('a.exb', exb)), [
      [500, 'RL', 'Pagi.'],
      [1000, 'RL', 'Ya.'],
    ]);
  });

  it('name the formats that are read where they are none of them', () => {
    const result = importTranscriptFile(
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 1, 2, 3),
      request(),
    );
    assert.deepEqual(
      result.remarks.map(({ reason }) => reason.key),
      ['import.not-read'],
    );
  });
});

describe('whoever speaks', () => {
  const remarks = (name: string, text: string): readonly string[] =>
    read(name, text).remarks.map(({ line = 0, reason }) => `${line + 1} ${reason.key}`);

  it('is told behind the dashes of a caption that two speak in', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:03,000\n- Konselor: Sudah makan?\n- Konseli: Sudah.\n\n2\n00:00:03,000 --> 00:00:05,000\n- Sudah kenyang?\n- Sudah.\n\n3\n00:00:05,000 --> 00:00:06,000\n- Baik.\n';
    assert.deepEqual(turns('a.srt', srt), [
      ['Konselor', 'Sudah makan?'],
      ['Konseli', 'Sudah.'],
      [undefined, '- Sudah kenyang?\n- Sudah.'],
      [undefined, '- Baik.'],
    ]);
  });

  it('holds over a caption of one who begins with a dash', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:03,000\nKonseli: Saya takut.\n\n2\n00:00:03,000 --> 00:00:05,000\n- Sangat takut.\n';
    assert.deepEqual(turns('a.srt', srt), [
      ['Konseli', 'Saya takut.'],
      ['Konseli', '- Sangat takut.'],
    ]);
  });

  it('is told by a bullet before the name, and by names as programs make them, though each comes once', () => {
    assert.deepEqual(turns('a.txt', '- Konselor: Halo\n- Konseli: Hai\n'), [
      ['Konselor', 'Halo'],
      ['Konseli', 'Hai'],
    ]);
    assert.deepEqual(
      turns('a.txt', '(00:00:01)\nSpeaker 1\nSelamat pagi.\n\n(00:00:04)\nSpeaker 2\nPagi.\n'),
      [
        ['Speaker 1', 'Selamat pagi.'],
        ['Speaker 2', 'Pagi.'],
      ],
    );
  });

  it('is told by the list of who was there, even of one who says one thing', () => {
    const meeting =
      'Rapat\nPeserta\nRina Lestari, Bima Pratama\n\n00:00:00\n\nRina Lestari: Halo semua\nhari ini kita mulai\nBima: Hai\n00:05:00\nRina Lestari: Lanjut.\n\nMeeting ended after 00:10:00 👋\n';
    assert.deepEqual(turns('a.txt', meeting), [
      ['Rina Lestari', 'Halo semua\nhari ini kita mulai'],
      ['Bima', 'Hai'],
      ['Rina Lestari', 'Lanjut.'],
    ]);
    assert.deepEqual(
      leftOut('a.txt', meeting).map(([, reason]) => reason),
      ['attendees', 'attendees', 'of-program'],
    );
  });

  it('is said to be open where a name comes once among other words, at that line', () => {
    const text =
      'Konselor: Halo\nDewi: Permisi sebentar\nlalu saya pulang\nbegitu saja\ndan tidur\nsampai pagi\nKonseli: Hai\n';
    assert.deepEqual(remarks('a.txt', text), ['2 import.name-kept']);
    const srt = ['Konselor: Halo', 'Dewi: Permisi', 'lalu', 'begitu', 'ya'].map(
      (line, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${line}\n`,
    );
    assert.deepEqual(remarks('a.srt', srt.join('\n')), ['7 import.name-kept']);
    assert.deepEqual(
      remarks('a.txt', 'Konselor: Halo\nCatatan: ramai\nlalu\nbegitu\nnah\nKonseli: Hai\n'),
      [],
    );
  });

  it('is read the same of a table that is parted by tabs, whatever the ending of its name', () => {
    const text = 'Konselor\tApa kabar?\nKonseli\tBaik, Bu.\n';
    for (const name of ['a.txt', 'a.tsv', 'a.csv'])
      assert.deepEqual(turns(name, text), [
        ['Konselor', 'Apa kabar?'],
        ['Konseli', 'Baik, Bu.'],
      ]);
  });

  it('has a time behind the name told that is nearly one', () => {
    const text = 'Konselor: (0:03) Selamat pagi\nKonseli: (0:99) Pagi\n';
    assert.deepEqual(turns('a.txt', text), [
      ['Konselor', 'Selamat pagi'],
      ['Konseli', 'Pagi'],
    ]);
    assert.deepEqual(leftOut('a.txt', text), [[2, 'nearly-time']]);
  });
});

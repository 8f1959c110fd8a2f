import assert from 'node:assert/strict';
import { read, said } from './importRun';

const turnsOf = (text: string) => said(read('a.txt', text)).map(([, ...rest]) => rest);
const leftOutIn = (text: string) =>
  read('a.txt', text).leftOut.map(({ line = 0, reason }) => [
    line + 1,
    reason.key.replace('import.left.', ''),
  ]);
const turns = [
  ['Konselor', 'Selamat pagi, apa kabar?'],
  ['Konseli', 'Baik, Bu.'],
  ['Konselor', 'Ada yang mau diceritakan?'],
  ['Konseli', 'Iya, soal sekolah.'],
] as const;
const lines = turns.map(([name, words]) => `${name}: ${words}`);

describe('letters before turns', () => {
  it('count them, where a name comes with several', () => {
    for (const sign of ['.', ')'])
      for (const first of ['a', 'A']) {
        const letter = (at: number): string => String.fromCharCode(first.charCodeAt(0) + at);
        const text = lines.map((line, at) => `${letter(at)}${sign} ${line}`).join('\n');
        assert.deepEqual(turnsOf(text), turns, text);
        assert.equal(leftOutIn(text).length, 4);
      }
  });

  it('are initials, where each name has one', () => {
    const text = 'A. Rahman: Halo.\nB. Santoso: Hai.\nA. Rahman: Apa kabar?\nB. Santoso: Baik.\n';
    assert.deepEqual(
      turnsOf(text).map(([name]) => name),
      ['A. Rahman', 'B. Santoso', 'A. Rahman', 'B. Santoso'],
    );
  });
});

describe('heads and feet of pages between turns', () => {
  it('are left out, where the numbers of pages go up and the rest stays', () => {
    for (const head of ['Transkrip K-014          Halaman 1', 'Wawancara\tPage 1 of 3', 'Hal. 1']) {
      const text = lines.slice(1).map((line, at) => `${head.replace(/1(?!4)/, `${at + 1}`)}\n${line}\n`);
      assert.deepEqual(turnsOf(`${lines[0]}\n${text.join('')}`), turns, head);
    }
  });

  it('are left out with the lines around them, where a number stands alone', () => {
    const title = 'UNIVERSITAS NEGERI SEMARANG\nLampiran 4. Transkrip\n';
    const text = lines.map((line, at) => `${title}\n${line}\n\n${at + 12}\n\n`).join('');
    assert.deepEqual(turnsOf(text), turns);
    assert.deepEqual(read('a.txt', text).preamble, title.trim().split('\n'));
    const torn = lines.map((line, at) => `${line}\n    ${at + 1}\n\f`).join('');
    assert.deepEqual(turnsOf(torn), turns);
  });

  it('are none where somebody says them', () => {
    const text = 'Rina: Halaman berapa?\nBima:\n12\nRina: Lalu?\nBima:\n13\nRina: Buka\nhalaman 5\n';
    assert.deepEqual(turnsOf(text).slice(1, 5), [
      ['Bima', '12'],
      ['Rina', 'Lalu?'],
      ['Bima', '13'],
      ['Rina', 'Buka\nhalaman 5'],
    ]);
  });
});

describe('times behind the words of nearly every turn', () => {
  const timed = (times: readonly string[]): string =>
    lines.map((line, at) => `${line} ${times[at] ?? ''}`.trim()).join('\n');

  it('are those of the ends', () => {
    for (const times of [
      ['[00:00:04]', '[00:00:07]', '[00:00:12]', '[00:01:12]'],
      ['(0:04)', '(0:07)', '(0:12)', '(1:12)'],
      ['00:00:04', '00:00:07', '00:00:12', '00:01:12'],
    ]) {
      const { cues } = read('a.txt', timed(times));
      assert.deepEqual(
        cues.map(({ start, end, words }) => [start, end, words]),
        turns
          .map(([, words], at) => [[0, 4, 7, 12][at], [4, 7, 12, 72][at], words])
          .map(([start, end, words]) => [Number(start) * 1000, Number(end) * 1000, words]),
      );
    }
  });

  it('are those of the starts, where nobody speaks as fast', () => {
    const { cues } = read('a.txt', timed(['[0:01]', '[0:04]', '[0:07]', '[0:12]']));
    assert.deepEqual(
      cues.map(({ start, end }) => [start, end]),
      [1, 4, 7, 12].map(second => [second * 1000, undefined]),
    );
  });

  it('are words, where few turns have one, or they go back', () => {
    for (const times of [
      ['', '[0:04]', '', '[0:12]'],
      ['[0:12]', '[0:04]', '[0:07]', '[0:12]'],
    ])
      assert.deepEqual(
        turnsOf(timed(times)).map(([, words]) => words),
        turns.map(([, words], at) => `${words} ${times[at]}`.trim()),
      );
  });
});

describe('signs of other keyboards and programs around names', () => {
  it('are a wide colon, curly quotation marks and links, also where a name comes once', () => {
    for (const head of ['Name：', '**Name**：', '“Name”: ', '[[Name]]: ', 'Name： ', 'Menit 0:0 Name: ']) {
      const text = turns
        .slice(0, 3)
        .map(([name, words], at) =>
          head.startsWith('Menit')
            ? `Menit 0:0${at} ${name}: ${words}`
            : `${head.replace('Name', name)}${words}`,
        );
      assert.deepEqual(turnsOf(text.join('\n')), turns.slice(0, 3), head);
    }
    assert.deepEqual(turnsOf('Konselor: jam 7：30\nKonseli：jam 7:30\nKonselor: Ya\n'), [
      ['Konselor', 'jam 7：30'],
      ['Konseli', 'jam 7:30'],
      ['Konselor', 'Ya'],
    ]);
  });

  it('are no days, which nobody is called', () => {
    const text = (day: string): string => `Rina\n${day}\nSelamat pagi\nBima\n${day}\nPagi, Bu\n`;
    for (const day of ['12 Mar 2026, 09:00', 'Mar 12, 2026 at 9:00 AM', '12/03/2026 09.00'])
      assert.deepEqual(turnsOf(text(day)), [
        ['Rina', 'Selamat pagi'],
        ['Bima', 'Pagi, Bu'],
      ]);
    const below = 'Rina\nselamat pagi\n12 Mar 2026 09:00\nBima\npagi bu\n12 Mar 2026 09:01\n';
    assert.ok(read('a.txt', below).cues.every(({ speaker }) => speaker === undefined));
  });
});

describe('titles of stages between turns', () => {
  const [first = '', second = '', third = '', fourth = ''] = lines;
  const stagesOf = (text: string) => read('a.txt', text).cues.map(({ stage }) => stage);
  const title = 'Perencanaan pemecahan masalah';

  it('begin these stages, however they stand out, and are no words and no speakers', () => {
    const written = [
      title,
      'PERENCANAAN PEMECAHAN MASALAH',
      'Tahap 3',
      `Tahap 3: ${title}`,
      `III. ${title}`,
      `[${title}]`,
      `## ${title}`,
      `**${title}**`,
      `=== ${title} ===`,
      `--- Tahap 3 ---`,
    ];
    for (const own of written) {
      const text = `Tahap 1: Membangun hubungan\n${first}\n${second}\n\n${own}\n${third}\n${fourth}\n`;
      assert.deepEqual(turnsOf(text), turns, own);
      assert.deepEqual(stagesOf(text), ['Membangun hubungan', undefined, title, undefined], own);
      assert.deepEqual(leftOutIn(text), [], own);
    }
  });

  it('begin a turn of who speaks above them, where nobody is named below', () => {
    const text = `${first}\nBaik.\n[${title}]\nLalu bagaimana?\n${second}\n`;
    assert.deepEqual(turnsOf(text), [
      ['Konselor', 'Selamat pagi, apa kabar?\nBaik.'],
      ['Konselor', 'Lalu bagaimana?'],
      turns[1],
    ]);
    assert.deepEqual(stagesOf(text), [undefined, title, undefined]);
  });

  it('are told where nothing is said in the stage', () => {
    const text = `${first}\n[${title}]\n[Tahap 2]\n${second}\n[Tahap 4]\n`;
    assert.deepEqual(leftOutIn(text), [
      [2, 'silent-stages'],
      [5, 'silent-stages'],
    ]);
  });

  it('are words where they may be said, or list the stages that there are', () => {
    const said = `${first}\nPenutup\nperencanaan pemecahan masalah\n${second}\n`;
    assert.deepEqual(stagesOf(said), [undefined, undefined]);
    assert.match(read('a.txt', said).cues[0]?.words ?? '', /Penutup\nperencanaan/);
    for (const name of ['Konseli:', 'Konseli  0:05', 'Konseli (0:05)']) {
      const answer = `${first}\n${name}\nTahap 2\n${third}\n${fourth}\n`;
      assert.deepEqual(turnsOf(answer)[1], ['Konseli', 'Tahap 2'], name);
    }
    const list =
      '1. Membangun hubungan\n2. Identifikasi dan eksplorasi masalah\n3. Perencanaan pemecahan masalah\n';
    assert.deepEqual(
      stagesOf(`Tahap:\n${list}\n${lines.join('\n')}`),
      turns.map(() => undefined),
    );
  });
});

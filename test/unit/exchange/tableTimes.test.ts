import assert from 'node:assert/strict';
import { read } from './importRun';

const turnsOf = (name: string, text: string) =>
  read(name, text).cues.map(({ start, end, speaker, words }) => [start, end, speaker, words]);

describe('a column of times in a table', () => {
  const turns = [
    [0, 12_300, 'Konselor', 'Halo.'],
    [12_300, 15_900, 'Konseli', 'Hai.'],
  ];

  it('may have beginning and end in each cell, as NVivo and captions write them', () => {
    for (const sign of [' - ', '-', ' – ', ' --> ', ' → '])
      for (const title of ['Timespan', 'Waktu', 'Timecode'])
        assert.deepEqual(
          turnsOf(
            'a.csv',
            `${title},Content,Speaker\n0:00.0${sign}0:12.3,Halo.,Konselor\n0:12.3${sign}0:15.9,Hai.,Konseli\n`,
          ),
          turns,
          sign,
        );
    assert.deepEqual(
      turnsOf('a.csv', 'Time,Text\n0:01 - 0:04,Halo.\n0:05 - 0:08,Hai.\n').map(([start, end]) => [
        start,
        end,
      ]),
      [
        [1000, 4000],
        [5000, 8000],
      ],
    );
  });

  it('tells a cell of which one half is no time', () => {
    const { cues, leftOut } = read('a.csv', 'Time,Speaker,Text\n0:01 - 0:99,Konselor,Halo.\n');
    assert.deepEqual(
      cues.map(({ start }) => start),
      [undefined],
    );
    assert.deepEqual(
      leftOut.map(({ line, reason }) => [line, reason.key]),
      [
        [0, 'import.left.head'],
        [0, 'import.left.head'],
        [0, 'import.left.head'],
        [1, 'import.left.nearly-time'],
      ],
    );
  });
});

describe('a table whose columns are parted by tabs', () => {
  it('may have a colon before the words, and the number of the turn before the name', () => {
    const turns = [
      [undefined, undefined, 'Konselor', 'Halo.'],
      [undefined, undefined, 'Konseli', 'Hai.'],
      [undefined, undefined, 'Konselor', 'Ya?'],
    ];
    const rows = (shape: (at: number, name: string, words: string) => string): string =>
      turns.map(([, , name, words], at) => `${shape(at + 1, String(name), String(words))}\n`).join('');
    for (const shape of [
      (at, name, words) => `${at}.\t${name}\t: ${words}`,
      (at, name, words) => `00${at} ${name}\t${words}`,
    ] satisfies Parameters<typeof rows>[0][])
      assert.deepEqual(turnsOf('a.txt', rows(shape)), turns);
  });
});

describe('a column of speakers with the numbers of turns', () => {
  it('has each speaker once, and the numbers are told', () => {
    const names = ['Ko1', 'Ki1', 'Ko2', 'Ki2'];
    for (const shape of [(name: string) => name, (name: string) => `${name.slice(0, 2)} ${name.slice(2)}:`]) {
      const rows = names.map(name => `${shape(name)},Kata.\n`).join('');
      const { cues, leftOut } = read('a.csv', `Subjek,Pernyataan\n${rows}`);
      assert.deepEqual(
        cues.map(({ speaker }) => speaker),
        ['Ko', 'Ki', 'Ko', 'Ki'],
      );
      assert.equal(leftOut.filter(({ reason }) => reason.key === 'import.left.identifiers').length, 4);
    }
    assert.deepEqual(
      turnsOf('a.csv', 'Subjek,Kata\nSiswa 1,Ya.\nGuru,Ya.\nSiswa 2,Ya.\nSiswa 1,Ya.\n').map(
        ([, , name]) => name,
      ),
      ['Siswa 1', 'Guru', 'Siswa 2', 'Siswa 1'],
    );
  });
});

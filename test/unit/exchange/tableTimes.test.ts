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

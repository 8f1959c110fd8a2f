import assert from 'node:assert/strict';
import { read, said } from './importRun';

const turnsOf = (text: string) => said(read('a.txt', text)).map(([, ...rest]) => rest);
const leftOutIn = (text: string) =>
  read('a.txt', text).leftOut.map(({ line = 0, reason }) => [
    line + 1,
    reason.key.replace('import.left.', ''),
  ]);

describe('a chat', () => {
  const messages = [
    ['Rina Lestari', 'Selamat pagi, Bima.'],
    ['Bima', 'Pagi, Bu.\nCatatan: maaf\nNama: Bima\n10:30 saya tidur'],
    ['Rina Lestari', 'Apa kabar?'],
    ['Wali', 'Ikut, ya.'],
  ] as const;
  const chat = (stamp: (at: number) => string): string =>
    messages.map(([name, words], at) => `${stamp(at)}${name}: ${words}\n`).join('');

  it('is read from what programs export and copy, whoever writes once, and whatever a message has', () => {
    for (const stamp of [
      (at: number) => `12/03/24 09.1${at} - `,
      (at: number) => `3/12/24, 9:1${at}\u202fAM - `,
      (at: number) => `\u200e[12/03/24 09.15.3${at}] `,
      (at: number) => `[09.1${at}, 12/3/2024] `,
      (at: number) => `2024-03-12 09:15:3${at} `,
      (at: number) => `[2024-03-12T09:15:3${at}] `,
    ]) {
      assert.deepEqual(turnsOf(chat(stamp)), messages, stamp(0));
      assert.deepEqual(
        leftOutIn(chat(stamp)).map(([, reason]) => reason),
        ['stamps', 'stamps', 'stamps', 'stamps'],
      );
    }
    const behind = messages.map(([name, words]) => `${name}, [12.03.2024 09:15]\n${words}\n`).join('\n');
    assert.deepEqual(turnsOf(behind), messages);
  });

  it('has lines of the program, which nobody says', () => {
    const own = '12/03/24 09.10 - Pesan dan panggilan dienkripsi secara end-to-end.\n';
    const text = `${own}${chat(at => `12/03/24 09.1${at} - `)}12/03/24 09.20 - Bima keluar\n`;
    assert.deepEqual(turnsOf(text), messages);
    assert.deepEqual(
      leftOutIn(text).filter(([, reason]) => reason === 'of-program'),
      [
        [1, 'of-program'],
        [9, 'of-program'],
      ],
    );
  });

  it('keeps the words of who is called by a picture', () => {
    const text = chat(at => `12/03/24 09.1${at} - `).replaceAll('Bima:', '🌸:');
    assert.equal(turnsOf(text)[1]?.[1], messages[1][1]);
    assert.ok(leftOutIn(text).every(([, reason]) => reason === 'stamps'));
  });

  it('is told from days and times that are said', () => {
    assert.deepEqual(
      turnsOf('Rina: Kapan?\n12/03/24 09.15 di ruang BK\nBima: Baik.\nRina: 12/03/24 09.16 - ya: boleh.\n'),
      [
        ['Rina', 'Kapan?\n12/03/24 09.15 di ruang BK'],
        ['Bima', 'Baik.'],
        ['Rina', '12/03/24 09.16 - ya: boleh.'],
      ],
    );
  });
});

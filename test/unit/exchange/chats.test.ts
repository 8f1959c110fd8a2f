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

  it('has the days above the messages, as LINE exports it', () => {
    const text = [
      '[LINE] Chat history with Bima',
      'Saved on: 2026/03/12 10:15',
      '',
      '2026/03/10(Tue)',
      '09:00\tRina\tSelamat pagi',
      '09:01\tBima\tPagi, Bu.',
      '\tSaya telat.',
      '09:02\tBima unsent a message.',
      '',
      'Rab, 11/03/2026',
      '02:00 PM\tRina\tTanggal berapa?',
      '02:01 PM\tBima\tMaaf:',
      '12/03/2026',
      '02:02 PM\tRina\tBaik.',
    ].join('\n');
    assert.deepEqual(turnsOf(text), [
      ['Rina', 'Selamat pagi'],
      ['Bima', 'Pagi, Bu.\nSaya telat.'],
      ['Rina', 'Tanggal berapa?'],
      ['Bima', 'Maaf:\n12/03/2026'],
      ['Rina', 'Baik.'],
    ]);
    assert.deepEqual(
      leftOutIn(text).filter(([, reason]) => reason === 'of-program'),
      [[8, 'of-program']],
    );
  });

  it('has names and times of day above the messages, as Slack and Discord show it', () => {
    const talk = [
      ['Rina Lestari', 'Selamat pagi, Bima.'],
      ['Bima', 'Pagi, Bu.\nSaya telat.'],
      ['Rina Lestari', 'Sampai jumpa\njam 10:00 AM'],
    ] as const;
    for (const head of [
      (name: string, at: number) => `${name}\n  9:0${at} AM`,
      (name: string, at: number) => `${name}  9:0${at} AM`,
      (name: string, at: number) => `${name} — Today at 9:0${at} AM`,
      (name: string, at: number) => `${name} — Hari ini pukul 09.0${at}`,
      (name: string, at: number) => `${name} — 12/03/2026 9:0${at}`,
    ]) {
      const text = talk.map(([name, words], at) => `${head(name, at)}\n${words}\n`).join('');
      assert.deepEqual(turnsOf(text), talk, text);
    }
    const ahead = talk.map(([name, words], at) => `[9:0${at} AM] ${name}: ${words}\n`).join('');
    assert.deepEqual(turnsOf(ahead), talk);
  });
});

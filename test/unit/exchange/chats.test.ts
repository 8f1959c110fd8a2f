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

  const calm = [
    ['rina', 'selamat pagi'],
    ['bima', 'pagi bu: saya telat'],
    ['rina', 'apa kabar?'],
  ] as const;

  it('is read from what people talk in by nicknames, whatever somebody does, and what the program says', () => {
    for (const line of [
      (name: string, words: string, at: number) => `[09:0${at}] <${name}> ${words}`,
      (name: string, words: string, at: number) => `09:0${at} < ${name}> ${words}`,
      (name: string, words: string, at: number) => `2026-03-12 09:0${at}:11 <@${name}> ${words}`,
      (name: string, words: string, at: number) => `2026-03-12 09:0${at}:11\t${name}\t${words}`,
    ])
      assert.deepEqual(turnsOf(calm.map(([name, words], at) => line(name, words, at)).join('\n')), calm);
    const talk = '--- Log opened Tue Mar 12\n09:00 <rina> pagi\n09:01 <bima> pagi\n09:02 * bima senyum\n';
    assert.deepEqual(turnsOf(`${talk}09:03 -!- bima has quit\n`), [
      ['rina', 'pagi'],
      ['bima', 'pagi'],
      ['bima', 'senyum'],
    ]);
    assert.deepEqual(
      leftOutIn(`${talk}09:03 -!- bima has quit\n`).filter(([, reason]) => reason === 'of-program'),
      [
        [1, 'of-program'],
        [5, 'of-program'],
      ],
    );
  });

  it('has names in brackets behind days, as exports of Discord and copies of Telegram do, whoever writes once', () => {
    const discord = calm.map(([name, words], at) => `[12-Mar-26 09:0${at} AM] ${name}\n${words}\n`);
    assert.deepEqual(turnsOf(discord.join('\n')), calm);
    const telegram = calm.map(([name, words], at) => `${name}, [12 Mar 2026 09:0${at}:10]:\n${words}\n`);
    assert.deepEqual(turnsOf(telegram.join('\n')), calm);
  });

  it('has times below the messages, as copies of Signal and Messenger do; none where times are above', () => {
    const talk = [
      ['Rina', 'Selamat pagi.'],
      ['Bima', 'Pagi, Bu.\nSaya telat.'],
      ['Rina', 'Sampai jumpa'],
    ] as const;
    for (const stamp of ['09:0', 'Mar 12, 2026, 9:0', '12/03/2026 09.0'])
      for (const gap of ['', '\n']) {
        const text = talk.map(([name, words], at) => `${name}\n${words}\n${stamp}${at}\n`).join(gap);
        assert.deepEqual(turnsOf(text), talk, text);
      }
    const above = talk.map(([name, words], at) => `0:0${at + 1}\n${name}\n${words}\n`).join('');
    assert.deepEqual(
      said(read('a.txt', above)),
      talk.map(([name, words], at) => [(at + 1) * 1000, name, words]),
    );
  });

  it('has names between words of Zoom, in either form and language', () => {
    for (const line of [
      (name: string, words: string, at: number) => `00:00:0${at}\t From  ${name} : ${words}`,
      (name: string, words: string, at: number) => `00:00:0${at} From ${name} to Everyone:\n\t${words}`,
      (name: string, words: string, at: number) => `00:00:0${at} Dari ${name} ke Semua Orang: ${words}`,
    ]) {
      const text = messages.map(([name], at) => line(name, 'Ya, Bu.', at)).join('\n');
      assert.deepEqual(
        turnsOf(text),
        messages.map(([name]) => [name, 'Ya, Bu.']),
      );
    }
    const words = turnsOf('0:01 Dari situ saya pulang: tidur.\n0:05 Lalu tidur.\n0:07 Lalu.\n0:09 Ya.\n');
    assert.notEqual(words[0]?.[0], 'situ saya pulang');
  });

  it('is no mail, whose heads nobody says', () => {
    const mail =
      'From: Rina\nTo: Bima\nSubject: Kabar\n\nHalo.\n\nFrom: Bima\nTo: Rina\nSubject: Kabar\n\nBaik.\n';
    assert.deepEqual(
      read('a.txt', mail).faults.map(({ reason }) => reason.key),
      ['import.no-turns'],
    );
  });
});

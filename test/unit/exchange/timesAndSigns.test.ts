import assert from 'node:assert/strict';
import { read, said } from './importRun';

const saidIn = (text: string, speakers: readonly string[] = []) => said(read('a.txt', text, speakers));
const wordsIn = (text: string) => saidIn(text).map(([, ...rest]) => rest);
const talk = [
  ['Konselor', 'Selamat pagi.'],
  ['Konseli', 'Pagi, Bu.'],
  ['Konselor', 'Apa kabar? Lalu?'],
  ['Konseli', 'Baik. Ya.'],
] as const;
const written = (line: (name: string, words: string, at: number) => string): string =>
  talk.map(([name, words], at) => `${line(name, words, at)}\n`).join('');

describe('times with their units', () => {
  const starts = [62_000, 63_000, 64_000, 65_000];
  const expected = talk.map(([name, words], at) => [starts[at], name, words]);

  it('stand before and behind names, one or two', () => {
    for (const line of [
      (name: string, words: string, at: number) => `[1m0${at + 2}s] ${name}: ${words}`,
      (name: string, words: string, at: number) => `(1'0${at + 2}") ${name}: ${words}`,
      (name: string, words: string, at: number) => `00h01m0${at + 2}s ${name}: ${words}`,
      (name: string, words: string, at: number) => `[${at + 62}.0s -> ${at + 63}.0s] ${name}: ${words}`,
      (name: string, words: string, at: number) => `[${at + 62}.0s - ${at + 63}.0s] ${name}: ${words}`,
      (name: string, words: string, at: number) => `${name} (${at + 62}.0s - ${at + 63}.0s): ${words}`,
      (name: string, words: string, at: number) => `${name} (1’0${at + 2}”): ${words}`,
      (name: string, words: string, at: number) => `${name} [1m 0${at + 2}s]\n${words}\n`,
      (name: string, words: string, at: number) => `@1:0${at + 2} - ${name}\n${words}\n`,
    ])
      assert.deepEqual(saidIn(written(line)), expected, written(line));
  });

  it('are told apart from pauses', () => {
    const text = 'Konselor: (2s) Ya.\n(3.0s) Lalu?\n[4s] Hm.\nKonseli: [5.5s] Baik.\nKonselor: (1.5 s)\n';
    assert.deepEqual(wordsIn(text), [
      ['Konselor', '(2s) Ya.\n(3.0s) Lalu?\n[4s] Hm.'],
      ['Konseli', '[5.5s] Baik.'],
      ['Konselor', '(1.5 s)'],
    ]);
  });

  it('are whole minutes on lines of their own, where several rise; one is said', () => {
    const minutes = (second: string): string =>
      `Menit ke-1\nKo: Pagi.\nKi: Pagi.\n${second}\nKo: Lalu?\nKi: Ya.\n`;
    assert.deepEqual(
      saidIn(minutes('Menit ke-5')).map(([start]) => start),
      [60_000, undefined, 300_000, undefined],
    );
    const text = 'Ko: Berapa lama?\nKi: Tunggu.\nMenit 5\nKo: Lalu?\n';
    assert.deepEqual(wordsIn(text)[1], ['Ki', 'Tunggu.\nMenit 5']);
  });
});

describe('the number of a turn', () => {
  const roman = ['I', 'II', 'III', 'IV'];

  it('may be in Roman numerals, and stand on the line above the name', () => {
    for (const line of [
      (name: string, words: string, at: number) => `${roman[at]}. ${name}: ${words}`,
      (name: string, words: string, at: number) => `${roman[at]?.toLowerCase()}) ${name}: ${words}`,
      (name: string, words: string, at: number) => `${at + 1}\n${name}: ${words}`,
      (name: string, words: string, at: number) => `${at + 1}.\n${name}: ${words}\n`,
    ])
      assert.deepEqual(wordsIn(written(line)), talk, written(line));
  });

  it('is none where parts have Roman numerals, a name begins so, or somebody counts', () => {
    const parts = 'I. Pembukaan\nKo: Pagi.\nKi: Pagi.\nII. Inti\nKo: Lalu?\nKi: Ya.\n';
    assert.deepEqual(wordsIn(parts)[1], ['Ki', 'Pagi.\nII. Inti']);
    const names = 'I. Rahman: Pagi.\nC. Dewi: Pagi.\nI. Rahman: Lalu?\nC. Dewi: Ya.\n';
    assert.deepEqual(
      wordsIn(names).map(([name]) => name),
      ['I. Rahman', 'C. Dewi', 'I. Rahman', 'C. Dewi'],
    );
    const counted = 'Ko: Hitung.\nKi: Ya:\n1\n2\n3\nKo: Bagus.\nKi: Ya.\n';
    assert.deepEqual(wordsIn(counted)[1], ['Ki', 'Ya:\n1\n2\n3']);
  });
});

describe('a sign between names and words', () => {
  it('may be a slash, a bar, an arrow, or a full stop behind capitals, where most lines have it', () => {
    for (const sign of ['/', ' |', ' →', ' >', ' >>', ' =>'])
      assert.deepEqual(wordsIn(written((name, words) => `${name}${sign} ${words}`)), talk, sign);
    const play = written((name, words) => `${name.toUpperCase()}. ${words}`);
    assert.deepEqual(
      wordsIn(play),
      talk.map(([name, words]) => [name.toUpperCase(), words]),
    );
    const court = '     Q.   Where?\n\n     A.   Home.\n\n     Q.   When?\n\n     A.   At night.\n';
    assert.deepEqual(wordsIn(court), [
      ['Q', 'Where?'],
      ['A', 'Home.'],
      ['Q', 'When?'],
      ['A', 'At night.'],
    ]);
  });

  it('is no full stop behind what is said', () => {
    const text = 'Ko: Ya?\nOK. Lalu?\nKi: OK. Baik.\nOK. Ya.\nYA. Ya.\nYA. Lalu.\nKo: Baik.\n';
    assert.deepEqual(wordsIn(text), [
      ['Ko', 'Ya?\nOK. Lalu?'],
      ['Ki', 'OK. Baik.\nOK. Ya.\nYA. Ya.\nYA. Lalu.'],
      ['Ko', 'Baik.'],
    ]);
  });
});

import assert from 'node:assert/strict';
import { read, said } from './importRun';

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (...parts: readonly string[]): string => `<html><body>${parts.join('\n')}</body></html>`;
const turnsOf = (name: string, text: string) => said(read(name, text));
const reasonsIn = (name: string, text: string) =>
  read(name, text).leftOut.map(({ reason }) => reason.key.replace('import.left.', ''));
const talk = [
  [undefined, 'Konselor', 'Selamat pagi.'],
  [undefined, 'Konseli', 'Pagi, Bu.'],
  [undefined, 'Konselor', 'Apa kabar?'],
] as const;

describe('tables of turns', () => {
  it('are one where each turn is in a table of its own, numbered or not, and none where words stand between them', () => {
    const rows = talk.map(([, name, words]) => table([name, words]));
    assert.deepEqual(turnsOf('a.html', page('<p>Sesi 1</p>', ...rows)), talk);
    const numbered = talk.map(([, name, words], at) => table([`${at + 1}`, name, words]));
    assert.deepEqual(turnsOf('a.html', page(...numbered)), talk);
    const apart = read('a.html', page(rows[0] ?? '', '<p>Lalu hujan.</p>', rows[1] ?? ''));
    assert.ok(apart.faults.length > 0 || apart.cues.some(({ words }) => words.includes('Lalu hujan.')));
  });

  it('are told from a table of who somebody is above them', () => {
    const head = table(['Nama Konseli', 'Bima'], ['Kelas', 'XI IPA 2'], ['Tanggal', '12 Maret 2026']);
    const turns = table(['No', 'Pelaku', 'Dialog'], ...talk.map(([, ...row], at) => [`${at + 1}`, ...row]));
    const text = page(head, turns);
    assert.deepEqual(turnsOf('a.html', text), talk);
    assert.ok(read('a.html', text).preamble.includes('XI IPA 2'));
    assert.ok(!read('a.html', text).preamble.includes('Bima'));
    assert.ok(reasonsIn('a.html', text).includes('attendees'));
  });

  it('have who sent a message where a title says so, and never a day', () => {
    const chat = 'Date,Time,Sender,Message\n12/03/2026,09:00,rina,Pagi\n12/03/2026,09:01,Bima,Pagi Bu\n';
    assert.deepEqual(turnsOf('a.csv', chat), [
      [540_000, 'rina', 'Pagi'],
      [541_000, 'Bima', 'Pagi Bu'],
    ]);
    const other = chat.replace('Sender', 'Von').replace('Message', 'Nachricht');
    assert.ok(turnsOf('a.csv', other).every(([, name]) => !/\d/.test(String(name))));
  });

  it('have words in the column of numbers told as what they are', () => {
    const rows = ['1,Konselor,Pagi.', 'B. Inti,,', '2,Konseli,Pagi.'];
    assert.deepEqual(reasonsIn('a.csv', `No,Penutur,Ujaran\n${rows.join('\n')}\n`).slice(-3), [
      'identifiers',
      'columns',
      'identifiers',
    ]);
  });

  it('are read as ELAN and others call their columns', () => {
    const elan = [
      'Tier\tBegin Time - hh:mm:ss.ms\tEnd Time - hh:mm:ss.ms\tAnnotation',
      'T\t00:00:00.500\t00:00:02.100\tHi.',
      'C\t00:00:02.400\t00:00:03.000\tHello.',
    ].join('\n');
    const expected = [
      [500, 'T', 'Hi.'],
      [2400, 'C', 'Hello.'],
    ];
    assert.deepEqual(turnsOf('a.txt', elan), expected);
    const onset = 'onset,offset,participant,transcription\n0.5,2.1,T,Hi.\n2.4,3.0,C,Hello.\n';
    assert.deepEqual(turnsOf('a.csv', onset), expected);
  });
});

import assert from 'node:assert/strict';
import { htmlSource } from '../../../src/core/exchange/importers/containers/htmlSource';
import { importTranscript } from '../../../src/core/exchange/importers/importTranscript';
import { read, request, said } from './importRun';

const linesOf = (html: string): readonly string[] => htmlSource(html).pieces.map(({ text }) => text.trim());
const turnsOf = (body: string) =>
  said(read('a.html', `<html><body>${body}</body></html>`)).map(([, ...rest]) => rest);

describe('the lines of a web page', () => {
  it('begin where a block begins, after inline text, too', () => {
    assert.deepEqual(linesOf('Satu<p>dua</p><div><div>tiga</div></div>empat <hr> lima<ul><li>enam'), [
      'Satu',
      'dua',
      'tiga',
      '',
      'empat',
      'lima',
      'enam',
    ]);
    assert.deepEqual(
      turnsOf(
        ['Konselor', 'Konseli', 'Konselor']
          .map((name, at) => `<div><b>${name}</b> <i>00:0${at}</i><p>Kata ${at}</p></div>`)
          .join(''),
      ),
      [
        ['Konselor', 'Kata 0'],
        ['Konseli', 'Kata 1'],
        ['Konselor', 'Kata 2'],
      ],
    );
  });

  it('are read from a part of a page, too, where the file is called one', () => {
    assert.deepEqual(said(read('a.html', '<p>Konselor: A &amp; B</p><p>Konseli: Hai.</p>')), [
      [undefined, 'Konselor', 'A & B'],
      [undefined, 'Konseli', 'Hai.'],
    ]);
  });

  it('are those of a list of terms, and of preformatted text', () => {
    const turns = [
      ['Konselor', 'Halo.'],
      ['Konseli', 'Hai.'],
      ['Konselor', 'Ya?'],
    ] as const;
    const terms = turns.map(([name, words]) => `<dt>${name}</dt>\n<dd>${words}</dd>`).join('\n');
    assert.deepEqual(turnsOf(`<dl>${terms}</dl>`), turns);
    const lines = turns.map(([name, words]) => `${name}: ${words}`);
    for (const end of ['\n', '\r\n']) assert.deepEqual(turnsOf(`<pre>\n${lines.join(end)}\n</pre>`), turns);
  });

  it('may stand behind many comments, and comments alone are no page', () => {
    const comments = '<!-- a -->\n'.repeat(300);
    const page = `${comments}<html><body><p>Konselor: Halo.</p><p>Konseli: Hai.</p></body></html>`;
    const turns = [
      [undefined, 'Konselor', 'Halo.'],
      [undefined, 'Konseli', 'Hai.'],
    ];
    assert.deepEqual(said(read('a.txt', page)), turns);
    assert.equal(importTranscript('a.txt', comments, request()).kind, 'fault');
  });

  it('may have very much preformatted text', () => {
    const lines = 'Rina: Halo.\nBima: Ya.\n'.repeat(100_000);
    const said = htmlSource(`<pre>${lines}</pre>`).pieces.filter(({ text }) => text !== '');
    assert.equal(said.length, 200_000);
  });

  it('may have very long tables, and others in them', () => {
    const row = '<tr><td>Rina</td><td>Halo, apa kabar hari ini?</td></tr>';
    const long = row.replace('hari', 'hari '.repeat(5000)).repeat(500);
    const [table, ...none] = htmlSource(`<table>${long}</table>`).tables;
    assert.deepEqual([table?.length, none], [500, []]);
    const page = `<table><tr><td>Atas<table>${row}</table>Bawah</td></tr></table>`;
    const { pieces, tables } = htmlSource(page);
    assert.deepEqual(
      pieces.map(({ text }) => text).filter(text => text !== ''),
      ['Atas', 'Rina', 'Halo, apa kabar hari ini?', 'Bawah'],
    );
    assert.deepEqual(tables, [[[2, 3]]]);
  });
});

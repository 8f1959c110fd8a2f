import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { importContext } from '../../../src/core/exchange/importers/importTranscript';
import { readTranscriptFile } from '../../../src/core/exchange/importers/readTranscript';
import { runToEnd } from '../../../src/core/steps';
import { fourStage, read, said } from './importRun';

function opened(name: string, parts: Readonly<Record<string, string>>) {
  const packed = Object.entries(parts).map(([part, text]) => [part, strToU8(text)] as const);
  return runToEnd(
    readTranscriptFile(name, zipSync(Object.fromEntries(packed)), importContext(fourStage(), [])),
  );
}

const spaces = ['office', 'text', 'table', 'draw', 'style', 'dc']
  .map(prefix => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');
const content = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:body>${body}</office:body></office:document-content>`;

describe('a document of LibreOffice', () => {
  it('is read paragraph by paragraph, with line ends, tabs and blanks, lists and boxes', () => {
    const text = content(`<office:text><text:tracked-changes><text:p>Lama</text:p></text:tracked-changes>
<text:h>Sesi 3</text:h><text:p>Konselor:<text:tab/>Selamat<text:s text:c="2"/>pagi,<text:line-break/>apa <text:span>kabar</text:span>?</text:p>
<text:p>Konseli: Baik<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Tersenyum &amp; lega</text:p></text:note-body></text:note>, Bu.<office:annotation><dc:creator>Rina</dc:creator><text:p>Cek</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>satu</text:p></text:list-item></text:list>
<text:p>Konselor: A &lt;b&gt;<draw:frame><draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame></text:p></office:text>`);
    const styles = `<office:document-styles ${spaces}><style:footer><text:p>Halaman 1</text:p></style:footer></office:document-styles>`;
    const transcript = opened('a.odt', { 'content.xml': text, 'styles.xml': styles });
    assert.deepEqual(transcript.faults, []);
    assert.deepEqual(transcript.preamble, ['Sesi 3']);
    assert.deepEqual(
      said(transcript).map(([, ...rest]) => rest),
      [
        ['Konselor', 'Selamat  pagi,\napa kabar?'],
        ['Konseli', 'Baik, Bu.\nsatu'],
        ['Konselor', 'A <b>\nKotak'],
      ],
    );
    assert.deepEqual(
      transcript.leftOut.map(({ reason }) => reason.key),
      ['import.left.asides', 'import.left.asides', 'import.left.asides'],
    );
  });

  it('has tables, and so have workbooks, with rows and cells that stand there again', () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const row = (name: string, words: string, own = '') =>
      `<table:table-row ${own}>${cell(name)}<table:table-cell table:number-columns-repeated="2"/>${cell(words)}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;
    const table = `<table:table>${row('Penutur', 'Ujaran')}${row('Konselor', 'Halo')}${row('Konseli', 'Ya', 'table:number-rows-repeated="2"')}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    for (const [name, kind] of [
      ['a.ods', 'spreadsheet'],
      ['a.odt', 'text'],
    ] as const) {
      const transcript = opened(name, {
        'content.xml': content(`<office:${kind}>${table}</office:${kind}>`),
      });
      assert.deepEqual(transcript.faults, []);
      assert.deepEqual(
        said(transcript).map(([, ...rest]) => rest),
        [
          ['Konselor', 'Halo'],
          ['Konseli', 'Ya'],
          ['Konseli', 'Ya'],
        ],
      );
    }
  });

  it('has rows and cells as often as they stand there, once at least, and no more than a memory holds', () => {
    const row = (times: string, first: string, ...cells: readonly string[]) =>
      `<table:table-row table:number-rows-repeated="${times}"><table:table-cell><text:p>${first}</text:p></table:table-cell>${cells.join('')}</table:table-row>`;
    const cell = (text: string, times: string) =>
      `<table:table-cell table:number-columns-repeated="${times}"><text:p>${text}</text:p></table:table-cell>`;
    const head = row('1', 'Penutur', cell('Ujaran', '1'));
    const table = (...rows: readonly string[]) => ({
      'content.xml': content(
        `<office:spreadsheet><table:table>${head}${rows.join('')}</table:table></office:spreadsheet>`,
      ),
    });
    const few = opened(
      'a.ods',
      table(row('x', 'Konseli', cell('Ya', 'x')), row('0', 'Konselor', cell('Halo', '0'))),
    );
    assert.deepEqual(
      said(few).map(([, ...rest]) => rest),
      [
        ['Konseli', 'Ya'],
        ['Konselor', 'Halo'],
      ],
    );
    const many = opened(
      'a.ods',
      table(...Array.from({ length: 200 }, () => row('1000', 'Konseli', cell('Ya', '1000')))),
    );
    const turns = said(many).length;
    assert.ok(turns < 50_000, `${turns} turns`);
  });

  it('is refused where it is none', () => {
    assert.deepEqual(
      opened('a.odt', { 'x.xml': '<a/>' }).faults.map(({ reason }) => reason.key),
      ['import.bad-office'],
    );
  });
});

describe('captions in XML', () => {
  it('are read with times, line ends and speakers', () => {
    const ttml = `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="urn:m"><head><metadata><ttm:title>T</ttm:title>
<ttm:agent xml:id="a"><ttm:name>Rina</ttm:name></ttm:agent></metadata></head><body><div>
<p begin="00:00:01.500" end="00:00:03.000" ttm:agent="a"><span>Halo &amp;</span><br/>apa kabar?</p>
<p begin="4s" dur="1500ms">Bima: Baik.</p><p begin="00:00:06" end="00:00:07">Bima: Ya.</p></div></body></tt>`;
    for (const name of ['a.ttml', 'a.dfxp', 'a.xml']) {
      const transcript = read(name, ttml);
      assert.deepEqual(transcript.faults, []);
      assert.deepEqual(
        transcript.cues.map(({ start, end, speaker, words }) => [start, end, speaker, words]),
        [
          [1500, 3000, 'Rina', 'Halo &\napa kabar?'],
          [4000, 5500, 'Bima', 'Baik.'],
          [6000, 7000, 'Bima', 'Ya.'],
        ],
      );
    }
    const youTube = [
      '<?xml version="1.0"?><transcript><text start="0.5" dur="2">Konselor: it&amp;#39;s</text><text start="3" dur="1.5">Konseli: Ya</text></transcript>',
      '<?xml version="1.0"?><timedtext format="3"><body><p t="500" d="2000">Konselor: it&amp;#39;s</p><p t="3000" d="1500">Konseli: Ya</p></body></timedtext>',
    ];
    for (const text of youTube)
      assert.deepEqual(
        read('a.xml', text).cues.map(({ start, end, speaker, words }) => [start, end, speaker, words]),
        [
          [500, 2500, 'Konselor', "it's"],
          [3000, 4500, 'Konseli', 'Ya'],
        ],
      );
  });

  it('are read one by one where what is around them has a time, which theirs are counted from', () => {
    const text = `<tt><body begin="10s"><div begin="00:01:00" end="00:02:00"><p begin="1s" end="2s">Rina: Halo.</p>
<p begin="3s" dur="1s">Bima: Baik.</p></div><div begin="5s" dur="2s"><p>Rina: Ya.</p></div></body></tt>`;
    assert.deepEqual(
      read('a.ttml', text).cues.map(({ start, end, speaker, words }) => [start, end, speaker, words]),
      [
        [71_000, 72_000, 'Rina', 'Halo.'],
        [73_000, 74_000, 'Bima', 'Baik.'],
        [15_000, 17_000, 'Rina', 'Ya.'],
      ],
    );
  });

  it('tell at the line what is no time that is known', () => {
    const text = '<tt>\n<body><p begin="00:00:01:12" end="00:00:02:00">Halo</p></body></tt>';
    assert.deepEqual(
      read('a.ttml', text).faults.map(({ line, reason }) => [line, reason.key]),
      [[1, 'import.bad-time']],
    );
  });
});

describe('a web page that begins as XML and is none', () => {
  it('is read as browsers do', () => {
    const page =
      '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><head><meta charset="utf-8"></head><body><p>Konselor:&nbsp;Halo<br>Apa kabar?</p><p>Konseli: Ya</p></body></html>';
    assert.deepEqual(
      said(read('a.html', page)).map(([, ...rest]) => rest),
      [
        ['Konselor', 'Halo\nApa kabar?'],
        ['Konseli', 'Ya'],
      ],
    );
  });
});

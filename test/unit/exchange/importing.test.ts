import assert from 'node:assert/strict';
import { fixture, imported, read, said } from './importRun';

describe('importing WebVTT', () => {
  it('reads the speakers of Zoom, whose names stand in the words, and takes no clock time for one', () => {
    assert.deepEqual(said(read('zoom.vtt')), [
      [3120, 'Dewi Anggraini', 'Selamat siang. Terima kasih sudah datang lagi.'],
      [8000, 'Bima', 'Siang, Bu. Tadi hampir tidak jadi.'],
      [12600, 'Bima', 'Jam 10:15 saya masih di kelas, lalu: hujan.'],
      [19400, 'Dewi Anggraini', 'Catatan: kita punya 40 menit.'],
    ]);
  });

  it('reads voices, closed or not, several in a cue; notes, styles, regions and settings say nothing', () => {
    const transcript = read('voices.vtt');
    assert.deepEqual(said(transcript), [
      [1000, 'S00', 'Apa yang paling berat minggu ini?'],
      [4200, 'Bu Rina', 'Coba ceritakan.'],
      [4200, 'S01', 'Nilai 3 < 5 & saya malu 😔\nLalu saya pulang.'],
      [10000, undefined, '(diam)'],
      [12500, undefined, 'Hmm 2 < 3, kan? <Anna> bilang begitu.'],
    ]);
    assert.deepEqual([transcript.language, transcript.faults], ['id', []]);
  });

  it('reads what has times as a cue, whatever its identifier looks like', () => {
    for (const name of ['NOTE made by x', 'STYLE', 'REGION']) {
      const text = `WEBVTT\n\n${name}\n00:00:01.000 --> 00:00:02.000\nKonselor: Kata yang hilang\n`;
      assert.deepEqual(said(read('a.vtt', text)), [[1000, 'Konselor', 'Kata yang hilang']], name);
    }
  });

  it('tells the line and the reason where words would be lost', () => {
    const faults = (text: string) =>
      read('a.vtt', text).faults.map(({ line = 0, reason }) => [line + 1, reason.key]);
    assert.deepEqual(faults('WEBVTT\n\n00:00:01.000 --> 00:00:7d.000\nHalo\n\nHalo lagi'), [
      [3, 'import.bad-time'],
    ]);
    assert.deepEqual(faults('WEBVTT\n\nNOTE nothing else\n'), [[1, 'import.nothing']]);
  });
});

describe('importing SubRip', () => {
  it('goes on with a speaker until another is named', () => {
    assert.deepEqual(said(read('changes.srt')), [
      [638, 'Konselor', 'Apa kabar?'],
      [2100, 'Konselor', 'Bagaimana tidurnya?'],
      [4000, 'Konseli', 'Tidak enak.\n- Terbangun pukul 02:30.'],
      [6500, 'Konseli', 'Biasanya begitu.'],
    ]);
  });

  it('reads a file with CRLF ends the same, and keeps words under times without an identifier', () => {
    const text = fixture('changes.srt').replaceAll('\n', '\r\n');
    assert.deepEqual(said(read('changes.srt', text)), said(read('changes.srt')));
    const twice = '1\n00:00:01,000 --> 00:00:02,000\nHalo\n00:00:02,000 --> 00:00:03,000\nHai\n';
    assert.deepEqual(said(read('a.srt', twice)), [
      [1000, undefined, 'Halo'],
      [2000, undefined, 'Hai'],
    ]);
  });
});

describe('importing a cue that ends before it begins', () => {
  it('keeps both times, so that they are found wrong', () => {
    const { text } = imported('a.srt', {}, '1\n00:00:04,000 --> 00:00:03,000\nHalo\n');
    assert.match(text, /\[0:00:04 --> 0:00:03\]/);
  });
});

describe('importing CHAT', () => {
  it('reads main lines with their continuations and times, and leaves dependent tiers out with a word', () => {
    const transcript = read('session.cha');
    assert.deepEqual(said(transcript), [
      [0, 'COU', 'apa yang terjadi di sekolah ?'],
      [2300, 'STU', 'saya [/] saya tidak tahu (.) mungkin karena ulangan +...'],
      [undefined, 'COU', '0 .'],
    ]);
    assert.equal(transcript.leftOut.filter(({ reason }) => reason.key === 'import.left.tiers').length, 2);
    assert.deepEqual([transcript.date, transcript.language], ['2026-02-05', 'id']);
  });

  it('tells the lines that belong to no tier', () => {
    const { faults } = read('a.cha', '@Begin\nhalo\n*COU:\thai .\n');
    assert.deepEqual(
      faults.map(({ line, reason }) => [line, reason.key]),
      [[1, 'import.no-tier']],
    );
  });
});

describe('importing ELAN', () => {
  it('reads the annotations of all speakers in the order of time, though a slot has no time', () => {
    const transcript = read('interview.eaf');
    assert.deepEqual(said(transcript), [
      [0, 'Konselor', 'Mau mulai dari mana & kapan?'],
      [1900, 'Bima', 'Dari rumah.'],
      [undefined, 'Bima', 'Ayah pergi lagi.'],
      [6400, 'Konselor', 'Silakan.'],
    ]);
    assert.equal(transcript.leftOut.length, 1);
  });

  it('expands no entity and says where XML is broken', () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]>
<ANNOTATION_DOCUMENT>&y;</ANNOTATION_DOCUMENT>`;
    const lines = (text: string) =>
      read('a.eaf', text).faults.map(({ line = 0, reason }) => [line + 1, reason.key]);
    assert.deepEqual(lines(bomb), [[3, 'import.bad-xml']]);
    assert.deepEqual(lines('<ANNOTATION_DOCUMENT>\n<TIER>\n</ANNOTATION_DOCUMENT>'), [[3, 'import.bad-xml']]);
    assert.deepEqual(lines('<html/>'), [[1, 'import.no-elan']]);
    assert.deepEqual(lines(`${'<a>'.repeat(100_000)}`), [[1, 'import.bad-xml']]);
  });
});

describe('importing plain text', () => {
  it('reads padded labels; what has none goes on with the turn above, and what comes before belongs to nobody', () => {
    const transcript = read('verbatim.txt');
    assert.deepEqual(transcript.preamble, ['VERBATIM KONSELING INDIVIDUAL', 'Tanggal: 5 Februari 2026']);
    assert.deepEqual(said(transcript), [
      [undefined, 'Konselor', '“Selamat siang…”\n“Silakan duduk dulu.”'],
      [
        undefined,
        'Konseli',
        '“Siang, Bu” (menunduk)\n(konselor menunggu)\nJam 17:30 kemarin saya sendirian di rumah.\nCatatan: konseli terdiam lama.',
      ],
      [undefined, 'Konselor', '#1 itu berat, ya?\n# Konseli mengangguk'],
      [undefined, 'K2', 'Iya... {==berat==} sekali #sedih'],
    ]);
  });

  it('reads the exports of Otter and Teams', () => {
    assert.deepEqual(said(read('otter.txt')), [
      [5000, 'Dewi Anggraini', 'Selamat pagi.\nApa kabar hari ini?'],
      [14000, 'Bima', 'Baik, Bu.\nSemalam tidur pukul 1:30\ndan bangun kesiangan.'],
      [3727000, 'Dewi Anggraini', 'Kita tutup, ya.\nTranscribed by a program'],
    ]);
    assert.deepEqual(said(read('teams.txt')), [
      [0, 'Dewi Anggraini', 'Kita lanjutkan, ya.\nDari pertemuan lalu.'],
      [5120, 'Bima', 'Iya, Bu.'],
    ]);
  });

  it('reads times before or behind the name', () => {
    assert.deepEqual(said(read('times.txt')), [
      [1000, 'Konselor', 'Kita mulai.'],
      [4000, 'Konseli', 'Baik.'],
      [9000, 'Konseli', 'Saya mau cerita.'],
      [12000, 'Konselor', 'Silakan.'],
      [15000, 'Konseli', 'Terima kasih.'],
      [17000, 'Konseli', 'Tentang kakak.'],
    ]);
  });

  it('reads a Markdown table with a column for each speaker, or with one for the speaker', () => {
    const transcript = read('table.md');
    assert.deepEqual(said(transcript), [
      [undefined, 'klien', '“Pagi, Bu | Pak”'],
      [undefined, 'konselor', '“Pagi, silakan.”'],
      [undefined, 'klien', 'Saya bingung.\nTakut juga.'],
      [undefined, 'konselor', 'Bingung seperti apa?'],
      [undefined, 'konselor', '(diam)'],
    ]);
    const left = (key: string) => transcript.leftOut.filter(({ reason }) => reason.key === key).length;
    assert.deepEqual([left('import.left.stages'), left('import.left.head')], [2, 5]);
    const table = '| Waktu | Penutur | Ujaran |\n|---|:-:|---|\n| 0:05 | Ki | Halo |\n| 0:07 | Ko: | Hai |\n';
    assert.deepEqual(said(read('b.md', table)), [
      [5000, 'Ki', 'Halo'],
      [7000, 'Ko', 'Hai'],
    ]);
  });

  it('says that it found no speakers, and that a note is one already', () => {
    const key = (text: string) => read('a.txt', text).faults.map(({ reason }) => reason.key);
    assert.deepEqual(key('Hanya catatan biasa.\nPukul 10:30 selesai.'), ['import.no-turns']);
    assert.deepEqual(key('---\nprotocol: four-stage\n---\n# Sesi 1\nKonselor: hai'), ['import.is-note']);
  });
});

describe('the speakers of an imported transcript', () => {
  const heads = (text: string): readonly string[] =>
    [...text.matchAll(/\*\*(.+?):\*\*/g)].map(match => match[1] ?? '');

  it('are called by their roles, with a number where two have one, and no name is left', () => {
    const { text, fileName, remarks } = imported('zoom.vtt', {
      roles: new Map([
        ['dewi anggraini', 'counselor'],
        ['Bima', 'client'],
      ]),
      otherwise: 'id',
    });
    assert.deepEqual(heads(text), ['Konselor', 'Konseli', 'Konseli', 'Konselor']);
    assert.doesNotMatch(text, /Dewi|Bima/);
    assert.match(text, /\nspeakers:\n {2}Konselor: counselor\n {2}Konseli: client\n/);
    assert.deepEqual([fileName, remarks], ['zoom.session.md', []]);
    const both = imported('zoom.vtt', {
      roles: new Map([
        ['Dewi Anggraini', 'client'],
        ['Bima', 'client'],
      ]),
    });
    // The words are Indonesian, whatever else is spoken.
    assert.deepEqual(heads(both.text), ['Konseli 1', 'Konseli 2', 'Konseli 2', 'Konseli 1']);
    assert.match(both.text, /^language: id$/m);
  });

  it('take the roles that their names or the file say in full words, never those of letters', () => {
    const { text, remarks } = imported('letters.txt', { otherwise: 'id' });
    assert.deepEqual(heads(text), ['Penutur 1', 'Penutur 2', 'Penutur 1', 'Penutur 2']);
    assert.deepEqual(
      remarks.map(({ reason }) => [reason.key, reason.args]),
      [['import.no-role', { count: 2 }]],
    );
    assert.match(imported('session.cha').text, /\nspeakers:\n {2}Konselor: counselor\n {2}Konseli: client\n/);
  });

  it('keep their names as they are where that is wished', () => {
    const text = fixture('letters.txt').replaceAll('P1', 'Dr. Rina').replaceAll('K:', 'Bima:');
    const kept = imported(
      'letters.txt',
      { keepNames: true, roles: new Map([['Dr. Rina', 'counselor']]) },
      text,
    );
    assert.deepEqual(heads(kept.text), ['Dr. Rina', 'Bima', 'Dr. Rina', 'Bima']);
  });

  it('do not stay in the name of the file either', () => {
    const text = fixture('letters.txt').replaceAll('K:', 'Bima Sakti:');
    const { fileName, text: written } = imported(
      'Sesi Bima 3.txt',
      { roles: new Map([['Bima Sakti', 'client']]), language: 'id' },
      text,
    );
    assert.equal(fileName, 'Sesi Konseli 3.session.md');
    assert.match(written, /\ntranscript: sesi-konseli-3-[0-9a-f]{6}\n/);
  });
});

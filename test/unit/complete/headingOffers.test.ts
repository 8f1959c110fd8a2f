import assert from 'node:assert/strict';
import { english, indonesian, labels, offersIn, taken } from './workshop';

const head = '---\nprotocol: four-stage\nclient: K-014\nsession: 3\ndate: 2026-03-12\n---\n# Sesi 3\n\n';
const relationship = '## Membangun hubungan\n\n### Tujuan konselor\n\n- [x] Memfasilitasi komunikasi\n\n';

describe('what is offered at a heading', () => {
  it('is in a new note every stage, the first one preselected, in the language of the interface', () => {
    const offers = offersIn(`${head}## ¦`);
    assert.deepEqual(labels(offers), [
      'Building the relationship',
      'Identifying and exploring the problem',
      'Planning how to solve the problem',
      'Applying the solution and closing',
      'Risk',
    ]);
    assert.deepEqual(
      offers.map(({ preselect }) => preselect),
      [true, false, false, false, false],
    );
    assert.equal(offersIn(`${head}#¦`, indonesian)[0]?.label, 'Membangun hubungan');
  });

  it('is in the language of the note, whatever that of the interface', () => {
    const offers = offersIn(`${head}${relationship}## ¦`, english);
    assert.equal(offers[0]?.label, 'Identifikasi dan eksplorasi masalah');
    const declared = offersIn('---\nprotocol: four-stage\nlanguage: en\n---\n\n¦', indonesian);
    assert.equal(declared[0]?.label, 'Building the relationship');
  });

  it('is the next missing stage, then the missing sections of the stage, then the other stages', () => {
    const offers = offersIn(`${head}${relationship}### Tujuan konseli\n\nx\n\n¦`);
    assert.deepEqual(labels(offers), [
      'Identifikasi dan eksplorasi masalah',
      'Kualitas hubungan',
      'Perencanaan pemecahan masalah',
      'Penerapan solusi dan penutup konseling',
      'Risiko',
    ]);
    assert.equal(offers[1]?.kind, 'section');
  });

  it('begins with the stage after the one at the caret, not with an earlier one', () => {
    const offers = offersIn(`${head}## Perencanaan pemecahan masalah\n\nx\n\n## ¦`);
    assert.equal(offers[0]?.label, 'Penerapan solusi dan penutup konseling');
  });

  it('is what is required before what is optional', () => {
    const offers = offersIn(`${head}## Membangun hubungan\n\n### Tujuan konseli\n\nx\n\n### ¦`);
    assert.deepEqual(labels(offers).slice(0, 2), ['Tujuan konselor', 'Kualitas hubungan']);
  });

  it('has the sections first after more hashes than the stage has', () => {
    const offers = offersIn(`${head}${relationship}### ¦`);
    assert.deepEqual(labels(offers).slice(0, 3), [
      'Tujuan konseli',
      'Kualitas hubungan',
      'Identifikasi dan eksplorasi masalah',
    ]);
  });

  it('has the sections first where a stage would cut the rest of the stage off', () => {
    const offers = offersIn(`${head}## Membangun hubungan\n\n## ¦\n\n### Tujuan konseli\n\nx\n`);
    assert.deepEqual(labels(offers).slice(0, 3), [
      'Tujuan konselor',
      'Kualitas hubungan',
      'Identifikasi dan eksplorasi masalah',
    ]);
  });

  it('is first what stages: asks for, last the stages that nobody planned', () => {
    const note = head.replace('---\n#', 'stages: [exploration, planning]\n---\n#');
    assert.deepEqual(labels(offersIn(`${note}## ¦`)), [
      'Identifying and exploring the problem',
      'Planning how to solve the problem',
      'Building the relationship',
      'Applying the solution and closing',
      'Risk',
    ]);
  });

  it('is the stage that nobody planned, too, behind all that was planned and below an own heading', () => {
    const planned = head.replace('---\n#', 'stages: [relationship]\n---\n#');
    const offers = offersIn(
      `${planned}## Building the relationship\n\n### Client’s goals\n\nx\n\n## Own\n\n## ¦`,
    );
    assert.deepEqual(labels(offers).slice(-4, -1), [
      'Identifying and exploring the problem',
      'Planning how to solve the problem',
      'Applying the solution and closing',
    ]);
  });

  it('is nothing that the note nearly has, unless that is the line being written', () => {
    const misspelt = `${head}## Membangun hubugan\n\nx\n\n`;
    assert.ok(!labels(offersIn(`${misspelt}## ¦`, indonesian)).includes('Membangun hubungan'));
    assert.ok(labels(offersIn(`${head}## Membangun hubunga¦\n`, indonesian)).includes('Membangun hubungan'));
  });

  it('is nothing on a heading that names a stage or section already, nor before other words', () => {
    assert.deepEqual(offersIn(`${head}## Membangun hubungan¦\n`), []);
    assert.deepEqual(offersIn(`${head}${relationship.replace('Tujuan konselor', 'Tujuan konselor¦')}`), []);
    assert.deepEqual(offersIn(`${head}## ¦Lampiran\n`), []);
  });

  it('is no stage in process notes, missed sessions and other contacts', () => {
    for (const line of ['kind: process', 'attendance: no-show', 'contact: parent']) {
      assert.deepEqual(offersIn(`${head.replace('---\n#', `${line}\n---\n#`)}## ¦`), [], line);
    }
  });

  it('is nothing in code, comments, quotes, lists and transcripts', () => {
    for (const text of [
      '```\n## ¦\n```\n',
      '```\n\n¦',
      '<!--\n## ¦\n-->\n',
      '<!-- never closed\n\n¦',
      '> ## ¦\n',
      '- item\n\n  ## ¦\n',
      '    ## ¦\n',
      '<div>\n## ¦\n</div>\n',
    ]) {
      assert.deepEqual(offersIn(head + text), [], text);
    }
    assert.deepEqual(offersIn(`${head.replace('client:', 'kind: transcript\nclient:')}## ¦`), []);
  });

  it('is nothing in a note with an unresolved conflict or an unknown protocol', () => {
    const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n\n';
    assert.deepEqual(offersIn(`${head}${conflict}## ¦`), []);
    assert.deepEqual(offersIn('---\nprotocol: no-such\n---\n\n## ¦'), []);
  });

  it('replaces what was typed, without prompts and with the caret below the first', () => {
    const text = `${head}Ringkasan.\n## Pere¦`;
    const offer = offersIn(text, indonesian).find(({ label }) => label === 'Perencanaan pemecahan masalah');
    const written = taken(text, offer);
    assert.match(
      written,
      /Ringkasan\.\n\n## Perencanaan pemecahan masalah\n\n### Solusi yang paling tepat\n\n¦\n\n### Alternatif solusi\n\n$/,
    );
  });

  it('keeps one blank line to what stands around it, and adds none where there is one', () => {
    const tight = `${head}Satu.\n¦\n## Terminasi\n\nx\n`;
    assert.match(
      taken(tight, offersIn(tight)[0]),
      /Satu\.\n\n## Membangun[\s\S]+konseli\n\n\n\n## Terminasi/,
    );
    const loose = `${head}Satu.\n\n¦\n\n## Terminasi\n\nx\n`;
    assert.match(
      taken(loose, offersIn(loose)[0]),
      /Satu\.\n\n## Membangun[\s\S]+konseli\n\n\n\n## Terminasi/,
    );
  });

  it('has the level of the other stages, and of the other sections', () => {
    const deep = `${head}### Membangun hubungan\n\n##### Tujuan konselor\n\nx\n\n`;
    const [stage, section] = offersIn(`${deep}¦`);
    assert.match(stage?.insert ?? '', /^### Identifikasi/);
    assert.match(section?.insert ?? '', /^##### Tujuan konseli/);
  });

  it('is found by the hashes typed and the title', () => {
    assert.equal(offersIn(`${head}#¦`)[0]?.filterText, '# Building the relationship');
    assert.equal(offersIn(`${head}  ### ¦`)[0]?.filterText, '### Building the relationship');
    assert.equal(offersIn(`${head}¦`)[0]?.filterText, 'Building the relationship');
  });

  it('comes unasked only where nothing is written yet', () => {
    const typed = (trigger: string) => ({ ...english, trigger });
    assert.equal(offersIn(`${head}#¦`, typed('#')).length, 5);
    assert.equal(offersIn(`${head}## ¦`, typed(' ')).length, 5);
    assert.deepEqual(offersIn(`${head}## Catatan ¦`, typed(' ')), []);
    assert.deepEqual(offersIn(`${head} ¦`, typed(' ')), []);
  });
});

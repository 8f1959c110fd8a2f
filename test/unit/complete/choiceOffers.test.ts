import assert from 'node:assert/strict';
import { insertableChoices } from '../../../src/core/change/choiceCandidates';
import { insertChoice } from '../../../src/core/change/insertChoice';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { applyEdits } from '../../../src/core/text/textEdit';
import { desk, english, labels, offersIn, taken } from './workshop';

const closing = '---\nprotocol: four-stage\n---\n## Penerapan solusi dan penutup konseling\n\n';
const decision = `${closing}### Keputusan\n\n`;
const all = ['Terselesaikan', 'Diteruskan', 'Diubah', 'Dipersingkat', 'Ditambah', 'Dikurangi'];

function choices(text: string): readonly string[] {
  return labels(offersIn(text).filter(({ kind }) => kind === 'choice'));
}

describe('what is offered where a section asks for a choice', () => {
  it('is the choices, before any heading, in the language of the note', () => {
    const offers = offersIn(`${decision}¦`);
    assert.deepEqual(labels(offers).slice(0, 6), all);
    assert.equal(offers[0]?.preselect, true);
    assert.equal(offers[6]?.kind, 'stage');
    const en = '---\nprotocol: four-stage\n---\n## Termination\n### Decision\n\n¦';
    assert.equal(choices(en)[0], 'Resolved');
  });

  it('is the choices on a line of text and in a list as well', () => {
    assert.deepEqual(choices(`${decision}Ter¦`), all);
    assert.deepEqual(choices(`${decision}- ¦`), all);
    assert.deepEqual(choices(`${decision}1. Ter¦`), all);
  });

  it('replaces what was typed, behind a label', () => {
    const text = `${decision}Keputusan konselor: Dit¦`;
    assert.equal(taken(text, offersIn(text)[1]), `${decision}Keputusan konselor: Diteruskan¦`);
  });

  it('is ticked in a task, which names a choice only then', () => {
    const text = `${decision}- [ ] ¦`;
    assert.equal(taken(text, offersIn(text)[0]), `${decision}- [x] Terselesaikan¦`);
  });

  it('is nothing that the section names, nor what that excludes', () => {
    assert.deepEqual(choices(`${decision}Dilanjutkan.\n\n¦`), ['Diubah', ...all.slice(3)]);
    assert.deepEqual(choices(`${decision}Terselesaikan.\n\n¦`), []);
  });

  it('is nothing in other sections, nor in code, comments and quotes', () => {
    for (const body of ['### Tindakan konseli\n\n¦', '¦']) assert.deepEqual(choices(closing + body), []);
    for (const body of ['```\n¦\n```\n', '<!-- ¦ -->', '> ¦', 'Masih <!-- ¦', 'Ter¦ saja']) {
      assert.deepEqual(choices(decision + body), [], body);
    }
  });

  it('comes unasked only behind a label or an empty item', () => {
    const typed = { ...english, trigger: ' ' };
    assert.equal(offersIn(`${decision}Keputusan: ¦`, typed).length, 6);
    assert.equal(offersIn(`${decision}- ¦`, typed).length, 6);
    assert.deepEqual(offersIn(`${decision}Belum ¦`, typed), []);
    assert.deepEqual(offersIn(`${decision}¦`, { ...english, trigger: ':' }), []);
  });
});

describe('inserting a choice', () => {
  const resolved = builtinProtocols()[0]
    ?.protocol.stages.flatMap(({ sections }) => sections)
    .find(({ id }) => id === 'decision')?.choices[0];

  function inserted(text: string): string {
    const { note, offset } = desk(text);
    const asked = insertableChoices(note, offset);
    assert.ok(asked && resolved);
    const { edits, caret } = insertChoice(note, asked.region, resolved, offset, 'id');
    const after = applyEdits(note.outline.text, edits);
    return `${after.slice(0, caret)}¦${after.slice(caret)}`;
  }

  it('goes to the caret where that is an empty line or item of the section', () => {
    assert.equal(inserted(`${decision}¦\n\nTeks.\n`), `${decision}Terselesaikan¦\n\nTeks.\n`);
    assert.equal(inserted(`${decision}- ¦`), `${decision}- Terselesaikan¦`);
    assert.equal(inserted(`${decision}- [ ] ¦`), `${decision}- [x] Terselesaikan¦`);
  });

  it('goes to the end of the section from anywhere else', () => {
    const note = `${closing}¦\n\n### Keputusan\n\n<!-- Terselesaikan? -->\n\n\n### Lampiran\n\nx\n`;
    assert.match(inserted(note), /-->\nTerselesaikan¦\n\n\n### Lampiran/);
    assert.equal(inserted(`${decision}Bertemu¦ lagi.\n`), `${decision}Bertemu lagi.\n\nTerselesaikan¦\n`);
  });

  it('follows on from a list', () => {
    assert.equal(inserted(`${decision}1) Satu¦`), `${decision}1) Satu\n2) Terselesaikan¦`);
    assert.equal(inserted(`${decision}- [ ] Satu¦`), `${decision}- [ ] Satu\n- [x] Terselesaikan¦`);
  });

  it('ticks the task that offers it', () => {
    const list = `${decision}- [ ] Diteruskan\n- [ ] Tuntas¦\n`;
    assert.equal(inserted(list), `${decision}- [ ] Diteruskan\n- [x¦] Tuntas\n`);
  });

  it('keeps the line ends of the note', () => {
    const windows = `${decision}Bertemu lagi.¦\n`.replaceAll('\n', '\r\n');
    assert.match(inserted(windows), /Bertemu lagi\.\r\n\r\nTerselesaikan¦\r\n$/);
  });
});

describe('the choices to insert', () => {
  it('are those of the section at the caret, else of one in its stage, else of the first in the note', () => {
    for (const text of [`${decision}¦`, `${closing}¦\n### Keputusan\n`, `¦${decision}`]) {
      const { note, offset } = desk(text);
      assert.equal(insertableChoices(note, offset)?.region.section.id, 'decision', text);
    }
  });

  it('are none where no section asks for one or all are answered', () => {
    for (const text of [`${closing}¦`, `${decision}Terselesaikan.\n\n¦`]) {
      const { note, offset } = desk(text);
      assert.equal(insertableChoices(note, offset), undefined);
    }
  });
});

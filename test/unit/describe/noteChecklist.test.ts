import assert from 'node:assert/strict';
import { insertStage } from '../../../src/core/change/insertion';
import { noteChecklist } from '../../../src/core/describe/noteChecklist';
import { applyEdits } from '../../../src/core/text/textEdit';
import { noteOf } from '../complete/workshop';

const head = '---\nprotocol: four-stage\n---\n';

/** Each stage as `id: state`, `!` behind what is asked for, then its sections in the same way. */
function checklist(text: string): Readonly<Record<string, string>> {
  const rows = noteChecklist(noteOf(text)).flatMap(({ stage, sections, ...entry }) => [
    [stage.id, mark(entry)] as const,
    ...sections.map(({ section, ...each }) => [`${stage.id}/${section.id}`, mark(each)] as const),
  ]);
  return Object.fromEntries(rows);
}

function mark({ state, required }: { readonly state: string; readonly required: boolean }): string {
  return required ? `${state}!` : state;
}

describe('the checklist of a note', () => {
  it('has every stage and section of the protocol, whether written, empty, missing or put aside', () => {
    const rows = checklist(
      `${head}## Rapport\n### Tujuan konselor\nx\n### Tujuan konseli\n<!-- ? -->\n## Terminasi\n### Keputusan\nTidak dibahas: waktu habis\n`,
    );
    assert.equal(Object.keys(rows).length, 4 + 3 + 7 + 3 + 4 + 1);
    assert.equal(rows['relationship'], 'partly!');
    assert.equal(rows['relationship/counselor-goals'], 'present!');
    assert.equal(rows['relationship/client-goals'], 'empty!');
    assert.equal(rows['relationship/quality'], 'missing');
    assert.equal(rows['planning'], 'missing!');
    assert.equal(rows['closing/decision'], 'not-addressed!');
  });

  it('has a stage as written only where each section that is asked of it says something, or why it does not', () => {
    const stage = (goals: string) =>
      checklist(`${head}## Rapport\n### Tujuan konselor\nx\n### Tujuan konseli\n${goals}\n`)['relationship'];
    assert.equal(stage(''), 'partly!');
    assert.equal(stage('Tidak dibahas: waktu habis'), 'present!');
    assert.equal(stage('x'), 'present!');
    assert.equal(checklist(`${head}## Rapport\nHangat.\n`)['relationship'], 'partly!');
  });

  it('counts the sections of a stage that was put aside as put aside', () => {
    const rows = checklist(`${head}## Terminasi\n\nBelum dibahas: minggu depan\n`);
    assert.equal(rows['closing'], 'not-addressed!');
    assert.equal(rows['closing/actions'], 'not-addressed!');
  });

  it('takes the fullest of a stage or section that stands twice', () => {
    const rows = checklist(
      `${head}## Rapport\n### Tujuan konseli\n## Terminasi\n## Rapport\n### Tujuan konseli\nx\n`,
    );
    assert.equal(rows['relationship/client-goals'], 'present!');
  });

  it('asks only for what stages: names, and for nothing in exempt notes', () => {
    const narrowed = checklist(`---\nprotocol: four-stage\nstages: [closing]\n---\n`);
    assert.equal(narrowed['closing'], 'missing!');
    assert.equal(narrowed['planning'], 'missing');
    const missed = checklist(`---\nprotocol: four-stage\nattendance: no-show\n---\n`);
    assert.ok(Object.values(missed).every(state => state === 'missing'));
  });

  it('is empty under a protocol that does not exist', () => {
    assert.deepEqual(noteChecklist(noteOf('---\nprotocol: none\n---\n')), []);
  });

  it('tells where to go: to the heading, or to what nearly is one', () => {
    const text = `${head}## Rapport\n### Tujuan konsalor\n## Terminasy\n`;
    const entries = noteChecklist(noteOf(text));
    assert.equal(entries[0]?.offset, text.indexOf('## Rapport'));
    assert.equal(entries[0]?.sections[0]?.offset, text.indexOf('Tujuan konsalor'));
    assert.equal(entries[3]?.offset, text.indexOf('Terminasy'));
    assert.equal(entries[3]?.state, 'missing');
  });

  it('leads, where there is nothing to go to, to an insertion after which there is', () => {
    const note = noteOf(`${head}## Rapport\n\nx\n`);
    const planning = noteChecklist(note).find(({ stage }) => stage.id === 'planning');
    assert.ok(planning && planning.offset === undefined && planning.region === undefined);
    const after = noteOf(applyEdits(note.outline.text, insertStage(note, planning.stage, 'id').edits));
    assert.equal(noteChecklist(after)[2]?.state, 'empty');
    assert.ok(noteChecklist(after)[2]?.offset !== undefined);
  });
});

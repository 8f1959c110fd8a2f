import assert from 'node:assert/strict';
import { noteStatus } from '../../../src/core/describe/noteStatus';
import { casesOf, noteOf } from '../complete/workshop';

function session(number: number, body: string, more = ''): string {
  return `---\nprotocol: four-stage\nclient: K-014\nsession: ${number}\n${more}---\n${body}`;
}

const first = session(
  1,
  '## Rapport\n- [ ] Tidur ^tidur\n- [x] Makan\n## Eksplorasi masalah\nx\n## Rencana pemecahan masalah\n',
);

describe('the status of a note', () => {
  it('counts the stages written today, those recorded in the case, and what is open', () => {
    const note = noteOf(
      session(
        2,
        '## Terminasi\nx\n### Tindakan konseli\n- [/] Menulis\n## Perencanaan solusi\n',
        'stages: [planning, closing]\n',
      ),
    );
    assert.deepEqual(noteStatus(note, casesOf(note, first)), {
      today: { done: 1, total: 2 },
      case: { done: 3, total: 4 },
      open: 2,
    });
  });

  it('takes a stage that was put aside for done today, but not for recorded', () => {
    const note = noteOf(session(1, '## Rapport\nTidak dibahas: sakit\n', 'stages: [relationship]\n'));
    const { today, case: ofCase } = noteStatus(note, casesOf(note));
    assert.deepEqual([today.done, ofCase.done], [1, 0]);
  });

  it('asks nothing of today in a missed session, and nothing at all without protocol or case', () => {
    const missed = noteOf(session(2, '', 'attendance: no-show\n'));
    assert.deepEqual(noteStatus(missed, casesOf(missed, first)).today, { done: 0, total: 0 });
    const unknown = noteOf('---\nprotocol: none\n---\n');
    assert.deepEqual(noteStatus(unknown, []), {
      today: { done: 0, total: 0 },
      case: { done: 0, total: 0 },
      open: 0,
    });
    assert.equal(noteStatus(missed, []).case.done, 0);
  });

  it('counts of several clients what each case has recorded, and a shared goal once', () => {
    const group = session(2, '## Rapport\n- [ ] Bertemu ^bertemu\n', '').replace('K-014', '[K-014, K-021]');
    const note = noteOf(group);
    const status = noteStatus(note, casesOf(note, first));
    assert.deepEqual(status.case, { done: 1, total: 4 });
    assert.equal(status.open, 2);
  });
});

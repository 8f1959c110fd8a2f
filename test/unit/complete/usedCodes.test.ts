import assert from 'node:assert/strict';
import { usedElsewhere } from '../../../src/core/complete/usedCodes';
import { noteOf } from './workshop';

describe('codes that other transcripts have', () => {
  const note = noteOf('---\nprotocol: four-stage\nkind: transcript\n---\n');
  const used = [
    { id: 'empathy', title: 'Empathy' },
    { id: 'exam-fear', title: 'Fear of the exam' },
    { id: 'weekend', title: '#weekend' },
  ];
  const found = (typed: string) => usedElsewhere(note, used, typed).map(({ id }) => id);

  it('are found by title and by id, and not where the note format has them', () => {
    assert.deepEqual(found('fear'), ['exam-fear']);
    assert.deepEqual(found('FEAR OF'), ['exam-fear']);
    assert.deepEqual(found('#weekend'), ['weekend']);
    assert.deepEqual(found('empathy'), []);
    assert.deepEqual(found('grief'), []);
  });

  it('are all of them where nothing was typed', () => {
    assert.deepEqual(found(''), ['exam-fear', 'weekend']);
  });
});

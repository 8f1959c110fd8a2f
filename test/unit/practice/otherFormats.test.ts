import assert from 'node:assert/strict';
import { otherFormatChoices } from '../../../src/core/practice/newNoteChoices';
import { practiceWith } from '../validate/support';

describe('the formats for a note that is to follow another than the sessions do', () => {
  it('begin with those for what is no session, and for contacts, and leave out codebooks', () => {
    const { first, ids } = otherFormatChoices(practiceWith());
    for (const id of [
      'home-visit',
      'consultation',
      'referral',
      'laporan-kelompok',
      'safety-plan',
      'intake',
      'treatment-plan',
    ])
      assert.ok(first.includes(id), id);
    for (const id of ['soap', 'four-stage', 'laporan-konseling']) {
      assert.equal(first.includes(id), false, id);
      assert.ok(ids.includes(id), id);
    }
    assert.equal(ids.includes('teknik-konseling'), false);
  });
});

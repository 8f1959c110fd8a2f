import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertableChoices } from '../../../src/core/change/choiceCandidates';
import { insertChoice } from '../../../src/core/change/insertChoice';
import { insertGoal } from '../../../src/core/change/insertGoal';
import { insertableGoals } from '../../../src/core/complete/goalCandidates';
import { applyEdits } from '../../../src/core/text/textEdit';
import { anyPlace } from '../complete/anyNote';
import { casesOf, noteOf } from '../complete/workshop';

describe('inserting at any place of any text', () => {
  it('mentions a goal in its stage, with the caret behind it', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        for (const candidate of insertableGoals(note, offset, casesOf(note), 'id')) {
          const insertion = insertGoal(note, offset, candidate);
          assert.ok(insertion);
          const after = applyEdits(text, insertion.edits);
          const mention = noteOf(after).goals.find(({ id }) => id === candidate.id);
          assert.equal(mention?.text, candidate.text);
          assert.equal(insertion.caret, mention?.range.end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names a choice that the section did not name', () => {
    fc.assert(
      fc.property(anyPlace, ({ text, offset }) => {
        const note = noteOf(text);
        const asked = insertableChoices(note, offset);
        for (const choice of asked?.choices ?? []) {
          if (asked === undefined) continue;
          const { edits, caret } = insertChoice(note, asked.region, choice, offset, 'id');
          const after = applyEdits(text, edits);
          const named = noteOf(after).stages.flatMap(({ sections }) =>
            sections.flatMap(each => each.choices),
          );
          assert.ok(named.some(each => each.choice.id === choice.id));
          assert.ok(edits.every(({ range }) => caret > range.start) && caret <= after.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newGoalId } from '../../../src/core/case/goalId';
import { noteOf } from '../complete/workshop';

describe('the id of a goal that has none', () => {
  it('is made of its first words', () => {
    assert.equal(newGoalId('**Tidur** sebelum pukul 23.00', new Set()), 'tidur-sebelum-pukul-23');
    assert.equal(newGoalId('Décide about the course without rushing', new Set()), 'decide-about-the-course');
    assert.equal(newGoalId('?!', new Set()), 'goal');
  });

  it('is none that is taken', () => {
    assert.equal(newGoalId('Tidur', new Set(['tidur', 'tidur-2'])), 'tidur-3');
  });

  it('is read back as the id of the goal, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const id = newGoalId(text, new Set());
        const [goal] = noteOf(`## Rapport\n- [ ] x ^${id}\n`).goals;
        assert.equal(goal?.id, id);
      }),
    );
  });
});

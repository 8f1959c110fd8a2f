import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idForGoal, mintId, type UnsignedGoal } from '../../../src/core/case/mintId';
import { caseOf, goalNamed, noteText } from '../change/caseTexts';
import { noteOf } from '../complete/workshop';

const sleep: UnsignedGoal = {
  client: 'k-014',
  stage: 'planning',
  text: '**Tidur** sebelum pukul 23.00',
  date: '2026-03-12',
};
const none: ReadonlySet<string> = new Set();

/** The id, made of the first words. */
function ofWords(text: string, taken = none): string {
  return mintId({ ...sleep, text }, taken, 'words');
}

describe('the id of a goal that has none', () => {
  it('is six letters and digits that begin with a letter and hold no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        assert.match(mintId({ ...sleep, text }, none), /^[a-z][a-z2-7]{5}$/);
      }),
    );
  });

  it('is the same for the same goal, and another for another client, stage, text or day', () => {
    const others: readonly UnsignedGoal[] = [
      { ...sleep, client: 'k-015' },
      { ...sleep, stage: 'closing' },
      { ...sleep, stage: undefined },
      { ...sleep, text: 'Tidur' },
      { ...sleep, date: '2026-03-13' },
      { ...sleep, date: undefined },
    ];
    const id = mintId(sleep, none);
    assert.equal(mintId({ ...sleep, text: 'tidur  sebelum pukul 23.00' }, none), id);
    assert.equal(new Set([id, ...others.map(other => mintId(other, none))]).size, 7);
  });

  it('is none that is taken', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 50; count++) taken.add(mintId(sleep, taken));
    assert.equal(taken.size, 50);
    assert.equal(ofWords('Tidur', new Set(['tidur', 'tidur-2'])), 'tidur-3');
  });

  it('is made of its first words where the practice wants that', () => {
    assert.equal(ofWords('**Tidur** sebelum pukul 23.00'), 'tidur-sebelum-pukul-23');
    assert.equal(ofWords('Décide about the course without rushing'), 'decide-about-the-course');
    assert.equal(ofWords('?!'), 'goal');
  });

  it('is read back as the id of the goal, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('letters', 'words'), (text, style) => {
        const id = mintId({ ...sleep, text }, none, style);
        const [goal] = noteOf(`## Rapport\n- [ ] x ^${id}\n`).goals;
        assert.equal(goal?.id, id);
      }),
    );
  });

  it('is not given where it would tear the goal apart', () => {
    const found = caseOf(
      noteText(1, '## Termination\n- [ ] Eat ^a\n- [ ] Eat ^b\n'),
      noteText(2, '## Termination\n- [ ] Eat\n'),
    );
    const unsigned = found.goals.find(({ id, text }) => id === undefined && text === 'Eat');
    assert.ok(unsigned);
    assert.equal(idForGoal(unsigned, found, none, undefined), undefined);
    const alone = caseOf(noteText(1, '## Termination\n- [ ] Eat\n'));
    assert.ok(idForGoal(goalNamed(alone, 'Eat'), alone, none, undefined));
  });
});

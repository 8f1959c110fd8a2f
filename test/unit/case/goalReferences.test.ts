import assert from 'node:assert/strict';
import { caseNow } from '../../../src/core/case/caseNow';
import { firstMention, goalReferences } from '../../../src/core/case/goalReferences';
import { caseOf, goalNamed, noteText, read } from '../change/caseTexts';
import { builtin } from './noteTexts';

const texts = [
  noteText(1, '## Termination\n- [ ] Sleep well ^sleep\n- [ ] Eat ^eat\n'),
  noteText(2, '## Termination\n- [-] sleep WELL\n- [ ] Rest ^rest [replaces:: ^sleep]\n'),
  noteText(3, '## Termination\n- [ ] Rest ^rest\n'),
];

/** The references of a goal as `file:line words`. */
function references(goal: string, found = caseOf(...texts)): readonly string[] {
  return goalReferences(found, goalNamed(found, goal)).map(({ path, place }) => {
    const words = texts[Number.parseInt(path, 10) - 1]?.slice(place.start, place.end);
    return `${path}:${place.line} ${words}`;
  });
}

describe('the references of a goal', () => {
  it('are all its mentions, whether they carry its id or not, and what replaces it', () => {
    assert.deepEqual(references('sleep WELL'), [
      '1.md:6 Sleep well ^sleep',
      '2.md:6 sleep WELL',
      '2.md:7 ^sleep',
    ]);
    assert.deepEqual(references('Rest'), ['2.md:7 Rest ^rest [replaces:: ^sleep]', '3.md:6 Rest ^rest']);
    assert.deepEqual(references('Eat'), ['1.md:7 Eat ^eat']);
  });

  it('begin with where it was opened', () => {
    const found = caseOf(...texts);
    assert.equal(firstMention(goalNamed(found, 'Rest'))?.path, '2.md');
  });

  it('are those of notes as they are now', () => {
    const typed = `${texts[2]}- [ ] Eat ^eat\n`;
    const found = caseNow(caseOf(...texts), new Map([['3.md', read(typed)]]), builtin);
    assert.deepEqual(references('Eat', found).length, 2);
    const same = caseOf(...texts);
    assert.equal(caseNow(same, new Map([['other.md', read(typed)]]), builtin), same);
  });
});

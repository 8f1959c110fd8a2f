import assert from 'node:assert/strict';
import { addGoal, type NewGoal } from '../../../src/core/change/addGoal';
import { applyEdits } from '../../../src/core/text/textEdit';
import { read } from './caseTexts';

function noteOf(...body: readonly string[]): string {
  return ['---', 'protocol: four-stage', 'client: A', 'language: en', '---', ...body, ''].join('\n');
}

/** The text once the goal is in it, or the key of the reason why not; the caret stands before `caret`. */
function added(text: string, goal: Partial<NewGoal>, caret?: string): string {
  const offset = caret === undefined ? undefined : text.indexOf(caret);
  const note = read(text);
  const change = addGoal(note, { kind: 'goal', text: 'Sleep', due: undefined, ...goal }, 'en', offset);
  return change.kind === 'refused' ? change.reason.key : applyEdits(text, change.edits);
}

const planning = ['## Planning how to solve the problem', 'Words.', ''];

describe('a new goal', () => {
  it('stands where the caret is, if goals stand there', () => {
    const text = noteOf('## Identifying and exploring the problem', 'Here.', '', ...planning);
    assert.equal(added(text, {}, 'Here.'), text.replace('Here.', 'Here.\n\n- [ ] Sleep'));
  });

  it('stands in the part that its format names for such, below what is there', () => {
    const text = noteOf('## Identifying and exploring the problem', 'Here.', '', ...planning, '- [ ] Walk');
    const note = read(added(text, { text: 'Sleep early #night [due:: 2026-01-02]' }));
    const goal = note.goals.at(-1);
    assert.deepEqual([goal?.text, goal?.tags, goal?.due], ['Sleep early', ['night'], '2026-01-02']);
    assert.equal(goal?.kind, 'goal');
  });

  it('of what is to be done gets its day and a part for actions, inserted where there is none', () => {
    const text = noteOf('## Planning how to solve the problem', 'Words.');
    const after = added(text, { kind: 'action', text: 'Write a diary', due: '2026-01-02' });
    const [goal] = read(after).goals;
    assert.deepEqual([goal?.kind, goal?.text, goal?.due], ['action', 'Write a diary', '2026-01-02']);
    assert.match(after, /\n### .*\n/);
  });

  it('is on one line, whatever was typed, and takes no comment apart', () => {
    const after = added(noteOf(...planning), { text: ' Sleep\n <!-- early ' });
    assert.equal(read(after).goals[0]?.text, 'Sleep – early');
  });

  it('is refused without words', () => {
    assert.equal(added(noteOf(...planning), { text: '  ' }), 'goal.change-refused.no-text');
    assert.equal(added(noteOf(...planning), { text: '[due:: 2026-01-02]' }), 'goal.change-refused.no-text');
  });
});

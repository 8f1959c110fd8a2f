import assert from 'node:assert/strict';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { setDue } from '../../../src/core/change/setDue';
import { applyEdits } from '../../../src/core/text/textEdit';
import { read } from './caseTexts';

const day = '2026-03-19';

function noteOf(line: string): string {
  return `---\nprotocol: four-stage\nclient: A\nlanguage: en\n---\n## Planning how to solve the problem\n${line}\n`;
}

/** The line of the goal once it is due on the day. */
function due(line: string, status: 'open' | 'in-progress' = 'open'): string {
  const text = noteOf(line);
  const note = read(text);
  const [mention] = toCaseNote('n.md', note).mentions;
  assert.ok(mention);
  const change = setDue(note, mention.said, day, status);
  assert.equal(change.kind, 'edits');
  return change.kind === 'edits' ? (applyEdits(text, change.edits).split('\n')[6] ?? '') : '';
}

describe('setting a due date', () => {
  it('writes it behind the words and other fields, before the id', () => {
    assert.equal(due('- [ ] Walk'), `- [ ] Walk [due:: ${day}]`);
    assert.equal(
      due('- [ ] Walk #home [role:: client] ^walk'),
      `- [ ] Walk #home [role:: client] [due:: ${day}] ^walk`,
    );
  });

  it('puts it in the place of the one that is there, as it is written', () => {
    assert.equal(due('- [ ] Walk [due:: 2026-01-01] ^walk'), `- [ ] Walk [due:: ${day}] ^walk`);
    assert.equal(due('- [ ] Walk (tenggat:: besok)'), `- [ ] Walk (tenggat:: ${day})`);
    assert.equal(due('- [ ] Walk 📅 2026-01-01'), `- [ ] Walk 📅 ${day}`);
    assert.equal(due(`- [ ] Walk [due:: ${day}]`), `- [ ] Walk [due:: ${day}]`);
  });

  it('says the status where the goal only stood as it stood', () => {
    assert.equal(due('- [>] Walk ^walk', 'in-progress'), `- [/] Walk [due:: ${day}] ^walk`);
  });

  it('is refused where the goal is gone', () => {
    const [mention] = toCaseNote('n.md', read(noteOf('- [ ] Walk'))).mentions;
    assert.ok(mention);
    assert.equal(setDue(read(noteOf('Talk')), mention.said, day, 'open').kind, 'refused');
  });
});

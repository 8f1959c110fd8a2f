import assert from 'node:assert/strict';
import { continueList } from '../../../src/core/change/continueList';
import { applyEdits } from '../../../src/core/text/textEdit';
import { read } from '../note/workshop';

/** The text after Enter was typed where `|` stands, and `typed` before the list went on. */
function entered(text: string, typed = '', lineEnd = '\n'): string {
  const at = text.indexOf('|');
  const indentation = /[ \t]*(?=[^\n]*$)/.exec(text.slice(0, at).replace(/.*\n/s, ''))?.[0] ?? '';
  const broken = `${text.slice(0, at)}${lineEnd}${indentation}${typed}${text.slice(at + 1)}`;
  const note = read(broken);
  const line = note.outline.lines.positionAt(at + lineEnd.length).line;
  const change = continueList(note, line);
  return change.kind === 'edits' ? applyEdits(broken, change.edits) : 'refused';
}

describe('Enter in a list', () => {
  it('begins the next item, open where the item above has a box', () => {
    assert.equal(entered('- [x] Call home|'), '- [x] Call home\n- [ ] ');
    assert.equal(entered('* [/] Call home ^calls|\n'), '* [/] Call home ^calls\n* [ ] \n');
    assert.equal(entered('+ calm|'), '+ calm\n+ ');
    assert.equal(entered('9. calm|'), '9. calm\n10. ');
    assert.equal(entered('1) [ ] calm|'), '1) [ ] calm\n2) [ ] ');
    assert.equal(entered('- a\n  - [ ] b|'), '- a\n  - [ ] b\n  - [ ] ');
  });

  it('takes the words behind the caret along', () => {
    assert.equal(entered('- [ ] Call home| and write'), '- [ ] Call home\n- [ ] and write');
  });

  it('keeps what was typed meanwhile, in its order', () => {
    assert.equal(entered('- [ ] Call home|\n', 'Write to'), '- [ ] Call home\n- [ ] Write to\n');
    assert.equal(entered('- [ ] a\n- [ ] |', 'Then words'), '- [ ] a\nThen words');
  });

  it('ends the list in an item without words', () => {
    assert.equal(entered('- [ ] a\n- [ ] |'), '- [ ] a\n');
    assert.equal(entered('- [ ] a\n- [ ]|'), '- [ ] a\n');
    assert.equal(entered('- a\n- |\n\nb'), '- a\n\n\nb');
  });

  it('is a line break and nothing else outside of lists, in code, and before an item', () => {
    for (const text of [
      'Call home|',
      '# Work|',
      '```\n- [ ] a|\n```',
      '|- [ ] a',
      '- [ ] a\n|- [ ] b',
      '- [ ] a|- [ ] b',
      '---|',
    ])
      assert.equal(entered(text), text.replace('|', '\n'));
  });

  it('keeps the line ends', () => {
    assert.equal(entered('- [ ] a\r\n- [ ] b|', '', '\r\n'), '- [ ] a\r\n- [ ] b\r\n- [ ] ');
  });
});

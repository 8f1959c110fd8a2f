import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EditSequence } from '../../../src/core/text/editSequence';
import { applyEdits, type TextEdit } from '../../../src/core/text/textEdit';

/** An edit of a text of any length: two places in it as parts of 100, and what is put between them. */
const wishes = fc.array(
  fc.record({ from: fc.nat(100), to: fc.nat(100), newText: fc.constantFrom('', 'x', 'yz\n', 'b') }),
  { maxLength: 12 },
);

function editIn(text: string, wish: { from: number; to: number; newText: string }): TextEdit {
  const [start = 0, end = 0] = [wish.from, wish.to]
    .map(part => Math.round((part / 100) * text.length))
    .sort((a, b) => a - b);
  return { range: { start, end }, newText: wish.newText };
}

describe('edits that follow one another', () => {
  it('are told as edits of the first text', () => {
    const sequence = new EditSequence('one two');
    sequence.apply([{ range: { start: 3, end: 3 }, newText: ' and' }]);
    sequence.apply([{ range: { start: 4, end: 7 }, newText: 'or' }]);
    sequence.apply([{ range: { start: 0, end: 1 }, newText: 'O' }]);
    assert.equal(sequence.text, 'One or two');
    assert.deepEqual(sequence.edits, [
      { range: { start: 0, end: 1 }, newText: 'O' },
      { range: { start: 3, end: 3 }, newText: ' or' },
    ]);
  });

  it('are none where everything is as it was', () => {
    const sequence = new EditSequence('one');
    assert.deepEqual(sequence.edits, []);
    sequence.apply([{ range: { start: 0, end: 1 }, newText: 'x' }]);
    sequence.apply([{ range: { start: 0, end: 1 }, newText: 'o' }]);
    assert.deepEqual(sequence.edits, []);
  });

  it('may come several at once, those at one place in their order', () => {
    const sequence = new EditSequence('one two');
    sequence.apply([
      { range: { start: 4, end: 7 }, newText: 'three' },
      { range: { start: 0, end: 0 }, newText: 'a' },
      { range: { start: 0, end: 0 }, newText: 'b' },
      { range: { start: 3, end: 4 }, newText: '' },
    ]);
    sequence.apply([{ range: { start: 1, end: 5 }, newText: '' }]);
    assert.equal(sequence.text, 'athree');
    assert.deepEqual(sequence.edits, [{ range: { start: 0, end: 7 }, newText: 'athree' }]);
  });

  it('give the same text applied at once, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), wishes, (text, wanted) => {
        const sequence = new EditSequence(text);
        let plain = text;
        for (const wish of wanted) {
          const edit = editIn(plain, wish);
          sequence.apply([edit]);
          plain = applyEdits(plain, [edit]);
        }
        const { edits } = sequence;
        assert.equal(sequence.text, plain);
        assert.equal(applyEdits(text, edits), plain);
        edits.forEach((edit, at) => {
          const next = edits[at + 1];
          assert.ok(next === undefined || edit.range.end < next.range.start);
        });
      }),
    );
  });
});

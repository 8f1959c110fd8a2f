import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { applyEdits, editBetween } from '../../../src/core/text/textEdit';

describe('edits of a text', () => {
  it('are applied to the text as it was before any of them', () => {
    const edits = [
      { range: { start: 4, end: 5 }, newText: 'X' },
      { range: { start: 0, end: 0 }, newText: '>' },
    ];
    assert.equal(applyEdits('abcdef', edits), '>abcdXf');
  });

  it('are refused when one would undo the other', () => {
    const edits = [
      { range: { start: 0, end: 3 }, newText: '' },
      { range: { start: 2, end: 4 }, newText: '' },
    ];
    assert.throws(() => applyEdits('abcdef', edits), RangeError);
  });

  it('between two texts turn the one into the other', () => {
    const piece = fc.constantFrom('a', 'b', '\r\n', '\n', '\u{1F642}', '\u{1F643}');
    const text = fc.array(piece).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = editBetween(before, after);
        assert.equal(edit === undefined ? before : applyEdits(before, [edit]), after);
      }),
    );
  });

  it('between two texts part no character and no line end', () => {
    assert.deepEqual(editBetween('a\u{1F642}b', 'a\u{1F643}b'), {
      range: { start: 1, end: 3 },
      newText: '\u{1F643}',
    });
    assert.deepEqual(editBetween('a\r\nb', 'a\rb'), { range: { start: 1, end: 3 }, newText: '\r' });
  });
});

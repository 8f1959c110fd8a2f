import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareCodePoints } from '../../../src/core/text/codePointOrder';

describe('the order of code points', () => {
  it('puts an astral character after every one of the basic plane', () => {
    assert.ok(compareCodePoints('a\ufffd', 'a\u{1f600}') < 0);
    assert.ok(compareCodePoints('\u{1f600}', '\ue000') > 0);
  });

  it('puts a string after its own beginnings', () => {
    assert.ok(compareCodePoints('note', 'note 2') < 0);
    assert.equal(compareCodePoints('note', 'note'), 0);
  });

  it('is that of the lists of code points', () => {
    const reference = (a: string, b: string): number => {
      const [left, right] = [a, b].map(text => Array.from(text, char => char.codePointAt(0) ?? 0));
      const at = (left ?? []).findIndex((point, index) => point !== right?.[index]);
      if (at < 0) return (left?.length ?? 0) - (right?.length ?? 0);
      return (left?.[at] ?? 0) - (right?.[at] ?? -1);
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\ue000', '\uffff', '\u{10000}', '\u{1f600}') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(Math.sign(compareCodePoints(a, b)), Math.sign(reference(a, b)));
      }),
    );
  });
});

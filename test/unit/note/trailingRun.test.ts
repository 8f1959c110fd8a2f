import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTrailingRun } from '../../../src/core/note/trailingRun';
import { within } from '../processorTime';

const piece = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/).map(id => `^${id}`),
  fc.stringMatching(/^[a-z][a-z0-9/-]{0,8}$/).map(tag => `#${tag}`),
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^[a-z0-9 +-]{0,8}$/))
    .map(([key, value]) => `[${key}::${value}]`),
);

describe('the trailing run of a goal', () => {
  it('is read whole, in the order of the text, whatever stands before it', () => {
    const words = fc.stringMatching(/^[a-z ,.]{0,20}[a-z.]$/);
    fc.assert(
      fc.property(words, fc.array(piece, { maxLength: 6 }), (text, pieces) => {
        const whole = [text, ...pieces].join(' ');
        const run = readTrailingRun(whole, 0);
        assert.deepEqual(
          run.pieces.map(({ start, end }) => whole.slice(start, end)),
          pieces,
        );
        assert.equal(whole.slice(0, run.wordsEnd), text);
      }),
    );
  });

  it('never reaches before the words, in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.constantFrom(' ', '<!--', '-->', ']', '[', '::', '^', '#')), {
          maxLength: 12,
        }),
        fc.nat(20),
        (parts, from) => {
          const text = parts.join('');
          const start = Math.min(from, text.length);
          const { wordsEnd, pieces } = readTrailingRun(text, start);
          assert.ok(wordsEnd >= start && wordsEnd <= text.length);
          let done = wordsEnd;
          for (const found of pieces) {
            assert.ok(found.start >= done && found.end > found.start && found.end <= text.length);
            done = found.end;
          }
        },
      ),
    );
  });

  it('begins before the comments at the end, the shortest of CommonMark too', () => {
    for (const comment of ['<!-->', '<!--->', '<!---->', '<!-- later -->']) {
      const { wordsEnd, pieces } = readTrailingRun(`Sleep ^sleep ${comment}`, 0);
      assert.equal(wordsEnd, 'Sleep'.length, comment);
      assert.equal(pieces.length, 1, comment);
    }
  });

  it('is read in linear time', () => {
    within(3000, () => {
      assert.equal(readTrailingRun(`words ${'#tag '.repeat(200_000)}`, 0).pieces.length, 200_000);
      assert.equal(readTrailingRun(`words ${']'.repeat(200_000)}`, 0).pieces.length, 0);
    });
  });
});

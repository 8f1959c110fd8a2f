import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Heading, Outline } from '../../../src/core/note/outline';
import { changeBetween } from '../../../src/core/note/outlineChange';
import { parseHeadings } from '../../../src/core/note/parseHeadings';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { readRuleSwitches } from '../../../src/core/note/ruleSwitches';
import { changedLines } from '../../../src/core/text/changedLines';

const bit = fc.constantFrom(
  '## Satu\n',
  '# Dua #\n',
  'kata\n',
  '\n',
  '```\n',
  '<!--\n',
  '-->\n',
  '~~~\n',
  '#tiga\n',
  '## ',
  '\n<<<<<<< a\n',
  '\n=======\n',
  '\n>>>>>>> b\n',
  '\n<!-- session-notes-disable -->\n',
  'x',
);

function headingsIn({ blocks }: Outline): readonly Heading[] {
  return blocks.filter(block => block.kind === 'heading');
}

describe('the headings of a long text', () => {
  it('are those that CommonMark sees, at the start of a line', () => {
    const plain = fc.constantFrom(
      '## Satu\n',
      '# Dua #\n',
      'kata\n\n',
      '\n',
      '#tiga\n\n',
      '```\n## Empat\n```\n',
      '\n<!--\n## Lima\n-->\n',
    );
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), bits => {
        const text = `---\nprotocol: four-stage\n---\n${bits.join('')}`;
        assert.deepEqual(headingsIn(parseHeadings(text)), headingsIn(parseOutline(text)));
      }),
    );
  });

  it('are the same when they are found by what changed', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), put: fc.option(bit, { nil: '' }) });
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 25 }), fc.array(change, { maxLength: 6 }), (bits, changes) => {
        let text = `---\nprotocol: four-stage\n---\n${bits.join('')}`;
        let outline = parseHeadings(text);
        for (const { at, length, put } of changes) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + put + text.slice(start + length);
          const before = outline;
          outline = parseHeadings(text, before);
          assert.deepEqual(changeBetween(before, outline), changedLines(before.text, text));
          const fresh = parseHeadings(text);
          assert.deepEqual(outline.blocks, fresh.blocks);
          assert.deepEqual(outline.frontMatter, fresh.frontMatter);
          assert.deepEqual(outline.conflict, fresh.conflict);
          assert.deepEqual(readRuleSwitches(outline), readRuleSwitches(fresh));
          const lines = (index: Outline['lines']): readonly number[] =>
            Array.from({ length: index.lineCount }, (_, line) => index.lineStart(line));
          assert.deepEqual(lines(outline.lines), lines(fresh.lines));
        }
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupsOf } from '../../../src/core/note/blockGroups';
import type { Block, Outline } from '../../../src/core/note/outline';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { blocksIn, ownLines } from '../../../src/core/note/regionBlocks';
import { unindentedLines } from '../../../src/core/note/unindentedLines';
import type { LineRange, TextRange } from '../../../src/core/text/textRange';
import { noteText } from './markdownTexts';
import { read } from './workshop';

/** The sources of the blocks that stand in some lines. */
function sources(text: string, first: number, after: number): readonly string[] {
  const outline = parseOutline(text);
  return blocksIn(outline, { first, after }).map(({ range }) => text.slice(range.start, range.end));
}

/**
 * The blocks, with paragraphs put together where no blank line parts them (link reference definitions are some), and the
 * items of each list.
 */
function joined({ lines, blocks: all }: Outline, blocks: readonly Block[]): readonly Block[] {
  const lists = new Set(all.filter(({ kind }) => kind === 'list').map(({ range }) => range.start));
  const whole: Block[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    const meets =
      last !== undefined && nextLine(lines, last.range) === lines.positionAt(block.range.start).line;
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && meets) {
      const range = { start: last.range.start, end: block.range.end };
      whole[whole.length - 1] = { ...last, range, lines: [...last.lines, ...block.lines] };
    } else if (last?.kind === 'list' && block.kind === 'list' && !lists.has(block.range.start)) {
      const range = { start: last.range.start, end: block.range.end };
      whole[whole.length - 1] = { ...last, range, items: [...last.items, ...block.items] };
    } else whole.push(block);
  }
  return whole;
}

function nextLine(lines: Outline['lines'], { end }: TextRange): number {
  return lines.positionAt(end).line + 1;
}

/** All lines of a text, parted before each of some lines. */
function partitions({ lines: { lineCount } }: Outline, cuts: readonly number[]): readonly LineRange[] {
  const starts = [...new Set([0, ...cuts.map(cut => cut % lineCount)])].sort((a, b) => a - b);
  return starts.map((first, at) => ({ first, after: starts[at + 1] ?? lineCount }));
}

const anyCuts = fc.array(fc.nat({ max: 40 }), { maxLength: 8 });

describe('the blocks in some lines of a note', () => {
  const text = '# Work\n\none\n two\nthree\n\n- a\n- b\n\n```\ncode\n```\nend';

  it('are those that begin there', () => {
    assert.deepEqual(sources(text, 0, 13), [
      '# Work',
      'one\n two\nthree',
      '- a\n- b',
      '```\ncode\n```',
      'end',
    ]);
    assert.deepEqual(sources(text, 1, 6), ['one\n two\nthree']);
    assert.deepEqual(sources(text, 6, 9), ['- a\n- b']);
    assert.deepEqual(sources(text, 8, 9), []);
  });

  it('hold of a paragraph only the lines that stand there', () => {
    assert.deepEqual(sources(text, 0, 3), ['# Work', 'one']);
    assert.deepEqual(sources(text, 3, 4), [' two']);
    assert.deepEqual(sources(text, 4, 6), ['three']);
    const [second] = blocksIn(parseOutline(text), { first: 3, after: 5 });
    assert.ok(second?.kind === 'paragraph');
    assert.deepEqual(
      second.lines.map(({ text: line, range }) => [line, text.slice(range.start, range.end)]),
      [
        ['two', 'two'],
        ['three', 'three'],
      ],
    );
  });

  it('hold of a list only the items that begin there', () => {
    assert.deepEqual(sources(text, 6, 7), ['- a']);
    assert.deepEqual(sources(text, 7, 9), ['- b']);
  });

  it('hold of an item what goes on below in it, but no label at the edge of the text', () => {
    assert.deepEqual(sources('- Tired\nPlan: rest', 0, 1), ['- Tired']);
    assert.deepEqual(sources('- Tired\n  Plan: rest', 0, 1), ['- Tired\n  Plan: rest']);
    assert.deepEqual(sources('- Tired\n Plan: rest', 0, 1), ['- Tired\n Plan: rest']);
  });

  it('hold any other block whole where it begins, and not where it goes on', () => {
    assert.deepEqual(sources(text, 9, 10), ['```\ncode\n```']);
    assert.deepEqual(sources(text, 10, 13), ['end']);
  });

  it('are none where there are no lines, and up to the end where the lines go beyond it', () => {
    assert.deepEqual(sources(text, 3, 3), []);
    assert.deepEqual(sources('a', 1, 1), []);
    assert.deepEqual(sources('a\nb', 1, 9), ['b']);
  });

  it('are, however the lines are parted, those of the outline', () => {
    fc.assert(
      fc.property(noteText, anyCuts, (source, cuts) => {
        const outline = parseOutline(source);
        // Labels alone part an item.
        fc.pre(outline.blocks.every(block => unindentedLines(block, outline).length === 0));
        const parts = partitions(outline, cuts).flatMap(lines => blocksIn(outline, lines));
        assert.deepEqual(joined(outline, parts), joined(outline, outline.blocks));
      }),
      { numRuns: 400 },
    );
  });

  it('are, those of all regions and outside them together, those of the outline', () => {
    fc.assert(
      fc.property(noteText, source => {
        const { outline, stages } = read(source);
        const parts: LineRange[] = [];
        let done = 0;
        for (const { mark, lines, sections } of stages.filter(({ isShared }) => !isShared)) {
          parts.push({ first: done, after: mark.line }, { first: mark.line, after: lines.first });
          const own = ownLines({ lines, sections });
          assert.equal(own.length, sections.length + 1);
          const inside = sections.flatMap(section => [
            ...(section.mark === mark ? [] : [{ first: section.mark.line, after: section.lines.first }]),
            section.lines,
          ]);
          parts.push(...[...own, ...inside].sort((a, b) => a.first - b.first || a.after - b.after));
          done = lines.after;
        }
        parts.push({ first: done, after: outline.lines.lineCount });
        // With the labels before the words of their lines.
        const blocks = parts.flatMap(({ first, after }) => blocksIn(outline, { first, after }));
        assert.deepEqual(joined(outline, blocks), joined(outline, outline.blocks));
      }),
      { numRuns: 400 },
    );
  });

  it('begin behind the label of a region, and are none where it has no words', () => {
    const [opening, working] = read('**Work:** hard\nand long\n\n**Reviewing:**\n').stages;
    const { outline } = read('**Work:** hard\nand long\n\n**Reviewing:**\n');
    assert.ok(opening && working);
    const texts = ({ lines }: typeof opening) =>
      blocksIn(outline, lines).flatMap(block => (block.kind === 'paragraph' ? block.lines : []));
    assert.deepEqual(
      texts(opening).map(({ text: line }) => line),
      ['hard', 'and long'],
    );
    assert.deepEqual(texts(working), []);
  });

  it('are found without looking through the blocks before them', () => {
    const outline = parseOutline('# Work\n\nwords\n\n'.repeat(1_000));
    let looked = 0;
    const blocks = outline.blocks.map(block =>
      Object.defineProperty({ ...block }, 'range', {
        get() {
          looked++;
          return block.range;
        },
      }),
    );
    const groups = groupsOf(blocks, outline.text);
    looked = 0;
    assert.equal(blocksIn({ ...outline, blocks, groups }, { first: 3_996, after: 4_000 }).length, 2);
    assert.ok(looked < 100, `${looked}`);
  });
});

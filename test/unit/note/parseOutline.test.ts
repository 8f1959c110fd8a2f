import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_NESTING } from '../../../src/core/note/markdownTokens';
import type { Block, Outline } from '../../../src/core/note/outline';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { within } from '../processorTime';
import { markdownText, noteText } from './markdownTexts';
import { allItems, allRanges } from './outlineWalk';
import { lines } from './workshop';

function kinds(text: string): readonly string[] {
  return parseOutline(text).blocks.map(({ kind }) => kind);
}

function titles(text: string): readonly string[] {
  return parseOutline(text).blocks.flatMap(block => (block.kind === 'heading' ? [block.title] : []));
}

function slice({ text }: Outline, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}

/** The blocks with places as line and character, which are the same whatever ends the lines. */
function placed(outline: Outline): unknown {
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) =>
        (key === 'start' || key === 'end') && typeof inner === 'number'
          ? [key, outline.lines.positionAt(inner)]
          : [key, place(inner)],
      ),
    );
  };
  return place([outline.blocks, outline.frontMatter, outline.conflict]);
}

describe('parsing the outline of a note', () => {
  describe('headings', () => {
    it('are found with the exact place of their titles', () => {
      const outline = parseOutline('  ##\t A title  ###  \n### Next#\n#\n####### seven\n');
      const headings = outline.blocks.filter(block => block.kind === 'heading');
      assert.deepEqual(
        headings.map(({ level, title, line, titleRange }) => ({ level, title, line, at: titleRange.start })),
        [
          { level: 2, title: 'A title', line: 0, at: 6 },
          { level: 3, title: 'Next#', line: 1, at: 25 },
          { level: 1, title: '', line: 2, at: 32 },
        ],
      );
      for (const { title, titleRange } of headings) assert.equal(slice(outline, titleRange), title);
    });

    it('may be underlined and run over several lines', () => {
      const outline = parseOutline('Two\n  lines \n====\n\nOne\n---');
      const [first, second] = outline.blocks;
      assert.ok(first?.kind === 'heading' && second?.kind === 'heading');
      assert.equal(first.level, 1);
      assert.equal(slice(outline, first.titleRange), 'Two\n  lines');
      assert.equal(slice(outline, first.range), 'Two\n  lines \n====');
      assert.equal(second.level, 2);
      assert.equal(second.title, 'One');
    });

    it('do not count in fences, comments, quotes, lists, HTML and indented code', () => {
      const text = lines(
        '```',
        '# a',
        '```',
        '',
        '<!--',
        '# b',
        '-->',
        '',
        '> # c',
        '',
        '- # d',
        '',
        '<div>',
      );
      assert.deepEqual(titles(`${text}\n# e\n</div>\n\n    # f\n\n# Real\n`), ['Real']);
    });
  });

  describe('comments', () => {
    it('are HTML that holds nothing else', () => {
      assert.deepEqual(kinds('<!-- a -->\n'), ['comment']);
      assert.deepEqual(kinds('<!-- a --> <!-- b -->\n'), ['comment']);
      assert.deepEqual(kinds('<!-- a\n\n# not a heading\n\nb -->'), ['comment']);
      assert.deepEqual(kinds('<!-->\n\n<!--->\n'), ['comment', 'comment']);
      assert.deepEqual(kinds('<!-- a --> words\n'), ['html']);
      assert.deepEqual(kinds('<div>\n<!-- a -->\n</div>\n'), ['html']);
    });

    it('that nothing closes run to the end', () => {
      assert.deepEqual(kinds('<!-- a\n\n# b\n\n- c\n'), ['comment']);
    });
  });

  describe('lists', () => {
    it('have items at every depth with their markers and first paragraphs', () => {
      const outline = parseOutline('- a\n  more\nlazy\n  1) b\n\n     - c\n\n+\td\n');
      const items = allItems(outline).map(({ marker, line, ordered, firstParagraph }) => ({
        marker: slice(outline, marker),
        line,
        ordered,
        words: firstParagraph.map(({ text }) => text),
      }));
      assert.deepEqual(items, [
        { marker: '-', line: 0, ordered: false, words: ['a', 'more', 'lazy'] },
        { marker: '1)', line: 3, ordered: true, words: ['b'] },
        { marker: '-', line: 5, ordered: false, words: ['c'] },
        { marker: '+', line: 7, ordered: false, words: ['d'] },
      ]);
      for (const { firstParagraph } of allItems(outline)) {
        for (const { text, range } of firstParagraph) assert.equal(slice(outline, range), text);
      }
    });

    it('may begin several on one line', () => {
      const outline = parseOutline('- 10. * words\n');
      const found = allItems(outline).map(({ marker }) => slice(outline, marker));
      assert.deepEqual(found, ['-', '10.', '*']);
      assert.deepEqual(allItems(outline)[2]?.firstParagraph, [
        { text: 'words', range: { start: 8, end: 13 } },
      ]);
    });

    it('know what items hold besides their first paragraph', () => {
      const other = (text: string) => allItems(parseOutline(text))[0]?.hasOtherContent;
      assert.equal(other('- a\n  - b\n'), false);
      assert.equal(other('- a\n\n  <!-- c -->\n'), false);
      assert.equal(other('- a\n\n  ***\n'), false);
      assert.equal(other('- a\n\n  second\n'), true);
      assert.equal(other('- a\n  > quote\n'), true);
      assert.equal(other('- ```\n  code\n  ```\n'), true);
    });
  });

  it('takes a line that looks like a link definition for a paragraph, as a turn of a speaker may', () => {
    const outline = parseOutline('[K]: ya\n\nwords\n');
    assert.deepEqual(kinds('[K]: ya\n\nwords\n'), ['paragraph', 'paragraph']);
    const [first] = outline.blocks;
    assert.ok(first?.kind === 'paragraph');
    assert.deepEqual(first.lines, [{ text: '[K]: ya', range: { start: 0, end: 7 } }]);
  });

  describe('front matter', () => {
    it('runs from a first line --- to --- or ..., with blanks behind', () => {
      for (const closing of ['---', '...', '---  \t']) {
        const { frontMatter, blocks } = parseOutline(`--- \na: 1\n${closing}\n# T\n`);
        assert.equal(frontMatter?.closed, true);
        assert.deepEqual(frontMatter.yaml, { start: 5, end: 10 });
        assert.deepEqual(frontMatter.range, { start: 0, end: 10 + closing.length });
        assert.equal(blocks[0]?.kind, 'heading');
      }
    });

    it('that is not closed runs to the end', () => {
      const { frontMatter, blocks } = parseOutline('---\nclient: K\n\n# T\n');
      assert.equal(frontMatter?.closed, false);
      assert.deepEqual(frontMatter.fence, { start: 0, end: 3 });
      assert.deepEqual(blocks, []);
    });

    it('is none where a thematic break begins the text', () => {
      assert.equal(parseOutline('---\n\n# T\n').frontMatter, undefined);
      assert.deepEqual(kinds('---\n\n# T\n'), ['rule', 'heading']);
      assert.equal(parseOutline('\n---\na: 1\n---\n').frontMatter, undefined);
    });
  });

  describe('merge conflicts', () => {
    it('are found wherever they stand, with any line end', () => {
      const parts = ['# T', '', '```', '<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> other', '```'];
      for (const eol of ['\n', '\r\n', '\r']) {
        const outline = parseOutline(parts.join(eol));
        const marked = slice(outline, outline.conflict ?? { start: 0, end: 0 });
        assert.equal(marked, parts.slice(3, 8).join(eol));
      }
      assert.ok(parseOutline('---\n<<<<<<< a\nb: 1\n=======\n>>>>>>> c\n---\n').conflict);
    });

    it('need all three markers at the beginning of their lines', () => {
      assert.equal(parseOutline('<<<<<<< a\nb\n=======\nc\n').conflict, undefined);
      assert.equal(parseOutline('Title\n=======\n\n>>>>>>> quote\n').conflict, undefined);
      assert.equal(parseOutline('<<<<<<< a\n ======= \n>>>>>>> c\n').conflict, undefined);
      assert.equal(parseOutline('<<<<<<<< a\n=======\n>>>>>>> c\n').conflict, undefined);
    });
  });

  describe('with any line ends and marks', () => {
    it('sees the same in LF, CRLF and CR', () => {
      fc.assert(
        fc.property(noteText, text => {
          const unix = text.replace(/\r\n?/g, '\n');
          const expected = placed(parseOutline(unix));
          assert.deepEqual(placed(parseOutline(unix.replaceAll('\n', '\r\n'))), expected);
          assert.deepEqual(placed(parseOutline(unix.replaceAll('\n', '\r'))), expected);
        }),
        { numRuns: 300 },
      );
    });

    it('passes over a byte order mark', () => {
      const { frontMatter, blocks } = parseOutline('\ufeff---\na: 1\n---\n# T\n');
      assert.equal(frontMatter?.range.start, 1);
      assert.equal(blocks.length, 1);
      assert.deepEqual(kinds('\ufeff# T\n'), ['heading']);
    });

    it('ends no line at U+2028, U+0085, form feed and vertical tab', () => {
      assert.deepEqual(titles('# a\u2028# b\u0085# c\f# d\u000b# e\n'), [
        'a\u2028# b\u0085# c\f# d\u000b# e',
      ]);
    });
  });

  describe('any text', () => {
    const anyText = fc.oneof(markdownText, noteText, fc.string({ unit: 'binary', maxLength: 200 }));

    it('has all its places inside, the blocks in order and apart', () => {
      fc.assert(
        fc.property(anyText, text => {
          const outline = parseOutline(text);
          const { frontMatter, blocks, headings, tooDeep, conflict } = outline;
          for (const { start, end } of allRanges([frontMatter, blocks, headings, tooDeep, conflict])) {
            assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
          }
          let done = outline.frontMatter?.range.end ?? 0;
          for (const { range } of outline.blocks) {
            assert.ok(range.start >= done);
            done = range.end;
          }
        }),
        { numRuns: 1500 },
      );
    });

    it('gives every line that is neither blank nor front matter to one block', () => {
      const covers = (blocks: readonly Block[], offset: number) =>
        blocks.filter(({ range }) => range.start <= offset && offset < range.end).length;
      fc.assert(
        fc.property(markdownText, text => {
          const { blocks, lines: index, frontMatter } = parseOutline(text);
          for (let line = 0; line < index.lineCount; line++) {
            const { start, end } = index.lineRange(line);
            if (start < (frontMatter?.range.end ?? 0) || text.slice(start, end).trim() === '') continue;
            assert.equal(covers(blocks, start), 1, `line ${line} of ${JSON.stringify(text)}`);
          }
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('deep nesting', () => {
    const deep = {
      'quotes on one line': '>'.repeat(100_000),
      'list markers on one line': `${'1. '.repeat(10_000)}x`,
      'quotes and lists in turn': '> - '.repeat(20_000),
      'lists by indentation': Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join(
        '\n',
      ),
    };
    for (const [name, text] of Object.entries(deep)) {
      it(`is cut off with a report, and soon: ${name}`, () => {
        const outline = within(3000, () => parseOutline(`${text}\n\n# After\n`));
        assert.ok(outline.tooDeep);
        assert.equal(outline.blocks.at(-1)?.kind, 'heading');
      });
    }

    it('is read up to the limit', () => {
      const quotes = (depth: number) => parseOutline(`${'> '.repeat(depth)}words\n`).tooDeep;
      assert.equal(quotes(MAX_NESTING - 1), undefined);
      assert.deepEqual(quotes(MAX_NESTING), { start: 0, end: 2 * MAX_NESTING + 5 });
    });
  });
});

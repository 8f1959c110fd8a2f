import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Outline } from '../../../src/core/note/outline';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { readRuleSwitches } from '../../../src/core/note/ruleSwitches';
import { markdownText, noteText } from './markdownTexts';

const put = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n',
    '\n\n',
    '\r',
    '> ',
    '- ',
    '===',
    '```\n',
    '<!--',
    '-->',
    '---\n',
    '\ufeff',
  ),
  fc.constantFrom('[a]: /u\n"t', '[a]:\n', '/u "', '"', '<?', '?>', '<pre>\n\n', '</pre>'),
  markdownText,
);
interface Change {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}
const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), put });
const changes = fc.array(change, { minLength: 1, maxLength: 6 });
const anyText = fc.oneof(
  noteText,
  fc.array(markdownText, { maxLength: 4 }).map(texts => texts.join('\n\n')),
);

describe('the outline of a text that changes', () => {
  it('is what the text is read as without the versions before', () => {
    fc.assert(
      fc.property(anyText, changes, (text, made) => assertAlike(text, made)),
      { numRuns: 1000 },
    );
  });

  it('is so too where very many blocks stand behind the change', () => {
    const many = Array.from({ length: 150 }, (_, at) => {
      if (at % 50 === 40) return `## Bagian ${at}`;
      return at % 70 === 60 ? '<!-- session-notes-disable-next-line -->' : `kata ${at}\n- a`;
    });
    fc.assert(
      fc.property(anyText, changes, (text, made) =>
        assertAlike([text, ...many, text, ...many].join('\n\n'), made),
      ),
      { numRuns: 60 },
    );
  });

  it('has a merge conflict as soon as its last marker is there, and as long', () => {
    const whole = 'a\n\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n\nd\n';
    const partial = [whole.replace('>>>>', ''), whole.replace('<<<', 'x<<<'), whole.replace('====', '')];
    for (const text of partial) {
      const before = parseOutline(text);
      assert.equal(before.conflict, undefined);
      const mended = parseOutline(whole, before);
      assert.deepEqual(mended.conflict, parseOutline(whole).conflict);
      assert.notEqual(mended.conflict, undefined);
      const later = parseOutline(whole.replace('d', 'e'), mended);
      assert.notEqual(later.conflict, undefined);
      assert.equal(parseOutline(text, later).conflict, undefined);
    }
  });

  it('reads again only what stands by the change', () => {
    const paragraphs = Array.from({ length: 500 }, (_, at) => `kata ${at}`);
    const before = parseOutline(paragraphs.join('\n\n'));
    const after = parseOutline(before.text.replace('kata 250', 'kita 250'), before);
    const again = after.blocks.filter((block, at) => block !== before.blocks[at]);
    assert.ok(again.length < 50, `${again.length} blocks`);
  });
});

/** That each version is read as it is without those before. */
function assertAlike(first: string, made: readonly Change[]): void {
  let outline = parseOutline(first);
  for (const { at, length, put: words } of made) {
    const start = at % (outline.text.length + 1);
    const next = outline.text.slice(0, start) + words + outline.text.slice(start + length);
    outline = parseOutline(next, outline);
    assert.deepEqual(told(outline), told(parseOutline(next)));
  }
}

/** All that an outline says, with the lines as where they start. */
function told(outline: Outline): unknown {
  const { text, lines, frontMatter, blocks, headings, tooDeep, conflict } = outline;
  const starts = Array.from({ length: lines.lineCount }, (_, line) => lines.lineStart(line));
  const switches = readRuleSwitches(outline);
  return { text, starts, frontMatter, blocks, headings, tooDeep, conflict, switches };
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { literalMarkdown } from '../../../src/core/text/literalMarkdown';

const preview = new MarkdownIt({ html: true });

/** The words that a preview shows of a line, and the kinds of its tokens other than plain paragraphs of text. */
function shown(markdown: string): { readonly text: string; readonly markup: readonly string[] } {
  const tokens = preview.parse(markdown, {}).flatMap(token => token.children ?? token);
  const plain = ['paragraph_open', 'paragraph_close', 'text', 'text_special'];
  return {
    text: tokens.map(({ content }) => content).join(''),
    markup: tokens.map(({ type }) => type).filter(type => !plain.includes(type)),
  };
}

describe('Text as literal Markdown', () => {
  it('leaves ordinary words and dates as they are', () => {
    const texts = [
      'Tidur sebelum pukul 23.00, besok!',
      'overdue since 2026-05-19',
      'snake_case & co. (so-so)',
    ];
    for (const text of texts) assert.equal(literalMarkdown(text), text);
  });

  it('shows what would be markup', () => {
    const texts = [
      '# no heading',
      '- no item',
      '1. no number',
      '> no quote',
      '*no* _stress_ **at** ~~all~~',
      '![no picture](https://example.org/x.png)',
      '[no](command:link) <b>no tag</b> <!-- no comment -->',
      '`no code` $x$ &lt; \\*',
      '--- ===',
      '=',
      '[no]: reference',
      '```',
    ];
    for (const text of texts) assert.deepEqual(shown(literalMarkdown(text)), { text, markup: [] });
  });

  it('shows any text of one line, at the beginning of a line and in an item', () => {
    const marks = fc.constantFrom(...'#-+*_=>`~![](){}<>&;:.|\\$^"\' ab1é\u{1f600}');
    const texts = fc
      .oneof(fc.string(), fc.string({ unit: marks }))
      .map(text => text.replace(/[\s\0]+/g, ' ').trim())
      .filter(text => text !== '');
    fc.assert(
      fc.property(texts, text => {
        assert.deepEqual(shown(literalMarkdown(text)), { text, markup: [] });
        const inItem = shown(`- ${literalMarkdown(text)}`);
        assert.equal(inItem.text, text);
        assert.deepEqual(inItem.markup, [
          'bullet_list_open',
          'list_item_open',
          'list_item_close',
          'bullet_list_close',
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

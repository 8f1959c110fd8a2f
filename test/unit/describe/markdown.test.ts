import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { line } from '../../../src/core/describe/line';
import { type Renderer, toMarkdown } from '../../../src/core/describe/markdown';
import { message } from '../../../src/core/message';
import { render } from '../../../src/l10n/catalogue';

const voice: Renderer = { language: 'en', say: render };
const renderer = new MarkdownIt({ html: true, linkify: true });

/** What a reader of the rendered Markdown sees. */
function seen(markdown: string): string {
  const tokens = renderer.parse(markdown, {}).flatMap(token => token.children ?? [token]);
  return tokens.map(({ type, content }) => (type === 'softbreak' ? '\n' : content)).join('');
}

describe('words in a hover', () => {
  it('never become links, commands, images, HTML, icons or headings', () => {
    const words =
      '# [x](command:evil) ![i](http://a.b) <b onclick=x> $(trash) `c` https://a.b &amp; 1. | ~~s~~ _e_';
    const markdown = toMarkdown([line('text', { words })], voice);
    assert.equal(seen(markdown), words);
    const inline = renderer.parse(markdown, {}).flatMap(token => token.children ?? []);
    assert.deepEqual([...new Set(inline.map(({ type }) => type))], ['text']);
    assert.ok(!markdown.includes('$('));
  });

  it('are shown as they are, whatever they are, in every style but the preview', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab #*_[](){}<>!&;\\`~|$-+=.:/1\n\t') });
    fc.assert(
      fc.property(words, fc.constantFrom('text', 'item', 'title', 'label'), (text, style) => {
        const shown = text.replace(/\s+/g, ' ').trim();
        fc.pre(shown !== '');
        assert.equal(seen(toMarkdown([line(style, { words: text })], voice)), shown);
      }),
    );
  });

  it('are shown literally in a preview, whatever fences they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('```', '````x', '~~~', '# a', '', 'b')), lines => {
        const words = lines.join('\n');
        const [token, ...others] = renderer.parse(toMarkdown([line('preview', { words })], voice), {});
        assert.equal(token?.type, 'fence');
        assert.equal(token?.content, `${words}\n`);
        assert.deepEqual(others, []);
      }),
    );
  });

  it('escape what comes in through a message', () => {
    const stage = { en: '[a](command:b)' };
    assert.equal(
      toMarkdown([line('text', message('describe.goal', { stage }))], voice),
      'Goal · \\[a\\]\\(command\\:b\\)',
    );
  });

  it('stand in a list without blank lines, apart from what is around', () => {
    const lines = [line('label', { words: 'L' }), line('item', { words: 'a' }), line('item', { words: 'b' })];
    assert.equal(toMarkdown([...lines, line('text', { words: 't' })], voice), '*L*\n\n- a\n- b\n\nt');
  });
});

import assert from 'node:assert/strict';
import spec from 'commonmark-spec';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { readTaskItem } from '../../../src/core/note/taskItem';
import { plainText } from '../../../src/core/text/plainText';
import { markdownText } from './markdownTexts';
import { allItems } from './outlineWalk';

/** The full parser, with inline rules, as any other program would use it. */
const full = new MarkdownIt('commonmark', { maxNesting: 1000 });

interface Blocks {
  readonly headings: readonly (readonly [level: number, title: string])[];
  /** The first paragraph of each item of a top-level list or of a list in its items; empty where there is none. */
  readonly items: readonly string[];
}

function fold(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function outlineBlocks(text: string): Blocks {
  const outline = parseOutline(text);
  return {
    headings: outline.blocks.flatMap(block =>
      block.kind === 'heading' ? [[block.level, fold(block.title)] as const] : [],
    ),
    items: allItems(outline).map(item =>
      withoutHashes(fold(item.firstParagraph.map(line => line.text).join(' '))),
    ),
  };
}

/** A heading with which an item begins is the line with its hashes. */
function withoutHashes(words: string): string {
  return words.replace(/^#{1,6} (.*?)(?: #+)?$/, '$1');
}

function fullBlocks(text: string): Blocks {
  const tokens = full.parse(text, {});
  const headings: [number, string][] = [];
  const items: string[] = [];
  const containers: string[] = [];
  tokens.forEach((token, index) => {
    const inLists = containers.every(type => type !== 'blockquote_open');
    if (token.type === 'heading_open' && containers.length === 0) {
      headings.push([Number(token.tag.slice(1)), fold(tokens[index + 1]?.content ?? '')]);
    }
    if (token.type === 'list_item_open' && inLists) items.push(firstParagraph(tokens, index + 1));
    if (/^(blockquote|bullet_list|ordered_list|list_item)_open$/.test(token.type))
      containers.push(token.type);
    if (/^(blockquote|bullet_list|ordered_list|list_item)_close$/.test(token.type)) containers.pop();
  });
  return { headings, items };
}

function firstParagraph(tokens: readonly Token[], index: number): string {
  const first = tokens[index];
  const isOnLineOfMarker =
    first?.markup.startsWith('#') === true && first.map?.[0] === tokens[index - 1]?.map?.[0];
  const hasWords = first?.type === 'paragraph_open' || (first?.type === 'heading_open' && isOnLineOfMarker);
  return hasWords ? withoutHashes(fold(tokens[index + 1]?.content ?? '')) : '';
}

/** The levels of the headings of rendered HTML that stand in no quote and list, and how many items no quote holds. */
function renderedShape(html: string): { readonly levels: readonly number[]; readonly items: number } {
  const levels: number[] = [];
  let items = 0;
  let quotes = 0;
  let lists = 0;
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)(h[1-6]|blockquote|ul|ol|li)\b[^>]*>/g)) {
    const step = slash === '/' ? -1 : 1;
    if (tag === 'blockquote') quotes += step;
    else if (tag === 'ul' || tag === 'ol') lists += step;
    else if (step > 0 && tag === 'li' && quotes === 0) items++;
    else if (step > 0 && tag.startsWith('h') && quotes === 0 && lists === 0)
      levels.push(Number(tag.slice(1)));
  }
  return { levels, items };
}

function isFrontMatter(text: string): boolean {
  return parseOutline(text).frontMatter !== undefined;
}

describe('the outline of a note', () => {
  const examples = spec.tests.map(({ number, markdown, html }) => ({
    number,
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
  }));

  it('has the headings and list items that the CommonMark specification gives each of its examples', () => {
    // Front matter is no part of CommonMark, and raw HTML tags cannot be told from rendered ones.
    const comparable = examples.filter(
      ({ markdown }) => !isFrontMatter(markdown) && !/<\/?(h[1-6]|ul|ol|li|blockquote)/.test(markdown),
    );
    assert.ok(comparable.length > 640, `only ${comparable.length} examples`);
    for (const { number, markdown, html } of comparable) {
      const { headings, items } = outlineBlocks(markdown);
      const shape = { levels: headings.map(([level]) => level), items: items.length };
      assert.deepEqual(shape, renderedShape(html), `example ${number}`);
    }
  });

  it('has the titles that a full CommonMark parser finds in the examples of the specification', () => {
    for (const { number, markdown } of examples.filter(example => !isFrontMatter(example.markdown))) {
      const { headings, items } = outlineBlocks(markdown);
      const expected = fullBlocks(markdown);
      assert.deepEqual({ headings, items }, expected, `example ${number}`);
      for (const [, title] of headings)
        assert.equal(plainText(title), plainText(fold(title)), `example ${number}`);
    }
  });

  it('has the task items that a full CommonMark parser leads to, in examples made to tasks', () => {
    const task = /^\[(?:[xXh]|[^\p{L}\p{N}])\](?: |$)/u;
    let count = 0;
    for (const { number, markdown } of examples.filter(example => !isFrontMatter(example.markdown))) {
      const text = markdown.replace(/^([ >\t]*(?:[-+*]|\d+[.)])[ \t]+)(?=\S)/gm, '$1[ ] ');
      const found = allItems(parseOutline(text)).filter(
        item => readTaskItem(item.firstParagraph) !== undefined,
      );
      const expected = fullBlocks(text).items.filter(words => task.test(words));
      assert.equal(found.length, expected.length, `example ${number}`);
      count += found.length;
    }
    assert.ok(count > 100, `only ${count} tasks`);
  });

  it('agrees with a full CommonMark parser on generated text', () => {
    fc.assert(
      fc.property(markdownText, text => {
        fc.pre(!isFrontMatter(text));
        assert.deepEqual(outlineBlocks(text), fullBlocks(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same in the examples of the specification behind front matter', () => {
    for (const { number, markdown } of examples.filter(example => !isFrontMatter(example.markdown))) {
      const behind = `---\nprotocol: four-stage\n---\n${markdown}`;
      assert.deepEqual(outlineBlocks(behind), outlineBlocks(markdown), `example ${number}`);
    }
  });
});

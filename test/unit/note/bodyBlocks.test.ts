import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readBlocks } from '../../../src/core/note/blocks';
import { readBody } from '../../../src/core/note/bodyBlocks';
import { BodyLines } from '../../../src/core/note/bodyLines';
import { blockTokens } from '../../../src/core/note/markdownTokens';
import { indexLines } from '../../../src/core/text/lineIndex';

/** Beginnings of lines, and what stands behind them, as notes and other Markdown files have them. */
const beginnings = [
  '',
  '',
  '',
  ' ',
  '  ',
  '    ',
  '\t',
  '- ',
  '- ',
  '* ',
  '+ ',
  '-',
  '*',
  '-\t',
  '-   ',
  '-     ',
  '1. ',
  '2. ',
  '1) ',
  '12. ',
  '1.',
  '  - ',
  '    - ',
  '   1. ',
  '> ',
  '>',
  '- > ',
  '> - ',
  '# ',
  '## ',
  '#',
  '##',
  '####### ',
  '#\t',
  ' # ',
  '- # ',
  '- - ',
  '- [ ] ',
  '- [x] ',
  '[',
  '- [',
  '[a]: b',
  '- [a]: b',
  '**',
  '*',
  '_',
  '__',
  '---',
  '***',
  '___',
  '- - -',
  '* * *',
  '===',
  '=',
  '--',
  '```',
  '~~~',
  '````',
  '- ```',
  '`',
  '<!-- ',
  '<!--',
  '<div>',
  '<',
  '  <!-- ',
  '<?',
  '<script>',
  '\u00a0',
  '\f',
  '1234567890. ',
  '-- ',
  '++',
  '+',
  '|',
  ': ',
] as const;
const ends = [
  '',
  '',
  'words',
  'Words, and more',
  'a',
  '**',
  ' #',
  ' ##',
  '#',
  '\u00a0',
  ' ',
  '\t',
  ' -->',
  '-->',
  ']: x',
  '[a]: b',
  '```',
  '</script>',
  '>',
  '---',
  'a\u00a0',
  ':',
] as const;
const line = fc.tuple(fc.constantFrom(...beginnings), fc.constantFrom(...ends)).map(parts => parts.join(''));
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'))
  .map(([lines, lineEnd]) => lines.join(lineEnd));

/** As markdown-it alone reads a text. */
function byLibrary(source: string): ReturnType<typeof readBody> {
  const tokens = blockTokens(source);
  const body = new BodyLines(source, indexLines(source), 0);
  const tooDeep = tokens.tooDeepLine === undefined ? undefined : body.wordsOf(tokens.tooDeepLine);
  return { blocks: readBlocks(tokens, body), tooDeep };
}

function assertSame(source: string): void {
  assert.deepEqual(readBody(source, indexLines(source), 0), byLibrary(source), JSON.stringify(source));
}

describe('the blocks that are read without markdown-it', () => {
  it('are what markdown-it says of them, whatever lines a text has', () => {
    fc.assert(fc.property(text, assertSame), { numRuns: 3000 });
  });

  it('are what markdown-it says of items without words, whatever stands around them', () => {
    const lines = ['-', '- ', '* ', '1. ', '', '- a', 'words', '  words', '## x'];
    let texts: readonly string[] = lines;
    for (let count = 1; count < 4; count++) {
      for (const source of texts) assertSame(source);
      texts = texts.flatMap(source => lines.map(next => `${source}\n${next}`));
    }
    for (const source of texts) assertSame(source);
  });

  it('are what markdown-it says of every Markdown file of the packages that are installed', () => {
    const files = markdownBelow('node_modules');
    assert.ok(files.length > 200, `${files.length} files`);
    for (const file of files) assertSame(readFileSync(file, 'utf8'));
  }).timeout(120_000);
});

function markdownBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [path] : [];
  });
}

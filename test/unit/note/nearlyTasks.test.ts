import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GoalMention } from '../../../src/core/note/goalMention';
import { lines, read } from './workshop';

/** What is read of lines in a stage. */
function goals(...content: readonly string[]): readonly GoalMention[] {
  return read(lines('# Work', ...content)).goals;
}

/** Lines that mean a task and are none to Markdown. */
const nearly: readonly (readonly [line: string, marker: string])[] = [
  ['-[ ] Ask', ' '],
  ['-[x]Ask', 'x'],
  ['- [ ]Ask', ' '],
  ['- [x]Ask', 'x'],
  ['- [] Ask', ' '],
  ['- []Ask', ' '],
  ['- [  ] Ask', ' '],
  ['- [ x ] Ask', 'x'],
  ['- [\u00a0] Ask', ' '],
  ['- [\u3000] Ask', ' '],
  ['-\u00a0[ ] Ask', ' '],
  ['- ☐ Ask', ' '],
  ['- ☐Ask', ' '],
  ['1. □ Ask', ' '],
  ['* \uf0a8 Ask', ' '],
  ['[ ] Ask', ' '],
  ['[] Ask', ' '],
  ['[ ]Ask', ' '],
  ['[x] Ask', 'x'],
  ['[/] Ask', '/'],
  ['[-] Ask', '-'],
  ['☐ Ask', ' '],
  ['• [ ] Ask', ' '],
  ['•[x] Ask', 'x'],
  ['– [ ] Ask', ' '],
  ['◦ ☐ Ask', ' '],
  ['1.[ ] Ask', ' '],
  ['3)[X] Ask', 'X'],
  ['a. [ ] Ask', ' '],
  ['B) [x] Ask', 'x'],
  ['(c) [ ] Ask', ' '],
  ['iv. [ ] Ask', ' '],
  ['(2) [ ] Ask', ' '],
  ['1.) ☐ Ask', ' '],
  ['→ [ ] Ask', ' '],
  ['- \u200b[ ] Ask', ' '],
  ['- \ufeff[x] Ask', 'x'],
  ['- \u202a[ ] Ask', ' '],
  ['- \u00a0☐ Ask', ' '],
  ['\u200b[ ] Ask', ' '],
  ['\ufeff- [ ] Ask', ' '],
  ['-\u200b [x] Ask', 'x'],
  ['a.\u00a0[ ] Ask', ' '],
];

describe('a line that is nearly a task item', () => {
  for (const [line, marker] of nearly) {
    it(`is a goal: \`${line}\``, () => {
      for (const around of [
        [line],
        ['Told her:', line],
        ['> > Told her:', `> > ${line}`],
        ['- words', `  ${line}`],
        ['12.  words', `\t${line}`],
      ]) {
        const found = goals(...around);
        assert.deepEqual(
          found.map(each => [each.marker, each.text, each.line]),
          [[marker, 'Ask', around.length]],
          around.join('\n'),
        );
      }
    });
  }

  it('is a goal by itself, whatever stands around it', () => {
    const found = goals(
      '[ ] Ask ^ask',
      'words',
      '[x] Sleep [due:: 2026-03-19]',
      '- [ ] Eat',
      '[ ] Run',
      'words ^run',
    );
    assert.deepEqual(
      found.map(({ text, id, due }) => [text, id, due]),
      [
        ['Ask', 'ask', undefined],
        ['Sleep', undefined, '2026-03-19'],
        ['Eat', undefined, undefined],
        ['Run', undefined, undefined],
      ],
    );
  });

  it('has a mark that no one but a person can mean as a tick, and says so', () => {
    for (const mark of ['[v]', '[V]', '[✓]', '[☑]', '☑'])
      assert.equal(goals(`- ${mark} Ask`)[0]?.text, 'Ask', mark);
    assert.deepEqual(goals('- [v]isit', '[v]isit', 'v Ask', '- ✓ Ask'), []);
  });

  it('is none where a word or more stands before the box', () => {
    const words = [
      'Ask [ ] her',
      'Mrs. [ ] Smith',
      'etc. [x] and so on',
      '(see) [ ] Ask',
      'vol. [x] Ask',
      'a [ ] Ask',
    ];
    assert.deepEqual(goals(...words), []);
  });

  it('is read in any text without an end, and in linear time', () => {
    const part = fc.constantFrom(
      '[',
      ']',
      ' ',
      'x',
      '-',
      '\u00a0',
      '☐',
      '•',
      '1.',
      '\n',
      '> ',
      '- ',
      'Ask',
      '(',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        for (const { markerRange, textRange, range } of read(`# Work\n${parts.join('')}`).goals)
          assert.ok(markerRange.end <= textRange.start && textRange.end <= range.end);
      }),
    );
    const begun = performance.now();
    for (const text of ['['.repeat(100_000), `[${' '.repeat(100_000)}`, '[ ]\n'.repeat(10_000)]) goals(text);
    assert.ok(performance.now() - begun < 5000);
  });
});

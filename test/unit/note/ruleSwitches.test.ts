import assert from 'node:assert/strict';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { isSwitchedOff, readRuleSwitches } from '../../../src/core/note/ruleSwitches';
import { within } from '../processorTime';
import { lines } from './workshop';

/** For each line, whether the rule is off there. */
function offLines(text: string, rule = 'a'): readonly number[] {
  const outline = parseOutline(text);
  const switches = readRuleSwitches(outline);
  return Array.from({ length: outline.lines.lineCount }, (_, line) => line).filter(line =>
    isSwitchedOff(switches, rule, line),
  );
}

describe('switching rules off and on by comments', () => {
  it('works from a disable comment to the end or to its enable', () => {
    assert.deepEqual(offLines('x\n\n<!-- session-notes-disable a -->\n\ny\nz'), [2, 3, 4, 5]);
    const text = lines(
      '<!-- session-notes-disable a -->',
      '',
      'x',
      '',
      '<!-- session-notes-enable a -->',
      '',
      'y',
    );
    assert.deepEqual(offLines(text), [0, 1, 2, 3, 4]);
    assert.deepEqual(offLines(text, 'b'), []);
  });

  it('works for all rules where none is named, and for one of them again', () => {
    const text = lines(
      '<!-- session-notes-disable -->',
      '',
      '<!-- session-notes-enable b -->',
      '',
      'x',
      '',
      '<!-- session-notes-enable -->',
      '',
      'y',
    );
    assert.deepEqual(offLines(text), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(offLines(text, 'b'), [0, 1, 2]);
  });

  it('works for several rules, with blanks or commas between, and a reason behind', () => {
    const text = '<!-- session-notes-disable a, b c -- because a-d says so -->\n';
    for (const rule of ['a', 'b', 'c']) assert.deepEqual(offLines(text, rule), [0, 1], rule);
    for (const rule of ['because', 'a-d', 'd']) assert.deepEqual(offLines(text, rule), [], rule);
    assert.deepEqual(offLines('<!-- session-notes-disable -- all of it -->\n', 'z'), [0, 1]);
  });

  it('works for the next line, behind a comment of several lines too', () => {
    assert.deepEqual(offLines('<!-- session-notes-disable-next-line a -->\n## x\ny\n'), [1]);
    assert.deepEqual(offLines('<!-- session-notes-disable-next-line\n  a\n-->\n## x\ny\n'), [3]);
  });

  it('works for the whole file, front matter included, wherever the comment stands', () => {
    assert.deepEqual(
      offLines('---\nb: 1\n---\nx\n\n<!-- session-notes-disable-file a -->'),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it('works in paragraphs, items, quotes and headings', () => {
    assert.deepEqual(offLines('words <!-- session-notes-disable-next-line a -->\n# x\n'), [1]);
    assert.deepEqual(offLines('- item <!-- session-notes-disable-next-line a -->\n- x\n'), [1]);
    assert.deepEqual(offLines('> q <!-- session-notes-disable-next-line a -->\n\n- x\n'), [1]);
    assert.deepEqual(offLines('# h <!-- session-notes-disable-next-line a -->\n- x\n'), [1]);
  });

  it('works in a note full of them', () => {
    const enables = Array.from({ length: 20_000 }, (_, at) => `<!-- session-notes-enable r${at} -->`);
    const nexts = Array.from({ length: 20_000 }, () => '<!-- session-notes-disable-next-line a -->');
    const text = [
      '<!-- session-notes-disable -->',
      ...enables,
      '<!-- session-notes-enable -->',
      ...nexts,
    ].join('\n');
    // Well under a second; comparing each comment with each other takes minutes.
    within(15_000, () => {
      assert.equal(offLines(text).length, 40_001);
      assert.equal(offLines(text, 'r0').length, 2);
    });
  });

  it('does not work in code', () => {
    const comment = '<!-- session-notes-disable a -->';
    assert.deepEqual(offLines(lines('```', comment, '```')), []);
    assert.deepEqual(offLines(`    ${comment}\n`), []);
    assert.deepEqual(offLines(lines('- x', '  ```', `  ${comment}`, '  ```', '- y')), []);
    assert.deepEqual(offLines(lines('> ~~~', `> ${comment}`, '> ~~~')), []);
    assert.deepEqual(offLines(`words \`${comment}\`\n`), []);
    assert.deepEqual(offLines(lines('- ```', '  <!--', '  ```', `- ${comment}`)), [3]);
  });

  it('does not work in other comments, front matter, or when misspelt', () => {
    assert.deepEqual(offLines('<!-- session-notes-disabled a -->\n'), []);
    assert.deepEqual(offLines('<!-- see session-notes-disable a -->\n'), []);
    assert.deepEqual(offLines('---\nx: "<!-- session-notes-disable a -->"\n---\n'), []);
  });
});

import assert from 'node:assert/strict';
import { isWithoutWords } from '../../../src/core/note/taskItem';

describe('a stretch without words', () => {
  it('is blanks, comments, and the dots and lines of a form', () => {
    for (const text of ['', ' \t', '……', '.......', '____ ....', '\\_\\_\\_', '<!-- x -->', '&nbsp;...'])
      assert.ok(isWithoutWords(text), text);
  });

  it('is none with a word, a lone mark, or what a form never has', () => {
    for (const text of ['... x', '..', '__', '.... (to be filled in)', '-', '5'])
      assert.ok(!isWithoutWords(text), text);
  });

  it('is told at once, however long it is', () => {
    for (const sign of ['.', '_', '\\_', '&nbsp;', ' '])
      assert.ok(!isWithoutWords(`${sign.repeat(100_000)}x`));
  });
});

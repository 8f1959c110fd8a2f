import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { goalStatuses } from '../../../src/core/note/goalMention';

describe('Colours of the pictures', () => {
  it('are given for each status of a goal', () => {
    const css = readFileSync('media/progress.css', 'utf8');
    const given = goalStatuses.filter(status => new RegExp(`^ +--status-${status}: `, 'm').test(css));
    assert.deepEqual(given, goalStatuses);
  });
});

import assert from 'node:assert/strict';
import type { CommandEntry } from '../../../src/extension/contributions/commandEntry';
import { commands } from '../../../src/extension/contributions/commands';
import { isFulfilled } from '../../../src/extension/contributions/isFulfilled';

const entries: readonly (readonly [string, CommandEntry])[] = Object.entries(commands);

/** The commands that a key runs while context keys have these values. */
function runBy(key: string, values: Readonly<Record<string, unknown>>): readonly string[] {
  return entries
    .filter(([, entry]) => entry.key?.key === key && isFulfilled(entry.key.when, name => values[name]))
    .map(([id]) => id);
}

describe('the key that marks a goal as achieved', () => {
  it('is one, in a note and at a row of Open Goals, whose menu shows it', () => {
    const atCaret = { 'sessionNotes.inNote': true, editorTextFocus: true };
    const atRow = { 'sessionNotes.inNote': true, listFocus: true, focusedView: 'sessionNotes.openGoals' };
    assert.deepEqual(runBy('ctrl+k x', atCaret), ['sessionNotes.markGoalAchieved']);
    assert.deepEqual(runBy('ctrl+k x', atRow), ['sessionNotes.markSelectedGoalAchieved']);
    assert.deepEqual(runBy('ctrl+k x', { ...atRow, focusedView: 'sessionNotes.clients' }), []);
    assert.deepEqual(runBy('ctrl+k x', { ...atRow, inputFocus: true }), []);
  });
});

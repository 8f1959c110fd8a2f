import assert from 'node:assert/strict';
import type { CommandEntry } from '../../../src/extension/contributions/commandEntry';
import { commands } from '../../../src/extension/contributions/commands';
import { isFulfilled } from '../../../src/extension/contributions/isFulfilled';
import {
  all,
  any,
  inNote,
  inTranscript,
  isNot,
  isNotSet,
  notInTranscript,
} from '../../../src/extension/contributions/when';

const values: Readonly<Record<string, unknown>> = {
  'sessionNotes.inNote': true,
  'sessionNotes.state': 'ready',
  'sessionNotes.transcripts': ['/a.md'],
  resourcePath: '/a.md',
  workspaceFolderCount: 1,
};
const isNow = (condition: string): boolean => isFulfilled(condition, key => values[key]);

describe('a condition of the manifest', () => {
  it('holds as VS Code reads it', () => {
    const conditions: readonly (readonly [string, boolean])[] = [
      ['', true],
      [inNote, true],
      [isNotSet('sessionNotes.inNote'), false],
      [inTranscript, true],
      [notInTranscript, false],
      ['workspaceFolderCount > 0', true],
      ['workspaceFolderCount > 1', false],
      ['sessionNotes.state == ready', true],
      [isNot('sessionNotes.state', 'ready'), false],
      [all(inNote, any(notInTranscript, 'sessionNotes.state == ready')), true],
      [all(any(inNote, notInTranscript), notInTranscript), false],
      ['!(sessionNotes.inNote && sessionNotes.unknown)', true],
      ['sessionNotes.unknown', false],
    ];
    for (const [condition, expected] of conditions) assert.equal(isNow(condition), expected, condition);
  });

  it('asks of commands for nothing that is not understood', () => {
    const entries: readonly CommandEntry[] = Object.values(commands);
    for (const { palette, enablement } of entries) {
      if (palette === false) continue;
      assert.doesNotMatch(all(palette, enablement), /=~|<|>=/);
    }
  });
});

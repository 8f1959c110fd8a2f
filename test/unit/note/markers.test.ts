import assert from 'node:assert/strict';
import { goalStatuses } from '../../../src/core/note/goalMention';
import { markerOfStatus, statusOfMarker } from '../../../src/core/note/markers';

describe('markers', () => {
  it('say the status that they are written for', () => {
    for (const status of goalStatuses) {
      assert.equal(statusOfMarker(markerOfStatus(status)), status);
    }
  });
});

import assert from 'node:assert/strict';
import { markerOfStatus, statusOfMarker } from '../../../src/core/note/markers';

describe('markers', () => {
  it('say the status that they are written for', () => {
    for (const status of ['open', 'in-progress', 'achieved', 'dropped', 'on-hold', 'carried-over'] as const) {
      assert.equal(statusOfMarker(markerOfStatus(status)), status);
    }
  });
});

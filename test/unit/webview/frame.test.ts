import assert from 'node:assert/strict';
import { columnMiddle, frameFor } from '../../../src/webview/picture/frame';

describe('Layout of the pictures', () => {
  it('fits the page as long as columns stay wide enough to tell apart', () => {
    for (const columns of [1, 5, 30, 60]) {
      const frame = frameFor(1200, columns);
      assert.ok(frame.width <= 1200, `${columns} sessions: ${frame.width}`);
    }
  });

  it('lets a hundred sessions run over the edge rather than into each other', () => {
    const frame = frameFor(800, 100);
    assert.ok(frame.column >= 12);
    assert.ok(frame.width > 800);
    assert.ok(columnMiddle(frame, 99) < frame.width);
  });
});

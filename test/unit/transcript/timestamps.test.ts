import assert from 'node:assert/strict';
import { readTimestamp, writeTimestamp } from '../../../src/core/transcript/timestamps';

describe('a time of a recording', () => {
  it('is read with and without hours and a fraction, to the millisecond', () => {
    assert.equal(readTimestamp('0:00'), 0);
    assert.equal(readTimestamp(' 01:02 '), 62_000);
    assert.equal(readTimestamp('59:59'), 3_599_000);
    assert.equal(readTimestamp('1:02:03'), 3_723_000);
    assert.equal(readTimestamp('100:00:00'), 360_000_000);
    assert.equal(readTimestamp('0:01.5'), 1500);
    assert.equal(readTimestamp('0:01,25'), 1250);
    assert.equal(readTimestamp('0:01.0009999'), 1000);
  });

  it('is nothing with 60 seconds or 60 minutes, or without seconds', () => {
    for (const text of [
      '0:60',
      '0:61',
      '60:00',
      '1:60:00',
      '1:00:60',
      '5',
      '5:',
      ':05',
      '1:2:3:4',
      '0:01.',
      'a',
    ]) {
      assert.equal(readTimestamp(text), undefined, text);
    }
  });

  it('is written as it is read back, with a fraction where there is one or where it is asked for', () => {
    assert.equal(writeTimestamp(0), '0:00:00');
    assert.equal(writeTimestamp(3_723_004), '1:02:03.004');
    assert.equal(writeTimestamp(62_000, 2, 'always'), '00:01:02.000');
    assert.equal(writeTimestamp(-1), '0:00:00');
    for (const time of [0, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_001]) {
      assert.equal(readTimestamp(writeTimestamp(time)), time);
    }
  });
});

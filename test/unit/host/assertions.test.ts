import nodeAssert from 'node:assert/strict';
import fc from 'fast-check';
import * as assert from '../../host/assert';

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

describe('the assertions for web workers', () => {
  it('agree with those of Node on equality', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        nodeAssert.equal(
          passes(() => assert.deepEqual(left, right)),
          passes(() => nodeAssert.deepEqual(left, right)),
        );
        nodeAssert.ok(passes(() => assert.deepEqual(structuredClone(left), left)));
      }),
    );
    nodeAssert.ok(!passes(() => assert.deepEqual([], {})));
    nodeAssert.ok(!passes(() => assert.deepEqual({ a: undefined }, {})));
    nodeAssert.ok(!passes(() => assert.equal(1, '1')));
    nodeAssert.ok(!passes(() => assert.notEqual('a', 'a')));
  });

  it('show both values', () => {
    nodeAssert.throws(() => assert.deepEqual([1], [2], 'goals'), {
      name: 'AssertionError',
      message: 'goals\nexpected: [2]\nactual:   [1]',
    });
  });

  it('look for patterns in texts', () => {
    nodeAssert.ok(passes(() => assert.match('3 open', /open/)));
    nodeAssert.ok(!passes(() => assert.match('3 open', /closed/)));
    nodeAssert.ok(!passes(() => assert.doesNotMatch('3 open', /open/)));
  });

  it('want a rejection that says what is expected', async () => {
    await assert.rejects(Promise.reject(new Error('refused: newest note')), /newest/);
    await nodeAssert.rejects(assert.rejects(Promise.resolve(), /x/), /expected a rejection/);
    await nodeAssert.rejects(
      assert.rejects(Promise.reject(new Error('other')), /newest/),
      /expected a match/,
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBase85, toBase85 } from '../../../scripts/bundle/base85';

describe('bytes as text in a bundle', () => {
  it('come back as they were, filled up with zeros', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const back = fromBase85(toBase85(bytes));
        assert.deepEqual([...back.subarray(0, bytes.length)], [...bytes]);
        assert.ok(back.subarray(bytes.length).every(byte => byte === 0));
        assert.ok(back.length < bytes.length + 4);
      }),
    );
  });

  it('have nothing that a string in double quotes cannot hold as it is', () => {
    const text = toBase85(Uint8Array.from({ length: 1024 }, (_, at) => (at * 131) % 256));
    assert.equal(JSON.stringify(text), `"${text}"`);
  });
});

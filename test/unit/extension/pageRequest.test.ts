import assert from 'node:assert/strict';
import { asPageRequest } from '../../../src/extension/progress/pageRequest';
import { asPlace, placeKey } from '../../../src/extension/services/casePlace';

describe('What a page asks for', () => {
  it('is understood when it is what pages ask for', () => {
    const requests = [
      { kind: 'ready' },
      { kind: 'open', target: { path: 'a.md', offset: 3 } },
      { kind: 'open', target: { path: 'a.md', stage: 'planning' } },
      { kind: 'open', target: { path: 'a.md' } },
      { kind: 'save', format: 'csv', text: 'a,b' },
    ];
    for (const request of requests) assert.deepEqual(asPageRequest(request), request);
  });

  it('is nothing when it is anything else', () => {
    const others = [
      undefined,
      null,
      'ready',
      {},
      { kind: 'run', command: 'x' },
      { kind: 'open' },
      { kind: 'open', target: { path: 1 } },
      { kind: 'save', format: 'exe', text: '' },
      { kind: 'save', format: 'svg', text: 1 },
    ];
    for (const other of others) assert.equal(asPageRequest(other), undefined);
  });
});

describe('The case that a tab showed before a reload', () => {
  it('is found again by what was kept, and by nothing else', () => {
    const place = { root: 'file:///notes', client: 'k-014' };
    assert.deepEqual(asPlace({ ...place, table: true }), place);
    assert.deepEqual(asPlace(JSON.parse(placeKey(place))), place);
    for (const other of [undefined, null, 'k-014', {}, { root: 1, client: 'a' }, { root: '' }]) {
      assert.equal(asPlace(other), undefined);
    }
  });
});

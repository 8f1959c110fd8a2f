import assert from 'node:assert/strict';
import indonesian from '../../../l10n/protocol-keys.id.json';
import { schemaPlace } from '../../../src/core/authoring/schemaPlace';

/** What the keys at `path` and below mean. */
function meaningsAt(path: readonly string[]): readonly string[] {
  const keys = [...(schemaPlace(path)?.keys ?? [])];
  return keys.flatMap(([key, meaning]) => [meaning, ...meaningsAt([...path, key])]);
}

describe('what the keys of a protocol file mean', () => {
  it('is said in Indonesian of each of them, and of nothing else', () => {
    const meanings = new Set(meaningsAt([]));
    assert.ok(meanings.size > 50);
    assert.deepEqual(Object.keys(indonesian).sort(), [...meanings].sort());
  });
});

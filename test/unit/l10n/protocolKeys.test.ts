import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { schemaPlace } from '../../../src/core/authoring/schemaPlace';
import { languageTags } from '../../../src/core/language/languages';

/** What the keys at `path` and below mean. */
function meaningsAt(path: readonly string[]): readonly string[] {
  const keys = [...(schemaPlace(path)?.keys ?? [])];
  return keys.flatMap(([key, meaning]) => [meaning, ...meaningsAt([...path, key])]);
}

describe('what the keys of a protocol file mean', () => {
  for (const tag of languageTags.filter(language => language !== 'en'))
    it(`is said in ${tag} of each of them, and of nothing else`, () => {
      const meanings = new Set(meaningsAt([]));
      const said: object = JSON.parse(readFileSync(`l10n/protocol-keys.${tag}.json`, 'utf8'));
      assert.ok(meanings.size > 50);
      assert.deepEqual(Object.keys(said).sort(), [...meanings].sort());
    });
});

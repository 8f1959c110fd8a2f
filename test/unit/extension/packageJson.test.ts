import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languageTags } from '../../../src/core/language/languages';
import { ruleIds } from '../../../src/core/ruleIds';

const source = readFileSync('package.json', 'utf8');
const { contributes, dependencies } = JSON.parse(source);

describe('package.json', () => {
  it('lists each rule in the settings', () => {
    const rules = contributes.configuration.properties['sessionNotes.rules'].properties;
    assert.deepEqual(Object.keys(rules).sort(), [...ruleIds].sort());
  });

  it('has each of its texts in every language, and none that it does not use', () => {
    const used = [...new Set([...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();
    assert.ok(used.length > 0);
    for (const tag of languageTags) {
      const file = tag === 'en' ? 'package.nls.json' : `package.nls.${tag}.json`;
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort(), used, file);
    }
  });

  it("changes none of the user's settings", () => {
    assert.equal('configurationDefaults' in contributes, false);
  });

  it('brings no package: what runs is bundled', () => {
    assert.equal(dependencies, undefined);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generatedFiles } from '../../scripts/generatedFiles';

describe('what npm run generate writes', () => {
  for (const [path, text] of generatedFiles()) {
    it(`is up to date: ${path}`, () => {
      assert.equal(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), text, 'run npm run generate');
    });
  }
});

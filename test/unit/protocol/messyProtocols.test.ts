import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { indexLines } from '../../../src/core/text/lineIndex';

const folder = join(__dirname, '..', '..', 'fixtures', 'protocols');

/** The lines (from 1) that each file is faulted on; `some` where any place will do. */
const expected: Readonly<Record<string, readonly number[] | 'some'>> = {
  'aliases.yaml': 'some',
  'crlf-bom.yaml': [4, 5],
  'duplicate-ids.yaml': [6],
  'empty.yaml': [1],
  'list.yaml': [1],
  'not-yaml.yaml': 'some',
  'odd-keys.yaml': [3, 4],
  'unknown-key.yaml': [4, 5],
  'valid.yaml': [],
  'wrong-types.yaml': [1, 2, 3, 7],
};

describe('messy protocols', () => {
  it('are all expected to be something', () => {
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(expected));
  });

  for (const [name, lines] of Object.entries(expected)) {
    it(`${name} is faulted on ${lines === 'some' ? 'some line' : `lines [${lines.join(', ')}]`}`, () => {
      const text = readFileSync(join(folder, name), 'utf8');
      const index = indexLines(text);
      const found = loadProtocol(text).faults.map(({ range }) => index.positionAt(range.start).line + 1);
      if (lines === 'some') assert.ok(found.length > 0);
      else assert.deepEqual(found, lines);
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../../src/core/text/decode';
import { placesOf } from './support';

const folder = join(__dirname, '../../fixtures/notes/messy');
const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

describe('messy notes', () => {
  for (const [name, places] of Object.entries(Object(expected))) {
    it(`${name}: exactly the problems that it was written for`, () => {
      assert(Array.isArray(places));
      assert.deepEqual(found(name, places.map(String)), places.map(String).sort());
    });
  }
});

/** The problems of a file; the line is left open where the expectation leaves it open. */
function found(name: string, places: readonly string[]): readonly string[] {
  const decoded = decode(readFileSync(join(folder, name)));
  if (decoded.kind === 'fault') return ['unreadable-file:1'];
  const open = new Set(places.filter(place => place.endsWith(':*')).map(place => place.split(':')[0]));
  return placesOf(decoded.text)
    .map(place => (open.has(place.split(':')[0]) ? place.replace(/\d+$/, '*') : place))
    .sort();
}

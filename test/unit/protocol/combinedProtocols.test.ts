import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesIn } from '../validate/caseSupport';

/** The complete note of a built-in protocol, naming these protocols. */
function completeNote(id: string, protocols: readonly string[], language = 'en'): string {
  const path = join(__dirname, `../../fixtures/builtins/${id}/complete.${language}.session.md`);
  return readFileSync(path, 'utf8').replace(`protocol: ${id}`, `protocol: [${protocols.join(', ')}]`);
}

const audited = [
  'start: "16:00"',
  'stop: "16:50"',
  'service: individual psychotherapy, in person',
  'signature: D. Wren, LPC',
  '---',
  '# Session',
].join('\n');

const goals = '## Goals addressed\n- [/] End quarrels before anyone shouts ^quarrels\n\n';
const necessity = '### Medical necessity\nShouts twice a week; weekly sessions, good prognosis.\n\n';
const risk = '## Risk\nNone reported: asked directly.\n\n## Next appointment\n29 April, 4 p.m.\n';

describe('a note format with the audit overlay', () => {
  const birp = completeNote('birp', ['birp', 'audit-us']).replace(/---\n# Session/, audited);

  it('asks for what either asks for; a heading that serves both counts for both', () => {
    const both = birp.replace('## Behavior', `${goals}## Behavior`).replace('## Plan', `${necessity}## Plan`);
    assert.deepEqual(placesIn(both.concat('\n', risk)), []);
  });

  it('tells what the overlay misses in a note that is complete by its format', () => {
    const rules = placesIn(birp).map(place => place.split(':')[0]);
    assert.deepEqual(rules, ['missing-stage', 'missing-section']);
  });
});

describe('a codebook beside a protocol', () => {
  for (const codebook of ['hill-codes', 'mi-codes']) {
    it(`${codebook} asks nothing of a session note`, () => {
      for (const id of ['four-stage', 'mi-processes', 'soap']) {
        assert.deepEqual(placesIn(completeNote(id, [id, codebook])), []);
        assert.deepEqual(placesIn(completeNote(id, [codebook, id], 'id')), []);
      }
    });
  }
});

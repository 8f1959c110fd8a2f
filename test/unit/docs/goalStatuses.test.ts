import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { goalStatuses } from '../../../src/core/note/goalMention';
import { markerOfStatus } from '../../../src/core/note/markers';

const markers = goalStatuses.map(status => `\`[${markerOfStatus(status)}]\``);

function firstCells(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
}

describe('the statuses of goals in the documentation', () => {
  for (const page of ['docs/goals.md', 'docs/fhir.md']) {
    it(`have a row for each marker in ${page}`, () => {
      const cells = firstCells(page);
      const missing = markers.filter(marker => !cells.some(cell => cell.startsWith(marker)));
      assert.deepEqual(missing, []);
    });
  }

  for (const page of ['docs/goals.md', 'docs/case-progress.md']) {
    it(`are all values of the column \`status\` in ${page}`, () => {
      const row = /^\| `status` \|.*$/m.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
      const missing = goalStatuses.filter(status => !row.includes(`\`${status}\``));
      assert.deepEqual(missing, []);
    });
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const folder = 'test/fixtures/notes-0.1';

const place = v.object({ file: v.string(), line: v.number() });
const checkSchema = v.object({ files: v.number(), notes: v.number(), problems: v.array(place) });
const goalsSchema = v.object({
  cases: v.array(
    v.object({
      client: v.string(),
      goals: v.array(v.object({ opened: v.optional(place), last: v.optional(place) })),
    }),
  ),
});

const files = readdirSync(join(folder, 'notes'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.md'))
  .map(file => file.replaceAll('\\', '/'));

describe('what version 0.1.0 said of its notes', () => {
  const check = v.parse(checkSchema, recorded('check.json'));
  const { cases } = v.parse(goalsSchema, recorded('goals.json'));

  it('is recorded of forty notes', () => {
    assert.equal(files.length, 40);
    assert.equal(check.notes, 40);
    assert.equal(check.files, 40);
  });

  it('names clients, notes and lines that there are', () => {
    const goals = cases.flatMap(each => each.goals);
    const places = [
      ...check.problems,
      ...goals.flatMap(({ opened, last }) => [opened ?? [], last ?? []].flat()),
    ];
    assert.ok(places.length > 100);
    for (const { file, line } of places) {
      assert.ok(files.includes(file), file);
      assert.ok(
        readFileSync(join(folder, 'notes', file), 'utf8').split('\n').length >= line,
        `${file}:${line}`,
      );
    }
    const folders = new Set(files.map(file => file.split('/')[0]));
    assert.deepEqual(cases.map(({ client }) => client).sort(), [...folders].sort());
  });
});

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

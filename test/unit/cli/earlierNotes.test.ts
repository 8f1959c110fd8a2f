import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { sessionNotes } from './commandRun';

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

const problem = v.object({ ...place.entries, rule: v.string(), severity: v.string() });
const problems = v.object({ problems: v.array(problem) });
const dated = v.optional(v.object({ date: v.nullable(v.string()) }));
/** What is compared of a goal; where it was opened by the date, as the place is that of a line. */
const compared = {
  text: v.string(),
  protocol: v.string(),
  stage: v.nullable(v.string()),
  role: v.optional(v.string()),
  kind: v.string(),
  process: v.boolean(),
  status: v.string(),
  due: v.optional(v.string()),
  gas: v.optional(v.number()),
  mentions: v.number(),
  opened: dated,
  last: dated,
};
const goal = v.object({ key: v.string(), ...compared });
const ofClient = { client: v.string(), sessions: v.number(), closed: v.boolean(), gas: v.unknown() };
const allCases = v.object({ cases: v.array(v.object({ ...ofClient, goals: v.array(goal) })) });
type Goal = v.InferOutput<typeof goal>;

describe('the notes of version 0.1.0', () => {
  const differences = v.parse(
    v.record(v.string(), v.array(v.string())),
    parse(readFileSync(join(folder, 'differences.yaml'), 'utf8')),
  );

  it('are read as they were, but for what is listed', () => {
    const before = [...problemLines(recorded('check.json'))];
    const now = [...problemLines(said('check'))];
    const goals = goalDifferences(recorded('goals.json'), said('goals', '--status', 'all'));
    const found = [
      ...without(before, now).map(line => `${line} is gone`),
      ...without(now, before).map(line => `${line} is new`),
      ...goals,
    ];
    assert.deepEqual(found.sort(), Object.values(differences).flat().sort());
  });

  it('are told of on the page on upgrading, each kind of difference', () => {
    const page = readFileSync('docs/upgrading.md', 'utf8');
    for (const kind of Object.keys(differences)) assert.ok(page.includes(`\n## ${kind}\n`), kind);
    assert.ok(readFileSync('CHANGELOG.md', 'utf8').includes('(docs/upgrading.md)'));
  });
});

function said(...args: readonly string[]): unknown {
  const { output } = sessionNotes(join(folder, 'notes'), [...args, '--format', 'json', '--language', 'en']);
  return JSON.parse(output);
}

function problemLines(output: unknown): readonly string[] {
  return v
    .parse(problems, output)
    .problems.map(({ file, line, rule, severity }) => `${file}:${line} ${rule} ${severity}`);
}

/** The lines that are not among `others`, each as often as it is there too often. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function goalDifferences(before: unknown, now: unknown): readonly string[] {
  const [older, newer] = [v.parse(allCases, before).cases, v.parse(allCases, now).cases];
  const facts = ({ client, sessions, closed, gas }: (typeof older)[number]) =>
    JSON.stringify([client, sessions, closed, gas]);
  assert.deepEqual(newer.map(facts), older.map(facts));
  const [known, found] = [byKey(older), byKey(newer)];
  return [
    ...[...known].flatMap(([key, goal]) => {
      const after = found.get(key);
      return after === undefined ? [`${key} is gone`] : changes(key, goal, after);
    }),
    ...[...found.keys()].filter(key => !known.has(key)).map(key => `${key} is new`),
  ];
}

function byKey(cases: v.InferOutput<typeof allCases>['cases']): ReadonlyMap<string, Goal> {
  return new Map(cases.flatMap(({ client, goals }) => goals.map(each => [`${client} ${each.key}`, each])));
}

function changes(key: string, before: Goal, now: Goal): readonly string[] {
  const { key: beforeKey, opened, last, ...facts } = before;
  assert.equal(now.key, beforeKey);
  const dates = { opened: opened?.date, last: last?.date };
  const later: Readonly<Record<string, unknown>> = { ...now, opened: now.opened?.date, last: now.last?.date };
  return Object.entries({ ...facts, ...dates }).flatMap(([name, value]) => {
    const after = later[name];
    return value === after ? [] : [`${key} ${name}: ${JSON.stringify(value)} → ${JSON.stringify(after)}`];
  });
}

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

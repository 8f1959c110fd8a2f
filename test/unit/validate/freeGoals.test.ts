import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { statusOfMarker } from '../../../src/core/note/markers';
import { readingBy } from '../../../src/core/note/readings';
import { applyEdits } from '../../../src/core/text/textEdit';
import { practiceOf } from './practice';

const folder = join(__dirname, '../../fixtures/free');

const entrySchema = v.object({
  as: v.string(),
  line: v.number(),
  to: v.optional(v.number()),
  text: v.optional(v.string()),
  stage: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
  status: v.optional(v.string()),
  due: v.optional(v.string()),
  id: v.optional(v.string()),
  rule: v.optional(v.string()),
  severity: v.optional(v.string()),
  fix: v.optional(v.string()),
  becomes: v.optional(v.union([v.string(), v.array(v.string())])),
  offers: v.optional(v.array(v.string())),
});
const expectationSchema = v.object({ lines: v.array(entrySchema) });
type Entry = v.InferOutput<typeof entrySchema>;

/** The rules that speak of goals in a note that is all there is of its case. */
const goalRules = ['goal-field', 'goal-status', 'goal-untracked', 'goal-duplicate', 'goal-id-reused'];

interface Told {
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  /** The safety of each fix, and the line after it. */
  readonly fixes: readonly { readonly safety: string; readonly becomes: string }[];
}

describe('notes as people write them', () => {
  const names = readdirSync(folder).flatMap(file => /^(.*)\.session\.md$/.exec(file)?.[1] ?? []);
  for (const name of names) {
    const text = readFileSync(join(folder, `${name}.session.md`), 'utf8');
    const { lines } = v.parse(
      expectationSchema,
      parse(readFileSync(join(folder, `${name}.expect.yaml`), 'utf8')),
    );
    const practice = practiceOf({ 'n.session.md': text });
    const note = practice.parse(text);

    it(`have the goals and actions that ${name} is meant to have, and no others`, () => {
      const expected = lines.filter(({ as }) => as === 'goal' || as === 'action');
      const [ofCase] = practice.cases.casesOf('n.session.md');
      const statuses = new Map(
        ofCase?.goals.flatMap(({ mentions }) =>
          mentions.map(({ mention, status }) => [mention.place.line, status] as const),
        ),
      );
      assert.deepEqual(
        note.goals.map(goal => ({
          as: goal.kind,
          line: goal.line + 1,
          text: goal.text,
          stage: goal.stage ?? null,
          status: statuses.get(goal.line) ?? statusOfMarker(goal.marker),
          due: goal.due,
          id: goal.id,
        })),
        expected.map(({ as, line, text: words, stage, status, due, id }) => ({
          as,
          line,
          text: words,
          stage,
          status,
          due,
          id,
        })),
      );
      assert.ok(note.goals.every(({ protocol }) => readingBy(note, protocol).protocol !== undefined));
    });

    it(`tell at its line in ${name} what of a goal was not understood, with the step that mends it`, () => {
      const told = toldOf(practice, text);
      const isGoal = ({ line, rule = '' }: Entry): boolean =>
        goalRules.includes(rule) ||
        (rule === '*' && lines.some(each => each.line === line && /^(?:goal|action)$/.test(each.as)));
      const expected = lines.filter(entry => entry.as === 'told' && isGoal(entry));
      for (const entry of expected) checkTold(entry, told);
      const allowed = new Set(expected.flatMap(({ line, to = line }) => range(line, to)));
      assert.deepEqual(
        told.filter(({ line, rule }) => goalRules.includes(rule) && !allowed.has(line)),
        [],
      );
    });
  }
});

function checkTold(entry: Entry, told: readonly Told[]): void {
  const { line, to = line, rule, severity, fix, becomes, offers } = entry;
  const here = told.filter(
    each => each.line >= line && each.line <= to && (rule === '*' ? goalRules : [rule]).includes(each.rule),
  );
  const where = `${rule}:${line} ${JSON.stringify(here)}`;
  assert.ok(here.length > 0, where);
  if (severity !== undefined)
    assert.ok(
      here.every(each => each.severity === severity),
      where,
    );
  const fixes = here.flatMap(each => each.fixes);
  if (fix !== undefined)
    assert.ok(
      fixes.some(({ safety }) => safety === fix),
      where,
    );
  if (typeof becomes === 'string')
    assert.ok(
      fixes.some(each => each.becomes === becomes),
      where,
    );
  for (const offer of offers ?? []) {
    assert.ok(
      fixes.some(each => each.safety === 'suggestion' && each.becomes.includes(offer)),
      where,
    );
  }
}

function toldOf(practice: ReturnType<typeof practiceOf>, text: string): readonly Told[] {
  const { lines } = practice.parse(text).outline;
  const own = practice.problemsOf('n.session.md').map(problem => ({
    ...problem,
    fixes: problem.fixes,
    line: lines.positionAt(problem.range.start).line,
  }));
  const ofCase = practice
    .caseProblemsOf('n.session.md')
    .map(problem => ({ ...problem, line: problem.range.line }));
  return [...own, ...ofCase].map(({ line, rule, severity, fixes }) => ({
    line: line + 1,
    rule,
    severity,
    fixes: fixes.map(({ safety, edits }) => ({
      safety,
      becomes: applyEdits(text, edits).split('\n')[line]?.trim() ?? '',
    })),
  }));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

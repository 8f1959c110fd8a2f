import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { Note } from '../../../src/core/note/note';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import { parse, problemsOf, protocols } from './support';

const folder = join(__dirname, '../../fixtures/free');

const oneOrMore = v.union([v.string(), v.array(v.string())]);
const entrySchema = v.object({
  as: v.string(),
  line: v.number(),
  to: v.optional(v.number()),
  stage: v.optional(v.nullable(oneOrMore)),
  section: v.optional(v.string()),
  by: v.optional(v.picklist(['heading', 'label'])),
  rule: v.optional(v.string()),
  fix: v.optional(v.string()),
  becomes: v.optional(oneOrMore),
  moves: v.optional(v.record(v.string(), v.string())),
  stages: v.optional(v.array(v.string())),
});
type Entry = v.InferOutput<typeof entrySchema>;
const expectationSchema = v.object({ missing: v.optional(v.array(v.string())), lines: v.array(entrySchema) });

/** The rules that speak of headings, labels and of what a note lacks. */
const headingRules = ['similar-heading', 'front-matter', 'missing-field', 'stage-order', 'duplicate-stage'];

describe('headings and labels as people write them', () => {
  const names = readdirSync(folder).flatMap(file => /^(.*)\.session\.md$/.exec(file)?.[1] ?? []);
  for (const name of names) {
    const text = readFileSync(join(folder, `${name}.session.md`), 'utf8');
    const { lines, missing } = v.parse(
      expectationSchema,
      parseYaml(readFileSync(join(folder, `${name}.expect.yaml`), 'utf8')),
    );
    const note = parse(text);
    const lineOf = (offset: number) => note.outline.lines.positionAt(offset).line + 1;
    const problems = problemsOf(text, {}, { protocolIds: protocols.ids });

    it(`begin the stages and sections of ${name} where they are meant to, and nowhere else`, () => {
      const expected = lines
        .filter(({ as }) => as === 'stage' || as === 'section')
        .map(({ line, by, stage, section }) =>
          [line, by, ...[stage ?? []].flat(), section].filter(Boolean).join(' '),
        );
      assert.deepEqual(partsOf(note, lineOf), expected);
    });

    it(`leave of ${name} nothing missing but what is nowhere said`, () => {
      if (missing === undefined) return;
      const reported = problems.filter(({ rule }) => rule === 'missing-stage').map(({ stage }) => stage);
      assert.deepEqual(reported, missing);
    });

    it(`are told in ${name} where they are not understood, and only there`, () => {
      const told = lines.filter(({ as }) => as === 'told');
      const ofHeadings = problems.filter(
        ({ rule, severity }) => headingRules.includes(rule) && ['error', 'warning'].includes(severity),
      );
      const byEntry = told.map(each => [each, ofHeadings.filter(problem => isAt(problem, each))] as const);
      const known = new Set(byEntry.flatMap(([, found]) => found));
      assert.deepEqual(
        ofHeadings
          .filter(problem => !known.has(problem))
          .map(({ rule, range }) => `${rule}:${lineOf(range.start)}`),
        [],
      );
      for (const [each, [problem]] of byEntry) {
        if (problem === undefined) {
          assert.ok(!isOfHeadings(each), `nothing is told in line ${each.line}`);
          continue;
        }
        const after = problem.fixes.map(fix => [fix.safety, applyEdits(text, fix.edits)] as const);
        if (each.fix !== undefined) assert.ok(after.some(([safety]) => safety === each.fix));
        const becomes = [each.becomes ?? []].flat();
        assert.ok(
          becomes.length === 0 ||
            after.some(([, mended]) => becomes.every(line => mended.split('\n').includes(line))),
        );
        for (const [field, value] of Object.entries(each.moves ?? {})) {
          assert.ok(
            after.some(([, mended]) => fieldOf(mended, field) === value),
            field,
          );
        }
      }
    });

    function isAt({ rule, range }: Problem, { rule: told, line, to = line }: Entry): boolean {
      const at = lineOf(range.start);
      return (told === rule || told === '*') && line <= at && at <= to;
    }
  }
});

function partsOf(note: Note, lineOf: (offset: number) => number): readonly string[] {
  const found = new Map<number, string[]>();
  for (const { mark, stage, sections } of note.stages) {
    const line = lineOf(mark.range.start);
    const opening = sections.find(each => each.mark === mark);
    const known = found.get(line);
    if (known === undefined)
      found.set(line, [String(line), mark.kind, stage.id, ...(opening ? [opening.section.id] : [])]);
    else known.push(stage.id);
    for (const each of sections.filter(section => section.mark !== mark)) {
      const at = lineOf(each.mark.range.start);
      found.set(at, [String(at), each.mark.kind, stage.id, each.section.id]);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, parts]) => parts.join(' '));
}

/** Whether it is a heading, a label or the head of the note that is to be told, and no goal. */
function isOfHeadings({ rule = '', moves, becomes }: Entry): boolean {
  return (
    headingRules.includes(rule) ||
    moves !== undefined ||
    Array.isArray(becomes) ||
    becomes?.startsWith('#') === true
  );
}

function fieldOf(text: string, field: string): string | undefined {
  return parse(text).frontMatter.entries.find(entry => entry.field === field)?.values[0]?.text;
}

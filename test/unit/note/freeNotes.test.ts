import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { builtinProtocol } from '../../../src/core/protocol/builtinProtocols';
import { ruleIds } from '../../../src/core/ruleIds';

const folder = join(__dirname, '../../fixtures/free');

const id = v.pipe(v.string(), v.nonEmpty());
const oneOrMore = v.union([id, v.pipe(v.array(id), v.minLength(2))]);
const date = v.pipe(v.string(), v.isoDate());
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
/** What each reading of a line says. */
const reading = { line, says: id };
const part = v.nullable(oneOrMore);
const mention = {
  ...reading,
  text: id,
  stage: v.nullable(id),
  status: v.optional(v.picklist(['open', 'in-progress', 'achieved', 'dropped', 'on-hold'])),
  due: v.optional(date),
  id: v.optional(id),
};
const mark = { ...reading, by: v.picklist(['heading', 'label']) };

const expectedLineSchema = v.variant('as', [
  v.strictObject({ as: v.literal('field'), ...reading, field: id, value: v.union([id, v.number()]) }),
  v.strictObject({ as: v.literal('title'), ...reading }),
  v.strictObject({ as: v.literal('stage'), ...mark, stage: oneOrMore, section: v.optional(id) }),
  v.strictObject({ as: v.literal('section'), ...mark, stage: id, section: id }),
  v.strictObject({ as: v.literal('heading'), ...reading, in: v.optional(part) }),
  v.strictObject({ as: v.literal('goal'), ...mention }),
  v.strictObject({ as: v.literal('action'), ...mention }),
  v.strictObject({ as: v.literal('choice'), ...reading, choice: id, in: id }),
  v.strictObject({ as: v.literal('turn'), ...reading, speaker: id }),
  v.strictObject({ as: v.literal('text'), ...reading, in: part }),
  v.strictObject({
    as: v.literal('told'),
    line,
    to: v.optional(line),
    rule: id,
    severity: v.optional(v.picklist(['info', 'hint'])),
    fix: v.optional(v.picklist(['safe', 'suggestion'])),
    becomes: v.optional(oneOrMore),
    offers: v.optional(v.array(date)),
    moves: v.optional(v.record(id, id)),
    stages: v.optional(v.array(id)),
  }),
]);
const expectationSchema = v.strictObject({
  format: id,
  language: v.picklist(['en', 'id']),
  missing: v.optional(v.array(id)),
  lines: v.array(expectedLineSchema),
});

/** The rules that there are, the one that tells boxes which are not followed, and whichever it may be. */
const rules = new Set<string>([...ruleIds, 'goal-untracked', '*']);

const names = readdirSync(folder)
  .filter(file => file.endsWith('.session.md'))
  .map(file => file.replace(/\.session\.md$/, ''));

describe('the list of what is to be understood in notes as people write them', () => {
  it('is there for each note, and for nothing else', () => {
    assert.ok(names.length >= 12);
    assert.deepEqual(
      readdirSync(folder).sort(),
      names.flatMap(name => [`${name}.expect.yaml`, `${name}.session.md`]).sort(),
    );
  });

  for (const name of names) {
    const { format, missing = [], lines } = v.parse(expectationSchema, parse(textOf(`${name}.expect.yaml`)));
    const note = textOf(`${name}.session.md`).split('\n');
    const stages = new Map(
      builtinProtocol(format)?.protocol.stages.map(({ id, sections }) => [id, sections] as const),
    );

    it(`has each line of ${name}, with its words`, () => {
      for (const expected of lines) {
        assert.ok(expected.line <= note.length);
        if (expected.as === 'told') continue;
        assert.ok(note[expected.line - 1]?.trim().startsWith(expected.says), expected.says);
      }
      const fences = note.flatMap((text, at) => (text === '---' ? [at + 1] : []));
      const listed = new Set([...lines.flatMap(linesOf), ...fences]);
      const unlisted = note.flatMap((text, at) => (text.trim() === '' || listed.has(at + 1) ? [] : [at + 1]));
      assert.deepEqual(unlisted, []);
    });

    it(`reads each line of ${name} in one way`, () => {
      const read = lines.filter(({ as }) => as !== 'told').map(each => each.line);
      assert.deepEqual(read, [...new Set(read)]);
    });

    it(`names stages, sections, choices and rules for ${name} that there are`, () => {
      assert.ok(stages.size > 0, format);
      const places = [...missing, ...lines.flatMap(placesOf)];
      assert.deepEqual(
        places.filter(place => !isPlace(place)),
        [],
      );
      for (const expected of lines) {
        if (expected.as === 'told') assert.ok(rules.has(expected.rule), expected.rule);
        if (expected.as !== 'choice') continue;
        const [stage = '', section] = expected.in.split('/');
        const choices = stages.get(stage)?.find(({ id }) => id === section)?.choices;
        assert.ok(choices?.some(choice => choice.id === expected.choice));
      }
    });

    function isPlace(place: string): boolean {
      const [stage = '', section] = place.split('/');
      const sections = stages.get(stage);
      return sections !== undefined && (section === undefined || sections.some(({ id }) => id === section));
    }
  }
});

type ExpectedLine = v.InferOutput<typeof expectedLineSchema>;

function textOf(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** The lines that an entry is about. */
function linesOf(expected: ExpectedLine): readonly number[] {
  const last = expected.as === 'told' ? (expected.to ?? expected.line) : expected.line;
  return Array.from({ length: last - expected.line + 1 }, (_, at) => expected.line + at);
}

/** The stages, and sections as `stage/section`, that an entry names. */
function placesOf(expected: ExpectedLine): readonly string[] {
  switch (expected.as) {
    case 'stage':
    case 'section': {
      const { stage, section } = expected;
      return section === undefined ? [stage].flat() : [`${[stage].flat().join()}/${section}`];
    }
    case 'heading':
    case 'text':
    case 'choice':
      return [expected.in ?? []].flat();
    case 'goal':
    case 'action':
      return [expected.stage ?? []].flat();
    case 'told':
      return expected.stages ?? [];
    default:
      return [];
  }
}

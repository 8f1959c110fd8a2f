import assert from 'node:assert/strict';
import { type Config, defaultConfig } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { fixNote, type MendedNote } from '../../../src/core/practice/fixNote';
import { makePractice, type Practice } from '../../../src/core/practice/practice';
import type { ProblemOptions } from '../../../src/core/practice/problems';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { type ProtocolSet, protocolSet } from '../../../src/core/protocol/protocolSet';
import type { RuleId } from '../../../src/core/ruleIds';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import type { ValidationOptions } from '../../../src/core/validate/problemsByRules';
import { validateNote } from '../../../src/core/validate/validateNote';

export const protocols: ProtocolSet = protocolSet(builtinProtocols());

/** Parses a note as an adapter does. */
export function parse(text: string): Note {
  return parseNote(text, { protocols, defaultProtocol: 'four-stage' });
}

/** The practice of these tests, with the configuration that differs from the default. */
export function practiceWith(config: Partial<Config> = {}): Practice {
  return makePractice({ ...defaultConfig, ...config }, protocols);
}

/** A text after what mends it, how much that was, and what is wrong with it then. */
export interface Mended {
  readonly text: string;
  readonly count: number;
  readonly remaining: readonly Problem[];
}

/** The text after its safe fixes. */
export function fixedText(text: string, config: Partial<Config> = {}): Mended {
  return mended(text, fixNote(practiceWith(config), parse(text)));
}

/** The text with the stages and sections that are reported as missing. */
export function scaffoldedText(
  text: string,
  config: Partial<Config> = {},
  options: ProblemOptions = {},
): Mended {
  return mended(text, scaffoldNote(practiceWith(config), parse(text), options));
}

function mended(text: string, { edits, note, count, remaining }: MendedNote): Mended {
  assert.equal(applyEdits(text, edits), note.outline.text);
  return { text: note.outline.text, count, remaining };
}

/** The problems of a text, with the configuration that differs from the default. */
export function problemsOf(
  text: string,
  config: Partial<Config> = {},
  options: ValidationOptions = { protocolIds: protocols.ids },
): readonly Problem[] {
  return validateNote(parse(text), { ...defaultConfig, ...config }, options);
}

/** `rule:line` of each problem, lines from 1, in the order that they are reported. */
export function placesOf(text: string, config: Partial<Config> = {}): readonly string[] {
  const { lines } = parse(text).outline;
  return problemsOf(text, config).map(
    ({ rule, range }) => `${rule}:${lines.positionAt(range.start).line + 1}`,
  );
}

/** A note of one session with the front matter that the protocol asks for, and these lines besides. */
export function noteWith(body: readonly string[], head: readonly string[] = []): string {
  const front = ['protocol: four-stage', 'client: K-014', 'session: 3', 'date: 2026-02-04'];
  return ['---', ...front, ...head, '---', ...body, ''].join('\n');
}

/** A stage with all that is asked of it, in Indonesian. */
export const planning: readonly string[] = [
  '## Perencanaan pemecahan masalah',
  '### Solusi yang paling tepat',
  'Latihan bertahap.',
  '### Alternatif solusi',
  'Maju berdua dengan teman.',
];

/** The last stage with all that is asked of it, in English; `decision` is what stands below its last heading. */
export function closing(decision: string): readonly string[] {
  return [
    '## Applying the solution and closing',
    "### Client's actions",
    '- [ ] Practise every evening ^practise',
    '### Start and end points of the process',
    'Start: stays away. End: one talk.',
    '### Decision',
    decision,
  ];
}

/** The text after a fix of its only problem of `rule`, by the position of the fix. */
export function fixed(text: string, rule: RuleId, position = 0): string {
  const [problem] = problemsOf(text).filter(found => found.rule === rule);
  const fix = problem?.fixes[position];
  assert(fix, `no such fix of ${rule}`);
  return applyEdits(text, fix.edits);
}

import assert from 'node:assert/strict';
import type { Case } from '../../../src/core/case/case';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { type Config, defaultConfig } from '../../../src/core/config/config';
import type { RuleId } from '../../../src/core/ruleIds';
import { applyEdits } from '../../../src/core/text/textEdit';
import { CaseProblems } from '../../../src/core/validate/caseProblems';
import type { CaseProblem } from '../../../src/core/validate/problem';
import { parse, placesOf, protocols } from './support';

/** The texts of notes by their path, relative to the root. */
export type Texts = Readonly<Record<string, string>>;

/** The notes as cases. */
export function index(texts: Texts): CaseIndex {
  const cases = new CaseIndex(protocols);
  for (const [path, text] of Object.entries(texts)) cases.set(toCaseNote(path, parse(text)));
  return cases;
}

/** What the cases of the notes bring to the one at `path`, with the configuration that differs from the default. */
export function caseProblemsOf(
  texts: Texts,
  path: string,
  config: Partial<Config> = {},
): readonly CaseProblem[] {
  const problems = new CaseProblems({ ...defaultConfig, ...config }, protocols);
  return problems.of(path, index(texts).casesOf(path));
}

/** `path rule:line` of each problem that the cases bring to the notes, by path, lines from 1. */
export function casePlaces(texts: Texts, config: Partial<Config> = {}): readonly string[] {
  return Object.keys(texts)
    .sort()
    .flatMap(path =>
      caseProblemsOf(texts, path, config).map(({ rule, range }) => `${path} ${rule}:${range.line + 1}`),
    );
}

/** `rule:line` of each problem of a note that is all there is of its case: its own, then those of the case. */
export function placesIn(text: string): readonly string[] {
  const ofCase = casePlaces({ 'n.md': text }).map(place => place.replace('n.md ', ''));
  return [...placesOf(text), ...ofCase];
}

/** The only problem of `rule` in the note at `path`. */
export function onlyProblem(texts: Texts, path: string, rule: RuleId): CaseProblem {
  const [problem, ...others] = caseProblemsOf(texts, path).filter(found => found.rule === rule);
  assert.ok(problem, `no ${rule} in ${path}`);
  assert.deepEqual(others, []);
  return problem;
}

/** The words that a problem, or a place related to it, is shown on. */
export function wordsAt(texts: Texts, path: string, { start, end }: CaseProblem['range']): string {
  return texts[path]?.slice(start, end) ?? '';
}

/** The notes after a fix of the only problem of `rule` in the note at `path`, by the position of the fix. */
export function mended(texts: Texts, path: string, rule: RuleId, position = 0): Texts {
  const fix = onlyProblem(texts, path, rule).fixes[position];
  assert.ok(fix, `no such fix of ${rule}`);
  return { ...texts, [path]: applyEdits(texts[path] ?? '', fix.edits) };
}

/** The case of the client K-014. */
export function caseIn(texts: Texts): Case {
  const found = index(texts).get('k-014');
  assert.ok(found);
  return found;
}

/** What a note says of its session. */
export interface Session {
  readonly number?: number;
  readonly date?: string;
  /** What `client:` says. */
  readonly client?: string;
  readonly protocol?: string;
  /** Further lines of the front matter. */
  readonly head?: readonly string[];
}

/** A note of the client K-014 with this body. The front matter takes `head.length` lines more than six. */
export function session(of: Session, body: readonly string[] = []): string {
  const { number, date, client = 'K-014', protocol = 'four-stage', head = [] } = of;
  const fields = [
    `protocol: ${protocol}`,
    `client: ${client}`,
    `session: ${number ?? ''}`,
    `date: ${date ?? ''}`,
    ...head,
  ];
  return ['---', ...fields, '---', ...body, ''].join('\n');
}

/** The day of January 2026. */
export function january(day: number): string {
  return `2026-01-${String(day).padStart(2, '0')}`;
}

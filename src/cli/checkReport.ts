import type { Message } from '../core/message';
import type { RuleId, Severity } from '../core/ruleIds';
import { compareCodePoints } from '../core/text/codePointOrder';
import type { LineIndex, Position } from '../core/text/lineIndex';
import type { LinePlace } from '../core/text/linePlace';
import type { CaseProblem, Problem } from '../core/validate/problem';

/** A place as it is reported: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface ReportedPlace {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem as it is reported. */
export interface ReportedProblem extends ReportedPlace {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly protocol: string | undefined;
  readonly stage: string | undefined;
  readonly section: string | undefined;
  /** The line of the note that it stands on, only where quoting was asked for. */
  readonly quote?: string;
  /** What has to do with it in other notes of the case. */
  readonly related?: readonly ReportedPlace[];
}

/** What `check` found. */
export interface CheckReport {
  /** How many Markdown files were looked at. */
  readonly files: number;
  /** The session notes among them, relative to the working directory with `/`, in order. */
  readonly notes: readonly string[];
  /** How many of them are drafts. */
  readonly drafts: number;
  readonly errors: number;
  readonly warnings: number;
  /** Whether there are more warnings than were allowed. */
  readonly tooManyWarnings: boolean;
  /** By file, line, column, rule. */
  readonly problems: readonly ReportedProblem[];
}

/** Puts a message into words: with words of notes, or without. */
export type Say = (said: Message) => string;

/** Puts a problem of `file` in the form that reports have. */
export function reportProblem(file: string, lines: LineIndex, problem: Problem, say: Say): ReportedProblem {
  const start = lines.positionAt(problem.range.start);
  const end = lines.positionAt(problem.range.end);
  return reported(placeOf(file, say(problem.message), start, end), problem);
}

/** Does the same for a problem that a case brought up; `nameOf` names the other notes of it by their path. */
export function reportCaseProblem(
  file: string,
  problem: CaseProblem,
  say: Say,
  nameOf: (path: string) => string,
): ReportedProblem {
  const place = placeOnLine(file, say(problem.message), problem.range);
  const related = problem.related.map(each => placeOnLine(nameOf(each.path), say(each.message), each.place));
  return related.length > 0 ? { ...reported(place, problem), related } : reported(place, problem);
}

function placeOnLine(file: string, said: string, { start, end, line, character }: LinePlace): ReportedPlace {
  return placeOf(file, said, { line, character }, { line, character: character + end - start });
}

function placeOf(file: string, said: string, start: Position, end: Position): ReportedPlace {
  return {
    file,
    message: said,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A problem at its place. */
function reported(
  { file, message, line, column, endLine, endColumn }: ReportedPlace,
  { rule, severity, protocol, stage, section }: Problem,
): ReportedProblem {
  // Written out, which takes a fraction of what copying the place takes.
  return { file, rule, severity, message, line, column, endLine, endColumn, protocol, stage, section };
}

/** Orders problems by file, line, column, rule. */
export function compareProblems(a: ReportedProblem, b: ReportedProblem): number {
  return (
    compareCodePoints(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareCodePoints(a.rule, b.rule)
  );
}

/** Whether a problem makes the check fail. */
export function isFailure(problem: ReportedProblem, report: CheckReport): boolean {
  return problem.severity === 'error' || (problem.severity === 'warning' && report.tooManyWarnings);
}

/** The message, and the line of the note where quoting was asked for. */
export function messageOf({ message, quote }: ReportedProblem): string {
  return quote === undefined ? message : `${message} | ${quote}`;
}

/** The problems of each file that has some, in order. */
export function byFile(
  problems: readonly ReportedProblem[],
): ReadonlyMap<string, readonly ReportedProblem[]> {
  const files = new Map<string, ReportedProblem[]>();
  for (const problem of problems) {
    const known = files.get(problem.file);
    if (known === undefined) files.set(problem.file, [problem]);
    else known.push(problem);
  }
  return files;
}

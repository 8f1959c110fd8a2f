import type { CheckReport, ReportedProblem } from '../checkReport';
import { safeJson } from '../terminal';

/** As many problems are written at a time: a long report is never in memory as a whole. */
const TOGETHER = 500;
const OPENING = '{\n  "problems": [\n';
const CLOSING = '\n  ]\n}';
const NO_PROBLEMS = '[]\n}';

/**
 * The report as JSON, for programs, in pieces. Notes are never quoted in it; what is in other notes is said by the message.
 */
export function* formatJson({
  files,
  notes,
  drafts,
  errors,
  warnings,
  problems,
}: CheckReport): Iterable<string> {
  const counts = { files, notes: notes.length, drafts, errors, warnings };
  const empty = safeJson({ ...counts, problems: [] }, 2);
  if (problems.length === 0) {
    yield `${empty}\n`;
    return;
  }
  yield `${empty.slice(0, -NO_PROBLEMS.length)}[\n`;
  for (let at = 0; at < problems.length; at += TOGETHER) {
    const some = safeJson({ problems: problems.slice(at, at + TOGETHER).map(fieldsOf) }, 2);
    yield `${at === 0 ? '' : ',\n'}${some.slice(OPENING.length, -CLOSING.length)}`;
  }
  yield `${CLOSING}\n`;
}

/** In the order that is documented; JSON leaves out what is undefined. */
function fieldsOf(problem: ReportedProblem): object {
  const { file, rule, severity, message, line, column, endLine, endColumn } = problem;
  const { protocol, stage, section } = problem;
  return { file, rule, severity, message, line, column, endLine, endColumn, protocol, stage, section };
}

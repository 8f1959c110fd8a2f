import type { CheckReport, ReportedProblem } from '../checkReport';
import { safeJson } from '../terminal';

/** The report as JSON, for programs. Notes are never quoted in it; what is in other notes is said by the message. */
export function formatJson({ files, notes, drafts, errors, warnings, problems }: CheckReport): string {
  const counts = { files, notes: notes.length, drafts, errors, warnings };
  return `${safeJson({ ...counts, problems: problems.map(fieldsOf) }, 2)}\n`;
}

/** In the order that is documented; JSON leaves out what is undefined. */
function fieldsOf(problem: ReportedProblem): object {
  const { file, rule, severity, message, line, column, endLine, endColumn } = problem;
  const { protocol, stage, section } = problem;
  return { file, rule, severity, message, line, column, endLine, endColumn, protocol, stage, section };
}

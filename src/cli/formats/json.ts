import type { CheckReport, ReportedProblem } from '../checkReport';
import { safeJson } from '../terminal';

/** The report as JSON, for programs. Notes are never quoted in it. */
export function formatJson({ files, notes, drafts, errors, warnings, problems }: CheckReport): string {
  const counts = { files, notes: notes.length, drafts, errors, warnings };
  return `${safeJson({ ...counts, problems: problems.map(withoutQuote) }, 2)}\n`;
}

function withoutQuote({ quote, ...problem }: ReportedProblem): object {
  return problem;
}

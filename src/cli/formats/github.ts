import type { Severity } from '../../core/ruleIds';
import { type CheckReport, messageOf, type ReportedProblem } from '../checkReport';
import { visible } from '../terminal';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** The report as workflow commands, which GitHub Actions shows beside the lines of a change. */
export function formatGithub({ problems }: CheckReport): string {
  return problems.map(problem => `${commandOf(problem)}\n`).join('');
}

function commandOf(problem: ReportedProblem): string {
  const { file, line, column, endLine, endColumn, rule, severity } = problem;
  const properties = {
    file,
    line,
    endLine,
    col: column,
    // Columns are only understood within one line.
    ...(line === endLine && { endColumn }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(messageOf(problem))}`;
}

/** As the runner's own toolkit escapes; what is unsafe to print was made visible before. */
function escapeData(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { message } from '../../core/message';
import type { Severity } from '../../core/ruleIds';
import { render } from '../../l10n/catalogue';
import {
  byFile,
  type CheckReport,
  messageOf,
  type ReportedPlace,
  type ReportedProblem,
} from '../checkReport';
import { type Colour, type Paint, visible } from '../terminal';

const colours: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'dim',
};

/**
 * The report for a person: the problems under the name of their file, then the counts. Each problem is one line, so that
 * editors can read them from the output of a task.
 */
export function formatText(report: CheckReport, paint: Paint): string {
  const files = [...byFile(report.problems)].map(([file, problems]) => {
    return [paint('bold', visible(file)), ...linesOf(problems, paint), ''].join('\n');
  });
  return [...files, summaryOf(report, paint), ''].join('\n');
}

function linesOf(problems: readonly ReportedProblem[], paint: Paint): readonly string[] {
  const placeWidth = widest(problems.map(placeOf));
  const levelWidth = widest(problems.map(levelOf));
  const ruleWidth = widest(problems.map(({ rule }) => rule));
  return problems.map(problem => {
    const place = paint('dim', placeOf(problem).padEnd(placeWidth));
    const level = paint(colours[problem.severity], levelOf(problem).padEnd(levelWidth));
    const related = (problem.related ?? []).map(each =>
      paint('dim', `  → ${visible(`${each.file}:${placeOf(each)} ${each.message}`)}`),
    );
    const said = visible(messageOf(problem)) + related.join('');
    return `  ${place}  ${level}  ${problem.rule.padEnd(ruleWidth)}  ${said}`;
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0);
}

function placeOf({ line, column }: ReportedPlace): string {
  return `${line}:${column}`;
}

function levelOf({ severity }: ReportedProblem): string {
  return render(message(`severity.${severity}`));
}

function summaryOf({ notes, drafts, errors, warnings }: CheckReport, paint: Paint): string {
  if (notes.length === 0 && errors + warnings === 0) return render(message('check.no-notes'));
  const counts = render(message('check.summary', { notes: notes.length, drafts, errors, warnings }));
  if (errors > 0) return paint('red', counts);
  return warnings > 0 ? paint('yellow', counts) : counts;
}

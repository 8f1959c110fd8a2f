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

/** As many lines are written at a time: a long report is never in memory as a whole. */
const TOGETHER = 2000;

/**
 * The report for a person, in pieces: the problems under the name of their file, then the counts. Each problem is one
 * line, so that editors can read them from the output of a task.
 */
export function* formatText(report: CheckReport, paint: Paint): Iterable<string> {
  const levels = levelNames();
  let lines: string[] = [];
  for (const [file, problems] of byFile(report.problems)) {
    lines.push(paint('bold', visible(file)));
    for (const line of linesOf(problems, levels, paint)) lines.push(line);
    lines.push('');
    if (lines.length < TOGETHER) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  yield [...lines, summaryOf(report, paint), ''].join('\n');
}

type LevelNames = Readonly<Record<Severity, string>>;

/** What the severities are called. */
function levelNames(): LevelNames {
  const nameOf = (severity: Severity): string => render(message(`severity.${severity}`));
  return { error: nameOf('error'), warning: nameOf('warning'), info: nameOf('info'), hint: nameOf('hint') };
}

function linesOf(problems: readonly ReportedProblem[], levels: LevelNames, paint: Paint): readonly string[] {
  const places = problems.map(placeOf);
  const placeWidth = widest(places);
  const levelWidth = widest(problems.map(({ severity }) => levels[severity]));
  const ruleWidth = widest(problems.map(({ rule }) => rule));
  return problems.map((problem, at) => {
    const { rule, severity, related = [] } = problem;
    const place = paint('dim', (places[at] ?? '').padEnd(placeWidth));
    const level = paint(colours[severity], levels[severity].padEnd(levelWidth));
    const others = related.map(each =>
      paint('dim', `  → ${visible(`${each.file}:${placeOf(each)} ${each.message}`)}`),
    );
    return `  ${place}  ${level}  ${rule.padEnd(ruleWidth)}  ${visible(messageOf(problem))}${others.join('')}`;
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, text.length), 0);
}

function placeOf({ line, column }: ReportedPlace): string {
  return `${line}:${column}`;
}

function summaryOf({ notes, drafts, errors, warnings }: CheckReport, paint: Paint): string {
  if (notes.length === 0 && errors + warnings === 0) return render(message('check.no-notes'));
  const counts = render(message('check.summary', { notes: notes.length, drafts, errors, warnings }));
  if (errors > 0) return paint('red', counts);
  return warnings > 0 ? paint('yellow', counts) : counts;
}

import { byFile, type CheckReport, isFailure, messageOf, type ReportedProblem } from '../checkReport';
import { visible } from '../terminal';

/**
 * The report as JUnit XML: a suite for each note (and other file with problems), a case for each problem; only what
 * makes the check fail is a failure. A note without problems is one case that passed.
 */
export function formatJunit(report: CheckReport): string {
  const problems = byFile(report.problems);
  const files = new Set([...report.notes, ...problems.keys()]);
  const suites = [...files].map(file => suiteOf(file, problems.get(file) ?? [], report));
  const failures = report.problems.filter(problem => isFailure(problem, report)).length;
  const tests = report.problems.length + files.size - problems.size;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="session-notes" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: string, problems: readonly ReportedProblem[], report: CheckReport): string {
  const failures = problems.filter(problem => isFailure(problem, report)).length;
  const cases = problems.map(problem => caseOf(problem, isFailure(problem, report)));
  const passed = `    <testcase name="session-notes" classname=${attribute(file)} time="0"/>`;
  return [
    `  <testsuite name=${attribute(file)} tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" time="0">`,
    ...(cases.length === 0 ? [passed] : cases),
    '  </testsuite>',
  ].join('\n');
}

function caseOf(problem: ReportedProblem, failed: boolean): string {
  const { file, rule, severity, line, column, message } = problem;
  const text = content(`${file}:${line}:${column}: ${severity}: ${messageOf(problem)}`);
  const result = failed
    ? `<failure type=${attribute(rule)} message=${attribute(message)}>${text}</failure>`
    : `<system-out>${text}</system-out>`;
  const name = attribute(`${rule} (${line}:${column})`);
  return `    <testcase name=${name} classname=${attribute(file)} time="0">${result}</testcase>`;
}

function attribute(text: string): string {
  return `"${content(text)}"`;
}

/** Escapes for XML; control characters are made visible, what else XML cannot hold is replaced. */
function content(text: string): string {
  return visible(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The lines by which a suite inside an extension host talks to the launcher outside. A host's console is chatty,
 * so the suite's own lines begin with a mark.
 */

const mark = '[session-notes-suite] ';
const endMark = 'end ';

/** How a run of a suite ended. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were skipped or have no body. */
  readonly pending: number;
}

/** A line as the suite prints it. */
export function suiteLine(text: string): string {
  return `${mark}${text}`;
}

/** The last line of a suite. */
export function endLine(result: SuiteResult): string {
  return suiteLine(`${endMark}${JSON.stringify(result)}`);
}

/** What the suite says in one message of a host's console, without the mark. */
export function readSuiteLines(consoleText: string): readonly string[] {
  return consoleText.split(/\r?\n/).flatMap(line => {
    const at = line.indexOf(mark);
    return at < 0 ? [] : [line.slice(at + mark.length)];
  });
}

/** The result that a line of a suite states, if it is the last line. */
export function readResult(line: string): SuiteResult | undefined {
  if (!line.startsWith(endMark)) {
    return undefined;
  }
  const value: unknown = JSON.parse(line.slice(endMark.length));
  return isSuiteResult(value) ? value : undefined;
}

function isSuiteResult(value: unknown): value is SuiteResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passed' in value &&
    'failed' in value &&
    'pending' in value &&
    [value.passed, value.failed, value.pending].every(count => Number.isInteger(count))
  );
}

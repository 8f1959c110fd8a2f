import type { Message } from '../message';
import type { Severity } from '../ruleIds';
import { defaultSeverities, type RuleId } from '../ruleIds';
import type { TextRange } from '../text/textRange';
import type { Problem } from './problem';

/** Something wrong with a file of the workspace's own that is not a note, at its place. */
interface FileFault {
  readonly range: TextRange;
  readonly message: Message;
  /** That of its rule where nothing is said. */
  readonly severity?: Severity;
}

/** A note, or a file beside the notes, that could not be read; `reason` says why. Stands at the start of the file. */
export function unreadableFileProblem(reason: Message): Problem {
  return problemOf('unreadable-file', { range: { start: 0, end: 0 }, message: reason });
}

/** What is wrong with a protocol of the workspace. */
export function protocolProblems(faults: readonly FileFault[]): readonly Problem[] {
  return faults.map(fault => problemOf('protocol', fault));
}

/** What is wrong with the configuration file of the workspace. */
export function configurationProblems(faults: readonly FileFault[]): readonly Problem[] {
  return faults.map(fault => problemOf('configuration', fault));
}

function problemOf(rule: RuleId, { range, message, severity }: FileFault): Problem {
  return { rule, severity: severity ?? defaultSeverities[rule], message, range, fixes: [] };
}

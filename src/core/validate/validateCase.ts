import type { Case } from '../case/case';
import { noClient } from '../case/clientKey';
import { isCaseNote } from '../case/sessions';
import type { Config } from '../config/config';
import { isSwitchedOff } from '../note/ruleSwitches';
import type { ProtocolSet } from '../protocol/protocolSet';
import type { RuleId } from '../ruleIds';
import { asNoteCallsIt } from './asNoteCallsIt';
import type { CaseContext, CaseFinding } from './caseRule';
import { severityOf } from './levels';
import { type CaseProblem, comparePlaces } from './problem';
import { caseRules } from './rules';

/** The problems that a case brings to its notes, by path; each note's in the order of its text (then by rule). */
export type ProblemsByPath = ReadonlyMap<string, readonly CaseProblem[]>;

const none: ProblemsByPath = new Map();

/**
 * All problems that show only over a case, each on the note where it can be mended. No text is needed for it. Notes
 * that name no client have nothing to do with each other.
 */
export function validateCase(ofCase: Case, config: Config, protocols: ProtocolSet): ProblemsByPath {
  const record = ofCase.notes.filter(isCaseNote);
  const newest = record.at(-1);
  if (ofCase.key === noClient || newest === undefined) return none;
  const context = { ofCase, record, newest, protocols, goalIds: config.goalIds };
  const byPath = new Map<string, CaseProblem[]>();
  for (const { id, check } of caseRules) {
    for (const finding of check(context)) {
      const { path } = finding.note;
      const problem = problemOf(id, finding, context, config);
      if (problem === undefined) continue;
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [problem]);
      else known.push(problem);
    }
  }
  for (const problems of byPath.values()) problems.sort(comparePlaces);
  return byPath;
}

function problemOf(
  rule: RuleId,
  finding: CaseFinding,
  { ofCase, protocols }: CaseContext,
  config: Config,
): CaseProblem | undefined {
  const { note, range, stage, section, goal } = finding;
  const severity = severityOf(rule, finding, config, note.draft);
  // What cannot be read whole is asked for nothing else.
  if (severity === undefined || !note.isReadable) return undefined;
  if (isSwitchedOff(note.switches, rule, range.line)) return undefined;
  const protocol = finding.protocol ?? note.protocol;
  return {
    rule,
    severity,
    message: asNoteCallsIt(finding.message, note),
    range,
    ...(protocols.get(protocol) !== undefined && { protocol }),
    ...(stage !== undefined && { stage }),
    ...(section !== undefined && { section }),
    ...(goal !== undefined && { goal: { caseKey: ofCase.key, key: goal.key } }),
    fixes: finding.fixes?.() ?? [],
    related: finding.related ?? [],
  };
}

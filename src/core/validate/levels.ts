import type { Config, RuleLevel } from '../config/config';
import type { Severity } from '../ruleIds';
import { defaultSeverities, type RuleId } from '../ruleIds';
import type { Problem } from './problem';
import type { Finding } from './rule';

/** From the mildest. */
const severities: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** How strictly a finding of `rule` is taken in a note; undefined when the configuration switches it off. */
export function severityOf(
  rule: RuleId,
  finding: Finding,
  config: Config,
  isDraft: boolean,
): Severity | undefined {
  const otherwise = finding.onlyIfConfigured ? 'off' : levelOf(finding.severityOf ?? rule, config);
  const level = config.rules[rule] ?? otherwise;
  if (level === 'off') return undefined;
  const cap = isDraft && finding.gap ? 'hint' : (finding.maxSeverity ?? 'error');
  return milder(level, cap);
}

function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) < severities.indexOf(b) ? a : b;
}

/** Problems of files that are no notes, as strictly as the configuration takes them. */
export function atConfiguredLevels(problems: readonly Problem[], config: Config): readonly Problem[] {
  return problems.flatMap(problem => {
    const level = levelOf(problem.rule, config);
    return level === 'off' ? [] : [{ ...problem, severity: milder(level, problem.severity) }];
  });
}

function levelOf(rule: RuleId, config: Config): RuleLevel {
  return config.rules[rule] ?? defaultSeverities[rule];
}

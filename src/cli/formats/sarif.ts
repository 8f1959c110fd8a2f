import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import { message } from '../../core/message';
import type { Severity } from '../../core/ruleIds';
import { defaultSeverities, type RuleId, ruleIds } from '../../core/ruleIds';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { CheckReport, ReportedPlace, ReportedProblem } from '../checkReport';
import { safeJson } from '../terminal';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The report as a SARIF 2.1.0 log, for code scanning and viewers of it. */
export function formatSarif({ problems }: CheckReport): string {
  const driver = { name: 'session-notes', version, semanticVersion: version, rules: ruleIds.map(ruleOf) };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: interfaceLanguage(),
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: problems.map(resultOf),
      },
    ],
  };
  return `${safeJson(log, 2)}\n`;
}

function ruleOf(id: RuleId): ReportingDescriptor {
  const text = render(message(`rule.${id}`));
  const page = `docs/rules/${id}.md`;
  return {
    id,
    shortDescription: { text },
    help: { text: render(message('check.rule-page', { page })) },
    defaultConfiguration: { level: levels[defaultSeverities[id]] },
  };
}

function resultOf(problem: ReportedProblem): Result {
  const { rule, severity, protocol, stage, section, quote, related } = problem;
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: locationOf(problem, quote) }],
    relatedLocations: related?.map(each => ({
      physicalLocation: locationOf(each),
      message: { text: each.message },
    })),
    properties: { severity, protocol, stage, section },
  };
}

function locationOf(
  { file, line, column, endLine, endColumn }: ReportedPlace,
  quote?: string,
): PhysicalLocation {
  const snippet = quote === undefined ? undefined : { text: quote };
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
    contextRegion: snippet && { startLine: line, snippet },
  };
}

/** A relative URI: each name of the path percent-encoded. */
function uriOf(file: string): string {
  return file
    .split('/')
    .map(name => encodeURIComponent(replaceHalves(name)))
    .join('/');
}

/** Half of a surrogate pair has no percent-encoding. */
function replaceHalves(name: string): string {
  return name.replace(/\p{Cs}/gu, '\uFFFD');
}

import { type CaseGoal, isOpen } from '../core/case/case';
import { clientKey } from '../core/case/clientKey';
import { counselorOf } from '../core/case/openGoals';
import { type Message, message } from '../core/message';
import { goalStatuses } from '../core/note/goalMention';
import { render } from '../l10n/catalogue';
import { excelCsv } from '../l10n/excelCsv';
import { type DiskCase, type ListedCase, readCases } from './cases';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { formatGoalsCsv } from './formats/goalsCsv';
import { formatGoalsFhir } from './formats/goalsFhir';
import { formatGoalsJson } from './formats/goalsJson';
import { formatGoalsText } from './formats/goalsText';
import { givesWords } from './givingWords';
import { goalsByPlace } from './goalsByPlace';
import { useConfiguredLanguage } from './language';
import { choiceOption, isForExcel } from './options';
import { linesAbove } from './practiceAbove';
import { type CommandOutcome, paintFor, type Terminal } from './terminal';
import { Workspace } from './workspace';

/** Which goals are listed: those that count as open, all, or those with one status. */
const statusFilters = [
  'open',
  'all',
  ...goalStatuses.filter(status => status !== 'open'),
  'not-started',
] as const;

/** The ways to put goals out; the first is the default. */
const goalFormats = ['text', 'json', 'csv', 'fhir'] as const;

type GoalFormat = (typeof goalFormats)[number];
type StatusFilter = (typeof statusFilters)[number];

/** `session-notes goals`: the goals of each client over the case, and what became of them. */
export const goalsCommand: Command = {
  options: {
    format: 'value',
    client: 'value',
    counselor: 'value',
    status: 'value',
    for: 'value',
    quote: 'flag',
  },
  help: message('cli.help.goals'),
  run: listGoals,
};

function listGoals(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const format = choiceOption(line, 'format', goalFormats);
  if (isFault(format)) return format;
  const status = choiceOption(line, 'status', statusFilters);
  if (isFault(status)) return status;
  const words = givesWords(line, terminal);
  // A resource of FHIR without the words of its goal would say nothing.
  if (format === 'fhir' && !words)
    return { fault: message('cli.ci-needs-quote', { option: '--format fhir' }) };
  const forExcel = isForExcel(line);
  if (isFault(forExcel)) return forExcel;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const { cases, hasAny, unread } = readCases(workspace, terminal, line.values.get('client'));
  const wanted = cases.filter(found => isWanted(found, line)).map(found => withGoals(found, status));
  const listed = words ? wanted : goalsByPlace(wanted);
  const nothing = message(hasAny ? 'goals.no-such-case' : 'goals.no-cases');
  const output = formatted(listed, format, { nothing, forExcel }, terminal);
  // What could not be read may hold goals: the answer is not the whole one.
  const above = linesAbove(workspace.practicesAbove, terminal.directory);
  return { exitCode: unread.length === 0 ? 0 : 1, output, errors: [...above, ...unread] };
}

/** The cases in a format; `nothing` says to a person why there are none. */
function formatted(
  listed: readonly ListedCase[],
  format: GoalFormat,
  { nothing, forExcel }: { readonly nothing: Message; readonly forExcel: boolean },
  terminal: Terminal,
): string {
  const { directory } = terminal;
  switch (format) {
    case 'json':
      return formatGoalsJson(listed, directory);
    case 'csv':
      return formatGoalsCsv(listed, directory, forExcel ? excelCsv() : {});
    case 'fhir':
      return formatGoalsFhir(listed);
    default:
      return listed.length === 0
        ? `${render(nothing)}\n`
        : formatGoalsText(listed, directory, paintFor(terminal));
  }
}

function isWanted({ case: found }: DiskCase, { values }: CommandLine): boolean {
  const counselor = values.get('counselor');
  return counselor === undefined || clientKey(counselorOf(found) ?? '') === clientKey(counselor);
}

function withGoals(found: DiskCase, filter: StatusFilter): ListedCase {
  return { ...found, goals: found.case.goals.filter(goal => passes(goal, filter)) };
}

function passes({ status }: CaseGoal, filter: StatusFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'open' ? isOpen(status) : status === filter;
}

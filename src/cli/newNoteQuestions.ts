import type { Case, CaseGoal } from '../core/case/case';
import { openCount } from '../core/case/caseFacts';
import { clientKey, noClient } from '../core/case/clientKey';
import { asksStages } from '../core/case/nextSession';
import { sessionCount } from '../core/describe/goalFacts';
import { message } from '../core/message';
import { typedSessionDays } from '../core/note/sessionDays';
import { type FormatRange, formatChoices, formatRanges } from '../core/practice/newNoteChoices';
import type { CompiledProtocol } from '../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../l10n/catalogue';
import type { Fault } from './command';
import type { DiskRoot } from './roots';
import { type Terminal, visible } from './terminal';

/** What asks a person a question and gives the line that was typed, trimmed; undefined at the end of what is typed. */
export type Ask = NonNullable<Terminal['ask']>;

/** What leaves a question without an answer comes to. */
const left: Fault = { fault: message('cli.new.left') };

/** For whom the note is: one who has notes, or a new client, which is asked about. Nobody is new by a slip of the pen. */
export function askClient(ask: Ask, cases: readonly Case[], free: string): string | Fault {
  const known = cases.filter(({ key }) => key !== noClient);
  for (;;) {
    const typed = ask(render(message('cli.new.ask-client', { client: free })));
    if (typed === undefined) return left;
    if (typed === '') return free;
    const found = known.find(({ key }) => key === clientKey(typed));
    const question =
      found === undefined
        ? message('cli.new.ask-new-client', { client: visible(typed) })
        : message('cli.new.ask-known-client', {
            client: visible(found.client),
            sessions: render(sessionCount(found.sessions)),
            open: openCount(found),
          });
    const answer = ask(render(question));
    if (answer === undefined) return left;
    if (/^y/i.test(answer) || (answer === '' && found !== undefined)) return found?.client ?? typed;
  }
}

/** The day of the session, in any usual form; `today` where nothing is typed. */
export function askDate(ask: Ask, today: string): string | Fault {
  for (;;) {
    const typed = ask(render(message('cli.new.ask-date', { date: today })));
    if (typed === undefined) return left;
    const [day] = typed === '' ? [today] : typedSessionDays(typed, today, interfaceLanguage());
    if (day !== undefined) return day;
  }
}

/** The note format, by id or title; where nothing is typed the one that most cases of the folder follow. */
export function askProtocol(ask: Ask, root: DiskRoot, cases: readonly Case[]): CompiledProtocol | Fault {
  const { protocols, config } = root;
  const { ids, first } = formatChoices(root, cases);
  const [usual = config.defaultProtocol] = first;
  for (;;) {
    const typed = ask(render(message('cli.new.ask-protocol', { known: ids.join(', '), protocol: usual })));
    if (typed === undefined) return left;
    const id = typed === '' ? usual : protocols.idOf(typed);
    const found = id === undefined ? undefined : protocols.get(id);
    if (found !== undefined) return found;
  }
}

/** For whom the format is from now on, of those for whom it can be kept; the client alone where nothing is typed. */
export function askRange(
  ask: Ask,
  { protocol }: CompiledProtocol,
  kept: readonly FormatRange[],
): FormatRange | Fault {
  const ranges = formatRanges(protocol, kept);
  const [first = 'client', ...others] = ranges;
  if (others.length === 0) return first;
  const rows = ranges.map(range =>
    render(
      message('cli.new.range', { range: render(message(`new-note.use-for-${range}`)), how: howKept(range) }),
    ),
  );
  const question = message('cli.new.ask-range', { format: protocol.title, rows: numbered(rows) });
  for (;;) {
    const typed = ask(render(question));
    if (typed === undefined) return left;
    const picked = typed === '' ? first : ranges[Number(typed) - 1];
    if (picked !== undefined) return picked;
  }
}

function howKept(range: FormatRange): string {
  return render(message(range === 'mine' ? 'cli.new.range-mine-how' : `new-note.use-for-${range}-how`));
}

/** Which of many open goals and actions go into the note, by their numbers; all where nothing is typed. */
export function askCarried(ask: Ask, goals: readonly CaseGoal[]): ReadonlySet<CaseGoal> | Fault {
  const rows = numbered(goals.map(({ text }) => visible(text)));
  const question = message('cli.new.ask-carried', { count: goals.length, rows });
  for (;;) {
    const typed = ask(render(question));
    if (typed === undefined) return left;
    if (typed === '') return new Set(goals);
    if (typed === '-') return new Set();
    const picked = typed.split(/[\s,]+/).map(number => goals[Number(number) - 1]);
    if (picked.every(goal => goal !== undefined)) return new Set(picked);
  }
}

function numbered(rows: readonly string[]): string {
  return rows.map((row, at) => `  ${at + 1} ${row}`).join('\n');
}

/** The stages, by ids or titles with commas between; `suggested` where nothing is typed, undefined for a client who did not come. */
export function askStages(
  ask: Ask,
  compiled: CompiledProtocol,
  suggested: readonly string[],
): readonly string[] | undefined | Fault {
  if (!asksStages(compiled)) return suggested;
  const { stages } = compiled.protocol;
  const known = stages.map(({ id }) => id);
  for (;;) {
    const question = message('cli.new.ask-stages', {
      known: stages.map(({ title }) => title),
      stages: stages.filter(({ id }) => suggested.includes(id)).map(({ title }) => title),
    });
    const typed = ask(render(question));
    if (typed === undefined) return left;
    if (typed === '') return suggested;
    if (typed === '-') return undefined;
    const named = typed.split(',').map(name => compiled.stageByName(name.trim())?.id);
    if (named.every(id => id !== undefined)) return known.filter(id => named.includes(id));
  }
}

import { message } from '../core/message';
import { isIsoDate } from '../core/note/dates';
import type { CompiledProtocol } from '../core/protocol/compiledProtocol';
import type { Fault } from './command';
import type { CommandLine, OptionTable } from './commandLine';

/** The options of `new`. */
export const newNoteOptions: OptionTable = {
  client: 'value',
  date: 'value',
  stages: 'value',
  'no-show': 'flag',
  counselor: 'value',
  protocol: 'value',
  dir: 'value',
};

/** The date asked for, else that of today where the program runs; `YYYY-MM-DD`. */
export function dateOption({ values }: CommandLine): string | Fault {
  const given = values.get('date');
  if (given === undefined) return dateToday();
  if (isIsoDate(given)) return given;
  return { fault: message('cli.new.not-a-date', { value: given }) };
}

/**
 * The ids of the stages asked for by id or title, in the order of the protocol; `suggested` where none are, undefined
 * where the client did not come.
 */
export function stagesOption(
  { values, flags }: CommandLine,
  compiled: CompiledProtocol,
  suggested: readonly string[],
): readonly string[] | undefined | Fault {
  const given = values.get('stages');
  if (flags.has('no-show')) {
    return given === undefined ? undefined : { fault: message('cli.new.no-show-with-stages') };
  }
  if (given === undefined) return suggested;
  const { id: protocol, stages } = compiled.protocol;
  const known = stages.map(({ id }) => id);
  const ids = new Set<string>();
  for (const name of given.split(',')) {
    const stage = compiled.stageByName(name.trim());
    if (stage === undefined) {
      const args = { stage: name.trim(), protocol, known: stages.map(({ title }) => title) };
      return { fault: message('cli.new.unknown-stage', args) };
    }
    ids.add(stage.id);
  }
  return known.filter(id => ids.has(id));
}

/** What is wrong with the words beside the options, if anything is. */
export function pathsFault({ paths }: CommandLine): Fault | undefined {
  const [path] = paths;
  return path === undefined ? undefined : { fault: message('cli.new.takes-no-paths', { path }) };
}

/** The date of today where the program runs, `YYYY-MM-DD`. */
export function dateToday(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

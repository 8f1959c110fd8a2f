import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ColumnKind, columnKinds } from '../core/exchange/importers/importedTranscript';
import { roleNamed } from '../core/exchange/importers/speakerRoles';
import { message } from '../core/message';
import { isIsoDate } from '../core/note/dates';
import type { CompiledProtocol } from '../core/protocol/compiledProtocol';
import { otherRole } from '../core/transcript/speakers';
import { type Fault, isFault } from './command';
import type { CommandLine, OptionTable } from './commandLine';
import { countOption } from './options';
import type { DiskRoot } from './roots';

/** The options of `import`. */
export const importOptions: OptionTable = {
  speaker: 'list',
  out: 'value',
  'keep-names': 'flag',
  'replace-names': 'flag',
  lenient: 'flag',
  tier: 'list',
  column: 'list',
  join: 'flag',
  protocol: 'value',
  client: 'value',
  session: 'value',
  date: 'value',
  quote: 'flag',
};

/** What is wanted of an import. */
export interface ImportWishes {
  readonly protocol: CompiledProtocol;
  /** Roles by the speakers' names in the files, as they were typed. */
  readonly roles: ReadonlyMap<string, string>;
  readonly clients: readonly string[];
  readonly session: number | undefined;
  readonly date: string | undefined;
  /** What columns of tables hold, by their titles. */
  readonly columns: ReadonlyMap<string, ColumnKind>;
}

/** Reads the options that say how transcripts are to be written. */
export function importWishes(line: CommandLine, root: DiskRoot): ImportWishes | Fault {
  const id = line.values.get('protocol') ?? root.config.defaultProtocol;
  const protocol = root.protocols.get(id);
  if (protocol === undefined)
    return { fault: message('cli.unknown-protocol', { protocol: id, known: root.protocols.ids.join(', ') }) };
  const roles = speakerRoles(line, protocol);
  if (isFault(roles)) return roles;
  const columns = givenColumns(line);
  if (isFault(columns)) return columns;
  const session = countOption(line, 'session');
  if (isFault(session)) return session;
  const date = line.values.get('date');
  if (date !== undefined && !isIsoDate(date))
    return { fault: message('cli.new.not-a-date', { value: date }) };
  const client = line.values.get('client')?.trim() ?? '';
  return { protocol, roles, clients: client === '' ? [] : [client], session, date, columns };
}

function speakerRoles(
  line: CommandLine,
  { protocol }: CompiledProtocol,
): ReadonlyMap<string, string> | Fault {
  const roles = new Map<string, string>();
  for (const given of line.lists.get('speaker') ?? []) {
    const at = given.lastIndexOf('=');
    const name = given.slice(0, at).trim();
    const wanted = given.slice(at + 1).trim();
    if (at < 0 || name === '') return { fault: message('cli.import.bad-speaker', { value: given }) };
    const role = wanted === otherRole ? otherRole : roleNamed(wanted, protocol);
    if (role === undefined) {
      const allowed = [...protocol.roles.map(({ id }) => id), otherRole].join(', ');
      return { fault: message('cli.bad-value', { option: '--speaker', value: given, allowed }) };
    }
    roles.set(name, role);
  }
  return roles;
}

function givenColumns(line: CommandLine): ReadonlyMap<string, ColumnKind> | Fault {
  const columns = new Map<string, ColumnKind>();
  for (const value of line.lists.get('column') ?? []) {
    const at = value.indexOf('=');
    const kind = columnKinds.find(each => each === value.slice(0, at).trim());
    const title = value.slice(at + 1).trim();
    if (kind === undefined || title === '')
      return { fault: message('cli.import.bad-column', { value, allowed: columnKinds.join(', ') }) };
    columns.set(title, kind);
  }
  return columns;
}

/** The folder that files go to: `--out`, else the working directory. */
export function outFolder({ values }: CommandLine, directory: string): string | Fault {
  const given = values.get('out');
  const folder = resolve(directory, given ?? '.');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return folder;
  return { fault: message('cli.new.not-a-folder', { path: given ?? '.' }) };
}

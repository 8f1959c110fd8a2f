import type { AgreementOptions, Cluster, Uncoded } from '../core/agreement/agreement';
import { allAtOnce, compareRaters } from '../core/agreement/compareRaters';
import { namedByPlace } from '../core/agreement/namedByPlace';
import { type Pairing, pairVersions, ratersFault } from '../core/agreement/pairVersions';
import type { ComparedOn, Unit } from '../core/agreement/ratedTurns';
import { type ReadVersion, readVersion } from '../core/agreement/readVersion';
import type { PairingFault } from '../core/agreement/version';
import { message } from '../core/message';
import { unreadMarks } from '../core/transcript/transcript';
import { render, renderQuoting } from '../l10n/catalogue';
import { excelCsv } from '../l10n/excelCsv';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { formatAgreement } from './formats/agreement';
import { useConfiguredLanguage } from './language';
import { choiceOption, isForExcel } from './options';
import { linesAbove } from './practiceAbove';
import { takeNotes } from './takeNotes';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

const comparedOn: readonly [ComparedOn, ComparedOn] = ['codes', 'stage'];
const units: readonly [Unit, Unit] = ['turn', 'character'];
const clusters: readonly [Cluster, Cluster] = ['turn', 'transcript'];
const readings: readonly [Uncoded, Uncoded] = ['missing', 'value'];
const formats = ['text', 'json', 'csv'] as const;

/** `session-notes agree`: how far raters of the same transcripts agree. */
export const agreeCommand: Command = {
  options: {
    on: 'value',
    unit: 'value',
    role: 'value',
    cluster: 'value',
    uncoded: 'value',
    format: 'value',
    for: 'value',
    quote: 'flag',
  },
  help: message('cli.help.agree'),
  run: agree,
};

function agree(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const format = choiceOption(line, 'format', formats);
  if (isFault(format)) return format;
  const forExcel = isForExcel(line);
  if (isFault(forExcel)) return forExcel;
  const options = readOptions(line);
  if (isFault(options)) return options;
  const workspace = Workspace.open(terminal.directory, line.paths);
  if (isFault(workspace)) return workspace;
  useConfiguredLanguage(line, workspace.roots);
  const read = readVersions(workspace, terminal);
  const pairing = pairVersions(read.versions);
  if ('reason' in pairing) return refused(pairing, line);
  const [doubled] = pairing.doubled;
  if (pairing.rated.length === 0)
    return doubled === undefined ? { fault: message('agree.nothing') } : refused(doubled, line);
  const tooMany = ratersFault(pairing);
  if (tooMany !== undefined) return { fault: tooMany };
  const unknown = unknownRole(pairing, options);
  if (unknown !== undefined) return unknown;
  const named = allAtOnce(compareRaters(pairing.rated, options));
  const agreement = line.flags.has('quote') ? named : namedByPlace(named);
  return {
    // What could not be read may be a version: the answer is not the whole one.
    exitCode: read.unread.length + pairing.doubled.length === 0 ? 0 : 1,
    output: formatAgreement(agreement, format, forExcel ? excelCsv() : {}),
    errors: [
      ...linesAbove(workspace.practicesAbove, terminal.directory),
      ...read.unread,
      ...pairing.doubled.flatMap(fault => linesOf(fault, line)),
      ...leftOut(pairing, read),
      ...unread(pairing),
    ],
  };
}

function readOptions(line: CommandLine): AgreementOptions | Fault {
  const on = choiceOption(line, 'on', comparedOn);
  if (isFault(on)) return on;
  const unit = choiceOption(line, 'unit', units);
  if (isFault(unit)) return unit;
  const uncoded = choiceOption(line, 'uncoded', readings);
  if (isFault(uncoded)) return uncoded;
  const cluster = choiceOption(line, 'cluster', clusters);
  if (isFault(cluster)) return cluster;
  const roles = line.values.get('role')?.split(',');
  return { on, unit, uncoded, cluster, roles: roles?.map(role => role.trim()).filter(role => role !== '') };
}

interface Read {
  readonly versions: ReadVersion['version'][];
  /** The files of versions that raters made together. */
  readonly consensus: string[];
  /** One line for each file or folder that could not be read. */
  readonly unread: readonly string[];
}

function readVersions(workspace: Workspace, terminal: Terminal): Read {
  const versions: Read['versions'] = [];
  const consensus: string[] = [];
  const unread = takeNotes(workspace, terminal, ({ note, name }) => {
    const read = readVersion(note, name);
    if (read?.isConsensus) consensus.push(name);
    else if (read !== undefined) versions.push(read.version);
  });
  return { versions, consensus, unread };
}

function refused(fault: PairingFault, line: CommandLine): CommandOutcome {
  return { exitCode: 2, output: '', errors: linesOf(fault, line) };
}

function linesOf({ reason, quotes }: PairingFault, { flags }: CommandLine): readonly string[] {
  const said = flags.has('quote')
    ? [renderQuoting(reason), ...quotes.map(words => `  ${words}`)]
    : [render(reason)];
  return said.map(visible);
}

/** A role that no turn has and no protocol knows is a slip of the pen. */
function unknownRole({ rated }: Pairing, { roles = [] }: AgreementOptions): Fault | undefined {
  const versions = rated.flatMap(each => each.versions);
  const ofProtocols = versions.flatMap(({ protocol }) => protocol?.roles.map(({ id }) => id) ?? []);
  const ofTurns = versions.flatMap(({ transcript }) => transcript.turns.flatMap(({ role }) => role ?? []));
  const known = new Set([...ofProtocols, ...ofTurns]);
  const value = roles.find(role => !known.has(role));
  if (value === undefined) return undefined;
  const allowed = [...new Set(ofProtocols)].join(', ');
  return { fault: message('cli.bad-value', { option: '--role', value, allowed }) };
}

/** Codes that a rater wrote and that count for nothing: the values would be others. */
function unread({ rated }: Pairing): readonly string[] {
  return rated
    .flatMap(({ versions }) => versions)
    .flatMap(({ file, transcript }) => {
      const count = unreadMarks(transcript);
      return count === 0 ? [] : [visible(render(message('agree.unread', { file, count })))];
    });
}

function leftOut({ alone }: Pairing, { consensus }: Read): readonly string[] {
  const lines = [
    ...alone.map(({ file, transcript }) =>
      message(transcript.id === undefined ? 'agree.no-id' : 'agree.alone', { file }),
    ),
    ...consensus.map(file => message('agree.consensus', { file })),
  ];
  return lines.map(line => visible(render(line)));
}

import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Case } from '../core/case/case';
import { clientKey, noClient } from '../core/case/clientKey';
import { newestNote } from '../core/case/newestNote';
import { nextClientCode } from '../core/case/nextClientCode';
import { lastSessionNote, nextSession, numberOn, suggestedStages } from '../core/case/nextSession';
import { counselorOf } from '../core/case/openGoals';
import { type NewNoteRequest, newNote } from '../core/change/newNote';
import { type FileNameValues, noteFileName } from '../core/config/noteFileName';
import { message } from '../core/message';
import type { FrontMatterEntry } from '../core/note/frontMatter';
import { type FormatRange, goalsToAskAbout, knownProtocol } from '../core/practice/newNoteChoices';
import { readNote } from '../core/practice/practice';
import type { CompiledProtocol } from '../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../l10n/catalogue';
import { readCases } from './cases';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { FileWriter } from './fileWriter';
import { fileOfRange, ownFile, ownFormat, writeFormat } from './keptFormat';
import { useConfiguredLanguage } from './language';
import { dateOption, newNoteOptions, pathsFault, stagesOption } from './newNoteOptions';
import {
  type Ask,
  askCarried,
  askClient,
  askDate,
  askProtocol,
  askRange,
  askStages,
} from './newNoteQuestions';
import { readDiskNote } from './noteFile';
import { pathFrom } from './paths';
import { linesAbove } from './practiceAbove';
import { type DiskRoot, DiskRoots } from './roots';
import { type CommandOutcome, type Terminal, visible } from './terminal';
import { Workspace } from './workspace';

/**
 * What is a client's code and no name, as far as its looks tell: up to three letters and a number. The next code after
 * others is offered by these alone, since messages have no words of notes.
 */
const CODE = /^\p{L}{0,3}[-_./]?\d{1,9}$/u;

/** `session-notes new`: the note of a client's next session, as a draft. */
export const newCommand: Command = {
  options: newNoteOptions,
  help: message('cli.help.new'),
  run: createNote,
};

function createNote(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const date = dateOption(line);
  if (isFault(date)) return date;
  const place = pathsFault(line) ?? placeOf(line, terminal);
  if (isFault(place)) return place;
  const client = clientOption(line, place.cases, terminal.ask);
  if (isFault(client)) return client;
  const day = line.values.has('date') || terminal.ask === undefined ? date : askDate(terminal.ask, date);
  if (isFault(day)) return day;
  const wanted = requestFor(line, place, client, day, terminal);
  if (isFault(wanted)) return wanted;
  const request = withCarried(wanted.request, terminal.ask);
  if (isFault(request)) return request;
  const outcome = write(request, place, terminal);
  return isFault(outcome) || wanted.keptIn === undefined
    ? outcome
    : kept(outcome, wanted.keptIn, request.protocol, terminal);
}

/** Where there are many open goals, those alone that a person says are carried over. */
function withCarried(request: NewNoteRequest, ask: Ask | undefined): NewNoteRequest | Fault {
  const goals = ask === undefined ? [] : goalsToAskAbout(request);
  if (ask === undefined || goals.length === 0) return request;
  const picked = askCarried(ask, goals);
  return isFault(picked) ? picked : { ...request, carries: goal => picked.has(goal) };
}

/** The outcome once it is kept in a file for whom the format is; the note is there whatever becomes of that. */
function kept(
  outcome: CommandOutcome,
  file: string,
  { protocol }: CompiledProtocol,
  { directory }: Terminal,
): CommandOutcome {
  const reason = writeFormat(file, protocol.id);
  const name = visible(pathFrom(directory, file));
  const said =
    reason === undefined ? render(message('practice.written', { file: name })) : `${name}: ${render(reason)}`;
  return {
    ...outcome,
    exitCode: reason === undefined ? outcome.exitCode : 1,
    errors: [...outcome.errors, said],
  };
}

function write(
  request: NewNoteRequest,
  { folder, root, said, unread }: NotePlace,
  terminal: Terminal,
): CommandOutcome | Fault {
  const path = noteFileName(root.config.fileName, fileNameValues(request));
  const nameOf = (file: string): string => pathFrom(terminal.directory, file);
  try {
    const file = new FileWriter().createFree(folder, path, newNote(request).text);
    // What could not be read may be a note of this client: number and goals may be wrong.
    const exitCode = unread.length === 0 ? 0 : 1;
    return { exitCode, output: `${visible(nameOf(file))}\n`, errors: [...said, ...unread] };
  } catch {
    return { fault: message('cli.new.cannot-write', { path: nameOf(resolve(folder, path)) }) };
  }
}

interface NotePlace {
  /** Where the note goes: `--dir`, else the folder of the root. */
  readonly folder: string;
  readonly root: DiskRoot;
  readonly cases: readonly Case[];
  /** What is to be said of practices above. */
  readonly said: readonly string[];
  /** One line for each file or folder that could not be read. */
  readonly unread: readonly string[];
}

function placeOf(line: CommandLine, terminal: Terminal): NotePlace | Fault {
  const { directory } = terminal;
  const given = line.values.get('dir');
  const roots = new DiskRoots(directory);
  const folder = given === undefined ? roots.rootOf(directory).folder : resolve(directory, given);
  if (!mayBeFolder(folder)) return { fault: message('cli.new.not-a-folder', { path: given ?? '.' }) };
  const root = roots.rootOf(folder);
  useConfiguredLanguage(line, [root]);
  const said = linesAbove(roots.above, directory);
  // A folder that is yet to be made, away from everything, has no notes.
  if (!existsSync(root.folder)) return { folder, root, cases: [], said, unread: [] };
  const workspace = Workspace.open(directory, [root.folder]);
  if (isFault(workspace)) return workspace;
  const client = line.values.get('client') ?? '';
  const { cases, unread } = readCases(
    workspace,
    terminal,
    clientKey(client) === noClient ? undefined : client,
  );
  const own = cases.filter(found => found.root.folder === root.folder);
  return { folder, root, cases: own.map(found => found.case), said, unread };
}

/** Whether it is a folder or can become one: no file stands in its way. */
function mayBeFolder(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found !== undefined) return found.isDirectory();
    if (dirname(at) === at) return false;
  }
}

function clientOption({ values }: CommandLine, cases: readonly Case[], ask: Ask | undefined): string | Fault {
  const given = values.get('client')?.trim() ?? '';
  if (clientKey(given) !== noClient) return given;
  const clients = cases.flatMap(({ notes }) => notes.flatMap(each => each.clients));
  const free = nextClientCode(clients.filter(each => CODE.test(each)));
  if (ask !== undefined) return askClient(ask, cases, free);
  return { fault: message('cli.new.needs-client', { client: free }) };
}

/** What a note is made of, and the file in which it is to be kept for whom its format is. */
interface WantedNote {
  readonly request: NewNoteRequest;
  readonly keptIn: string | undefined;
}

function requestFor(
  line: CommandLine,
  { root, cases: all }: NotePlace,
  named: string,
  date: string,
  { ask, environment }: Terminal,
): WantedNote | Fault {
  const ofCase = all.find(({ key }) => key === clientKey(named));
  const cases = ofCase === undefined ? [] : [ofCase];
  const client = ofCase?.client ?? named;
  const counselor = line.values.get('counselor') ?? (ofCase && counselorOf(ofCase));
  const known = { client, date, session: nextSession(cases), counselor };
  const id = line.values.get('protocol') ?? knownProtocol(root, ofCase, known) ?? ownFormat(environment);
  const isAsked = id === undefined && ask !== undefined;
  const protocol = isAsked ? askProtocol(ask, root, all) : protocolOf(root, id);
  if (isFault(protocol)) return protocol;
  const range = isAsked ? askRange(ask, protocol, rangesKept(environment)) : 'client';
  if (isFault(range)) return range;
  const session = numberOn(protocol, cases, date);
  const suggested = suggestedStages(protocol, ofCase);
  const isSaid = line.values.has('stages') || line.flags.has('no-show');
  const stages =
    isSaid || ask === undefined
      ? stagesOption(line, protocol, suggested)
      : askStages(ask, protocol, suggested);
  if (isFault(stages)) return stages;
  const language = languageOf(line, ofCase);
  const { goalIds, prompts, require, ask: askFor } = root.config;
  const last = ofCase && lastFrontMatter(root, ofCase);
  const of = { protocol, clients: [client], session, date, counselor };
  const request = { ...of, stages, language, cases, goalIds, prompts, require, askFor, last };
  return { request, keptIn: fileOfRange(range, root, environment) };
}

/** For whom a format can be kept: for oneself where there is a place for that. */
function rangesKept(environment: Terminal['environment']): readonly FormatRange[] {
  return ownFile(environment) === undefined ? ['folder'] : ['mine', 'folder'];
}

/** The front matter of the last note of a case. */
function lastFrontMatter(root: DiskRoot, ofCase: Case): readonly FrontMatterEntry[] | undefined {
  const path = (lastSessionNote(ofCase) ?? newestNote(ofCase))?.path;
  if (path === undefined) return undefined;
  const reading = readDiskNote({ file: join(root.folder, path), path, root });
  return reading.kind === 'note' ? readNote(root, path, reading.content.text).frontMatter.entries : undefined;
}

/** The protocol with an id; that of notes that name none where no id is told. */
function protocolOf(
  { protocols, config }: DiskRoot,
  id: string = config.defaultProtocol,
): CompiledProtocol | Fault {
  const protocol = protocols.get(id);
  if (protocol !== undefined) return protocol;
  return { fault: message('cli.unknown-protocol', { protocol: id, known: protocols.ids.join(', ') }) };
}

/** `--language` where it was given, else that of the case's notes, else that of messages. */
function languageOf({ values }: CommandLine, ofCase: Case | undefined): string {
  const ofNotes = ofCase?.notes.flatMap(({ language }) => language ?? []).at(-1);
  return values.has('language') || ofNotes === undefined ? interfaceLanguage() : ofNotes;
}

function fileNameValues({ clients, date, session, counselor, protocol }: NewNoteRequest): FileNameValues {
  return { client: clients[0] ?? '', date, session, counselor, protocol: protocol.protocol.id };
}

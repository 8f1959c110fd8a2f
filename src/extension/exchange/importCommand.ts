import * as vscode from 'vscode';
import { readListedCodes } from '../../core/exchange/importers/codebookTable';
import type { CodePlan } from '../../core/exchange/importers/codePlan';
import { isPacked, projectExtensions, transcriptExtensions } from '../../core/exchange/importers/fileEndings';
import { type ForeignCodebook, readCodebook } from '../../core/exchange/importers/foreignCodebook';
import { type ForeignProject, readProject } from '../../core/exchange/importers/foreignProject';
import { headDate } from '../../core/exchange/importers/headDate';
import type { ImportedTranscript } from '../../core/exchange/importers/importedTranscript';
import {
  projectRemarks,
  projectTranscripts,
  sourcesRead,
  unreadCodes,
} from '../../core/exchange/importers/importProject';
import {
  type ImportRemark,
  type ImportRequest,
  type ImportResult,
  namesSaid,
  writeImported,
} from '../../core/exchange/importers/importTranscript';
import { megabyte, openProjectFile, projectLimits } from '../../core/exchange/importers/projectFile';
import { type ImportedSpeaker, importedSpeakers } from '../../core/exchange/importers/speakerRoles';
import { type Message, message } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import { maximumBytes } from '../../core/text/decode';
import { decodeXml } from '../../core/xml/decodeXml';
import { interfaceLanguage, render, textIn } from '../../l10n/catalogue';
import { notify, withCancel } from '../services/dialogs';
import { createFree } from '../services/files/createFile';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { pathIn, type Root, type Roots } from '../services/roots';
import { noteLanguage } from '../services/tools/vscodeTypes';
import { runYielding } from '../services/tools/yielding';
import { inEditor } from './editorRemarks';
import { pickCodebook, planImport } from './importCodes';
import { clientOfFolder } from './pickSession';
import { fileName, readBytes } from './readBytes';
import { noSession } from './sessionOf';
import { askForSpeakers, type ImportChoices, type ImportQuestion } from './speakerDialog';
import { TranscriptReading } from './transcriptReading';

/** The session that a transcript is of, and the cases that it may belong to. */
type Belonging = Pick<ImportQuestion, 'of' | 'cases'>;

/** How many remarks a notification shows. */
const shownRemarks = 3;

/** What is said at the end of an import. */
interface Said {
  readonly files: vscode.Uri[];
  /** What failed, and what was left out. */
  readonly faults: string[];
  readonly remarks: string[];
}

/**
 * Imports transcripts, codebooks and coded projects: those picked in the Explorer, else those that a dialog asks for.
 * The speakers are asked for before anything is written. A transcript goes beside its file, or into the first folder
 * of the workspace where that lies outside; without a folder it is an untitled document.
 */
export async function importTranscripts(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
  roots: Roots,
  index: NoteIndex,
): Promise<void> {
  const uris = selected ?? (clicked === undefined ? await askForFiles() : [clicked]);
  if (uris === undefined || uris.length === 0) return;
  const said: Said = { files: [], faults: [], remarks: [] };
  for (const uri of uris) {
    const goesOn = await importFile(uri, rootFor(uri, roots), index, said);
    if (!goesOn) break;
  }
  const last = said.files.at(-1);
  if (last !== undefined) await vscode.window.showTextDocument(last, { preview: false });
  if (said.faults.length > 0) void notify('error', joined(said.faults));
  else if (said.remarks.length > 0) void notify('info', joined(said.remarks));
}

async function askForFiles(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: render(message('import.open-label')),
    filters: {
      [render(message('import.filter'))]: [...transcriptExtensions, ...projectExtensions],
    },
  });
}

/** The root of the file, else the first of the workspace. */
function rootFor(uri: vscode.Uri, roots: Roots): Root {
  const own = roots.rootOf(uri);
  return own.uri === undefined ? (roots.all[0] ?? own) : own;
}

/** Whether the next file is to be imported: not where the user left the dialog. */
async function importFile(uri: vscode.Uri, root: Root, index: NoteIndex, said: Said): Promise<boolean> {
  if (/\.qdc$/i.test(uri.path)) return importCodebookFile(uri, root, said);
  return /\.qdpx$/i.test(uri.path)
    ? importProjectFile(uri, root, said)
    : importTranscriptFile(uri, root, index, said);
}

async function importCodebookFile(uri: vscode.Uri, root: Root, said: Said): Promise<boolean> {
  const read = await readBytes(uri, projectLimits.project * megabyte);
  const xml = 'reason' in read ? read : decodeXml(read.bytes);
  const codebook = 'reason' in xml ? xml : readCodebook(xml.text);
  return 'reason' in codebook ? failed(said, uri, codebook) : importCodes(uri, codebook, root, said);
}

async function importCodes(
  uri: vscode.Uri,
  codebook: ForeignCodebook,
  root: Root,
  said: Said,
): Promise<boolean> {
  const place = await pickCodebook(root);
  if (place === undefined) return false;
  const planned = await planImport(codebook, root, place);
  if ('reason' in planned) return failed(said, uri, planned);
  const imported = await planned.write();
  if ('reason' in imported) return failed(said, uri, imported);
  if (imported.uri !== undefined) said.files.push(imported.uri);
  const unread = unreadCodes(codebook).map(reason => ({ reason }));
  tell(said.remarks, uri, [...codeRemarks(planned.plan), ...unread]);
  return true;
}

/** Says why a file is not imported; the next one is. */
function failed(said: Said, uri: vscode.Uri, remark: ImportRemark): boolean {
  tell(said.faults, uri, [remark]);
  return true;
}

async function importTranscriptFile(
  uri: vscode.Uri,
  root: Root,
  index: NoteIndex,
  said: Said,
): Promise<boolean> {
  const read = await readBytes(uri, isPacked(uri.path) ? projectLimits.archive * megabyte : maximumBytes);
  if ('reason' in read) return failed(said, uri, read);
  const codes = await runYielding(readListedCodes(fileName(uri), read.bytes));
  if (codes !== undefined && !('reason' in codes)) return importCodes(uri, codes, root, said);
  const protocol = root.protocols.get(root.config.defaultProtocol)?.protocol;
  if (protocol === undefined) return failed(said, uri, noProtocol(root));
  const reading = new TranscriptReading(fileName(uri), read.bytes, protocol);
  if (!(await reading.ask())) return false;
  const { transcript, isLenient } = reading;
  if (transcript.faults.length > 0 && !isLenient) {
    tell(said.faults, uri, codes === undefined ? transcript.faults : [...transcript.faults, codes]);
    return true;
  }
  const { of, cases } = belonging(uri, root, index);
  const date = transcript.date ?? headDate(transcript.preamble, interfaceLanguage());
  const belongs: Belonging = {
    of: date === undefined ? of : { ...of, date, dateFrom: 'file' },
    cases,
  };
  const request = await requestFor([transcript], root, belongs, name => reading.declare(name));
  if (request === undefined) return false;
  const wanted = { ...request, lenient: isLenient };
  // The day is that which was chosen, or none.
  const undated = { ...reading.transcript, date: undefined };
  const result = await runYielding(writeImported(fileName(uri), undated, wanted));
  await writeResult(uri, result, root, said);
  return true;
}

async function importProjectFile(uri: vscode.Uri, root: Root, said: Said): Promise<boolean> {
  const project = await readProjectFile(uri);
  if (project === undefined) return false;
  if ('reason' in project) return failed(said, uri, project);
  const place = await pickCodebook(root);
  if (place === undefined) return false;
  const planned = await planImport(project.codebook, root, place);
  if ('reason' in planned) return failed(said, uri, planned);
  const protocol = planned.root.protocols.get(place.id)?.protocol;
  if (protocol === undefined) return failed(said, uri, noProtocol(planned.root));
  const sources = sourcesRead(project, protocol);
  const request = await requestFor(sources, planned.root, { of: noSession, cases: undefined });
  if (request === undefined) return false;
  const codes = await planned.write();
  if ('reason' in codes) return failed(said, uri, codes);
  const transcripts = await runYielding(projectTranscripts(project, planned.plan.ids, request));
  for (const { result } of transcripts) await writeResult(uri, result, root, said);
  const reasons = projectRemarks(project, transcripts, protocol).map(reason => ({ reason }));
  tell(said.remarks, uri, [...codeRemarks(planned.plan), ...reasons]);
  // The codes are an edit of a file that was there, the transcripts are new files: these are two steps.
  if (codes.isEdited) tell(said.remarks, uri, [{ reason: message('import.two-steps') }]);
  return true;
}

/** Undefined where the user does not wait for it. */
async function readProjectFile(
  uri: vscode.Uri,
): Promise<ForeignProject | { readonly reason: Message } | undefined> {
  const read = await readBytes(uri, projectLimits.archive * megabyte);
  if ('reason' in read) return read;
  const archive = await withCancel(message('import.opening'), token =>
    runYielding(openProjectFile(read.bytes), token),
  );
  return archive === undefined || 'reason' in archive ? archive : readProject(archive);
}

/** Whose session a file may be of: where only one client has notes beside it, that client's. */
function belonging(uri: vscode.Uri, root: Root, index: NoteIndex): Belonging {
  const cases = index.cases().flatMap(found => (found.root.key === root.key ? [found.case] : []));
  const folder = pathIn(root, vscode.Uri.joinPath(uri, '..'));
  return { of: { ...noSession, client: clientOfFolder(folder, cases) }, cases };
}

/** Asks who the speakers are, if there are any. */
async function requestFor(
  transcripts: readonly ImportedTranscript[],
  root: Root,
  belongs: Belonging,
  declare?: (name: string) => Promise<ImportedTranscript>,
): Promise<ImportRequest | undefined> {
  const protocol = root.protocols.get(root.config.defaultProtocol)?.protocol;
  if (protocol === undefined) return undefined;
  let read = transcripts;
  const requestOf = (choices: ImportChoices): ImportRequest => {
    const { of, ...manner } = choices;
    return {
      ...manner,
      protocol,
      protocols: root.protocols,
      clients: of.client === undefined ? [] : [of.client],
      session: of.session,
      date: of.date,
      language: undefined,
      otherwise: interfaceLanguage(),
      unknownIn: language => textIn(language, 'import.speaker'),
      nobodyIn: language => textIn(language, 'import.nobody'),
    };
  };
  const question = (): ImportQuestion => ({
    speakers: speakersOf(read, protocol),
    protocol,
    ...belongs,
    saidIn: choices => read.flatMap(each => namesSaid(each, requestOf(choices))),
    declare:
      declare &&
      (async name => {
        read = [await declare(name)];
        return speakersOf(read, protocol);
      }),
  });
  const none = {
    roles: new Map<string, string>(),
    keepNames: false,
    join: false,
    replaceSaid: false,
    of: belongs.of,
  };
  const isAsked = declare !== undefined || speakersOf(read, protocol).length > 0;
  const choices = isAsked ? await askForSpeakers(question()) : none;
  return choices && requestOf(choices);
}

/** The speakers of all transcripts, each once. */
function speakersOf(
  transcripts: readonly ImportedTranscript[],
  protocol: Protocol,
): readonly ImportedSpeaker[] {
  const speakers = transcripts.flatMap(each => importedSpeakers(each, protocol));
  return [...new Map(speakers.map(speaker => [speaker.name, speaker] as const)).values()];
}

async function writeResult(uri: vscode.Uri, result: ImportResult, root: Root, said: Said): Promise<void> {
  if (result.kind === 'fault') return tell(said.faults, uri, result.remarks);
  tell(said.remarks, uri, result.remarks);
  const folder =
    vscode.workspace.getWorkspaceFolder(uri) === undefined ? root.uri : vscode.Uri.joinPath(uri, '..');
  if (folder !== undefined) {
    return createTranscript(uri, folder, result, said);
  }
  const document = await vscode.workspace.openTextDocument({ language: noteLanguage, content: result.text });
  said.files.push(document.uri);
}

async function createTranscript(
  uri: vscode.Uri,
  folder: vscode.Uri,
  { fileName: name, text }: Extract<ImportResult, { readonly kind: 'transcript' }>,
  said: Said,
): Promise<void> {
  try {
    said.files.push(await createFree(folder, name, text));
  } catch {
    tell(said.faults, uri, [{ reason: message('new-note.not-created', { file: nameShown(name, 'file') }) }]);
  }
}

/** The protocol that the notes of `root` have by default does not exist. */
function noProtocol({ config }: Root): ImportRemark {
  return { reason: message('problem.unknown-protocol', { protocol: config.defaultProtocol }) };
}

function codeRemarks({ codes, known }: CodePlan): readonly ImportRemark[] {
  const added = codes.length;
  return [
    ...(added === 0 ? [] : [{ reason: message('import.codes-added', { count: added }) }]),
    ...(known === 0 ? [] : [{ reason: message('import.codes-known', { count: known }) }]),
  ];
}

function tell(lines: string[], uri: vscode.Uri, remarks: readonly ImportRemark[]): void {
  for (const { line, reason } of remarks) {
    const file = nameShown(fileName(uri), 'file');
    const place = line === undefined ? file : `${file}:${line + 1}`;
    lines.push(`${place}: ${render(inEditor(reason))}`);
  }
}

function joined(lines: readonly string[]): string {
  const rest = lines.length - shownRemarks;
  const more = rest > 0 ? [render(message('import.more', { count: rest }))] : [];
  return [...lines.slice(0, shownRemarks), ...more].join(' ');
}

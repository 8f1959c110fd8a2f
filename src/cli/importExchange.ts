import { join } from 'node:path';
import {
  type ExchangeFault,
  type ForeignCodebook,
  readCodebook,
} from '../core/exchange/importers/foreignCodebook';
import { readProject } from '../core/exchange/importers/foreignProject';
import { importCodebook } from '../core/exchange/importers/importCodebook';
import { projectRemarks, projectTranscripts, unreadCodes } from '../core/exchange/importers/importProject';
import { megabyte, openProjectFile, projectLimits } from '../core/exchange/importers/projectFile';
import { type Message, message, quoting } from '../core/message';
import { practiceFolder, protocolsFolder } from '../core/practice/loadPractice';
import { runToEnd } from '../core/steps';
import type { DecodedText } from '../core/text/decode';
import { decodeXml } from '../core/xml/decodeXml';
import { interfaceLanguage, textIn } from '../l10n/catalogue';
import { allLabels } from '../l10n/exportLabels';
import { type Fault, isFault } from './command';
import type { FileWriter } from './fileWriter';
import {
  failedImport,
  type Imported,
  type ImportRun,
  importRequest,
  readDiskBytes,
  remarkLine,
  sayFor,
  writeTranscriptFile,
} from './imported';
import { importWishes } from './importOptions';
import { DiskRoots, protocolFilesIn } from './roots';

/** Imports a codebook (`.qdc`) into the workspace's protocol `id`. */
export function importCodebookFile(path: string, file: string, id: string, run: ImportRun): Imported {
  const bytes = readDiskBytes(file, projectLimits.project * megabyte);
  if ('reason' in bytes) return failedImport([remarkLine(path, bytes, run)]);
  const decoded = decodeXml(bytes.bytes);
  if (decoded.kind === 'fault') return failedImport([remarkLine(path, decoded, run)]);
  return importCodes(path, readCodebook(decoded.text), id, run);
}

/** Imports the codes that were read from a file. */
export function importCodes(
  path: string,
  codebook: ForeignCodebook | ExchangeFault,
  id: string,
  run: ImportRun,
): Imported {
  if ('reason' in codebook) return failedImport([remarkLine(path, codebook, run)]);
  const { imported } = addCodes(path, codebook, id, run);
  const remarks = unreadCodes(codebook).map(reason => remarkLine(path, { reason }, run));
  return { ...imported, remarks: [...imported.remarks, ...remarks] };
}

/** Imports the codes of a project (`.qdpx`) into the protocol `id`, which is made where there is none, and its coded texts. */
export function importProjectFile(
  path: string,
  file: string,
  id: string,
  given: ImportRun,
): Imported | Fault {
  const bytes = readDiskBytes(file, projectLimits.archive * megabyte);
  if ('reason' in bytes) return failedImport([remarkLine(path, bytes, given)]);
  const archive = runToEnd(openProjectFile(bytes.bytes));
  if ('reason' in archive) return failedImport([remarkLine(path, archive, given)]);
  const project = readProject(archive);
  if ('reason' in project) return failedImport([remarkLine(path, project, given)]);
  const early = given.root.protocols.get(id) === undefined ? undefined : importWishes(given.line, given.root);
  if (early !== undefined && isFault(early)) return early;
  const codes = addCodes(path, project.codebook, id, given);
  if (codes.imported.failed) return codes.imported;
  // Read anew, since the protocol may be new.
  const run = { ...given, root: new DiskRoots(given.terminal.directory).rootOf(given.folder) };
  const wishes = importWishes(run.line, run.root);
  if (isFault(wishes)) return wishes;
  const transcripts = runToEnd(projectTranscripts(project, codes.ids, importRequest(run, wishes)));
  const parts = transcripts.map(({ source, number, result }): Imported => {
    const name = sayFor(quoting('import.source', { source }, { file: path, number }), run);
    const remarks = result.remarks.map(said => remarkLine(name, said, run));
    return result.kind === 'fault' ? failedImport(remarks) : writeTranscriptFile(run, result, remarks);
  });
  const said = projectRemarks(project, transcripts, wishes.protocol.protocol).map(reason =>
    remarkLine(path, { reason }, run),
  );
  const all = [codes.imported, ...parts];
  return {
    written: all.flatMap(({ written }) => written),
    failed: parts.length === 0 || all.some(({ failed }) => failed),
    remarks: [...all.flatMap(({ remarks }) => remarks), ...said],
  };
}

/** A protocol file of the workspace's own, as it was read. */
interface OwnFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly content: DecodedText;
}

interface AddedCodes {
  readonly imported: Imported;
  readonly ids: ReadonlyMap<string, string>;
}

function addCodes(path: string, codebook: ForeignCodebook, id: string, run: ImportRun): AddedCodes {
  const { root, writer } = run;
  const language = interfaceLanguage();
  const folder = join(root.folder, practiceFolder, protocolsFolder);
  const files = protocolFilesIn(root.folder).flatMap(({ file, text, content }): readonly OwnFile[] =>
    content === undefined ? [] : [{ path: file, text, content }],
  );
  const result = importCodebook(codebook, {
    id,
    protocols: root.protocols,
    files,
    language,
    labels: allLabels(),
    title: textIn(language, 'import.codebook-title'),
  });
  if (result.kind === 'fault')
    return { imported: failedImport([remarkLine(path, result, run)]), ids: new Map() };
  const { plan } = result;
  const remarks = [
    ...(plan.codes.length === 0 ? [] : [message('import.codes-added', { count: plan.codes.length })]),
    ...(plan.known === 0 ? [] : [message('import.codes-known', { count: plan.known })]),
  ].map(reason => remarkLine(path, { reason }, run));
  if (result.kind === 'nothing') return { imported: { written: [], failed: false, remarks }, ids: plan.ids };
  const own = files.find(file => file.path === result.path);
  const written =
    own === undefined
      ? createProtocol(folder, result.path, result.text, writer)
      : changeProtocol(own, result.text, writer);
  if ('reason' in written) return { imported: failedImport([remarkLine(path, written, run)]), ids: plan.ids };
  return { imported: { written: [written.file], failed: false, remarks }, ids: plan.ids };
}

type Written = { readonly file: string } | { readonly reason: Message };

function changeProtocol({ path, content }: OwnFile, text: string, writer: FileWriter): Written {
  const reason = writer.rewrite(path, content, text);
  return reason === undefined ? { file: path } : { reason };
}

function createProtocol(folder: string, name: string, text: string, writer: FileWriter): Written {
  try {
    return { file: writer.createFree(folder, name, text) };
  } catch {
    return { reason: message('file.cannot-write') };
  }
}

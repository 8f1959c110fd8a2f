import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readListedCodes } from '../core/exchange/importers/codebookTable';
import { isPacked } from '../core/exchange/importers/fileEndings';
import { importTranscriptFile } from '../core/exchange/importers/importTranscript';
import { megabyte, projectLimits } from '../core/exchange/importers/projectFile';
import { message } from '../core/message';
import { isProtocolId } from '../core/protocol/schema';
import { runToEnd } from '../core/steps';
import { maximumBytes } from '../core/text/decode';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { isMissing } from './fileFault';
import { FileWriter } from './fileWriter';
import { importCodebookFile, importCodes, importProjectFile } from './importExchange';
import {
  failedImport,
  type Imported,
  type ImportRun,
  importRequest,
  readDiskBytes,
  remarkLine,
  writeTranscriptFile,
} from './imported';
import { type ImportWishes, importOptions, importWishes, outFolder } from './importOptions';
import { useConfiguredLanguage } from './language';
import { pathFrom } from './paths';
import { linesAbove } from './practiceAbove';
import { type DiskRoot, DiskRoots } from './roots';
import { type CommandOutcome, type Terminal, visible } from './terminal';

/** `session-notes import`: transcripts of other formats as transcripts in Markdown, and codebooks. */
export const importCommand: Command = {
  options: importOptions,
  help: message('cli.help.import'),
  run: importFiles,
};

function importFiles(line: CommandLine, terminal: Terminal): CommandOutcome | Fault {
  const { directory } = terminal;
  if (line.paths.length === 0) return { fault: message('cli.import.needs-files') };
  const folder = outFolder(line, directory);
  if (isFault(folder)) return folder;
  const roots = new DiskRoots(directory);
  useConfiguredLanguage(line, [roots.rootOf(folder)]);
  for (const path of line.paths) {
    const missing = missingFault(resolve(directory, path), path);
    if (missing !== undefined) return missing;
  }
  const files: Imported[] = [];
  const writer = new FileWriter();
  let root: DiskRoot | undefined;
  for (const path of line.paths) {
    root ??= new DiskRoots(directory).rootOf(folder);
    const imported = importFile(path, { line, terminal, root, folder, writer });
    if (isFault(imported)) return imported;
    files.push(imported);
    // What has codes changes the protocols.
    if (imported.written.some(file => /\.ya?ml$/i.test(file))) root = undefined;
  }
  return {
    exitCode: files.some(({ failed }) => failed) ? 1 : 0,
    output: [...new Set(files.flatMap(({ written }) => written))]
      .map(file => `${visible(pathFrom(directory, file))}\n`)
      .join(''),
    errors: [...linesAbove(roots.above, directory), ...files.flatMap(({ remarks }) => remarks)],
  };
}

function missingFault(file: string, path: string): Fault | undefined {
  try {
    return statSync(file).isFile() ? undefined : { fault: message('cli.import.not-a-file', { path }) };
  } catch (error) {
    return { fault: message(isMissing(error) ? 'cli.no-such-path' : 'cli.cannot-read-path', { path }) };
  }
}

function importFile(path: string, run: ImportRun): Imported | Fault {
  const file = resolve(run.terminal.directory, path);
  const id = run.line.values.get('protocol') ?? run.root.config.defaultProtocol;
  if (/\.qdc$/i.test(path)) {
    if (!isProtocolId(id)) return { fault: message('cli.import.bad-id', { value: id }) };
    return importCodebookFile(path, file, id, run);
  }
  if (/\.qdpx$/i.test(path)) {
    if (run.root.protocols.get(id) === undefined && !isProtocolId(id))
      return { fault: message('cli.import.bad-id', { value: id }) };
    return importProjectFile(path, file, id, run);
  }
  const read = readDiskBytes(file, isPacked(path) ? projectLimits.archive * megabyte : maximumBytes);
  if ('reason' in read) return failedImport([remarkLine(path, read, run)]);
  const codes = runToEnd(readListedCodes(basename(path), read.bytes));
  if (codes !== undefined && !('reason' in codes) && isProtocolId(id))
    return importCodes(path, codes, id, run);
  const wishes = importWishes(run.line, run.root);
  if (isFault(wishes)) return wishes;
  const imported = importOneTranscript(path, read, wishes, run);
  if (!imported.failed || codes === undefined || !('reason' in codes)) return imported;
  return failedImport([...imported.remarks, remarkLine(path, codes, run)]);
}

function importOneTranscript(
  path: string,
  bytes: { readonly bytes: Uint8Array },
  wishes: ImportWishes,
  run: ImportRun,
): Imported {
  const result = importTranscriptFile(basename(path), bytes.bytes, importRequest(run, wishes));
  if (result.kind === 'fault') return failedImport(result.remarks.map(said => remarkLine(path, said, run)));
  const remarks = [...result.remarks, ...result.leftOut].map(said => remarkLine(path, said, run));
  return writeTranscriptFile(run, result, remarks);
}

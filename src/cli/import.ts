import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Message, message } from '../core/message';
import { decode, maximumBytes } from '../core/text/decode';
import type { ImportFault } from '../core/transcript/importers/importedTranscript';
import { importTranscript } from '../core/transcript/importers/importTranscript';
import { interfaceLanguage, render, textIn } from '../l10n/catalogue';
import { type Command, type Fault, isFault } from './command';
import type { CommandLine } from './commandLine';
import { createFile } from './createFile';
import { isMissing, readFault } from './fileFault';
import { type ImportWishes, importOptions, importWishes, outFolder } from './importOptions';
import { useConfiguredLanguage } from './language';
import { pathFrom } from './paths';
import { type Root, Roots } from './roots';
import { type Outcome, type Terminal, visible } from './terminal';

/** `session-notes import`: transcripts of other formats as transcripts in Markdown. */
export const importCommand: Command = {
  options: importOptions,
  help: message('cli.help.import'),
  run: importFiles,
};

/** What became of one file. */
interface Imported {
  /** The absolute paths of the files written. */
  readonly written: readonly string[];
  readonly failed: boolean;
  /** What is to be said of it, one line each. */
  readonly remarks: readonly string[];
}

/** What all files of one run have in common. */
interface ImportRun {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly root: Root;
  readonly folder: string;
  readonly wishes: ImportWishes;
}

function importFiles(line: CommandLine, terminal: Terminal): Outcome | Fault {
  const { directory } = terminal;
  if (line.paths.length === 0) return { fault: message('cli.import.needs-files') };
  const folder = outFolder(line, directory);
  if (isFault(folder)) return folder;
  const root = new Roots(directory).rootOf(folder);
  useConfiguredLanguage(line, [root]);
  const wishes = importWishes(line, root);
  if (isFault(wishes)) return wishes;
  for (const path of line.paths) {
    const missing = missingFault(resolve(directory, path), path);
    if (missing !== undefined) return missing;
  }
  const files = line.paths.map(path => importFile(path, { line, terminal, root, folder, wishes }));
  return {
    exitCode: files.some(({ failed }) => failed) ? 1 : 0,
    output: files
      .flatMap(({ written }) => written)
      .map(file => `${visible(pathFrom(directory, file))}\n`)
      .join(''),
    errors: files.flatMap(({ remarks }) => remarks),
  };
}

function missingFault(file: string, path: string): Fault | undefined {
  try {
    return statSync(file).isFile() ? undefined : { fault: message('cli.import.not-a-file', { path }) };
  } catch (error) {
    return { fault: message(isMissing(error) ? 'cli.no-such-path' : 'cli.cannot-read-path', { path }) };
  }
}

function importFile(path: string, run: ImportRun): Imported {
  const bytes = readBytes(resolve(run.terminal.directory, path));
  if ('reason' in bytes) return failure([remark(path, bytes)]);
  const decoded = decode(bytes.bytes);
  if (decoded.kind === 'fault') return failure([remark(path, decoded)]);
  return importText(path, decoded.text, run);
}

function importText(
  path: string,
  text: string,
  { line, root, folder, wishes, terminal }: ImportRun,
): Imported {
  const result = importTranscript(basename(path), text, {
    ...wishes,
    protocol: wishes.protocol.protocol,
    protocols: root.protocols,
    keepNames: line.flags.has('keep-names'),
    join: line.flags.has('join'),
    language: line.values.has('language') ? interfaceLanguage() : undefined,
    otherwise: interfaceLanguage(),
    unknownIn: language => textIn(language, 'import.speaker'),
  });
  const remarks = result.remarks.map(said => remark(path, said));
  if (result.kind === 'fault') return failure(remarks);
  try {
    return { written: [createFile(folder, result.fileName, result.text)], failed: false, remarks };
  } catch {
    const target = pathFrom(terminal.directory, resolve(folder, result.fileName));
    return failure([...remarks, visible(render(message('cli.new.cannot-write', { path: target })))]);
  }
}

function readBytes(file: string): { readonly bytes: Uint8Array } | { readonly reason: Message } {
  try {
    if (statSync(file).size > maximumBytes) return { reason: message('file.too-large') };
    return { bytes: readFileSync(file) };
  } catch (error) {
    return { reason: readFault(error) };
  }
}

function failure(remarks: readonly string[]): Imported {
  return { written: [], failed: true, remarks };
}

/** `file:line: reason`, the line from 1; without a line where it is about the whole file. */
function remark(path: string, { line, reason }: Pick<ImportFault, 'reason'> & Partial<ImportFault>): string {
  const place = line === undefined ? path : `${path}:${line + 1}`;
  return visible(`${place}: ${render(reason)}`);
}

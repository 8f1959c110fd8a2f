import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportRemark, ImportRequest } from '../core/exchange/importers/importTranscript';
import { type Message, message } from '../core/message';
import { interfaceLanguage, render, renderQuoting, textIn } from '../l10n/catalogue';
import type { CommandLine } from './commandLine';
import { readFault } from './fileFault';
import type { FileWriter } from './fileWriter';
import type { ImportWishes } from './importOptions';
import { pathFrom } from './paths';
import type { DiskRoot } from './roots';
import { type Terminal, visible } from './terminal';

/** What became of one file that was to be imported. */
export interface Imported {
  /** The absolute paths of the files written. */
  readonly written: readonly string[];
  readonly failed: boolean;
  /** What is to be said of it, one line each. */
  readonly remarks: readonly string[];
}

/** What all files of one run have in common. */
export interface ImportRun {
  readonly line: CommandLine;
  readonly terminal: Terminal;
  readonly root: DiskRoot;
  /** Where transcripts go. */
  readonly folder: string;
  readonly writer: FileWriter;
}

/** How the transcripts of a run are to be written. */
export function importRequest({ line, root }: ImportRun, wishes: ImportWishes): ImportRequest {
  return {
    ...wishes,
    protocol: wishes.protocol.protocol,
    protocols: root.protocols,
    keepNames: line.flags.has('keep-names'),
    join: line.flags.has('join'),
    language: line.values.has('language') ? interfaceLanguage() : undefined,
    otherwise: interfaceLanguage(),
    unknownIn: language => textIn(language, 'import.speaker'),
    nobodyIn: language => textIn(language, 'import.nobody'),
    lenient: line.flags.has('lenient'),
    replaceSaid: line.flags.has('replace-names'),
    tiers: line.lists.get('tier') ?? [],
  };
}

/** Writes a new transcript. */
export function writeTranscriptFile(
  { folder, terminal, writer }: ImportRun,
  { fileName, text }: { readonly fileName: string; readonly text: string },
  remarks: readonly string[],
): Imported {
  try {
    return { written: [writer.createFree(folder, fileName, text)], failed: false, remarks };
  } catch {
    const path = pathFrom(terminal.directory, resolve(folder, fileName));
    return failedImport([...remarks, visible(render(message('cli.new.cannot-write', { path })))]);
  }
}

/** The bytes of a file of at most `limit` bytes. */
export function readDiskBytes(
  file: string,
  limit: number,
): { readonly bytes: Uint8Array } | { readonly reason: Message } {
  try {
    if (statSync(file).size > limit) return { reason: message('file.too-large') };
    return { bytes: readFileSync(file) };
  } catch (error) {
    return { reason: readFault(error, file) };
  }
}

/** A file that was not imported. */
export function failedImport(remarks: readonly string[]): Imported {
  return { written: [], failed: true, remarks };
}

/** `file:line: reason`, the line from 1; without a line where it is about the whole file. */
export function remarkLine(path: string, { line, reason }: ImportRemark, run: ImportRun): string {
  const place = line === undefined ? path : `${path}:${line + 1}`;
  return visible(`${place}: ${sayFor(reason, run)}`);
}

/** A message with words of what is imported only where they were asked for. */
export function sayFor(said: Message, { line }: Pick<ImportRun, 'line'>): string {
  return line.flags.has('quote') ? renderQuoting(said) : render(said);
}

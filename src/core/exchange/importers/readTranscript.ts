import { message } from '../../message';
import { looksLikeNote } from '../../note/recognise';
import type { Steps } from '../../steps';
import { comparable } from '../../text/comparable';
import { readChat } from './chat';
import { linesOfCells, linesSource, type Source, type SourcePiece } from './containers/source';
import { readElan } from './elan';
import { readExmaralda } from './exmaralda';
import {
  type Claim,
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import { readJson } from './jsonTranscript';
import { type OpenedTranscript, openText, openTranscript } from './openTranscript';
import { readPlainLines } from './plainTranscript';
import { labelledLine } from './speakerLabel';
import { readTextGrid } from './textGrid';
import { readTimedCues } from './timedCues';
import { hasTurnTables, readTurnTables } from './turnTable';
import { lineUnaccounted } from './wordAccount';

/**
 * Reads a transcript from a file of any format that is known; `name` is the file's. Every word of it is said in a cue
 * or claimed for something else, which is counted; a file of which that is not so has faults, and its words in loose
 * cues. In steps, as a long one takes a while. Never throws.
 */
export function* readTranscriptFile(
  name: string,
  bytes: Uint8Array,
  context: ImportContext,
): Steps<ImportedTranscript> {
  const opened = yield* openTranscript(name, bytes);
  return 'reason' in opened ? { ...nothingImported, faults: [opened] } : yield* readOpened(opened, context);
}

/** The same of a text that is decoded already, without a byte order mark. */
export function* readTranscript(
  name: string,
  text: string,
  context: ImportContext,
): Steps<ImportedTranscript> {
  const opened = yield* openText(name, text);
  return 'reason' in opened ? { ...nothingImported, faults: [opened] } : yield* readOpened(opened, context);
}

function* readOpened(given: OpenedTranscript, context: ImportContext): Steps<ImportedTranscript> {
  const opened = asTable(given, context) ?? asLines(given, context) ?? given;
  const { source, text } = opened;
  if (looksLikeNote(text))
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.is-note') }] };
  const read = withOneNameEach(withAsides(source, yield* readWords(opened, context)));
  const told = opened.isWindows === true ? [{ reason: message('import.windows-1252') }] : [];
  const leftOut = leftOutIn(source, read.claims);
  const all = { ...read, leftOut, remarks: [...told, ...read.remarks] };
  const isSaid = all.cues.some(({ words }) => words.trim() !== '');
  if (!isSaid && all.faults.length === 0)
    return { ...all, faults: [{ line: 0, reason: message('import.nothing') }] };
  if (!isSaid) return all;
  yield;
  const line = yield* lineUnaccounted(source, all, context);
  return line === undefined ? all : unaccounted(source, { line, reason: message('import.words-lost') }, all);
}

/** A text whose columns are parted by tabs, if it is a table of turns. */
function asTable(opened: OpenedTranscript, context: ImportContext): OpenedTranscript | undefined {
  if (opened.kind !== 'text' || opened.tabbed === undefined) return undefined;
  if (!hasTurnTables(opened.tabbed, context)) return undefined;
  const { tabbed: source, text, isWindows } = opened;
  return { kind: 'table', source, text, ...(isWindows !== undefined && { isWindows }) };
}

/**
 * A file that is called a table and is none of turns, if most of its lines begin with a name and a colon; and one with
 * several such lines in a cell, as where a table frames the page.
 */
function asLines(opened: OpenedTranscript, context: ImportContext): OpenedTranscript | undefined {
  if (opened.kind === 'text' && opened.source.tables.length > 0) return withLinesOfCells(opened, context);
  if (opened.kind !== 'table' || hasTurnTables(opened.source, context)) return undefined;
  const source = linesSource(opened.text);
  const lines = source.pieces.map(({ text }) => text.trim()).filter(text => text !== '');
  const labels = lines.filter(line => !line.startsWith('"') && labelledLine(line)?.hasColon === true);
  if (labels.length === 0 || labels.length * 2 < lines.length) return undefined;
  return { ...opened, kind: 'text', source };
}

function withLinesOfCells(
  opened: Extract<OpenedTranscript, { readonly kind: 'text' }>,
  context: ImportContext,
): OpenedTranscript | undefined {
  const isTalk = ({ text }: SourcePiece): boolean =>
    text.split('\n').filter(line => labelledLine(line.trim())?.hasColon === true).length > 1;
  if (!opened.source.pieces.some(isTalk) || hasTurnTables(opened.source, context)) return undefined;
  return { ...opened, source: linesOfCells(opened.source) };
}

function* readWords(opened: OpenedTranscript, context: ImportContext): Steps<ImportedTranscript> {
  switch (opened.kind) {
    case 'captions':
      return yield* readTimedCues(opened.source, context);
    case 'chat':
      return yield* readChat(opened.source);
    case 'elan':
      return yield* readElan(opened.source, context);
    case 'exmaralda':
      return yield* readExmaralda(opened.source, context);
    case 'textgrid':
      return yield* readTextGrid(opened.source, context);
    case 'json':
      return yield* readJson(opened.source);
    case 'table':
      return yield* readTurnTables(opened.source, context);
    case 'text':
      return yield* readText(withoutAsides(opened.source), context);
  }
}

/** Text with tables: those of turns are read, where there are any; else their cells are lines like others. */
function* readText(source: Source, context: ImportContext): Steps<ImportedTranscript> {
  if (source.tables.length === 0) return yield* readPlainLines(source, context);
  if (hasTurnTables(source, context)) return yield* readTurnTables(source, context);
  const plain = yield* readPlainLines({ ...source, tables: [] }, context);
  return plain.faults.length === 0 ? plain : yield* readTurnTables(source, context);
}

/** Asides stand behind all else. */
function withoutAsides(source: Source): Source {
  const [first] = source.asides ?? [];
  return first === undefined ? source : { ...source, pieces: source.pieces.slice(0, first) };
}

/** What was left out for a reason, by line. */
function leftOutIn({ pieces }: Source, claims: readonly Claim[]): readonly ImportFault[] {
  return claims
    .flatMap(({ piece, text, as }) =>
      typeof as === 'string' || !/[\p{L}\p{N}]/u.test(text)
        ? []
        : [{ line: pieces[piece]?.line ?? 0, reason: as }],
    )
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function withAsides({ asides = [], pieces }: Source, read: ImportedTranscript): ImportedTranscript {
  if (asides.length === 0) return read;
  const claims = asides.map(
    (piece): Claim => ({ piece, text: pieces[piece]?.text ?? '', as: message('import.left.asides') }),
  );
  return { ...read, claims: [...read.claims, ...claims] };
}

/** Whose name is written in several ways is one speaker, called as at first: `Konseli`, `KONSELI`. */
function withOneNameEach(read: ImportedTranscript): ImportedTranscript {
  const first = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { speaker } of read.cues) {
    if (speaker === undefined || names.has(speaker)) continue;
    const name = first.get(comparable(speaker)) ?? speaker;
    first.set(comparable(speaker), name);
    names.set(speaker, name);
  }
  if (first.size === names.size) return read;
  const cues = read.cues.map(
    (cue): Cue =>
      cue.speaker === undefined ? cue : { ...cue, speaker: names.get(cue.speaker) ?? cue.speaker },
  );
  return { ...read, cues };
}

/** Everything in loose cues, since it cannot be told what was lost. */
function unaccounted({ pieces }: Source, fault: ImportFault, read: ImportedTranscript): ImportedTranscript {
  const cues = pieces.flatMap(({ text }, piece): readonly Cue[] =>
    text.trim() === ''
      ? []
      : [{ start: undefined, end: undefined, speaker: undefined, words: text.trim(), piece, isLoose: true }],
  );
  return {
    ...nothingImported,
    date: read.date,
    language: read.language,
    cues,
    faults: [...read.faults, fault],
  };
}

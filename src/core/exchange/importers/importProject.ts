import { type Message, message, titleIn } from '../../message';
import type { Protocol } from '../../protocol/schema';
import { runToEnd, type Steps } from '../../steps';
import { firstIndex } from '../../text/firstIndex';
import type { TextRange } from '../../text/textRange';
import { otherRole } from '../../transcript/speakers';
import { stageGuid } from '../exporters/codeTree';
import { clientGuid, keptKeys, roleGuid, variableKey } from '../exporters/projectIds';
import type { CueCoding } from './codedWords';
import type { ForeignCodebook } from './foreignCodebook';
import type { ForeignCoding } from './foreignCodings';
import type { ForeignCase, ForeignProject } from './foreignProject';
import type { ForeignSource } from './foreignSources';
import type { Cue, ImportedTranscript } from './importedTranscript';
import { nothingImported } from './importedTranscript';
import {
  type ImportRequest,
  type ImportResult,
  importContext,
  wordsLanguageOf,
  writeImported,
} from './importTranscript';
import { placedLines } from './plainLines';
import { readPlainText } from './plainTranscript';

/** More codings of cues than these are not written into one transcript: a code on all of it is one of each cue. */
const MOST_CODINGS = 200_000;
/** What is said of a whole source is kept up to here, in UTF-16 code units: front matter is short. */
const LONGEST_MEMO = 8000;
/** The same of variables. */
const MOST_VARIABLES = 200;
const LONGEST_VALUE = 200;

/** A transcript of a project for one of its raters. */
interface ProjectTranscript {
  /** The source that it is of, by its name and by its place among those with a plain text, from 1. */
  readonly source: string;
  readonly number: number;
  readonly result: ImportResult;
  /** How many codings of it lie outside what is said. */
  readonly lost: number;
}

/**
 * The text sources of a project as transcripts: one for each user who coded in it, with the user as the coder and the
 * codes on turns and passages; one without a coder where nobody did. `ids` are the codes' ids by GUID. A source
 * without speakers becomes one turn a line. A code that stands for a stage of the protocol becomes its heading. In
 * steps, as writing them takes a while.
 */
export function* projectTranscripts(
  { sources, cases, users }: Pick<ForeignProject, 'sources' | 'cases' | 'users'>,
  ids: ReadonlyMap<string, string>,
  request: ImportRequest,
): Steps<readonly ProjectTranscript[]> {
  const transcripts: ProjectTranscript[] = [];
  const stages = stagesByGuid(request.protocol);
  for (const [at, source] of sources.entries()) {
    const read = withTimes(yield* readSource(source, request), source);
    const roles = new Map([...rolesByCases(read, source, cases, request.protocol), ...request.roles]);
    const clients = request.clients.length > 0 ? request.clients : clientsByCases(source, cases);
    // A code that the project does not have makes nobody a rater.
    const known = source.codings.filter(({ code = '' }) => code === '' || ids.has(code) || stages.has(code));
    let lost = source.codings.length - known.length;
    const byUser = codingsByUser(known);
    for (const [user, own] of byUser) {
      const coded = withCodings(read, own, ids, request);
      const name = byUser.size > 1 && user !== undefined ? `${source.name} ${user}` : source.name;
      const kept = keptOf(source, cases, user === undefined ? undefined : users.get(user));
      const when = { session: request.session ?? source.session, date: request.date ?? source.date };
      const named = { ...request, ...when, roles, clients, kept, coder: user, source: source.name };
      const result = yield* writeImported(`${name}.txt`, coded.transcript, named);
      transcripts.push({ source: source.name, number: at + 1, result, lost: lost + coded.lost });
      lost = 0;
    }
  }
  return transcripts;
}

/** What the front matter keeps of a source and user, so that a project can be joined to the one it came from. */
function keptOf(
  { guid, memo, variables }: ForeignSource,
  cases: readonly ForeignCase[],
  user: string | undefined,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  if (guid !== undefined) kept.set(keptKeys.source, guid);
  if (user !== undefined) kept.set(keptKeys.coder, user);
  if (memo !== undefined) kept.set(keptKeys.memo, memo.slice(0, LONGEST_MEMO));
  const ofCases = cases.filter(({ sources }) => guid !== undefined && sources.includes(guid));
  const all = [...ofCases.flatMap(each => [...each.variables]), ...variables];
  for (const [name, value] of all.slice(0, MOST_VARIABLES))
    kept.set(variableKey(name), value.slice(0, LONGEST_VALUE));
  return kept;
}

/** The times of a recording, given to the turns in whose lines they stand. */
function withTimes(read: ImportedTranscript, { text, times }: ForeignSource): ImportedTranscript {
  if (times.length === 0) return read;
  let next = 0;
  const cues = read.cues.map((cue): Cue => {
    const place = cue.places?.[0];
    const last = cue.places?.at(-1);
    if (place === undefined || last === undefined) return cue;
    const start = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
    const lineEnd = text.indexOf('\n', last);
    while ((times[next]?.at ?? Number.POSITIVE_INFINITY) < start) next++;
    const found = times[next];
    const isHere = found !== undefined && (lineEnd < 0 || found.at < lineEnd);
    return isHere && cue.start === undefined ? { ...cue, start: found.time } : cue;
  });
  return { ...read, cues };
}

/** The roles of speakers whose passages stand in the cases that this program makes for roles. */
function rolesByCases(
  read: ImportedTranscript,
  { passages }: ForeignSource,
  cases: readonly ForeignCase[],
  protocol: Protocol,
): ReadonlyMap<string, string> {
  const byGuid = rolesByGuid(protocol);
  const lines = linesOf(read.cues);
  const found = new Map<string, string>();
  for (const { guid, passages: own } of cases) {
    const role = byGuid.get(guid ?? '');
    if (role === undefined) continue;
    for (const passage of own) {
      const range = passages.get(passage);
      const [hit] = range === undefined ? [] : cuesIn(lines, range);
      const speaker = hit === undefined ? undefined : read.cues[hit.index]?.speaker;
      if (speaker !== undefined) found.set(speaker, role);
    }
  }
  return found;
}

function rolesByGuid({ roles }: Protocol): ReadonlyMap<string, string> {
  return new Map([...roles.map(({ id }) => id), otherRole].map(id => [roleGuid(id), id] as const));
}

/** The clients whose cases, as this program makes them, have a source. */
function clientsByCases({ guid }: ForeignSource, cases: readonly ForeignCase[]): readonly string[] {
  if (guid === undefined) return [];
  return cases
    .filter(each => each.sources.includes(guid) && each.guid === clientGuid(each.name))
    .map(({ name }) => name);
}

/** The codings of each user; of nobody, where there are none. */
function codingsByUser(
  codings: readonly ForeignCoding[],
): ReadonlyMap<string | undefined, readonly ForeignCoding[]> {
  const byUser = new Map<string | undefined, ForeignCoding[]>();
  for (const coding of codings) {
    const known = byUser.get(coding.user);
    if (known === undefined) byUser.set(coding.user, [coding]);
    else known.push(coding);
  }
  return byUser.size === 0 ? new Map([[undefined, []]]) : byUser;
}

/** The sources of a project as they are read, to ask who their speakers are; those without speakers have none. */
export function sourcesRead(
  { sources }: Pick<ForeignProject, 'sources'>,
  protocol: Protocol,
): readonly ImportedTranscript[] {
  return sources.map(({ text }) => runToEnd(readPlainText(text, importContext(protocol, []))));
}

function* readSource({ text }: ForeignSource, request: ImportRequest): Steps<ImportedTranscript> {
  const read = yield* readPlainText(text, importContext(request.protocol, request.roles.keys()));
  if (read.faults.length === 0) return read;
  const speaker = request.unknownIn(request.language ?? request.otherwise);
  const lines = placedLines(text).filter(line => line.text !== '');
  const cues = lines.map(
    (line): Cue => ({ start: undefined, end: undefined, speaker, words: line.text, places: [line.at] }),
  );
  return { ...nothingImported, cues };
}

function withCodings(
  read: ImportedTranscript,
  codings: readonly ForeignCoding[],
  ids: ReadonlyMap<string, string>,
  request: ImportRequest,
): { readonly transcript: ImportedTranscript; readonly lost: number } {
  const { protocol, otherwise } = request;
  const language = wordsLanguageOf(read, request) ?? otherwise;
  const stages = stagesByGuid(protocol);
  const lines = linesOf(read.cues);
  const found = read.cues.map((): CueCoding[] => []);
  const headings = new Map<number, Required<Pick<Cue, 'stage' | 'stageOrigin'>>>();
  let lost = 0;
  let written = 0;
  for (const { range, code, memo, origin } of codings) {
    const stage = code === undefined ? undefined : stages.get(code);
    const id = code === undefined ? undefined : ids.get(code);
    const hit = cuesIn(lines, range);
    const [first] = hit;
    const isTaken =
      first !== undefined &&
      (stage !== undefined || id !== undefined || code === undefined) &&
      written < MOST_CODINGS;
    if (!isTaken) lost++;
    else if (stage !== undefined)
      headings.set(first.index, { stage: titleIn(stage.title, language), stageOrigin: origin });
    else
      for (const { index, range: within } of hit)
        found[index]?.push({ range: within, code: id, memo, ...(index === first.index && { origin }) });
    written += hit.length;
  }
  const cues = read.cues.map(
    (cue, index): Cue => ({ ...cue, codings: found[index] ?? [], ...headings.get(index) }),
  );
  return { transcript: { ...read, cues }, lost };
}

function stagesByGuid({ id, stages }: Protocol): ReadonlyMap<string, Protocol['stages'][number]> {
  return new Map(stages.map(stage => [stageGuid(id, stage.id), stage]));
}

/** A line of the words of a cue. */
interface CueLine extends TextRange {
  readonly index: number;
  /** Where it begins in the words. */
  readonly offset: number;
}

/** The lines of all cues, with their places in the text, in its order. */
function linesOf(cues: readonly Cue[]): readonly CueLine[] {
  return cues.flatMap(({ words, places = [] }, index) => {
    let offset = 0;
    return words.split('\n').flatMap((line, at): readonly CueLine[] => {
      const start = places[at];
      const read = { index, offset, start: start ?? 0, end: (start ?? 0) + line.length };
      offset += line.length + 1;
      // A turn in which nothing is said has no place; the lines that have one follow each other.
      return start === undefined || line === '' ? [] : [read];
    });
  });
}

/** The cues whose words a range of the text touches, and what of the words it covers. */
function cuesIn(
  lines: readonly CueLine[],
  { start, end }: TextRange,
): readonly { readonly index: number; readonly range: TextRange }[] {
  const hit: { index: number; range: TextRange }[] = [];
  for (let at = firstReaching(lines, start); at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.start >= end) break;
    const first = Math.max(start, line.start);
    const last = Math.min(end, line.end);
    if (first >= last) continue;
    const range = { start: line.offset + first - line.start, end: line.offset + last - line.start };
    const before = hit.at(-1);
    if (before?.index === line.index) before.range = { start: before.range.start, end: range.end };
    else hit.push({ index: line.index, range });
  }
  return hit;
}

/** The index of the first of the lines, which follow each other, that ends behind `offset`. */
function firstReaching(lines: readonly CueLine[], offset: number): number {
  return firstIndex(lines.length, at => (lines[at]?.end ?? 0) > offset);
}

/** What is to be said of codes that are left out. */
export function unreadCodes({ unread }: Pick<ForeignCodebook, 'unread'>): readonly Message[] {
  return unread === 0 ? [] : [message('import.codes-left-out', { count: unread })];
}

/** What is to be said of what a project holds and a transcript cannot. */
export function projectRemarks(
  { leftOut, leftOutCodings, codebook, sources, cases, unkept }: ForeignProject,
  transcripts: readonly ProjectTranscript[],
  protocol: Protocol,
): readonly Message[] {
  const roles = rolesByGuid(protocol);
  const inTexts = transcripts.reduce((sum, transcript) => sum + transcript.lost, 0);
  const lost = sources.reduce((sum, source) => sum + source.lost, inTexts);
  const foreignCases = cases.filter(
    ({ guid, name }) => guid !== clientGuid(name) && !roles.has(guid ?? ''),
  ).length;
  const rest = Object.values(unkept).reduce((sum, count) => sum + count, foreignCases);
  return [
    ...unreadCodes(codebook),
    ...(sources.some(({ isWindows }) => isWindows) ? [message('import.windows-1252')] : []),
    ...(rest === 0 ? [] : [message('import.parts-left-out', { ...unkept, cases: foreignCases })]),
    ...(leftOut === 0
      ? []
      : [message('import.sources-left-out', { count: leftOut, codings: leftOutCodings })]),
    ...(lost === 0 ? [] : [message('import.codings-left-out', { count: lost })]),
    ...(transcripts.length === 0 ? [message('import.no-texts')] : []),
  ];
}

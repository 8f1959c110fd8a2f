import { type Message, message, titleIn } from '../../message';
import type { Protocol } from '../../protocol/schema';
import { runToEnd, type Steps } from '../../steps';
import type { TextRange } from '../../text/textRange';
import { stageGuid } from '../exporters/codeTree';
import type { CueCoding } from './codedWords';
import type { ForeignCoding, ForeignProject, ForeignSource } from './foreignProject';
import type { Cue, ImportedTranscript } from './importedTranscript';
import { nothingImported } from './importedTranscript';
import {
  type ImportRequest,
  type ImportResult,
  importContext,
  wordsLanguageOf,
  writeImported,
} from './importTranscript';
import { placedLines, readPlainLines } from './plainTranscript';

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
  { sources }: Pick<ForeignProject, 'sources'>,
  ids: ReadonlyMap<string, string>,
  request: ImportRequest,
): Steps<readonly ProjectTranscript[]> {
  const transcripts: ProjectTranscript[] = [];
  for (const [at, source] of sources.entries()) {
    const read = yield* readSource(source, request);
    const users = [...new Set(source.codings.map(({ user }) => user))];
    for (const user of users.length === 0 ? [undefined] : users) {
      const own = source.codings.filter(coding => coding.user === user);
      const coded = withCodings(read, own, ids, request);
      const name = users.length > 1 && user !== undefined ? `${source.name} ${user}` : source.name;
      const named = { ...request, coder: user, source: source.name };
      const result = yield* writeImported(`${name}.txt`, coded.transcript, named);
      transcripts.push({ source: source.name, number: at + 1, result, lost: coded.lost });
    }
  }
  return transcripts;
}

/** The sources of a project as they are read, to ask who their speakers are; those without speakers have none. */
export function sourcesRead(
  { sources }: Pick<ForeignProject, 'sources'>,
  protocol: Protocol,
): readonly ImportedTranscript[] {
  return sources.map(({ text }) => runToEnd(readPlainLines(text, importContext(protocol, []))));
}

function* readSource({ text }: ForeignSource, request: ImportRequest): Steps<ImportedTranscript> {
  const read = yield* readPlainLines(text, importContext(request.protocol, request.roles.keys()));
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
  const found = new Map<number, CueCoding[]>();
  const headings = new Map<number, string>();
  let lost = 0;
  for (const { range, code, memo } of codings) {
    const stage = stageCoded(code, protocol);
    const id = ids.get(code);
    const hit = cuesIn(read.cues, range);
    const [first] = hit;
    if (first === undefined || (stage === undefined && id === undefined)) lost++;
    else if (stage !== undefined) headings.set(first.index, titleIn(stage.title, language));
    else
      for (const { index, range: within } of hit)
        found.set(index, [...(found.get(index) ?? []), { range: within, code: id ?? '', memo }]);
  }
  const cues = read.cues.map((cue, index): Cue => {
    const stage = headings.get(index);
    return { ...cue, codings: found.get(index) ?? [], ...(stage !== undefined && { stage }) };
  });
  return { transcript: { ...read, cues }, lost };
}

function stageCoded(code: string, { id, stages }: Protocol): Protocol['stages'][number] | undefined {
  return stages.find(stage => stageGuid(id, stage.id) === code);
}

/** The cues whose words a range of the text touches, and what of the words it covers. */
function cuesIn(
  cues: readonly Cue[],
  range: TextRange,
): readonly { readonly index: number; readonly range: TextRange }[] {
  return cues.flatMap((cue, index) => {
    const within = wordsIn(cue, range);
    return within === undefined ? [] : [{ index, range: within }];
  });
}

function wordsIn({ words, places = [] }: Cue, { start, end }: TextRange): TextRange | undefined {
  let offset = 0;
  let from: number | undefined;
  let to = 0;
  for (const [at, line] of words.split('\n').entries()) {
    const place = places[at] ?? 0;
    const first = Math.max(start, place);
    const last = Math.min(end, place + line.length);
    if (first < last) {
      from ??= offset + first - place;
      to = offset + last - place;
    }
    offset += line.length + 1;
  }
  return from === undefined ? undefined : { start: from, end: to };
}

/** What is to be said of what a project holds and a transcript cannot. */
export function projectRemarks(
  { leftOut }: ForeignProject,
  transcripts: readonly ProjectTranscript[],
): readonly Message[] {
  const lost = transcripts.reduce((sum, transcript) => sum + transcript.lost, 0);
  return [
    ...(leftOut.length === 0 ? [] : [message('import.sources-left-out', { count: leftOut.length })]),
    ...(lost === 0 ? [] : [message('import.codings-left-out', { count: lost })]),
  ];
}

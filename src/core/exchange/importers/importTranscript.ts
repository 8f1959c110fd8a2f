import { type Message, message } from '../../message';
import type { ProtocolSet } from '../../protocol/protocolSet';
import type { Protocol } from '../../protocol/schema';
import { runToEnd, type Steps } from '../../steps';
import { comparable } from '../../text/comparable';
import type { ImportContext, ImportedTranscript, ImportFault } from './importedTranscript';
import { languageOfNames } from './namesLanguage';
import { readTranscript } from './readTranscript';
import { importedSpeakers, roleNamed, writtenSpeakers } from './speakerRoles';
import { transcriptFileName, transcriptName } from './transcriptName';
import { writeTranscript } from './writeTranscript';

/** How a file is to be imported. */
export interface ImportRequest {
  readonly protocol: Protocol;
  readonly protocols: ProtocolSet;
  /** Roles by the speakers' names in the file; names compare with case and diacritics folded. */
  readonly roles: ReadonlyMap<string, string>;
  readonly keepNames: boolean;
  readonly join: boolean;
  readonly clients: readonly string[];
  /** From 1. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The language of the words, where the user says it. */
  readonly language: string | undefined;
  /** The language of the names of roles where the file tells none. */
  readonly otherwise: string;
  /** What a speaker without a role is called in a language. */
  readonly unknownIn: (language: string) => string;
  /** The rater whose codes it has. */
  readonly coder?: string | undefined;
  /** What the transcript's id starts with, where that is not the name of the file. */
  readonly source?: string;
}

/** Something to be said about an import; `line` from 0, none where it is about the whole file. */
export interface ImportRemark {
  readonly line?: number;
  readonly reason: Message;
}

/** A transcript that is yet to be written, or why there is none. */
export type ImportResult =
  | {
      readonly kind: 'transcript';
      readonly text: string;
      /** Without a folder. */
      readonly fileName: string;
      readonly remarks: readonly ImportRemark[];
    }
  | { readonly kind: 'fault'; readonly remarks: readonly ImportRemark[] };

/** What tells speakers from other words before a colon: the names of roles, and those that were given one. */
export function importContext(protocol: Protocol, named: Iterable<string>): ImportContext {
  const known = new Set([...named].map(comparable));
  return { isSpeaker: name => known.has(comparable(name)) || roleNamed(name, protocol) !== undefined };
}

/** Reads a file of any format that is known and writes it as a transcript. */
export function importTranscript(file: string, text: string, request: ImportRequest): ImportResult {
  const { protocol, roles } = request;
  const read = runToEnd(readTranscript(file, text, importContext(protocol, roles.keys())));
  if (read.faults.length > 0) return { kind: 'fault', remarks: read.faults };
  return runToEnd(writeImported(file, read, request));
}

/** The language that a transcript is written in, as far as that is told or can be told by its speakers' names. */
export function wordsLanguageOf(
  read: ImportedTranscript,
  { protocol, language }: ImportRequest,
): string | undefined {
  const names = importedSpeakers(read, protocol).map(({ name }) => name);
  return language ?? read.language ?? languageOfNames(names, protocol);
}

/** Writes a transcript that was read, in steps; `file` is the name of the file that it was read from. */
export function* writeImported(
  file: string,
  read: ImportedTranscript,
  request: ImportRequest,
): Steps<ImportResult> {
  const { protocol } = request;
  const speakers = importedSpeakers(read, protocol);
  const wordsLanguage = wordsLanguageOf(read, request);
  const naming = {
    ...request,
    roles: rolesOf(speakers, request.roles),
    language: wordsLanguage ?? request.otherwise,
    wordsLanguage,
  };
  const written = writtenSpeakers(read.cues, naming);
  const name = request.keepNames ? transcriptName(file, new Map()) : transcriptName(file, written);
  const idName = request.source === undefined ? name : transcriptName(`${request.source}.txt`, written);
  // A name that could be an id, and in which nobody's was replaced, is the id.
  const id = request.source === idName && /^[A-Za-z0-9][\w.-]*$/.test(idName) ? idName : undefined;
  const result = yield* writeTranscript(read, { ...naming, name: idName, id });
  if (result === undefined)
    return { kind: 'fault', remarks: [{ reason: message('import.words-would-change') }] };
  const unmapped = [...written.values()].filter(({ role }) => role === undefined).length;
  const remarks = [
    ...leftOutRemarks(read.leftOut),
    ...(unmapped === 0 ? [] : [{ reason: message('import.no-role', { count: unmapped }) }]),
  ];
  return { kind: 'transcript', text: result, fileName: transcriptFileName(name), remarks };
}

function rolesOf(
  speakers: ReturnType<typeof importedSpeakers>,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const wanted = new Map([...given].map(([name, role]) => [comparable(name), role]));
  return new Map(
    speakers.flatMap(({ name, suggested }) => {
      const role = wanted.get(comparable(name)) ?? suggested;
      return role === undefined ? [] : [[name, role] as const];
    }),
  );
}

/** One remark for each kind of thing that was left out, at the first of them. */
function leftOutRemarks(leftOut: readonly ImportFault[]): readonly ImportRemark[] {
  const kinds = [...new Set(leftOut.map(({ reason }) => reason.key))];
  return kinds.flatMap(kind => {
    const all = leftOut.filter(({ reason }) => reason.key === kind);
    const [first] = all;
    if (first === undefined) return [];
    return [
      { line: first.line, reason: message(first.reason.key, { ...first.reason.args, count: all.length }) },
    ];
  });
}

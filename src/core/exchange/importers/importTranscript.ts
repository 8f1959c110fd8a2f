import { type Message, message, quoting, titleIn } from '../../message';
import type { ProtocolSet } from '../../protocol/protocolSet';
import type { Protocol } from '../../protocol/schema';
import { readTitle, titlesIn } from '../../protocol/title';
import { runToEnd, type Steps } from '../../steps';
import { comparable, firstByName } from '../../text/comparable';
import { withCodebookBeside } from './codebookBeside';
import type { ColumnKind, Cue, ImportContext, ImportedTranscript, ImportFault } from './importedTranscript';
import { type SaidName, saidNames, withoutNames, withSaidNamesReplaced } from './namesInWords';
import { languageOfNames } from './namesLanguage';
import { readTranscript, readTranscriptFile } from './readTranscript';
import {
  importedSpeakers,
  roleNamed,
  rolesByName,
  suggestedRole,
  type WrittenSpeaker,
  writtenSpeakers,
} from './speakerRoles';
import { transcriptFileName, transcriptName } from './transcriptName';
import { languageOfWords } from './wordsLanguage';
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
  /** What its front matter keeps besides, by key. */
  readonly kept?: ReadonlyMap<string, string>;
  /** What the transcript's id starts with, where that is not the name of the file. */
  readonly source?: string;
  /** Whether words of which it cannot be told who said them become turns of nobody; else the file is refused. */
  readonly lenient?: boolean;
  /** What nobody is called in a language. */
  readonly nobodyIn?: (language: string) => string;
  /** Whether the names of speakers are replaced where they are said, too. */
  readonly replaceSaid?: boolean;
  /** The tiers to be read, where the user says it. */
  readonly tiers?: readonly string[];
  /** What the columns of tables hold, by their titles, where the user says it. */
  readonly columns?: ReadonlyMap<string, ColumnKind>;
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
      /** What was left out of the file as a matter of course: its identifiers, numbers and heads. */
      readonly leftOut: readonly ImportRemark[];
    }
  | { readonly kind: 'fault'; readonly remarks: readonly ImportRemark[] };

/** What tells speakers from other words: the names of roles, and those that were given one; and what tables name. */
export function importContext(
  protocol: Protocol,
  named: Iterable<string>,
  { tiers, columns }: Pick<ImportRequest, 'tiers' | 'columns'> = {},
): ImportContext {
  const known = new Set([...named].map(comparable));
  const codes = codesByName(protocol);
  const roleOf = rolesByName(protocol);
  return {
    isSpeaker: name => known.has(comparable(name)) || roleOf(name) !== undefined,
    isCounselor: name => suggestedRole([name], protocol) === 'counselor',
    codeNamed: text => codes.get(comparable(text)),
    stageNamed: stagesByName(protocol),
    ...(tiers !== undefined && tiers.length > 0 && { tiers: new Set(tiers.map(comparable)) }),
    ...(columns !== undefined && {
      columns: new Map([...columns].map(([title, kind]) => [comparable(title), kind])),
    }),
  };
}

function codesByName({ stages, codes }: Protocol): ReadonlyMap<string, string> {
  const terms = [...stages.flatMap(({ techniques }) => techniques), ...codes];
  return firstByName(
    terms.flatMap(({ id, title, aliases, label }) =>
      [id, ...titlesIn({ title, aliases }), ...(label === undefined ? [] : [label])].map(
        name => [name, id] as const,
      ),
    ),
  );
}

/** The title of the stage that a text names exactly, in the language in which it does. */
function stagesByName({ stages }: Protocol): (text: string) => string | undefined {
  const titles = firstByName(
    stages.flatMap(({ title, aliases }) => [
      ...Object.values(title).map(own => [own, own] as const),
      ...Object.entries(aliases).flatMap(([language, own]) =>
        own.map(each => [each, titleIn(title, language)] as const),
      ),
    ]),
  );
  return text => {
    const { forms, stageNumber } = readTitle(text);
    const named = forms.map(form => titles.get(form)).find(title => title !== undefined);
    if (named !== undefined) return named;
    const counted = stageNumber === undefined ? undefined : stages[stageNumber.number - 1];
    return counted === undefined ? undefined : titleIn(counted.title, stageNumber?.language ?? 'en');
  };
}

/** Reads a text of any format that is known and writes it as a transcript. */
export function importTranscript(file: string, text: string, request: ImportRequest): ImportResult {
  const context = importContext(request.protocol, request.roles.keys(), request);
  return runToEnd(writeImported(file, runToEnd(readTranscript(file, text, context)), request));
}

/** The same of the bytes of a file. */
export function importTranscriptFile(file: string, bytes: Uint8Array, request: ImportRequest): ImportResult {
  const context = importContext(request.protocol, request.roles.keys(), request);
  return runToEnd(writeImported(file, runToEnd(readTranscriptFile(file, bytes, context)), request));
}

/** The language that a transcript is in, as far as that is told, or can be told by its words or its speakers' names. */
export function wordsLanguageOf(
  read: ImportedTranscript,
  { protocol, language }: ImportRequest,
): string | undefined {
  return language ?? read.language ?? languageOfWords(read.cues) ?? languageByNames(read, protocol);
}

/** The language of the roles that stand for speakers: that in which the file calls them, where it does. */
function rolesLanguageOf(read: ImportedTranscript, request: ImportRequest): string {
  const { protocol, language, otherwise } = request;
  const told = language ?? read.language ?? languageByNames(read, protocol);
  return told ?? wordsLanguageOf(read, request) ?? otherwise;
}

function languageByNames(read: ImportedTranscript, protocol: Protocol): string | undefined {
  const names = importedSpeakers(read, protocol).map(({ name }) => name);
  return languageOfNames(names, protocol);
}

/**
 * Writes a transcript that was read, in steps; `file` is the name of the file that it was read from. One with faults is
 * refused, unless the request is lenient.
 */
export function* writeImported(
  file: string,
  given: ImportedTranscript,
  request: ImportRequest,
): Steps<ImportResult> {
  const { protocol, keepNames } = request;
  const { read: original, codebook } = withCodebookBeside(given, request);
  if (original.faults.length > 0 && !(request.lenient === true && original.cues.length > 0))
    return { kind: 'fault', remarks: original.faults };
  const loose = looseNamed(original, request);
  const speakers = importedSpeakers(loose.read, protocol);
  const wordsLanguage = wordsLanguageOf(loose.read, request);
  const naming = {
    ...request,
    roles: rolesOf(speakers, request.roles),
    language: rolesLanguageOf(loose.read, request),
    wordsLanguage,
    nobody: loose.nobody,
    codebook: codebook?.id,
  };
  const written = writtenSpeakers(loose.read.cues, naming);
  const isRole = (name: string): boolean => roleNamed(name, protocol) !== undefined;
  const read = keepNames ? loose.read : withoutWrittenNames(loose.read, written, request, isRole);
  const name = keepNames ? transcriptName(file, new Map()) : transcriptName(file, written);
  const idName = request.source === undefined ? name : transcriptName(`${request.source}.txt`, written);
  // A name that could be an id, and in which nobody's was replaced, is the id.
  const id = request.source === idName && /^[A-Za-z0-9][\w.-]*$/.test(idName) ? idName : undefined;
  const result = yield* writeTranscript(read, { ...naming, name: idName, id, unassigned: loose.count });
  if (result === undefined)
    return { kind: 'fault', remarks: [{ reason: message('import.words-would-change') }] };
  const remarks = [
    ...original.faults,
    ...read.remarks.map(({ line, reason }) => ({ ...(line !== undefined && { line }), reason })),
    ...(codebook === undefined
      ? []
      : [{ reason: message('import.codebook-beside', { title: codebook.title }) }]),
    ...leftOutRemarks(read.leftOut.filter(({ reason }) => !isRoutine(reason))),
    ...speakerRemarks(read, request, written, loose),
    ...(keepNames || request.replaceSaid === true ? [] : saidRemarks(saidNames(read.cues, written, isRole))),
  ];
  const leftOut = leftOutRemarks(read.leftOut.filter(({ reason }) => isRoutine(reason)));
  return { kind: 'transcript', text: result, fileName: transcriptFileName(name), remarks, leftOut };
}

/** The names of speakers that are said, and what would stand in their place, for a user to choose. */
export function namesSaid(read: ImportedTranscript, request: ImportRequest): readonly SaidName[] {
  const roles = rolesOf(importedSpeakers(read, request.protocol), request.roles);
  const language = rolesLanguageOf(read, request);
  const written = writtenSpeakers(read.cues, { ...request, roles, language });
  return saidNames(read.cues, written, name => roleNamed(name, request.protocol) !== undefined);
}

interface LooseWords {
  readonly read: ImportedTranscript;
  /** What nobody is called, where there are turns of nobody. */
  readonly nobody: string | undefined;
  readonly count: number;
}

/** Gives the loose words to nobody, who is a speaker like others in what is written. */
function looseNamed(read: ImportedTranscript, request: ImportRequest): LooseWords {
  const count = read.cues.filter(({ isLoose, words }) => isLoose === true && words.trim() !== '').length;
  if (count === 0) return { read, nobody: undefined, count };
  const language = rolesLanguageOf(read, request);
  const nobody = request.nobodyIn?.(language) ?? `${request.unknownIn(language)} ?`;
  const cues = read.cues.map((cue): Cue => (cue.isLoose === true ? { ...cue, speaker: nobody } : cue));
  return { read: { ...read, cues }, nobody, count };
}

function withoutWrittenNames(
  read: ImportedTranscript,
  written: ReadonlyMap<string, WrittenSpeaker>,
  { replaceSaid }: ImportRequest,
  isRole: (name: string) => boolean,
): ImportedTranscript {
  const preamble = read.preamble.map(line => withoutNames(line, written, isRole));
  const replaced = replaceSaid === true ? withSaidNamesReplaced(read, written, isRole) : read;
  return { ...replaced, preamble };
}

function speakerRemarks(
  { cues }: ImportedTranscript,
  { roles }: ImportRequest,
  written: ReadonlyMap<string, WrittenSpeaker>,
  { nobody }: LooseWords,
): readonly ImportRemark[] {
  const names = new Set([...written.keys()].map(comparable));
  const absent = [...roles.keys()].filter(name => !names.has(comparable(name)));
  const unmapped = [...written].filter(([name, { role }]) => role === undefined && name !== nobody).length;
  const isSilent = cues.every(({ speaker }) => speaker === undefined || speaker === nobody);
  return [
    ...absent.map(name => ({ reason: message('import.no-such-speaker', { name }) })),
    ...(isSilent ? [{ reason: message('import.nobody-speaks') }] : []),
    ...(unmapped === 0 ? [] : [{ reason: message('import.no-role', { count: unmapped }) }]),
  ];
}

function saidRemarks(names: readonly SaidName[]): readonly ImportRemark[] {
  const count = names.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return [];
  const list = names.map(each => `${each.name} (${each.count})`).join(', ');
  return [{ reason: quoting('import.names-said', { names: list }, { count }) }];
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

const ROUTINE: readonly string[] = ['import.left.head', 'import.left.identifiers', 'import.left.fields'];

/** Whether what was left out is nothing that anybody wrote to be read. */
function isRoutine({ key }: Message): boolean {
  return ROUTINE.includes(key);
}

/** One remark for each kind of thing that was left out, at the first of them. */
function leftOutRemarks(leftOut: readonly ImportFault[]): readonly ImportRemark[] {
  const kinds = new Map<string, { readonly first: ImportFault; count: number }>();
  const written = new Map<Message, string>();
  for (const fault of leftOut) {
    const kind = written.get(fault.reason) ?? JSON.stringify(fault.reason);
    written.set(fault.reason, kind);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { first: fault, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ first, count }) => ({
    ...(first.line !== undefined && { line: first.line }),
    reason: { ...first.reason, args: { ...first.reason.args, count } },
  }));
}

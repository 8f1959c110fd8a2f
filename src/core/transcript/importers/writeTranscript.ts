import { parseNote } from '../../note/parseNote';
import type { ProtocolSet } from '../../protocol/protocolSet';
import { comparable } from '../../text/comparable';
import { yamlScalar, yamlScalars } from '../../yaml/yamlScalar';
import { parseTranscript } from '../parseTranscript';
import { namesOf, otherRole } from '../speakers';
import { writeTimestamp } from '../timestamps';
import type { Transcript } from '../transcript';
import { wordsHash } from '../wordsHash';
import { escapeLine } from './escapeWords';
import type { Cue, ImportedTranscript } from './importedTranscript';
import { joinCues } from './joinCues';
import { type Naming, type WrittenSpeaker, writtenSpeakers } from './speakerRoles';

/** How an imported transcript is to be written. */
export interface TranscriptRequest extends Naming {
  /** Names the transcript among others; its id starts with it. */
  readonly name: string;
  /** Whether the consecutive cues of one speaker become one turn. */
  readonly join: boolean;
  readonly protocols: ProtocolSet;
  /** The language of the words, where it is known. */
  readonly wordsLanguage: string | undefined;
  readonly clients: readonly string[];
  /** From 1. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

const HASH_DIGITS = 6;
const LONGEST_NAME = 40;

/**
 * The text of a transcript: front matter with its id, its speakers' roles and the hash of its words, then a paragraph
 * for each turn. With `\n` at the end of every line. Undefined if reading it again would not give the same words,
 * which is asked each time before it is given out.
 */
export function writeTranscript(
  imported: ImportedTranscript,
  request: TranscriptRequest,
): string | undefined {
  const { cues, preamble } = placed(imported);
  const turns = request.join ? joinCues(cues) : cues;
  const speakers = writtenSpeakers(turns, request);
  const isHead = headTest(speakers, request);
  const body = [
    ...preamble.map(line => escapeLine(line, isHead)),
    ...turns.map(cue => turnSource(cue, speakers, isHead)),
  ];
  const draft = textOf(frontMatter(request, imported, speakers, undefined), body);
  const hash = wordsHash(readBack(draft, request));
  const text = textOf(frontMatter(request, imported, speakers, hash), body);
  return saysTheSame(readBack(text, request), turns, speakers) ? text : undefined;
}

/** Cues with neither speaker nor time cannot begin a turn: they go on with the one before, or belong to nobody. */
function placed({ cues, preamble }: ImportedTranscript): Pick<ImportedTranscript, 'cues' | 'preamble'> {
  const kept: Cue[] = [];
  const loose = preamble.flatMap(text => text.split(/\r\n?|\n/));
  for (const cue of cues) {
    const last = kept.at(-1);
    const words = cue.words.replace(/\r\n?/g, '\n');
    if (cue.speaker !== undefined || cue.start !== undefined) kept.push({ ...cue, words });
    else if (last === undefined) loose.push(...words.split('\n'));
    else kept[kept.length - 1] = { ...last, words: `${last.words}\n${words}` };
  }
  return {
    cues: kept.filter(({ words }) => words.trim() !== ''),
    preamble: loose.filter(line => line.trim() !== ''),
  };
}

function turnSource(
  cue: Cue,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  isHead: (name: string) => boolean,
): string {
  const name = cue.speaker === undefined ? undefined : speakers.get(cue.speaker)?.name;
  // Behind a time any name is a speaker's; behind a speaker none is.
  const isHeadInFirst = name === undefined ? () => true : () => false;
  const lines = cue.words.split('\n').filter(line => line.trim() !== '');
  const words = lines.map((line, at) => escapeLine(line, at === 0 ? isHeadInFirst : isHead)).join('\n');
  const head = [times(cue), ...(name === undefined ? [] : [`**${name}:**`])].filter(part => part !== '');
  return [...head, words].join(' ');
}

function times({ start, end }: Cue): string {
  if (start === undefined) return '';
  const until = end === undefined || end < start ? '' : ` --> ${writeTimestamp(end)}`;
  return `[${writeTimestamp(start)}${until}]`;
}

function headTest(
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  { protocol }: Naming,
): (name: string) => boolean {
  const names = [...speakers.values()].map(({ name }) => comparable(name));
  const known = new Set([...names, ...protocol.roles.flatMap(namesOf)]);
  return name => known.has(comparable(name));
}

function frontMatter(
  request: TranscriptRequest,
  { date }: ImportedTranscript,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  hash: string | undefined,
): readonly string[] {
  const { protocol, clients, session, name, wordsLanguage } = request;
  const day = request.date ?? date;
  const id = [slug(name), hash?.replace(/^\w+-/, '').slice(0, HASH_DIGITS)].join('-');
  return [
    '---',
    `protocol: ${yamlScalar(protocol.id)}`,
    'kind: transcript',
    `transcript: ${id}`,
    ...(clients.length === 0 ? [] : [`client: ${yamlScalars(clients)}`]),
    ...(session === undefined ? [] : [`session: ${session}`]),
    ...(day === undefined ? [] : [`date: ${day}`]),
    ...(wordsLanguage === undefined ? [] : [`language: ${yamlScalar(wordsLanguage)}`]),
    ...(speakers.size === 0 ? [] : ['speakers:']),
    ...[...speakers.values()].map(
      speaker => `  ${yamlScalar(speaker.name)}: ${yamlScalar(speaker.role ?? otherRole)}`,
    ),
    ...(hash === undefined ? [] : [`words: ${hash}`]),
    '---',
  ];
}

function textOf(front: readonly string[], body: readonly string[]): string {
  return [...front.map(line => `${line}\n`), ...body.map(paragraph => `\n${paragraph}\n`)].join('');
}

function readBack(text: string, { protocols, protocol }: TranscriptRequest): Transcript {
  return parseTranscript(parseNote(text, protocols, { defaultProtocol: protocol.id }));
}

/** Whether each turn that is read says what its cue says, by the same speaker. */
function saysTheSame(
  { turns }: Transcript,
  cues: readonly Cue[],
  speakers: ReadonlyMap<string, WrittenSpeaker>,
): boolean {
  if (turns.length !== cues.length) return false;
  return turns.every((turn, at) => {
    const { speaker, words = '' } = cues[at] ?? {};
    const name = speaker === undefined ? undefined : speakers.get(speaker)?.name;
    return turn.speaker === name && folded(turn.words) === folded(words);
  });
}

/** Lines without blanks around them, and without blank ones: Markdown does not keep those. */
function folded(words: string): string {
  const lines = words.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '').join('\n');
}

/** A name as part of an id: lower-case letters and digits joined by hyphens. */
export function slug(name: string): string {
  const plain = comparable(name).replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '') || 'transcript';
}

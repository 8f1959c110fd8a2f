import { parseNote } from '../../note/parseNote';
import type { ProtocolSet } from '../../protocol/protocolSet';
import type { Protocol } from '../../protocol/schema';
import type { Steps } from '../../steps';
import { comparable } from '../../text/comparable';
import { onOneLine } from '../../text/onOneLine';
import { type NamedCoding, originKey, originsComment, stageCoding } from '../../transcript/codingOrigins';
import { escapedPlaces, escapeLine, type Heads } from '../../transcript/escapeWords';
import { namesOf, otherRole, readSpeakers, type Speakers } from '../../transcript/speakers';
import { writeTimestamp } from '../../transcript/timestamps';
import type { Turn } from '../../transcript/transcript';
import { TurnChunks } from '../../transcript/turnChunks';
import { readTurnHead, unescaped } from '../../transcript/turnHead';
import { yamlScalar, yamlScalars } from '../../yaml/yamlScalar';
import { keptKeys } from '../exporters/projectIds';
import { turnCodings } from '../exporters/turnCodings';
import { type CodedWords, type CodingOrigin, codedWords } from './codedWords';
import type { Cue, ImportedTranscript } from './importedTranscript';
import { joinCues } from './joinCues';
import { type Naming, type WrittenSpeaker, writtenSpeakers } from './speakerRoles';

/** How an imported transcript is to be written. */
interface TranscriptRequest extends Naming {
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
  /** How many turns are nobody's, since it could not be told whose they are. */
  readonly unassigned?: number;
  /** Its id, where that is known. */
  readonly id?: string | undefined;
  /** The id of the codebook that its codes are from, where that stands beside the note format. */
  readonly codebook?: string | undefined;
  /** The rater whose codes it has. */
  readonly coder?: string | undefined;
  /** What its front matter keeps besides, by key. */
  readonly kept?: ReadonlyMap<string, string>;
}

/** How many turns are worked on in one step. */
const TURNS_AT_ONCE = 100;
const HASH_DIGITS = 6;
/** A transcript has a line for each. */
const MOST_ORIGINS = 2000;
const ANY_HASH = `sha256-${'0'.repeat(64)}`;
const LONGEST_NAME = 40;

/**
 * The text of a transcript: front matter with its id, its speakers' roles and the hash of its words, then a paragraph
 * for each turn. With `\n` at the end of every line. Undefined if reading it again would not give the same words,
 * which is asked each time before it is given out. In steps: of a long one it takes seconds.
 */
export function* writeTranscript(
  imported: ImportedTranscript,
  request: TranscriptRequest,
): Steps<string | undefined> {
  const { cues, preamble } = placed(imported);
  const turns = request.join ? joinCues(cues) : cues;
  const speakers = writtenSpeakers(turns, request);
  const frontText = (hash: string): string => textOf(frontMatter(request, imported, speakers, hash), []);
  const { protocols, protocol } = request;
  // Of another hash nothing but the hash and the id are different.
  const draft = parseNote(frontText(ANY_HASH), { protocols, defaultProtocol: protocol.id });
  const heads = headsOf(speakers, protocol, readSpeakers(draft));
  const paragraphs = preamble.map(line => escapeLine(line, heads));
  for (const [at, cue] of turns.entries()) {
    paragraphs.push(turnSource(cue, speakers, heads));
    if (at % TURNS_AT_ONCE === 0) yield;
  }
  const body = textOf([], paragraphs);
  const whole = draft.outline.text + body;
  yield;
  const read = TurnChunks.below(draft, whole);
  for (const _ of read.read()) yield;
  const hash = yield* read.hasher.read(read.said());
  const isSame = keepsPreamble(whole, read, preamble) && (yield* saysTheSame(read, turns, speakers));
  return isSame ? frontText(hash) + body + keptOrigins(read, turns, request) : undefined;
}

/** Cues with neither speaker nor time cannot begin a turn: they go on with the one before, or belong to nobody. */
function placed({ cues, preamble }: ImportedTranscript): Pick<ImportedTranscript, 'cues' | 'preamble'> {
  const kept: Cue[] = [];
  const loose = preamble.flatMap(text => text.split(/\r\n?|\n/));
  for (const cue of cues) {
    const last = kept.at(-1);
    const words = cue.words.includes('\r') ? cue.words.replace(/\r\n?/g, '\n') : cue.words;
    if (cue.speaker !== undefined || cue.start !== undefined) kept.push({ ...cue, words });
    else if (last === undefined) for (const line of words.split('\n')) loose.push(line);
    else kept[kept.length - 1] = { ...last, words: `${last.words}\n${words}` };
  }
  return {
    cues: kept.filter(({ words }) => words.trim() !== ''),
    preamble: loose.filter(line => line.trim() !== ''),
  };
}

function turnSource(cue: Cue, speakers: ReadonlyMap<string, WrittenSpeaker>, heads: Heads): string {
  const name = cue.speaker === undefined ? undefined : speakers.get(cue.speaker)?.name;
  // Behind a time any name is a speaker's; behind a speaker none is.
  const first: Heads = { isName: () => name === undefined, lengthIn: () => 0 };
  const { whole, marks } = codedWords(cue.words, cue.codings ?? []);
  const words = wordsSource(cue.words, marks, at => (at === 0 ? first : heads));
  const head = [times(cue), ...(name === undefined ? [] : [`**${name}:**`])].filter(part => part !== '');
  const turn = [...head, words, ...whole.map(code => `#${code}`)].join(' ');
  return cue.stage === undefined ? turn : `## ${cue.stage}\n\n${turn}`;
}

/** Words line by line, escaped, without blank lines, with the marks of coded passages. */
function wordsSource(words: string, marks: CodedWords['marks'], headsIn: (line: number) => Heads): string {
  const written: string[] = [];
  let start = 0;
  let next = 0;
  for (const line of words.split('\n')) {
    const text = line.trim();
    const from = start + (line.length - line.trimStart().length);
    const first = next;
    while ((marks[next]?.at ?? Number.POSITIVE_INFINITY) <= start + line.length) next++;
    const own = marks.slice(first, next);
    start += line.length + 1;
    if (text === '') continue;
    const escaped = escapeLine(text, headsIn(written.length));
    const places = own.length === 0 ? [] : escapedPlaces(text, escaped);
    let source = '';
    let done = 0;
    for (const { at, text: mark } of own) {
      const place = places[Math.min(Math.max(0, at - from), text.length)] ?? done;
      source += escaped.slice(done, place) + mark;
      done = place;
    }
    written.push(source + escaped.slice(done));
  }
  return written.join('\n');
}

function times({ start, end }: Cue): string {
  if (start === undefined) return '';
  const until = end === undefined ? '' : ` --> ${writeTimestamp(end)}`;
  return `[${writeTimestamp(start)}${until}]`;
}

/** What the transcript, once it is written, would take for the head of a turn. */
function headsOf(
  written: ReadonlyMap<string, WrittenSpeaker>,
  protocol: Protocol,
  speakers: Speakers,
): Heads {
  const names = [...written.values()].map(({ name }) => comparable(name));
  const known = new Set([...names, ...protocol.roles.flatMap(namesOf)]);
  return {
    isName: name => known.has(comparable(name)),
    lengthIn: line => readTurnHead(line, speakers)?.length ?? 0,
  };
}

function frontMatter(
  request: TranscriptRequest,
  { date }: ImportedTranscript,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
  hash: string,
): readonly string[] {
  const { protocol, codebook, clients, session, name, wordsLanguage } = request;
  const day = request.date ?? date;
  const id = request.id ?? [slug(name), hash.replace(/^\w+-/, '').slice(0, HASH_DIGITS)].join('-');
  return [
    '---',
    `protocol: ${yamlScalars(codebook === undefined ? [protocol.id] : [protocol.id, codebook])}`,
    'kind: transcript',
    `transcript: ${yamlScalar(id)}`,
    ...(request.coder === undefined ? [] : [`coder: ${yamlScalar(request.coder)}`]),
    ...[...(request.kept ?? [])].map(([key, value]) => `${yamlScalar(key)}: ${yamlScalar(value)}`),
    ...(clients.length === 0 ? [] : [`client: ${yamlScalars(clients)}`]),
    ...(session === undefined ? [] : [`session: ${session}`]),
    ...(day === undefined ? [] : [`date: ${day}`]),
    ...(wordsLanguage === undefined ? [] : [`language: ${yamlScalar(wordsLanguage)}`]),
    ...(speakers.size === 0 ? [] : ['speakers:']),
    ...[...speakers.values()].map(
      speaker => `  ${yamlScalar(speaker.name)}: ${yamlScalar(speaker.role ?? otherRole)}`,
    ),
    ...(request.unassigned === undefined || request.unassigned === 0
      ? []
      : [`unassigned: ${request.unassigned}`]),
    `words: ${hash}`,
    '---',
  ];
}

function textOf(front: readonly string[], body: readonly string[]): string {
  return [...front.map(line => `${line}\n`), ...body.map(paragraph => `\n${paragraph}\n`)].join('');
}

/** What tells a project by which GUIDs it knows the codings; nothing where they come from none. */
function keptOrigins(read: TurnChunks, cues: readonly Cue[], { kept }: TranscriptRequest): string {
  if (!cues.some(comesFromProject)) return '';
  const origins = new Map<string, CodingOrigin>();
  for (const turn of read.turns()) {
    const own = cues[turn.index];
    if (own === undefined) continue;
    for (const [named, origin] of [...stageOrigin(own), ...codingOrigins(turn, own)])
      if (origins.size < MOST_ORIGINS) origins.set(originKey({ turn: turn.index, ...named }), origin);
  }
  return origins.size === 0 ? '' : `\n${originsComment(origins, kept?.get(keptKeys.coder))}\n`;
}

function comesFromProject({ codings = [], stageOrigin: origin }: Cue): boolean {
  return origin !== undefined || codings.some(coding => coding.origin !== undefined);
}

type PlacedOrigin = readonly [Omit<NamedCoding, 'turn'>, CodingOrigin];

function stageOrigin({ stageOrigin: origin }: Cue): readonly PlacedOrigin[] {
  return origin === undefined ? [] : [[stageCoding, origin]];
}

function codingOrigins(turn: Turn, { words, codings = [] }: Cue): readonly PlacedOrigin[] {
  const left = [...codings];
  return turnCodings(turn).flatMap(({ code, passage }): readonly PlacedOrigin[] => {
    const { start, end } = passage ?? { start: 0, end: turn.words.length };
    const text = onOneLine(turn.words.slice(start, end));
    const at = left.findIndex(
      coding => coding.code === code && onOneLine(words.slice(coding.range.start, coding.range.end)) === text,
    );
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found?.origin === undefined ? [] : [[{ passage, code }, found.origin]];
  });
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Whether what stands above the first turn begins with the words of the lines that belong to nobody. */
function keepsPreamble(text: string, read: TurnChunks, preamble: readonly string[]): boolean {
  if (preamble.length === 0) return true;
  const [first] = read.turns();
  const front = read.note.outline.text.length;
  const above = unescaped(text.slice(front, first?.range.start ?? text.length)).match(WORD) ?? [];
  return preamble.flatMap(line => line.match(WORD) ?? []).every((word, at) => word === above[at]);
}

/** Whether each turn that is read says what its cue says, by the same speaker, and has its codes. */
function* saysTheSame(
  turns: TurnChunks,
  cues: readonly Cue[],
  speakers: ReadonlyMap<string, WrittenSpeaker>,
): Steps<boolean> {
  let count = 0;
  for (const said of turns.said()) {
    for (const turn of said) {
      const cue = cues[count++];
      if (cue === undefined || !isSaidIn(turn, cue, speakers)) return false;
    }
    yield;
  }
  return count === cues.length;
}

function isSaidIn(
  turn: Turn,
  { speaker, words, codings = [] }: Cue,
  speakers: ReadonlyMap<string, WrittenSpeaker>,
): boolean {
  const codes = new Set(turnCodings(turn).map(({ code }) => code));
  const name = speaker === undefined ? undefined : speakers.get(speaker)?.name;
  const isSame = turn.speaker === name && (turn.words === words || folded(turn.words) === folded(words));
  return isSame && codings.every(({ code }) => code === undefined || codes.has(code));
}

/** Lines without blanks around them, and without blank ones: Markdown does not keep those. */
function folded(words: string): string {
  const lines = words.split('\n').map(line => line.trim());
  return lines.filter(line => line !== '').join('\n');
}

/** A name as part of an id: lower-case letters and digits joined by hyphens. */
function slug(name: string): string {
  const plain = comparable(name).replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '') || 'transcript';
}

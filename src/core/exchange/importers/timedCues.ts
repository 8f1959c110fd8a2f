import { type Message, message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { lastAtOrBefore } from '../../text/lineIndex';
import { readTimestamp } from '../../transcript/timestamps';
import type { Source, SourcePiece } from './containers/source';
import { voicedLine } from './cueText';
import {
  type Claim,
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import {
  isDashed,
  type LabelledLine,
  labelledLine,
  labelSize,
  looksPlain,
  mayBeSpeaker,
  speakersAmong,
} from './speakerLabel';

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/;
/** What a header may say of the language, as captions of YouTube do. */
const LANGUAGE = /^Language:\s*([a-z]{2,3})\b/i;
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;
/** `0:00:01.000 --> 0:00:02,500`, perhaps with settings behind; `0:00:01.000,0:00:02.500` of YouTube. */
const ARROW = /^\s*(\d[\d:.,\w]*)\s*-->\s*(\S*\d\S*)(?:\s+(?:\S+:\S*|[XY][12]:\d+)(?:\s+\S+)*)?\s*$/;
const ALMOST_TIMES = /^\s*\d[\d:.,\w]*\s*-->\s*\S/;
const COMMA = /^\s*(\d{1,3}:\d{2}:\d{2}\.\d{3}),(\d{1,3}:\d{2}:\d{2}\.\d{3})\s*$/;
/** An identifier that no one says: it has a digit and no blank, and hyphens or slashes if it is no number. */
const MADE_ID = /^(?=\S*\d)(?=\S*[-/_])[\w/-]{6,}$/;
const NUMBER = /^\s*\d{1,9}\s*$/;
/** How many lines are read in one step. */
const LINES_AT_ONCE = 400;

/** Whether a line is nothing but the times of a cue. */
export function isTimesLine(line: string): boolean {
  return ARROW.test(line) || COMMA.test(line);
}

/** Whether a line would be the times of a cue, sound or not: in WebVTT whatever has an arrow. */
function isArrowLine(line: string, isWebVtt: boolean): boolean {
  return isTimesLine(line) || (line.includes('-->') && (isWebVtt || ALMOST_TIMES.test(line)));
}

/** A cue as its lines stand. */
interface Block {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly isLoose: boolean;
  /** Places of its lines, blank ones left out. */
  readonly lines: readonly number[];
}

/**
 * Reads captions: WebVTT (https://www.w3.org/TR/webvtt1/), SubRip, those of YouTube (`.sbv`) and the like, whatever
 * their file is called: lines of times, perhaps below an identifier, with the words below them. Times divide; blank
 * lines within the words do not. A speaker is a voice (`<v Name>`), a name before a colon at the beginning of a line,
 * or, where every cue has one, a name on the first line; it holds until another one.
 */
export function* readTimedCues({ pieces }: Source, context: ImportContext): Steps<ImportedTranscript> {
  const claims: Claim[] = [];
  const faults: ImportFault[] = [];
  const isWebVtt = SIGNATURE.test(pieces[0]?.text ?? '');
  const first = isWebVtt ? endOfHeader(pieces) : 0;
  for (let at = 0; at < first; at++) claim(claims, at, pieces[at]?.text ?? '', message('import.left.head'));
  const language = pieces.slice(1, first).flatMap(({ text }) => LANGUAGE.exec(text)?.[1] ?? [])[0];
  const { blocks: shown, loose } = blocksOf(pieces, first, isWebVtt, claims, faults);
  yield;
  const blocks = withoutRepeated(shown, pieces, claims);
  const { cues, remarks } = yield* spokenCues(pieces, blocks, context, claims);
  const preamble = loose.map(at => pieces[at]?.text.trim() ?? '').filter(text => text !== '');
  claims.sort((a, b) => a.piece - b.piece);
  return { ...nothingImported, cues, preamble, language, faults, claims, remarks };
}

function claim(claims: Claim[], piece: number, text: string, as: Claim['as']): void {
  if (text.trim() !== '') claims.push({ piece, text, as });
}

/** The header goes on to the first blank line, or to the first times where that line is missing. */
function endOfHeader(pieces: readonly SourcePiece[]): number {
  let at = 1;
  while (at < pieces.length && !isBlank(pieces, at)) {
    if (isTimesLine(pieces[at]?.text ?? '') || isTimesLine(pieces[at + 1]?.text ?? '')) return at;
    at++;
  }
  return at;
}

function isBlank(pieces: readonly SourcePiece[], at: number): boolean {
  return (pieces[at]?.text ?? '').trim() === '';
}

/** The cues as they stand, and the lines above the first one that belong to none. */
function blocksOf(
  pieces: readonly SourcePiece[],
  first: number,
  isWebVtt: boolean,
  claims: Claim[],
  faults: ImportFault[],
): { readonly blocks: readonly Block[]; readonly loose: readonly number[] } {
  const timed: number[] = [];
  for (let at = first; at < pieces.length; at++)
    if (isArrowLine(pieces[at]?.text ?? '', isWebVtt)) timed.push(at);
  const identifiers = identifiersAmong(pieces, timed, first, isWebVtt);
  for (const at of identifiers) claim(claims, at, pieces[at]?.text ?? '', message('import.left.identifiers'));
  const asides = isWebVtt ? asidesAmong(pieces, first, identifiers) : new Set<number>();
  for (const at of asides) claim(claims, at, pieces[at]?.text ?? '', message('import.left.asides'));
  const named = [...identifiers];
  const isWords = (at: number): boolean => !isBlank(pieces, at) && !identifiers.has(at) && !asides.has(at);
  const between = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter(isWords);
  const blocks = timed.flatMap((at, index): readonly Block[] => {
    const text = pieces[at]?.text ?? '';
    const times = readTimes(text);
    const all = between(at + 1, timed[index + 1] ?? pieces.length);
    const lost = all.findIndex(line => isNumberWithoutTimes(pieces, line, named));
    const lines = lost < 0 ? all : all.slice(0, lost);
    const rest = lost < 0 ? [] : [looseBlock(all.slice(lost))];
    for (const { lines: own } of rest) {
      const line = pieces[own[0] ?? at]?.line ?? at;
      faults.push({ line, reason: message('import.no-times') });
    }
    if (!('reason' in times)) {
      claim(claims, at, text, 'time');
      return [{ ...times, isLoose: false, lines }, ...rest];
    }
    faults.push({ line: pieces[at]?.line ?? at, reason: times.reason });
    claim(claims, at, text, quoting('import.left.nearly-time', { time: text.trim() }));
    return [looseBlock(lines), ...rest];
  });
  return { blocks, loose: between(first, timed[0] ?? pieces.length) };
}

/** Fewer cues than these that begin with what stood in the one before are no shape. */
const FEWEST_REPEATED = 3;

/**
 * Captions that roll, as those that YouTube makes by itself, show a line until the next one stands below it. Where at
 * least half of the cues begin with the lines that the one before ended with, these are said once.
 */
function withoutRepeated(
  blocks: readonly Block[],
  pieces: readonly SourcePiece[],
  claims: Claim[],
): readonly Block[] {
  const shown = blocks.map(({ lines }) => lines.map(at => shownText(pieces[at]?.text ?? '')));
  const sizes = shown.map((lines, at) => sizeOfRepeated(shown[at - 1] ?? [], lines));
  const repeating = sizes.filter(size => size > 0).length;
  if (repeating < FEWEST_REPEATED || repeating * 2 < blocks.length) return blocks;
  return blocks.map((block, index) => {
    const size = sizes[index] ?? 0;
    for (const at of block.lines.slice(0, size))
      claim(claims, at, pieces[at]?.text ?? '', message('import.left.repeated'));
    return size === 0 ? block : { ...block, lines: block.lines.slice(size) };
  });
}

function shownText(line: string): string {
  const { texts } = voicedLine(line, undefined);
  return texts
    .map(({ words }) => words)
    .join(' ')
    .trim();
}

/** How many lines at the end of a cue are the first of the next one. */
function sizeOfRepeated(before: readonly string[], lines: readonly string[]): number {
  for (let size = Math.min(before.length, lines.length); size > 0; size--)
    if (lines.slice(0, size).every((line, at) => line === before[before.length - size + at])) return size;
  return 0;
}

function looseBlock(lines: readonly number[]): Block {
  return { start: undefined, end: undefined, isLoose: true, lines };
}

/** Whether a line apart is the number that comes next, with words below and no times: those of the cue are lost. */
function isNumberWithoutTimes(
  pieces: readonly SourcePiece[],
  at: number,
  identifiers: readonly number[],
): boolean {
  const text = pieces[at]?.text.trim() ?? '';
  if (!NUMBER.test(text) || !isBlank(pieces, at - 1) || isBlank(pieces, at + 1)) return false;
  const last = identifiers[lastAtOrBefore(identifiers, at)];
  return last !== undefined && last < at && Number(text) === Number(pieces[last]?.text) + 1;
}

function readTimes(line: string): { start: number; end: number } | { reason: Message } {
  const [, before = line.split('-->')[0] ?? '', until = line.split('-->')[1]?.trim() ?? ''] =
    ARROW.exec(line) ?? COMMA.exec(line) ?? [];
  const start = readTimestamp(before);
  const end = readTimestamp(until);
  if (start === undefined) return { reason: quoting('import.bad-time', { time: before.trim() }) };
  if (end === undefined) return { reason: quoting('import.bad-time', { time: until }) };
  return { start, end };
}

/**
 * The lines right above times that only name the cue. Behind a blank line WebVTT lets any line be one, other captions
 * have numbers; without a blank line it has to be the number that comes next, or look like nothing that is said.
 */
function identifiersAmong(
  pieces: readonly SourcePiece[],
  timed: readonly number[],
  first: number,
  isWebVtt: boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  const above = (timed[0] ?? 0) - 1;
  const isNumbered = above >= first && NUMBER.test(pieces[above]?.text ?? '');
  let number: number | undefined;
  for (const at of timed) {
    const text = pieces[at - 1]?.text.trim() ?? '';
    if (at - 1 < first || text === '' || isTimesLine(text)) continue;
    const isApart = at - 2 < first || isBlank(pieces, at - 2);
    const own = isNumbered && NUMBER.test(text) ? Number(text) : undefined;
    const isNext = own !== undefined && (number === undefined || own === number + 1);
    if (!isNext && !MADE_ID.test(text) && !(isApart && (isWebVtt || own !== undefined))) continue;
    found.add(at - 1);
    number = own ?? number;
  }
  return found;
}

/** The lines of notes, styles and regions of WebVTT: blocks that begin as one and have no times. */
function asidesAmong(
  pieces: readonly SourcePiece[],
  first: number,
  identifiers: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = first; at < pieces.length; at++) {
    const begins = (at === first || isBlank(pieces, at - 1)) && ASIDE.test(pieces[at]?.text ?? '');
    if (!begins || identifiers.has(at)) continue;
    for (; at < pieces.length && !isBlank(pieces, at) && !isTimesLine(pieces[at]?.text ?? ''); at++)
      if (!identifiers.has(at)) found.add(at);
  }
  return found;
}

/** A line of words of a cue: one voice's. */
interface CueLine {
  readonly block: Block;
  readonly piece: number;
  readonly isFirst: boolean;
  readonly voice: string | undefined;
  readonly begins: boolean;
  readonly words: string;
  /** Whether it begins with a dash and is not the only one of its cue that does: whoever speaks, another did before. */
  readonly isAnswer: boolean;
}

function* spokenCues(
  pieces: readonly SourcePiece[],
  blocks: readonly Block[],
  context: ImportContext,
  claims: Claim[],
): Steps<Pick<ImportedTranscript, 'cues' | 'remarks'>> {
  const lines: CueLine[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    for (const line of linesOf(block, pieces, claims)) lines.push(line);
  }
  const labels = lines.map(line => (line.voice === undefined ? labelledLine(line.words) : undefined));
  const unvoiced = lines.filter(({ voice, isFirst }) => voice === undefined && isFirst).length;
  const speakers = speakersAmong(
    labels.flatMap(label => label ?? []),
    unvoiced,
    context,
  );
  const isNameFirst = hasNamesBelow(blocks, pieces, speakers);
  const unsure =
    speakers.size === 0 ? [] : labels.flatMap((label, at) => unsureIn(label, lines[at], pieces, speakers));
  const said = new SaidCues();
  for (const [at, line] of lines.entries()) {
    const text = pieces[line.piece]?.text ?? '';
    if (isNameFirst && line.isFirst) {
      claim(claims, line.piece, text, 'speaker');
      said.open(line, line.words, '');
      continue;
    }
    const label = labels[at];
    const head = label !== undefined && speakers.has(label.name) ? headIn(text, line.words, label) : '';
    claim(claims, line.piece, head, 'speaker');
    said.take(line, head === '' ? undefined : label);
  }
  return { cues: said.cues, remarks: unsure };
}

/** A line that may be that of a speaker who says nothing else. */
function unsureIn(
  label: LabelledLine | undefined,
  line: CueLine | undefined,
  pieces: readonly SourcePiece[],
  speakers: ReadonlySet<string>,
): readonly ImportFault[] {
  if (label === undefined || speakers.has(label.name) || !mayBeSpeaker(label)) return [];
  const at = pieces[line?.piece ?? 0]?.line ?? 0;
  return [{ line: at, reason: quoting('import.name-kept', { name: label.name }) }];
}

/** The cues as they come line by line, and who speaks. */
class SaidCues {
  readonly cues: Cue[] = [];
  #speaker: string | undefined;
  #isVoice = false;
  /** That of the cue that is open. */
  #block: Block | undefined;

  open({ block, piece }: CueLine, speaker: string | undefined, words: string): void {
    this.#speaker = speaker;
    this.#block = block;
    this.cues.push(cueOf(block, speaker, words, piece));
  }

  take(line: CueLine, label: LabelledLine | undefined): void {
    const { voice, isFirst, begins, isAnswer, words } = line;
    const speaker = this.#speakerOf(line, label);
    const last = this.cues.at(-1);
    const isOther = begins || (isAnswer && this.#speaker !== undefined);
    const goesOn = !isFirst && label === undefined && !isOther && this.#block === line.block;
    this.#isVoice = voice !== undefined || (this.#isVoice && label === undefined && speaker !== undefined);
    if (goesOn && last !== undefined)
      this.cues[this.cues.length - 1] = {
        ...last,
        words: last.words === '' ? words : `${last.words}\n${words}`,
      };
    else this.open(line, speaker, label?.words ?? words);
  }

  /** A voice ends with its cue; a name that is said by its cues holds. */
  #speakerOf(
    { voice, isFirst, begins, isAnswer, block }: CueLine,
    label: LabelledLine | undefined,
  ): string | undefined {
    if (voice !== undefined) return voice;
    if (label !== undefined) return label.name;
    if (isAnswer) return undefined;
    if (block.isLoose) return this.#block === block ? this.#speaker : undefined;
    return this.#isVoice && (isFirst || begins) ? undefined : this.#speaker;
  }
}

/** Words without a time are nobody's, unless a name stands before them. */
function cueOf(
  { start, end, isLoose }: Block,
  speaker: string | undefined,
  words: string,
  piece: number,
): Cue {
  return { start, end, speaker, words, piece, ...(isLoose && speaker === undefined && { isLoose }) };
}

/** A label as it stands in a line, which may have markup within it; empty where it does not stand there. */
function headIn(line: string, words: string, label: LabelledLine): string {
  return [words.slice(0, labelSize(words, label)), label.name].find(text => line.includes(text)) ?? '';
}

function linesOf(block: Block, pieces: readonly SourcePiece[], claims: Claim[]): readonly CueLine[] {
  let open: string | undefined;
  let isFirst = true;
  const lines = block.lines.flatMap(piece => {
    const { texts, marks, voice } = voicedLine(pieces[piece]?.text ?? '', open);
    open = voice;
    for (const { text, isVoice } of marks) claim(claims, piece, text, isVoice ? 'speaker' : 'markup');
    return texts.map(({ voice: own, words, begins }): CueLine => {
      const line = { block, piece, isFirst, voice: own, begins, words, isAnswer: isDashed(words) };
      isFirst = false;
      return line;
    });
  });
  const isTalk = lines.filter(({ isAnswer }) => isAnswer).length > 1;
  return isTalk ? lines : lines.map(line => (line.isAnswer ? { ...line, isAnswer: false } : line));
}

/**
 * Whether each cue has its speaker's name alone on the first line, as older exports of Teams have it: each has words
 * below, what stands there looks like a name each time, and, where there are many cues, names come again.
 */
function hasNamesBelow(
  blocks: readonly Block[],
  pieces: readonly SourcePiece[],
  labels: ReadonlySet<string>,
): boolean {
  const said = blocks.filter(({ lines }) => lines.length > 0);
  if (said.length === 0 || labels.size > 0) return false;
  const names = said.map(({ lines }) => pieces[lines[0] ?? 0]?.text.trim() ?? '');
  if (!said.every(({ lines }) => lines.length > 1) || !names.every(looksPlain)) return false;
  return said.length < 4 || new Set(names).size <= said.length / 2 + 1;
}

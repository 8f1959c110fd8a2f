import { type Message, message, quoting } from '../../message';
import { lastAtOrBefore } from '../../text/lineIndex';
import { readTimestamp } from '../../transcript/timestamps';
import type { SourcePiece } from './containers/source';
import { hasMarkup, voicedLine } from './cueText';
import type { Claim, ImportFault } from './importedTranscript';

const ASIDE = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;
/** `0:00:01.000 --> 0:00:02,500`, perhaps with settings behind; `0:00:01.000,0:00:02.500` of YouTube. */
const ARROW = /^\s*(\d[\d:.,\w]*)\s*-->\s*(?=\S*\d)(\S+)(?:\s+(?:\S+:\S*|[XY][12]:\d+)(?:\s+\S+)*)?\s*$/;
const ALMOST_TIMES = /^\s*\d[\d:.,\w]*\s*-->\s*\S/;
/** Two times with a faulty arrow between them. */
const FAULTY_ARROW = /^\s*\d[\d.,]*:[\d:.,]*\s*(?:-{1,2}>|[–—]>|=>|→)\s*\d[\d:.,]*\s*$/;
/** Two times with another sign between them, and with fractions of seconds, as nobody says them. */
const OTHER_SIGN =
  /^\s*(?:\d{1,3}:){1,2}\d{1,3}[.,]\d{1,4}\s*[-–—,;]{1,3}\s*(?:\d{1,3}:){1,2}\d{1,3}[.,]\d{1,4}\s*$/;
const COMMA = /^\s*(\d{1,3}:\d{2}:\d{2}\.\d{3}),(\d{1,3}:\d{2}:\d{2}\.\d{3})\s*$/;
/** An identifier that no one says: it has a digit and no blank, and hyphens or slashes if it is no number. */
const MADE_ID = /^(?=\S*\d)(?=\S*[-/_])[\w/-]{6,}$/;
const NUMBER = /^\s*\d{1,9}\s*$/;
/** An identifier that says who speaks, as Webex writes them: `3 "Ana" (3422104576)`. */
const NAMED_ID = /^\s*\d{1,9}[ \t]+"([^"]+)"(?:[ \t]+\(\d+\))?\s*$/;

/** Whether a line is nothing but the times of a cue. */
export function isTimesLine(line: string): boolean {
  return ARROW.test(line) || COMMA.test(line);
}

/** Whether a line is nothing but what would be the times of a cue, if it were written as they are. */
export function isNearlyTimesLine(line: string): boolean {
  return FAULTY_ARROW.test(line) || OTHER_SIGN.test(line);
}

/** Whether a line would be the times of a cue, sound or not: in WebVTT whatever has an arrow. */
function isArrowLine(line: string, isWebVtt: boolean): boolean {
  if (isTimesLine(line) || isNearlyTimesLine(line)) return true;
  return line.includes('-->') && (isWebVtt || ALMOST_TIMES.test(line));
}

/** A cue as its lines stand. */
export interface CaptionBlock {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly isLoose: boolean;
  /** Who speaks, where its identifier says it. */
  readonly speaker: string | undefined;
  /** Places of its lines, blank ones left out. */
  readonly lines: readonly number[];
}

/** Tells what became of words of a piece, if there are any. */
export function addClaim(claims: Claim[], piece: number, text: string, as: Claim['as']): void {
  if (text.trim() !== '') claims.push({ piece, text, as });
}

/** Whether a piece says nothing, or there is none. */
export function isBlank(pieces: readonly SourcePiece[], at: number): boolean {
  return textAt(pieces, at) === '';
}

function textAt(pieces: readonly SourcePiece[], at: number): string {
  return pieces[at]?.text.trim() ?? '';
}

/** The cues as they stand, and the lines above the first one that belong to none. */
export function blocksOf(
  pieces: readonly SourcePiece[],
  first: number,
  isWebVtt: boolean,
  claims: Claim[],
  faults: ImportFault[],
): { readonly blocks: readonly CaptionBlock[]; readonly loose: readonly number[] } {
  const timed: number[] = [];
  for (let at = first; at < pieces.length; at++)
    if (isArrowLine(pieces[at]?.text ?? '', isWebVtt)) timed.push(at);
  const identifiers = identifiersAmong(pieces, timed, first, isWebVtt);
  for (const at of identifiers) claimIdentifier(claims, at, pieces[at]);
  const asides = isWebVtt ? asidesAmong(pieces, first, identifiers) : new Set<number>();
  for (const at of asides) addClaim(claims, at, pieces[at]?.text ?? '', message('import.left.asides'));
  const named = [...identifiers];
  const isWords = (at: number): boolean => !isBlank(pieces, at) && !identifiers.has(at) && !asides.has(at);
  const between = (from: number, to: number): readonly number[] => {
    const found: number[] = [];
    for (let at = from; at < to; at++) if (isWords(at)) found.push(at);
    return found;
  };
  const blocks: CaptionBlock[] = [];
  for (const [index, at] of timed.entries()) {
    const all = between(at + 1, timed[index + 1] ?? pieces.length);
    const lost = all.findIndex(line => isNumberWithoutTimes(pieces, line, named));
    const block = blockAt(at, lost < 0 ? all : all.slice(0, lost), pieces, claims, faults);
    blocks.push({ ...block, speaker: identifiers.has(at - 1) ? speakerIn(pieces[at - 1]) : undefined });
    if (lost < 0) continue;
    blocks.push(looseBlock(all.slice(lost)));
    faults.push({ line: pieces[all[lost] ?? at]?.line ?? at, reason: message('import.no-times') });
  }
  return { blocks, loose: between(first, timed[0] ?? pieces.length) };
}

/** The cue whose times stand in the piece at `at`; loose where they cannot be read. */
function blockAt(
  at: number,
  lines: readonly number[],
  pieces: readonly SourcePiece[],
  claims: Claim[],
  faults: ImportFault[],
): CaptionBlock {
  const text = pieces[at]?.text ?? '';
  const times = readTimes(text);
  if (!('reason' in times)) {
    addClaim(claims, at, text, 'time');
    return { start: times.start, end: times.end, isLoose: false, speaker: undefined, lines };
  }
  faults.push({ line: pieces[at]?.line ?? at, reason: times.reason });
  addClaim(claims, at, text, quoting('import.left.nearly-time', { time: text.trim() }));
  return looseBlock(lines);
}

/** Fewer cues than these that begin with what stood in the one before are no shape. */
const FEWEST_REPEATED = 3;

/**
 * Captions that roll, as those that YouTube makes by itself, show a line until the next one stands below it. Where at
 * least half of the cues begin with the lines that the one before ended with, these are said once.
 */
export function withoutRepeated(
  blocks: readonly CaptionBlock[],
  pieces: readonly SourcePiece[],
  claims: Claim[],
): readonly CaptionBlock[] {
  const shown = blocks.map(({ lines }) => lines.map(at => shownText(pieces[at]?.text ?? '')));
  const sizes = shown.map((lines, at) => sizeOfRepeated(shown[at - 1] ?? [], lines));
  const repeating = sizes.filter(size => size > 0).length;
  if (repeating < FEWEST_REPEATED || repeating * 2 < blocks.length) return blocks;
  return blocks.map((block, index) => {
    const size = sizes[index] ?? 0;
    for (const at of block.lines.slice(0, size))
      addClaim(claims, at, pieces[at]?.text ?? '', message('import.left.repeated'));
    return size === 0 ? block : { ...block, lines: block.lines.slice(size) };
  });
}

function shownText(line: string): string {
  if (!hasMarkup(line)) return line.trim();
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

function looseBlock(lines: readonly number[]): CaptionBlock {
  return { start: undefined, end: undefined, isLoose: true, speaker: undefined, lines };
}

function claimIdentifier(claims: Claim[], piece: number, identifier: SourcePiece | undefined): void {
  const text = identifier?.text ?? '';
  const speaker = speakerIn(identifier) ?? '';
  const start = speaker === '' ? text.length : text.indexOf(speaker, text.indexOf('"'));
  const isNamed = message('import.left.identifiers');
  addClaim(claims, piece, text.slice(0, start), isNamed);
  addClaim(claims, piece, speaker, 'speaker');
  addClaim(claims, piece, text.slice(start + speaker.length), isNamed);
}

/** Who speaks in the cue with this identifier. */
function speakerIn(identifier: SourcePiece | undefined): string | undefined {
  return NAMED_ID.exec(identifier?.text ?? '')?.[1]?.trim();
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
 * have numbers; without a blank line, or with one below, it has to be the number that comes next, or look like nothing
 * that is said.
 */
function identifiersAmong(
  pieces: readonly SourcePiece[],
  timed: readonly number[],
  first: number,
  isWebVtt: boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  const isNumbered = hasNumbers(pieces, first, timed[0]);
  let number: number | undefined;
  for (const at of timed) {
    const place = isNumbered ? lastSaid(pieces, at - 1) : at - 1;
    const text = place < first ? '' : textAt(pieces, place);
    if (text === '' || isTimesLine(text)) continue;
    const own = isNumbered && NUMBER.test(text) ? Number(text) : undefined;
    const isNext = own !== undefined && own === (number ?? own - 1) + 1;
    const namesCue = place === at - 1 && namesNoWords(pieces, place, first, isWebVtt || own !== undefined);
    if (!isNext && !namesCue) continue;
    found.add(place);
    number = own ?? number;
  }
  return found;
}

/** Whether a number stands above the first times. */
function hasNumbers(pieces: readonly SourcePiece[], first: number, timed = 0): boolean {
  const above = lastSaid(pieces, timed - 1);
  return above >= first && NUMBER.test(textAt(pieces, above));
}

/** Whether a line right above times is none that is said: it looks like that, or stands apart where `anyMay` be one. */
function namesNoWords(
  pieces: readonly SourcePiece[],
  place: number,
  first: number,
  anyMay: boolean,
): boolean {
  const isApart = place - 1 < first || isBlank(pieces, place - 1);
  return MADE_ID.test(textAt(pieces, place)) || (isApart && anyMay);
}

/** The last piece up to a place that says something, before the first where there is none. */
function lastSaid(pieces: readonly SourcePiece[], from: number): number {
  let at = from;
  while (at >= 0 && isBlank(pieces, at)) at--;
  return at;
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

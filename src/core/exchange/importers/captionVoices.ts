import { quoting } from '../../message';
import { mapInSteps, type Steps } from '../../steps';
import { comparable } from '../../text/comparable';
import { addClaim, type CaptionBlock } from './captionBlocks';
import type { SourcePiece } from './containers/source';
import { voicedLine } from './cueText';
import type { Claim, Cue, ImportContext, ImportedTranscript, ImportFault } from './importedTranscript';
import {
  isChange,
  isDashed,
  type LabelledLine,
  labelledLine,
  labelSize,
  looksPlain,
  mayBeSpeaker,
  type SpeakerNames,
  speakersAmong,
  speakerWithin,
} from './speakerLabel';

/** How many lines are read in one step. */
const LINES_AT_ONCE = 400;

/** A line of words of a cue: one voice's. */
interface CueLine {
  readonly block: CaptionBlock;
  readonly piece: number;
  readonly isFirst: boolean;
  readonly voice: string | undefined;
  readonly begins: boolean;
  readonly words: string;
  /**
   * Whether it begins with a dash, and is not the only one of its cue that does, or with `>>`: another spoke before. What a
   * voice says is no answer, but may be a list.
   */
  readonly isAnswer: boolean;
}

/** What is said in the cues, by whom: a voice, a name before a colon, or a name alone on the first line of each. */
export function* spokenCues(
  pieces: readonly SourcePiece[],
  blocks: readonly CaptionBlock[],
  context: ImportContext,
  claims: Claim[],
): Steps<Pick<ImportedTranscript, 'cues' | 'remarks'>> {
  const lines: CueLine[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    for (const line of linesOf(block, pieces, claims)) lines.push(line);
  }
  yield;
  const labels = yield* mapInSteps(lines, line =>
    line.voice === undefined ? labelledLine(line.words) : undefined,
  );
  const unvoiced = lines.filter(({ voice, isFirst }) => voice === undefined && isFirst).length;
  const found = speakersAmong(
    labels.flatMap(label => label ?? []),
    unvoiced,
    context,
  );
  const { names: speakers } = found;
  const isNameFirst = hasNamesBelow(blocks, pieces, speakers);
  const unsure =
    speakers.size === 0 ? [] : labels.flatMap((label, at) => unsureIn(label, lines[at], pieces, found));
  const said = new SaidCues();
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    const text = pieces[line.piece]?.text ?? '';
    if (isNameFirst && line.isFirst) {
      addClaim(claims, line.piece, text, 'speaker');
      said.open(line, line.words, '');
      continue;
    }
    const label = labels[at];
    const head = label !== undefined && speakers.has(label.name) ? headIn(text, line.words, label) : '';
    addClaim(claims, line.piece, head, 'speaker');
    said.take(line, head === '' ? undefined : label);
  }
  return { cues: said.cues, remarks: [...unsure, ...speakersWithin(lines, pieces, speakers, context)] };
}

/** The lines in which another speaker's name stands with a colon behind a sentence. */
function speakersWithin(
  lines: readonly CueLine[],
  pieces: readonly SourcePiece[],
  speakers: ReadonlySet<string>,
  context: ImportContext,
): readonly ImportFault[] {
  if (speakers.size === 0) return [];
  const called = new Set([...speakers].map(comparable));
  const isCalled = (name: string): boolean => called.has(comparable(name)) || context.isSpeaker(name);
  return lines.flatMap(({ piece, words }) => {
    const name = speakerWithin(words, isCalled);
    const line = pieces[piece]?.line ?? 0;
    return name === undefined ? [] : [{ line, reason: quoting('import.speaker-within', { name }) }];
  });
}

/** A line that may be that of a speaker who says nothing else. */
function unsureIn(
  label: LabelledLine | undefined,
  line: CueLine | undefined,
  pieces: readonly SourcePiece[],
  { names, unsure }: SpeakerNames,
): readonly ImportFault[] {
  if (label === undefined) return [];
  const { name } = label;
  const at = pieces[line?.piece ?? 0]?.line ?? 0;
  if (unsure.has(name)) return [{ line: at, reason: quoting('import.name-taken', { name }) }];
  if (names.has(name) || !mayBeSpeaker(label)) return [];
  return [{ line: at, reason: quoting('import.name-kept', { name }) }];
}

/** The cues as they come line by line, and who speaks. */
class SaidCues {
  readonly cues: Cue[] = [];
  #speaker: string | undefined;
  #isVoice = false;
  /** That of the cue that is open. */
  #block: CaptionBlock | undefined;

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
  { start, end, isLoose }: CaptionBlock,
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

function linesOf(block: CaptionBlock, pieces: readonly SourcePiece[], claims: Claim[]): readonly CueLine[] {
  let open: string | undefined;
  let isFirst = true;
  const lines = block.lines.flatMap(piece => {
    const { texts, marks, voice } = voicedLine(pieces[piece]?.text ?? '', open);
    open = voice;
    for (const { text, isVoice } of marks) addClaim(claims, piece, text, isVoice ? 'speaker' : 'markup');
    return texts.map(({ voice: own = block.speaker, words, begins }): CueLine => {
      const line = {
        block,
        piece,
        isFirst,
        voice: own,
        begins,
        words,
        isAnswer: own === undefined && isDashed(words),
      };
      isFirst = false;
      return line;
    });
  });
  const isTalk = lines.filter(({ isAnswer }) => isAnswer).length > 1;
  return isTalk
    ? lines
    : lines.map(line => (line.isAnswer ? { ...line, isAnswer: isChange(line.words) } : line));
}

/**
 * Whether each cue has its speaker's name alone on the first line, as older exports of Teams have it: each has words
 * below, what stands there looks like a name each time, and, where there are many cues, names come again.
 */
function hasNamesBelow(
  blocks: readonly CaptionBlock[],
  pieces: readonly SourcePiece[],
  labels: ReadonlySet<string>,
): boolean {
  const said = blocks.filter(({ lines }) => lines.length > 0);
  if (said.length === 0 || labels.size > 0) return false;
  const names = said.map(({ lines }) => pieces[lines[0] ?? 0]?.text.trim() ?? '');
  if (!said.every(({ lines }) => lines.length > 1) || !names.every(looksPlain)) return false;
  return said.length < 4 || new Set(names).size <= said.length / 2 + 1;
}

import { compareCodePoints } from '../text/codePointOrder';
import { lastAtOrBefore } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import { isNothingSaid } from '../transcript/codings';
import type { Turn } from '../transcript/transcript';
import { versionsByRater } from './pairVersions';
import { foldedOffsets, foldedWords } from './sameWords';
import type { RatedTranscript } from './version';

/** What raters are compared on: the codes of a turn, or the stage in which it stands. */
export type ComparedOn = 'codes' | 'stage';
/** What is counted: turns, or characters (Unicode code points) of what is said. */
export type Unit = 'turn' | 'character';

/** Units of one turn that every rater coded alike. */
export interface Stretch {
  /** How many. */
  readonly units: number;
  /** What each rater applied, each code once, in code point order; undefined where a rater has no version. */
  readonly codes: readonly (readonly string[] | undefined)[];
}

/** A turn as the raters coded it. */
export interface RatedTurn {
  readonly rated: RatedTranscript;
  /** Its place in the transcript. */
  readonly turn: number;
  readonly role: string | undefined;
  /** In the order of the words; one for the whole turn where turns are the units. */
  readonly stretches: readonly Stretch[];
}

/** The turns of a transcript as `raters` coded them. */
export function ratedTurns(
  rated: RatedTranscript,
  raters: readonly string[],
  on: ComparedOn,
  unit: Unit,
): readonly RatedTurn[] {
  const byRater = versionsByRater(rated, raters);
  return rated.versions[0].transcript.turns.map(turn => {
    const versions = byRater.map(version => version?.transcript.turns[turn.index]);
    const stretches =
      unit === 'turn'
        ? [{ units: 1, codes: versions.map(version => version && codesOfTurn(version, on)) }]
        : characterStretches(foldedWords(turn), versions, on);
    return { rated, turn: turn.index, role: turn.role, stretches };
  });
}

/** All codes of a turn, those of its passages among them; or its stage. Each once, in code point order. */
function codesOfTurn({ codes, spans, stage, words }: Turn, on: ComparedOn): readonly string[] {
  if (on === 'stage') return stage === undefined ? [] : [stage];
  const passages = spans.filter(span => !isNothingSaid(span, words));
  return once([...codes, ...passages.flatMap(span => span.codes)].map(({ code }) => code));
}

function characterStretches(
  words: string,
  versions: readonly (Turn | undefined)[],
  on: ComparedOn,
): readonly Stretch[] {
  const raters = versions.map(version => version && codedRanges(version, on));
  const borders = raters.flatMap(ranges => ranges?.spans ?? []).flatMap(({ start, end }) => [start, end]);
  const ends = new Set([...borders, words.length]);
  const stretches: Stretch[] = [];
  let start = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    const units = [...words.slice(start, end)].length;
    const at = start;
    if (units > 0) stretches.push({ units, codes: raters.map(ranges => ranges && codesAt(ranges, at)) });
    start = end;
  }
  return stretches;
}

/** A stretch of the folded words of a turn, and what was applied to it. */
interface CodedRange extends TextRange {
  readonly codes: readonly string[];
}

/** What was applied to the whole of a turn, and to passages of it, which do not overlap. */
interface CodedRanges {
  readonly whole: readonly string[];
  /** In order; none is empty. */
  readonly spans: readonly CodedRange[];
  readonly starts: readonly number[];
}

function codedRanges(turn: Turn, on: ComparedOn): CodedRanges {
  if (on === 'stage') return { whole: codesOfTurn(turn, on), spans: [], starts: [] };
  const offsets = turn.spans.length === 0 ? undefined : foldedOffsets(turn);
  const spans = turn.spans
    .map(({ words: { start, end }, codes }) => ({
      start: offsets?.[start] ?? 0,
      end: offsets?.[end] ?? 0,
      codes: codes.map(({ code }) => code),
    }))
    .filter(({ start, end }) => start < end);
  return {
    whole: once(turn.codes.map(({ code }) => code)),
    spans,
    starts: spans.map(({ start }) => start),
  };
}

function codesAt({ whole, spans, starts }: CodedRanges, offset: number): readonly string[] {
  const span = spans[lastAtOrBefore(starts, offset)];
  const isCovered = span !== undefined && span.start <= offset && offset < span.end;
  return isCovered ? once([...whole, ...span.codes]) : whole;
}

function once(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort(compareCodePoints);
}

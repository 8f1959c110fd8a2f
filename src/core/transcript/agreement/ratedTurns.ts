import { compareCodePoints } from '../../text/codePointOrder';
import type { Turn } from '../transcript';
import { versionsByRater } from './pairVersions';
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
  return rated.versions[0].transcript.turns.map(({ role, words }, turn) => {
    const versions = byRater.map(version => version?.transcript.turns[turn]);
    const stretches =
      unit === 'turn'
        ? [{ units: 1, codes: versions.map(version => version && codesOfTurn(version, on)) }]
        : characterStretches(words, versions, on);
    return { rated, turn, role, stretches };
  });
}

/** All codes of a turn, those of its passages among them; or its stage. Each once, in code point order. */
function codesOfTurn({ codes, spans, stage }: Turn, on: ComparedOn): readonly string[] {
  if (on === 'stage') return stage === undefined ? [] : [stage];
  return once([...codes, ...spans.flatMap(span => span.codes)].map(({ code }) => code));
}

function characterStretches(
  words: string,
  versions: readonly (Turn | undefined)[],
  on: ComparedOn,
): readonly Stretch[] {
  const ends = new Set([words.length]);
  if (on === 'codes') {
    for (const { words: range } of versions.flatMap(version => version?.spans ?? []))
      ends.add(range.start).add(range.end);
  }
  const stretches: Stretch[] = [];
  let start = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    const units = [...words.slice(start, end)].length;
    const at = start;
    if (units > 0)
      stretches.push({ units, codes: versions.map(version => version && codesAt(version, at, on)) });
    start = end;
  }
  return stretches;
}

function codesAt(turn: Turn, offset: number, on: ComparedOn): readonly string[] {
  if (on === 'stage') return codesOfTurn(turn, on);
  const covering = turn.spans.filter(({ words }) => words.start <= offset && offset < words.end);
  return once([...turn.codes, ...covering.flatMap(span => span.codes)].map(({ code }) => code));
}

function once(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort(compareCodePoints);
}

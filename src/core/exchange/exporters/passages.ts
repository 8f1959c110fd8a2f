import type { Version } from '../../agreement/version';
import type { TextRange } from '../../text/textRange';
import type { Turn } from '../../transcript/transcript';
import type { ExportedVersion, VersionFacts } from './exportedTranscript';
import { turnCodings } from './turnCodings';

/** What was coded with a code at one place, and what was said around it. */
export interface FoundPassage {
  readonly code: string;
  readonly version: Version;
  readonly facts: VersionFacts;
  readonly turn: Turn;
  /** What of the turn's words is coded; undefined where all of it is. */
  readonly passage: TextRange | undefined;
  readonly memo: string | undefined;
  /** The turns right before it and right behind it. */
  readonly before: readonly Turn[];
  readonly behind: readonly Turn[];
}

/**
 * What is coded with `codes` in versions of transcripts: code by code in the order in which they are named, then version
 * by version, turn by turn; with up to `context` turns on both sides.
 */
export function findPassages(
  versions: readonly ExportedVersion[],
  codes: readonly string[],
  context: number,
): readonly FoundPassage[] {
  const wanted = new Set(codes);
  const byCode = passagesByCode(versions.flatMap(each => codedIn(each, wanted, context)));
  return codes.flatMap(code => byCode.get(code) ?? []);
}

/** What is coded with each code, in the order in which it was found. */
export function passagesByCode(found: readonly FoundPassage[]): ReadonlyMap<string, readonly FoundPassage[]> {
  const byCode = new Map<string, FoundPassage[]>();
  for (const each of found) {
    const own = byCode.get(each.code);
    if (own === undefined) byCode.set(each.code, [each]);
    else own.push(each);
  }
  return byCode;
}

function codedIn(
  { version, facts }: ExportedVersion,
  codes: ReadonlySet<string>,
  context: number,
): readonly FoundPassage[] {
  const { turns } = version.transcript;
  return turns.flatMap((turn, at) =>
    turnCodings(turn)
      .filter(({ code }) => codes.has(code))
      .map(coding => ({
        ...coding,
        version,
        facts,
        turn,
        before: turns.slice(Math.max(0, at - context), at),
        behind: turns.slice(at + 1, at + 1 + context),
      })),
  );
}

/** The line, from 0, on which its turn begins. */
export function lineOfPassage({ version, turn }: FoundPassage): number {
  return version.lines.positionAt(turn.range.start).line;
}

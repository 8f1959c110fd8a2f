import { comparable } from '../../text/comparable';
import type { ImportContext } from './importedTranscript';
import type { ReadLine } from './plainLines';
import { countsByName, isAnnouncement, isMadeName } from './speakerLabel';

/** A name and a number behind it: `Ko 1`, `Ki-12`, `N3`. */
const NUMBERED = /^(\p{L}[\p{L}. ]{0,30}?)[ .-]?(\d{1,4})$/u;
/** How far a number may be from the one before it, as one or two may be missing. */
const WIDEST_STEP = 3;
/** How many turns each has at least: of those that are known, and of others, who may be several who speak once. */
const FEWEST_KNOWN = 2;
const FEWEST = 3;

interface NumberedName {
  readonly at: number;
  readonly base: string;
  readonly number: number;
}

/** The lines with names without the numbers of turns. */
export function withoutTurnNumbers(lines: readonly ReadLine[], context: ImportContext): readonly ReadLine[] {
  const names = lines.map(({ read }) => (read?.place === 'colon' ? read.name : undefined));
  const bases = namesWithoutNumbers(names, context);
  if (bases.size === 0) return lines;
  return lines.map((line, at) => {
    const name = bases.get(at);
    return name === undefined || line.read === undefined ? line : { ...line, read: { ...line.read, name } };
  });
}

/**
 * The names without the numbers of turns, as verbatim reports count them: `Ko 1`, `Ki 1`, `Ko 2`, each speaker's own or all
 * turns in one row; by their places among those of all turns. Several who are told apart by numbers speak again, or are
 * of one kind.
 */
export function namesWithoutNumbers(
  names: readonly (string | undefined)[],
  context: ImportContext,
): ReadonlyMap<number, string> {
  const found = names.flatMap((name = '', at): readonly NumberedName[] => {
    const [, base = '', number = ''] = NUMBERED.exec(name) ?? [];
    const isOwn = base === '' || isMadeName(name) || isOnlyNumbered(name, base, context);
    return isOwn ? [] : [{ at, base, number: Number(number) }];
  });
  const counts = countsByName(found.map(({ base }) => comparable(base)));
  const isOften = ([base, count]: readonly [string, number]): boolean =>
    count >= (context.isSpeaker(base) ? FEWEST_KNOWN : FEWEST);
  if (counts.size < 2 || ![...counts].every(isOften) || arePeople(found, names, context)) return new Map();
  const own = [...counts.keys()].map(base => found.filter(each => comparable(each.base) === base));
  if (!isCount(found) && !own.every(isCount)) return new Map();
  return new Map(found.map(({ at, base }) => [at, base]));
}

/**
 * Whether numbers tell people apart who introduce themselves: several of one kind speak one after the other, as nobody does
 * whose turns are counted; none of the known ones is a counselor; or somebody besides speaks whose turns are not counted.
 */
function arePeople(
  found: readonly NumberedName[],
  names: readonly (string | undefined)[],
  { isSpeaker, isCounselor }: ImportContext,
): boolean {
  const same = found.filter(
    ({ base }, at) => comparable(base) === comparable(found[at - 1]?.base ?? ''),
  ).length;
  if (same * 2 > found.length) return true;
  if (found.some(({ base }) => isCounselor?.(base) === true)) return false;
  if (found.every(({ base }) => isSpeaker(base))) return true;
  const isNumbered = new Set(found.map(({ at }) => at));
  const others = countsByName(
    names.filter((name, at) => name !== undefined && !isNumbered.has(at)).map(String),
  );
  return [...others].some(([name, count]) => isSpeaker(name) || (count > 1 && !isAnnouncement(name)));
}

/** Whether it is the name with its number that is known for a speaker's. */
function isOnlyNumbered(name: string, base: string, { isSpeaker }: ImportContext): boolean {
  return isSpeaker(name) && !isSpeaker(base);
}

/** Whether numbers count, but for slips: hardly one comes again, and none goes back. */
function isCount(names: readonly NumberedName[]): boolean {
  const numbers = names.map(({ number }) => number);
  const rise = numbers.every((number, at) => {
    const step = number - (numbers[at - 1] ?? 0);
    return step >= 0 && step <= WIDEST_STEP;
  });
  return rise && new Set(numbers).size * 10 >= numbers.length * 9;
}

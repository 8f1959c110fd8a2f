import { clientKey } from '../case/clientKey';
import { type Message, message, quoting } from '../message';
import { compareCodePoints } from '../text/codePointOrder';
import { wordsDifference } from './sameWords';
import type { PairingFault, RatedTranscript, Version } from './version';

/** The versions of transcripts, brought together. */
export interface Pairing {
  /** By id. */
  readonly rated: readonly RatedTranscript[];
  /** Versions that no other rater's stands beside, or that have no `transcript:` id. */
  readonly alone: readonly Version[];
  /** Why transcripts are left out of which a rater has two versions: nobody knows which holds. */
  readonly doubled: readonly PairingFault[];
}

/**
 * Brings versions with the same `transcript:` id together, whatever order they come in and in whatever case it is. Refused are versions whose
 * words differ; a transcript with two versions by the same rater is left out.
 */
export function pairVersions(versions: readonly Version[]): Pairing | PairingFault {
  const byId = new Map<string, Version[]>();
  const alone: Version[] = [];
  for (const version of [...versions].sort(compareVersions)) {
    const { id } = version.transcript;
    const known = byId.get(id ?? '');
    if (id === undefined || id === '') alone.push(version);
    else if (known === undefined) byId.set(id, [version]);
    else known.push(version);
  }
  const rated: RatedTranscript[] = [];
  const doubled: PairingFault[] = [];
  for (const [id, ofTranscript] of [...withSpellingsJoined(byId)].sort(([a], [b]) =>
    compareCodePoints(a, b),
  )) {
    const [first, second, ...others] = ofTranscript;
    if (first === undefined) continue;
    if (second === undefined) {
      alone.push(first);
      continue;
    }
    const twice = sameRater(id, ofTranscript);
    if (twice !== undefined) {
      doubled.push(twice);
      continue;
    }
    const fault = wordsDifference(id, first, [second, ...others]);
    if (fault !== undefined) return fault;
    rated.push({ id, versions: [first, second, ...others] });
  }
  return { rated, alone, doubled };
}

/**
 * Puts versions together whose ids are the same but for case and blanks, where nothing speaks against it: other raters,
 * the same words. Else the ids are taken as they are written.
 */
function withSpellingsJoined(
  byId: ReadonlyMap<string, readonly Version[]>,
): ReadonlyMap<string, readonly Version[]> {
  const joined = new Map<string, readonly Version[]>();
  const byKey = new Map<string, string>();
  for (const [id, versions] of byId) {
    const key = clientKey(id);
    const firstId = byKey.get(key);
    const others = joined.get(firstId ?? '') ?? [];
    const all = [...others, ...versions].sort(compareVersions);
    const [first] = others;
    if (firstId !== undefined && first !== undefined && isOneTranscript(id, first, versions, all)) {
      joined.set(firstId, all);
      continue;
    }
    joined.set(id, versions);
    if (firstId === undefined) byKey.set(key, id);
  }
  return joined;
}

function isOneTranscript(
  id: string,
  first: Version,
  versions: readonly Version[],
  all: readonly Version[],
): boolean {
  return sameRater(id, all) === undefined && wordsDifference(id, first, versions) === undefined;
}

/** The raters of transcripts, by name; one who is written in several ways is named as in the first. */
export function ratersOf(rated: readonly { readonly versions: readonly Version[] }[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { rater } of rated.flatMap(({ versions }) => versions).sort(compareVersions)) {
    if (!names.has(clientKey(rater))) names.set(clientKey(rater), rater);
  }
  return [...names.values()];
}

/** Case and blanks count for nothing. */
function isSameRater(a: string, b: string): boolean {
  return clientKey(a) === clientKey(b);
}

/** What is worked out for each rater of each transcript grows with the square of these. */
const MOST_RATERS = 50;

/** Why so many raters are not compared, if they are not. */
export function ratersFault({ rated }: Pairing): Message | undefined {
  const count = ratersOf(rated).length;
  return count > MOST_RATERS ? message('agree.too-many-raters', { count, limit: MOST_RATERS }) : undefined;
}

/** The version of each rater; undefined for one who has none. */
export function versionsByRater(
  { versions }: RatedTranscript,
  raters: readonly string[],
): readonly (Version | undefined)[] {
  return raters.map(rater => versions.find(version => isSameRater(version.rater, rater)));
}

function compareVersions(a: Version, b: Version): number {
  return (
    compareCodePoints(clientKey(a.rater), clientKey(b.rater)) ||
    compareCodePoints(a.rater, b.rater) ||
    compareCodePoints(a.file, b.file)
  );
}

function sameRater(id: string, versions: readonly Version[]): PairingFault | undefined {
  for (const [place, version] of versions.entries()) {
    const next = versions[place + 1];
    if (next === undefined || !isSameRater(version.rater, next.rater)) continue;
    const { file, rater } = version;
    return {
      reason: quoting('agree.same-rater', { transcript: id, rater }, { file, other: next.file }),
      places: [version, next].map(each => ({ version: each, turn: 0 })),
      quotes: [],
    };
  }
  return undefined;
}

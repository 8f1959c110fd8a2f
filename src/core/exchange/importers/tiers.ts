import { wordsOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { message, quoting } from '../../message';
import { comparable } from '../../text/comparable';
import type { Source } from './containers/source';
import {
  type Claim,
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  nothingImported,
} from './importedTranscript';

/** A stretch of a tier. */
export interface TierEntry {
  /** Its place in the order of time, and in that of the source. */
  readonly order: number;
  readonly piece: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly words: string;
}

/** A tier of a program for annotation: what one speaker says, or what was noted beside it. */
export interface Tier {
  readonly name: string;
  readonly speaker: string;
  /** Whether the program itself says that it only notes something about another tier. */
  readonly isDependent: boolean;
  /** Whether the program itself says who speaks in it. */
  readonly isOfSpeaker: boolean;
  readonly entries: readonly TierEntry[];
}

const SPEECH = wordsOf(transcriptWords, ({ tiers }) => tiers.speech);
const NO_SPEECH = wordsOf(transcriptWords, ({ tiers }) => tiers.other);

/**
 * The tiers that are speech as a transcript, in the order of time, what the others hold left out. Those are speech that
 * the user names; else those that depend on no other and are not called by what is no speech (gaze, gestures, notes),
 * and where some say who speaks, say it too or are called by a role; of several of one speaker those that are called
 * speech, if some are.
 */
export function tiersTranscript(
  tiers: readonly Tier[],
  context: ImportContext,
  pieces: Source['pieces'],
): ImportedTranscript {
  const filled = tiers.filter(({ entries }) => entries.length > 0);
  const spoken = new Set(
    context.tiers === undefined ? spokenAmong(filled, context) : filled.filter(isNamedIn(context.tiers)),
  );
  const entries = filled
    .filter(tier => spoken.has(tier))
    .flatMap(({ speaker, entries: own }) => own.map(entry => ({ speaker, entry })))
    .sort((a, b) => a.entry.order - b.entry.order);
  const cues = entries.map(
    ({ speaker, entry: { piece, start, end, words } }): Cue => ({ start, end, speaker, words, piece }),
  );
  const others = filled.filter(tier => !spoken.has(tier));
  const claims = others.flatMap(({ name, entries: own }) =>
    own.map(
      ({ piece, words }): Claim => ({ piece, text: words, as: quoting('import.left.tier', { tier: name }) }),
    ),
  );
  const unknown = [...(context.tiers ?? [])].filter(name => !filled.some(isNamedIn(new Set([name]))));
  const doubtful =
    context.tiers === undefined
      ? doubtfulAmong(
          filled.filter(tier => spoken.has(tier)),
          context,
        )
      : [];
  const remarks = [
    ...unknown.map(tier => ({ line: 0, reason: message('import.no-such-tier', { tier }) })),
    ...doubtful.map(({ name, entries: [first] }) => ({
      line: pieces[first?.piece ?? 0]?.line ?? 0,
      reason: quoting('import.tier-taken', { tier: name }),
    })),
  ];
  const choices = filled.map(tier => ({ name: tier.name, isSpoken: spoken.has(tier) }));
  return { ...nothingImported, cues, claims, remarks, tiers: choices };
}

function isNamedIn(names: ReadonlySet<string>): (tier: Tier) => boolean {
  return ({ name }) => names.has(comparable(name));
}

function isCalled({ name }: Tier, words: readonly string[]): boolean {
  return comparable(name)
    .split(/[^\p{L}]+/u)
    .some(word => words.includes(word));
}

/** The tiers of which nothing says that they are speech, and most of which stands at times of one above. */
function doubtfulAmong(tiers: readonly Tier[], { isSpeaker }: ImportContext): readonly Tier[] {
  const seen = new Set<string>();
  return tiers.filter(tier => {
    const isSure = tier.isOfSpeaker || isSpeaker(tier.name) || isCalled(tier, SPEECH);
    const isCopy = !isSure && isMostlyAt(tier, seen);
    for (const time of timesOf(tier)) seen.add(time);
    return isCopy;
  });
}

/** When the entries of a tier begin and end, in one word each. */
function timesOf({ entries }: Tier): readonly string[] {
  return entries.flatMap(({ start, end }) => (start === undefined ? [] : `${start}-${end}`));
}

function isMostlyAt(tier: Tier, times: ReadonlySet<string>): boolean {
  return timesOf(tier).filter(time => times.has(time)).length * 2 >= tier.entries.length;
}

/** Whether a tier is called by another one's name and a word more, and stands at its times: `Rina_eng` beside `Rina`. */
function isBesideOther(tier: Tier, byName: ReadonlyMap<string, Tier>): boolean {
  const bases = [tier.name.replace(/[_\-. ][^_\-. ]+$/, ''), tier.name.replace(/^[^_\-. ]+[_\-. ]/, '')];
  return bases.some(base => {
    const other = byName.get(comparable(base));
    return other !== undefined && other !== tier && isMostlyAt(tier, new Set(timesOf(other)));
  });
}

function spokenAmong(tiers: readonly Tier[], { isSpeaker }: ImportContext): readonly Tier[] {
  const byName = new Map(tiers.map(tier => [comparable(tier.name), tier]));
  const free = tiers.filter(tier => !tier.isDependent && !isBesideOther(tier, byName));
  const likely = free.filter(tier => !isCalled(tier, NO_SPEECH));
  const ofSpeakers = likely.some(({ isOfSpeaker }) => isOfSpeaker)
    ? likely.filter(tier => tier.isOfSpeaker || isSpeaker(tier.name) || isCalled(tier, SPEECH))
    : likely;
  return ofSpeakers.filter(tier => {
    const same = ofSpeakers.filter(({ speaker }) => speaker === tier.speaker);
    const called = same.filter(each => isCalled(each, SPEECH));
    return called.length === 0 || called.includes(tier);
  });
}

import type { PlacedMention } from './case';
import { DisjointSets } from './disjointSets';

/**
 * Groups the mentions of a case into goals; `mentions` are in case order, as are the groups (by their first
 * mention) and the mentions of each.
 *
 * Two mentions of one kind are the same goal when they match the same goal of the protocol, or carry the same
 * `^id` (in whatever stage or protocol), or, when at least one has no `^id`, have the same text in the same stage, of
 * whatever protocol has a stage with that id: a case that goes over to a practice's own version of a protocol, or from
 * the plan to the notes, keeps its goals; and what is the same as a third is the same. Mentions of no stage count as
 * those of the one stage in which their text stands; where it stands in several, as those of a place of their own. A
 * text whose signed mentions (those with an `^id`) are several goals tells nothing of an unsigned one: it joins the
 * unsigned ones to each other alone. Linear in the number of mentions.
 */
export function groupMentions(mentions: readonly PlacedMention[]): readonly (readonly PlacedMention[])[] {
  const sets = new DisjointSets(mentions.length);
  for (const alike of indicesBy(mentions, idKey)) joinAll(sets, alike);
  for (const alike of indicesBy(mentions, protocolGoalKey)) joinAll(sets, alike);
  // All decided before any text joins anything, so that the order of texts cannot matter.
  const forNone = stagesForNone(mentions);
  const joined = indicesBy(mentions, each => textKey(each, forNone)).map(alike =>
    joinedByText(mentions, sets, alike),
  );
  for (const alike of joined) joinAll(sets, alike);
  return indicesBy(mentions, (_, index) => String(sets.find(index))).map(indices => pick(mentions, indices));
}

/** The stage that mentions of no stage count for, by their words; none where it could be one of several. */
function stagesForNone(mentions: readonly PlacedMention[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (mentions.every(({ mention }) => mention.stage !== undefined)) return found;
  for (const indices of indicesBy(mentions, wordsKey)) {
    const stage = stageForNone(pick(mentions, indices));
    const [first = 0] = indices;
    const key = mentions[first] && wordsKey(mentions[first]);
    if (stage !== undefined && key !== undefined) found.set(key, stage);
  }
  return found;
}

/**
 * The stage that those of no stage count for among mentions of the same words: the one in which all others stand that
 * these words could join them to. Two mentions with an `^id` each are never joined by their words.
 */
function stageForNone(alike: readonly PlacedMention[]): string | undefined {
  const outside = alike.filter(({ mention }) => mention.stage === undefined);
  const isOnlySigned = outside.every(({ mention }) => mention.id !== undefined);
  const joinable = isOnlySigned ? alike.filter(({ mention }) => mention.id === undefined) : alike;
  const stages = new Set(joinable.flatMap(({ mention }) => mention.stage ?? []));
  const [stage] = stages;
  return stages.size === 1 ? stage : undefined;
}

/** Of the mentions of one text those that are one goal by it. */
function joinedByText(
  mentions: readonly PlacedMention[],
  sets: DisjointSets,
  alike: readonly number[],
): readonly number[] {
  const unsigned = alike.filter(index => mentions[index]?.mention.id === undefined);
  if (unsigned.length === 0) return [];
  const signedGoals = new Set<number>();
  for (const index of alike) {
    if (mentions[index]?.mention.id !== undefined) signedGoals.add(sets.find(index));
  }
  return signedGoals.size > 1 ? unsigned : alike;
}

function indicesBy(
  mentions: readonly PlacedMention[],
  keyOf: (mention: PlacedMention, index: number) => string | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  mentions.forEach((mention, index) => {
    const key = keyOf(mention, index);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.values()];
}

function joinAll(sets: DisjointSets, indices: readonly number[]): void {
  const [first, ...rest] = indices;
  if (first === undefined) return;
  for (const index of rest) sets.join(first, index);
}

function pick(mentions: readonly PlacedMention[], indices: readonly number[]): readonly PlacedMention[] {
  return indices.flatMap(index => mentions[index] ?? []);
}

function idKey({ mention }: PlacedMention): string | undefined {
  return mention.id === undefined ? undefined : `${mention.kind} ${mention.id}`;
}

function protocolGoalKey({ mention }: PlacedMention): string | undefined {
  if (mention.protocolGoal === undefined || mention.stage === undefined) return undefined;
  return `${mention.kind} ${mention.protocol} ${mention.stage} ${mention.protocolGoal}`;
}

function textKey(each: PlacedMention, forNone: ReadonlyMap<string, string>): string | undefined {
  const words = wordsKey(each);
  if (words === undefined) return undefined;
  return `${each.mention.stage ?? forNone.get(words) ?? ''} ${words}`;
}

function wordsKey({ mention }: PlacedMention): string | undefined {
  return mention.comparableText === '' ? undefined : `${mention.kind} ${mention.comparableText}`;
}

import { comparable } from '../text/comparable';
import type { PlacedMention } from './case';
import type { CaseMention, CaseNote, MentionContent } from './caseNote';
import { DisjointSets } from './disjointSets';
import { protocolGoalKey } from './goalKey';
import { isMistyped, tellingWords } from './sameWords';
import { stageOfWords } from './stageOfWords';

/**
 * Groups the mentions of a case into goals; `mentions` are in case order, as are the groups (by their first
 * mention) and the mentions of each.
 *
 * Two mentions are the same goal when they match the same goal of the protocol, or carry the same `^id` (of whatever
 * kind, in whatever stage or protocol) and are not plainly about something else, or, when at least one has no `^id`, are
 * of one kind and have the same text in the same stage, of
 * whatever protocol has a stage with that id: a case that goes over to a practice's own version of a protocol, or from
 * the plan to the notes, keeps its goals; and what is the same as a third is the same. Mentions of no stage count as
 * those of the one stage in which their text stands, and so do those that look back on what was agreed in whichever
 * stage; where it stands in several, as those of a place of their own; so
 * do those of no stated kind with the kinds. A
 * text whose signed mentions (those with an `^id`) are several goals tells nothing of an unsigned one: it joins the
 * unsigned ones to each other alone. Linear in the number of mentions.
 */
export function groupMentions(mentions: readonly PlacedMention[]): readonly (readonly PlacedMention[])[] {
  const sets = new DisjointSets(mentions.length);
  for (const alike of indicesBy(mentions, ({ mention }) => mention.said.id)) {
    joinByWords(alike, mentions, sets);
  }
  for (const alike of indicesBy(mentions, ownGoalKey)) joinAll(sets, alike);
  // All decided before any text joins anything, so that the order of texts cannot matter.
  const kinds = kindsByText(mentions);
  const wordsKey = (each: PlacedMention) => keyOfWords(each, kinds);
  const forNone = stagesForNone(mentions, wordsKey);
  const joined = indicesBy(mentions, each => textKey(each, wordsKey(each), forNone)).map(alike =>
    joinedByText(mentions, sets, alike),
  );
  for (const alike of joined) joinAll(sets, alike);
  return indicesBy(mentions, (_, index) => sets.find(index)).map(indices => pick(mentions, indices));
}

/**
 * The groups with the tasks that are text where they stand but have the words of one of them, and of no other. `record`
 * has the notes in case order.
 */
export function withUntracked(
  groups: readonly (readonly PlacedMention[])[],
  untracked: readonly PlacedMention[],
  record: readonly CaseNote[],
): readonly (readonly PlacedMention[])[] {
  if (untracked.length === 0) return groups;
  const byText = new Map<string, Set<number>>();
  groups.forEach((group, at) => {
    for (const { mention } of group) {
      const known = byText.get(mention.said.comparableText);
      if (known === undefined) byText.set(mention.said.comparableText, new Set([at]));
      else known.add(at);
    }
  });
  const added = new Map<number, PlacedMention[]>();
  for (const each of untracked) {
    const meant = byText.get(each.mention.said.comparableText);
    const [at] = meant ?? [];
    if (meant?.size === 1 && at !== undefined) added.set(at, [...(added.get(at) ?? []), each]);
  }
  if (added.size === 0) return groups;
  const ranks = new Map(record.map((note, rank) => [note, rank]));
  const rankOf = ({ note }: PlacedMention): number => ranks.get(note) ?? 0;
  return groups.map((group, at) => {
    const more = added.get(at);
    if (more === undefined) return group;
    return [...group, ...more].sort(
      (a, b) => rankOf(a) - rankOf(b) || a.mention.place.start - b.mention.place.start,
    );
  });
}

/**
 * Joins of the mentions with one `^id`, in case order, those that are one goal: that share a telling word, and each with
 * the one before it where one of the two has no words, it says that it is reworded, or is mistyped.
 */
function joinByWords(alike: readonly number[], mentions: readonly PlacedMention[], sets: DisjointSets): void {
  const withWord = new Map<string, number>();
  let before: { readonly index: number; readonly mention: CaseMention } | undefined;
  for (const index of alike) {
    const mention = mentions[index]?.mention;
    if (mention === undefined) continue;
    const { id, comparableText: text, reworded } = mention.said;
    if (before !== undefined && haveSameWords(before.mention, mention)) {
      sets.join(before.index, index);
      continue;
    }
    // An id that someone thought of says what the goal is about.
    const ofId = before === undefined ? tellingWords(comparable(id ?? '')) : [];
    for (const word of [...ofId, ...wordsOf(mention)]) {
      const other = withWord.get(word);
      if (other === undefined) withWord.set(word, index);
      else sets.join(other, index);
    }
    if (
      before !== undefined &&
      sets.find(before.index) !== sets.find(index) &&
      (reworded || mayGoOn(before.mention.said.comparableText, text))
    )
      sets.join(before.index, index);
    before = { index, mention };
  }
}

/** As most have that are carried from session to session. */
function haveSameWords({ said: a }: CaseMention, { said: b }: CaseMention): boolean {
  if (a === b) return true;
  return (
    a.comparableText === b.comparableText &&
    a.protocolGoal === b.protocolGoal &&
    a.stage === b.stage &&
    a.protocol === b.protocol
  );
}

/** What a goal of the protocol is called stands in several languages; that it is this goal is what they share. */
function wordsOf({ said }: CaseMention): readonly string[] {
  const { comparableText, protocol, stage, protocolGoal } = said;
  const words = comparableText === '' ? [] : tellingWords(comparableText);
  return protocolGoal === undefined || stage === undefined
    ? words
    : [...words, protocolGoalKey(protocol, stage, protocolGoal)];
}

function mayGoOn(before: string, text: string): boolean {
  return before === '' || text === '' || isMistyped(before, text);
}

/** The kind that mentions in parts which do not say what they track have by their text: that of the others, if it is one. */
function kindsByText(
  mentions: readonly PlacedMention[],
): ReadonlyMap<string, MentionContent['kind'] | undefined> {
  const kinds = new Map<string, MentionContent['kind'] | undefined>();
  for (const { mention } of mentions) {
    const { comparableText: text, kind, saysKind } = mention.said;
    if (!saysKind) continue;
    kinds.set(text, kinds.has(text) && kinds.get(text) !== kind ? undefined : kind);
  }
  return kinds;
}

/** The stage that mentions of no stage count for, by their words; none where it could be one of several. */
function stagesForNone(
  mentions: readonly PlacedMention[],
  wordsKey: (mention: PlacedMention) => string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (mentions.every(({ mention }) => stageOfWords(mention.said) !== undefined)) return found;
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
  const outside = alike.filter(({ mention }) => stageOfWords(mention.said) === undefined);
  const isOnlySigned = outside.every(({ mention }) => mention.said.id !== undefined);
  const joinable = isOnlySigned ? alike.filter(({ mention }) => mention.said.id === undefined) : alike;
  const stages = new Set(joinable.flatMap(({ mention }) => stageOfWords(mention.said) ?? []));
  const [stage] = stages;
  return stages.size === 1 ? stage : undefined;
}

/** Of the mentions of one text those that are one goal by it. */
function joinedByText(
  mentions: readonly PlacedMention[],
  sets: DisjointSets,
  alike: readonly number[],
): readonly number[] {
  const unsigned = alike.filter(index => mentions[index]?.mention.said.id === undefined);
  if (unsigned.length === 0) return [];
  const signedGoals = new Set<number>();
  for (const index of alike) {
    if (mentions[index]?.mention.said.id !== undefined) signedGoals.add(sets.find(index));
  }
  return signedGoals.size > 1 ? unsigned : alike;
}

function indicesBy<Key extends string | number>(
  mentions: readonly PlacedMention[],
  keyOf: (mention: PlacedMention, index: number) => Key | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<Key, number[]>();
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

function ownGoalKey({ mention }: PlacedMention): string | undefined {
  const { protocol, stage, protocolGoal } = mention.said;
  if (protocolGoal === undefined || stage === undefined) return undefined;
  return protocolGoalKey(protocol, stage, protocolGoal);
}

function textKey(
  { mention }: PlacedMention,
  words: string | undefined,
  forNone: ReadonlyMap<string, string>,
): string | undefined {
  return words === undefined
    ? undefined
    : `${stageOfWords(mention.said) ?? forNone.get(words) ?? ''} ${words}`;
}

function keyOfWords(
  { mention }: PlacedMention,
  kinds: ReadonlyMap<string, MentionContent['kind'] | undefined>,
): string | undefined {
  const { comparableText: text, kind, saysKind } = mention.said;
  if (text === '') return undefined;
  return `${saysKind ? kind : (kinds.get(text) ?? kind)} ${text}`;
}

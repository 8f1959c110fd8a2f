import type { Case, CaseGoal } from '../case/case';
import type { CaseMention, MentionField } from '../case/caseNote';
import { idForGoal, idsOfCase, SignedGoals } from '../case/mintId';
import { stageOfWords } from '../case/stageOfWords';
import { comparableGoalText } from '../note/comparableGoalText';
import { goalFieldOf } from '../note/goalFieldKeys';
import type { GoalIdStyle } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { goalHome, holds } from '../protocol/goalHome';
import type { Section, Stage } from '../protocol/schema';
import { reviewRole, trackedKind } from '../protocol/trackedKind';
import { fitsField, goalSource, lastingFields } from './goalSource';

/** A goal or action of a case as it is to stand in a later note. */
export interface CarriedMention {
  readonly goal: CaseGoal;
  /** Undefined for a goal of no stage, which goes above all stages. */
  readonly stage: Stage | undefined;
  /** Undefined for what stands directly under the mark of the stage. */
  readonly section: Section | undefined;
  /** The source behind the box. */
  readonly words: string;
}

/** A goal that is to be carried into a later note. */
export interface GoalToCarry {
  readonly goal: CaseGoal;
  readonly ofCase: Case;
  /** Whose goal it is, to be said in a note of several clients. */
  readonly client: string | undefined;
}

/** What copies depend on besides the goals. */
interface CarryingOver {
  /** The protocols of the note that they are carried into; the first takes what is of none of them. */
  readonly protocols: readonly CompiledProtocol[];
  /** The ids that the note has already, besides those of the cases. */
  readonly taken: Iterable<string>;
  /** What the `^id` is like that a goal gets in its copy. */
  readonly goalIds?: GoalIdStyle | undefined;
}

/**
 * The goals of `cases`, those of the clients of one note, that `takes` lets through. What several of them share, all
 * from one mention, is there once; of what concerns one alone among several it is said whose it is.
 */
export function goalsToCarry(
  cases: readonly Case[],
  takes: (goal: CaseGoal) => boolean,
): readonly GoalToCarry[] {
  const casesOfMention = new Map<CaseMention, number>();
  for (const { goals } of cases) {
    for (const { mentions } of goals) {
      const latest = mentions.at(-1)?.mention;
      if (latest !== undefined) casesOfMention.set(latest, (casesOfMention.get(latest) ?? 0) + 1);
    }
  }
  const taken = new Set<CaseMention>();
  return cases.flatMap(ofCase =>
    ofCase.goals.flatMap(goal => {
      const latest = goal.mentions.at(-1)?.mention;
      if (latest === undefined || taken.has(latest) || !takes(goal)) return [];
      taken.add(latest);
      const concernsOne = cases.length > 1 && casesOfMention.get(latest) === 1;
      return [{ goal, ofCase, client: concernsOne ? ofCase.client : undefined }];
    }),
  );
}

/**
 * The copies of `goals` with their text, tags, fields and `^id`; a goal without `^id` gets a fresh one in the copy.
 * What is of another protocol goes to the stage with the same id, else to the one where goals are at home. Left out is
 * what has no place (an action where no section tracks actions) and what no note mentions.
 */
export function carriedMentions(
  goals: readonly GoalToCarry[],
  carrying: CarryingOver,
): readonly CarriedMention[] {
  const used = new Set(carrying.taken);
  const cases = new Set(goals.map(each => each.ofCase));
  for (const ofCase of cases) addAll(used, idsOfCase(ofCase));
  const signed = new Map([...cases].map(ofCase => [ofCase, new SignedGoals(ofCase)] as const));
  return goals.flatMap(({ goal, ofCase, client }) => {
    const latest = goal.mentions.at(-1);
    const place = placeOf(goal, ofCase, carrying.protocols);
    if (latest === undefined || place === undefined) return [];
    const id = goal.id ?? idForGoal(goal, ofCase, used, carrying.goalIds, signed.get(ofCase));
    if (id !== undefined) used.add(id);
    const { tags } = latest.mention.said;
    return [
      { goal, ...place, words: goalSource({ text: goal.text, tags, fields: fieldsOf(goal, client), id }) },
    ];
  });
}

function addAll(ids: Set<string>, more: Iterable<string>): void {
  for (const id of more) ids.add(id);
}

function placeOf(
  goal: CaseGoal,
  ofCase: Case,
  protocols: readonly CompiledProtocol[],
): Pick<CarriedMention, 'stage' | 'section'> | undefined {
  if (goal.stage === undefined) return { stage: undefined, section: undefined };
  const isFollowed = goal.kind === 'action' && (goal.id !== undefined || areWordsItsOwn(goal, ofCase));
  const review = isFollowed ? reviewPlace(protocols) : undefined;
  if (review !== undefined) return review;
  const stage = stageFor(goal, protocols);
  if (stage === undefined) return undefined;
  const takes = (section: Section | undefined): boolean => trackedKind(stage, section) === goal.kind;
  const own = stage.sections.find(({ id }) => id === goal.mentions.at(-1)?.mention.said.section);
  // What has an `^id` is followed wherever it stands, save among choices.
  const isAtHome = own !== undefined && (takes(own) || (goal.id !== undefined && own.choices.length === 0));
  if (isAtHome) return { stage, section: own };
  if (takes(undefined)) return { stage, section: undefined };
  const first = stage.sections.find(takes);
  return first && { stage, section: first };
}

/**
 * Whether the words of an action without `^id` tell it wherever it is looked back on: they stand in one stage of the
 * case.
 */
function areWordsItsOwn({ text }: CaseGoal, { goals }: Case): boolean {
  const words = comparableGoalText(text);
  const alike = goals.flatMap(({ mentions }) =>
    mentions.filter(({ mention }) => mention.said.comparableText === words),
  );
  return new Set(alike.flatMap(({ mention }) => stageOfWords(mention.said) ?? [])).size <= 1;
}

/** Where a note by `protocols` looks back on what was agreed earlier, if it does. */
function reviewPlace(
  protocols: readonly CompiledProtocol[],
): Pick<CarriedMention, 'stage' | 'section'> | undefined {
  for (const stage of protocols.flatMap(({ protocol }) => protocol.stages)) {
    if (stage.role === reviewRole) return { stage, section: undefined };
    const section = stage.sections.find(({ role }) => role === reviewRole);
    if (section !== undefined) return { stage, section };
  }
  return undefined;
}

/**
 * The stage of a note by `protocols` that takes a goal: its own, else one with the same id, else the home of goals. A
 * goal that a protocol itself has is no other's, and without an `^id` nothing would tell that a goal and its copy in a
 * stage with another id are the same. Undefined for a goal of no stage, too.
 */
export function stageFor(
  { kind, protocol: id, stage, protocolGoal, id: signature }: CaseGoal,
  protocols: readonly CompiledProtocol[],
): Stage | undefined {
  const own = protocols.find(({ protocol }) => protocol.id === id);
  const [first] = protocols;
  if (stage === undefined) return undefined;
  if (own !== undefined) return own.protocol.stages.find(each => each.id === stage);
  if (first === undefined || protocolGoal !== undefined) return undefined;
  const stages = protocols.flatMap(({ protocol }) => protocol.stages);
  const alike = stages.find(each => each.id === stage && holds(each, kind));
  return alike ?? (signature === undefined ? undefined : goalHome(first.protocol, kind));
}

/**
 * Those of the latest mention, with the due date and role of an earlier one where it says none; `client` first. A due
 * date that cannot be read would mean another day in a later note, and stays behind.
 */
function fieldsOf(goal: CaseGoal, client: string | undefined): readonly MentionField[] {
  const latest = goal.mentions.at(-1)?.mention.said.fields ?? [];
  const written = lastingFields(latest).filter(({ key }) => goalFieldOf(key) !== 'due');
  const has = (field: string): boolean => written.some(({ key }) => goalFieldOf(key) === field);
  const role = goal.mentions.flatMap(({ mention }) => mention.said.role ?? []).at(-1);
  const stated = { client, due: goal.due, role };
  const added = Object.entries(stated).flatMap(([key, value]) =>
    value === undefined || has(key) || !fitsField(value) ? [] : [{ key, value }],
  );
  return [...added, ...written];
}

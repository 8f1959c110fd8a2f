import { type Case, type CaseGoal, type CaseGoalStatus, isOpen } from '../case/case';
import { freeId, idForGoal, SignedGoals } from '../case/mintId';
import { idsOf, StatedGoals } from '../case/sameGoal';
import { stageFor } from '../change/carriedMention';
import { type GoalToInsert, mentionWords } from '../change/insertGoal';
import { titleIn } from '../message';
import type { GoalStatus } from '../note/goalMention';
import { markerOfStatus } from '../note/markers';
import type { GoalIdStyle, Note } from '../note/note';
import { sectionAt, stageAt } from '../note/placeAt';
import { readingsOf, readingWith } from '../note/readings';
import type { ProtocolGoal, Section, Stage } from '../protocol/schema';
import { ownerOf, trackedKind } from '../protocol/trackedKind';

/** A goal or action that a note may mention: one of the stage's own, one open in a case of the note, or both. */
export interface GoalCandidate extends GoalToInsert {
  readonly kind: 'goal' | 'action';
  readonly protocolGoal: ProtocolGoal | undefined;
  /** The goal as the case has it, if a note mentions it. */
  readonly goal: CaseGoal | undefined;
}

/**
 * The goals (where the section at `offset` tracks actions: actions) of the stage there that the note does not
 * mention: those of the case that are open, and the stage's own that the case has not achieved, less those of
 * another role than the section's. What is under way comes first, what was dropped last. Outside stages those of no stage.
 * `cases` are those of the
 * note's clients; what no note mentions yet is in `language`. None in sections that track nothing
 * or ask for a choice, and in transcripts and process notes, whose goals count for nothing.
 */
export function insertableGoals(
  whole: Note,
  offset: number,
  cases: readonly Case[],
  language: string,
): readonly GoalCandidate[] {
  if (whole.frontMatter.kind !== 'note') return [];
  const stage = stageAt(whole, offset)?.stage;
  const note = stage === undefined ? whole : readingWith(whole, stage);
  const section = sectionAt(note, offset)?.section;
  const kind = stage && trackedKind(stage, section);
  if (stage !== undefined && kind === undefined) return [];
  const known =
    stage === undefined || kind === undefined
      ? goalsOfNoStage(whole, cases)
      : knownGoals(whole, note.protocolId, stage, kind, cases);
  const own = kind === 'goal' && stage ? ownGoals(note, stage, section, known, cases.length) : [];
  const drafts = [...own, ...otherGoals(note, known)];
  const ranked = drafts.map(draft => ({ draft, rank: rankOf(draft, section) }));
  ranked.sort((a, b) => a.rank - b.rank);
  return signed(
    ranked.map(({ draft }) => draft),
    takenIds(note, cases),
    language,
    note.context.goalIds,
  );
}

/** The source of a mention behind its list marker: `[ ] text ^id`. */
export function mentionSource(candidate: GoalCandidate): string {
  return `[${candidate.marker}] ${mentionWords(candidate)}`;
}

interface KnownGoal {
  readonly goal: CaseGoal;
  readonly ofCase: Case;
}

/** A candidate that has no `^id` yet, and the case that its goal is of. */
type Draft = Pick<GoalCandidate, 'kind' | 'goal' | 'client' | 'protocolGoal'> & {
  readonly ofCase: Case | undefined;
};

/** What notes of the cases mention of the stage, or of one of another protocol whose goals go there. */
function knownGoals(
  whole: Note,
  protocol: string,
  stage: Stage,
  kind: GoalCandidate['kind'],
  cases: readonly Case[],
): readonly KnownGoal[] {
  const protocols = readingsOf(whole).flatMap(reading => reading.protocol ?? []);
  const isOwn = (goal: CaseGoal) => goal.protocol === protocol && goal.stage === stage.id;
  const isTakenOver = (goal: CaseGoal) =>
    protocols.every(each => each.protocol.id !== goal.protocol) && stageFor(goal, protocols) === stage;
  const belongs = (goal: CaseGoal) =>
    goal.kind === kind && goal.mentions.length > 0 && (isOwn(goal) || isTakenOver(goal));
  return cases.flatMap(ofCase => ofCase.goals.filter(belongs).map(goal => ({ goal, ofCase })));
}

/** What notes of the cases mention outside every stage, where that is tracked. */
function goalsOfNoStage({ context }: Note, cases: readonly Case[]): readonly KnownGoal[] {
  if (context.goalsOutside === false) return [];
  return cases.flatMap(ofCase =>
    ofCase.goals
      .filter(({ stage, mentions }) => stage === undefined && mentions.length > 0)
      .map(goal => ({ goal, ofCase })),
  );
}

function ownGoals(
  note: Note,
  stage: Stage,
  section: Section | undefined,
  known: readonly KnownGoal[],
  caseCount: number,
): readonly Draft[] {
  const mentioned = new StatedGoals(note.goals);
  return stage.goals.flatMap(own => {
    const owner = ownerOf(section);
    if (owner !== undefined && own.role !== undefined && own.role !== owner) return [];
    const stated = known.filter(({ goal }) => goal.protocolGoal === own.id);
    const states = stated.map(({ goal }) => goal);
    const achieved = states.filter(({ status }) => status === 'achieved');
    if (caseCount > 0 && achieved.length === caseCount) return [];
    const isHere = note.goals.some(
      mention =>
        mention.protocol === note.protocolId && mention.stage === stage.id && mention.protocolGoal === own.id,
    );
    if (isHere || stated.some(({ goal, ofCase }) => mentioned.has(goal, ofCase))) return [];
    const goal = states.find(({ status }) => isOpen(status)) ?? states[0];
    return [{ kind: 'goal', goal, ofCase: undefined, client: undefined, protocolGoal: own }];
  });
}

/** The open goals of the cases that are not the protocol's; one that several cases share once. */
function otherGoals(note: Note, known: readonly KnownGoal[]): readonly Draft[] {
  const mentioned = new StatedGoals(note.goals);
  const open = known.filter(
    ({ goal, ofCase }) =>
      goal.protocolGoal === undefined && isOpen(goal.status) && !mentioned.has(goal, ofCase),
  );
  const counts = new Map<string, number>();
  const first = open.filter(({ goal: { key } }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count === 0;
  });
  return first.map(({ goal, ofCase }) => {
    const isShared = (counts.get(goal.key) ?? 0) > 1;
    // A bracket would end the field early.
    const concernsOne = note.frontMatter.clients.length > 1 && !isShared && !/[[\]]/.test(ofCase.client);
    return {
      kind: goal.kind,
      goal,
      ofCase,
      client: concernsOne ? ofCase.client : undefined,
      protocolGoal: undefined,
    };
  });
}

/** Goals of another role than the section's last; then by what became of them. */
function rankOf({ goal, protocolGoal }: Draft, section: Section | undefined): number {
  const role = goal?.role ?? protocolGoal?.role;
  const owner = ownerOf(section);
  const isElsewhere = owner !== undefined && role !== undefined && role !== owner;
  const isUnderWay = goal !== undefined && isOpen(goal.status);
  const state = isUnderWay ? 0 : goal === undefined ? 1 : 2;
  return (isElsewhere ? 3 : 0) + state;
}

function takenIds(note: Note, cases: readonly Case[]): ReadonlySet<string> {
  const inCases = cases.flatMap(({ goals }) => goals.flatMap(goal => [...idsOf(goal)]));
  return new Set([...inCases, ...note.goals.flatMap(({ id }) => id ?? [])]);
}

function signed(
  drafts: readonly Draft[],
  taken: ReadonlySet<string>,
  language: string,
  style: GoalIdStyle | undefined,
): readonly GoalCandidate[] {
  const used = new Set(taken);
  const cases = new Set(drafts.flatMap(({ ofCase }) => ofCase ?? []));
  const signedGoals = new Map([...cases].map(ofCase => [ofCase, new SignedGoals(ofCase)] as const));
  const idOf = (
    { goal, protocolGoal }: Omit<Draft, 'ofCase'>,
    ofCase: Case | undefined,
  ): string | undefined => {
    if (goal?.id !== undefined) return goal.id;
    if (protocolGoal !== undefined) return freeId(protocolGoal.id, used);
    return goal && ofCase && idForGoal(goal, ofCase, used, style, signedGoals.get(ofCase));
  };
  return drafts.map(({ ofCase, ...draft }) => {
    const { goal, protocolGoal } = draft;
    const text = goal?.text ?? titleIn(protocolGoal?.title ?? {}, language).replace(/\s+/g, ' ');
    const id = idOf(draft, ofCase);
    if (id !== undefined) used.add(id);
    return { ...draft, text, id, marker: markerFor(goal) };
  });
}

/** What a goal is when a note takes it up: what comes back is open. */
const takenUpAs: Readonly<Record<CaseGoalStatus, GoalStatus>> = {
  'not-started': 'open',
  open: 'open',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  achieved: 'open',
  dropped: 'open',
};

function markerFor(goal: CaseGoal | undefined): string {
  return markerOfStatus(goal === undefined ? 'open' : takenUpAs[goal.status]);
}

import { message } from '../message';
import type { Note, SectionRegion, StageRegion } from '../note/note';
import { sectionAt, stageAt } from '../note/placeAt';
import { readingsOf } from '../note/readings';
import { readTrailingRun } from '../note/trailingRun';
import { goalHome } from '../protocol/goalHome';
import type { Stage } from '../protocol/schema';
import { trackedKind, trackingOf } from '../protocol/trackedKind';
import { type Change, editsOf, refused, StepwiseChange } from './change';
import { type GoalPlace, goalRegion } from './goalRegion';
import { goalSource, lineWithoutComments } from './goalSource';
import { insertItems } from './insertItem';

interface StagePlace extends GoalPlace {
  readonly stage: Stage;
}

/** Whose part a section is that holds what the counselor, not the client, wants to reach. */
const COUNSELOR = 'counselor';

/** A goal or action that is set now. */
export interface NewGoal {
  readonly kind: 'goal' | 'action';
  /** May end in fields and tags of its own. */
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly due: string | undefined;
}

/**
 * Writes a new goal or action into a note, as the last item of a part that follows such: the one at `offset` (UTF-16
 * code units), if it does; else the first that the format names for it, of the stages that the note has, then of those
 * that it covers, which is inserted; else where goals are at home. Refused where it has no words or no place.
 */
export function addGoal(note: Note, goal: NewGoal, language: string, offset?: number): Change {
  const words = lineWithoutComments(goal.text);
  const { wordsStart, wordsEnd, pieces } = readTrailingRun(words, 0);
  if (wordsEnd === wordsStart) return refused(message('goal.change-refused.no-text'));
  const place =
    (offset === undefined ? undefined : placeAt(note, goal.kind, offset)) ?? placeIn(note, goal.kind);
  const stepwise = new StepwiseChange(note);
  const region = place && goalRegion(place, stepwise, language);
  if (region === undefined) return refused(message('goal.no-place'));
  const source = goalSource({
    text: words.slice(wordsStart, wordsEnd),
    tags: pieces.flatMap(piece => (piece.kind === 'tag' ? [piece.tag] : [])),
    fields: [
      ...pieces.filter(piece => piece.kind === 'field'),
      ...(goal.due === undefined ? [] : [{ key: 'due', value: goal.due }]),
    ],
  });
  const item = { words: source, box: '[ ]', asTask: true };
  stepwise.apply(insertItems(region.outline, region.lines, region.start, [item]));
  return editsOf(stepwise.edits);
}

function placeAt(note: Note, kind: NewGoal['kind'], offset: number): GoalPlace | undefined {
  const stage = stageAt(note, offset)?.stage;
  const section = sectionAt(note, offset)?.section;
  if (stage === undefined) return undefined;
  if (section !== undefined && trackedKind(stage, section) === kind) return { stage, section };
  return section === undefined && trackedKind(stage, undefined) === kind
    ? { stage, section: undefined }
    : undefined;
}

/**
 * Of what the note has: what its format names for such, the counselor's last; else where they are at home; else
 * the last stage.
 * Then of what is wanted of it and missing, in the same way. A goal may always stand above all stages.
 */
function placeIn(note: Note, kind: NewGoal['kind']): GoalPlace | undefined {
  const readings = readingsOf(note);
  const present = readings.flatMap(({ stages }) => stages).flatMap(presentPlaces);
  const covered = readings.flatMap(({ protocol, coveredStages }) =>
    (protocol?.protocol.stages ?? []).filter(({ id }) => coveredStages.includes(id)),
  );
  const homes = readings.flatMap(({ protocol }) => (protocol && goalHome(protocol.protocol, kind)) ?? []);
  const top = kind === 'goal' && readings.length > 0 ? { stage: undefined, section: undefined } : undefined;
  return (
    bestOf(present, kind, homes) ??
    bestOf(covered.flatMap(wantedPlaces), kind, homes) ??
    bestOf(homes.flatMap(wantedPlaces), kind, homes) ??
    top
  );
}

function bestOf(
  places: readonly StagePlace[],
  kind: NewGoal['kind'],
  homes: readonly Stage[],
): GoalPlace | undefined {
  const fit = places.filter(({ stage, section }) => trackedKind(stage, section) === kind);
  const stated = fit.filter(({ stage, section }) => trackingOf(stage, section)?.isStated === true);
  return (
    stated.find(({ section }) => section?.role !== COUNSELOR) ??
    fit.find(({ stage, section }) => homes.includes(stage) && section?.role !== COUNSELOR) ??
    stated[0] ??
    fit.findLast(({ section }) => section === undefined) ??
    fit.at(-1)
  );
}

function presentPlaces({ stage, sections }: StageRegion): readonly StagePlace[] {
  return [
    ...sections.map(({ section }: SectionRegion) => ({ stage, section })),
    { stage, section: undefined },
  ];
}

function wantedPlaces(stage: Stage): readonly StagePlace[] {
  return [...stage.sections.map(section => ({ stage, section })), { stage, section: undefined }];
}

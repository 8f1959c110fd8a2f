import type { GoalMention } from '../note/goalMention';
import type { Note } from '../note/note';
import type { TextRange } from '../text/textRange';
import type { Case, CaseGoal } from './case';
import { caseKeys, concernsCase } from './clientKey';
import { idsOf, isSameGoal } from './sameGoal';

/** An `^id`, without the caret, and the goal of a case that it means. */
export interface NamedGoal {
  readonly ofCase: Case;
  readonly goal: CaseGoal;
  readonly id: string;
}

/** Where an `^id` stands in a note: on the mention that carries it, or in the `replaces` of another. */
export interface IdPlace {
  readonly kind: 'carried' | 'replaces';
  readonly id: string;
  /** The id without the caret. */
  readonly range: TextRange;
  readonly mention: GoalMention;
}

/** Every place of a note where an `^id` stands, in the order of its mentions. */
export function idPlaces({ goals }: Note): readonly IdPlace[] {
  return goals.flatMap(mention => {
    const { id, idRange, replaces, fields } = mention;
    const named = replaces && fields.findLast(({ field }) => field === 'replaces');
    return [
      ...(id && idRange ? [placeOf('carried', id, idRange, mention)] : []),
      ...(replaces && named ? [placeOf('replaces', replaces, named.valueRange, mention)] : []),
    ];
  });
}

/** Both forms end with the id itself. */
function placeOf(kind: IdPlace['kind'], id: string, { end }: TextRange, mention: GoalMention): IdPlace {
  return { kind, id, range: { start: end - id.length, end }, mention };
}

/** The goal that the id at a place means; of a `replaces` one of the same kind before one of the other. */
export function goalNamedAt(place: IdPlace, ofCase: Case): CaseGoal | undefined {
  return namedAmong(place, carrying(place.id, ofCase), ofCase);
}

function carrying(id: string, { goals }: Case): readonly CaseGoal[] {
  return goals.filter(goal => idsOf(goal).has(id));
}

function namedAmong(
  { kind, mention }: IdPlace,
  goals: readonly CaseGoal[],
  ofCase: Case,
): CaseGoal | undefined {
  if (kind === 'carried') return goals.find(goal => isSameGoal(goal, mention, ofCase));
  const { kind: ofOwner } = ofCase.goals.find(goal => isSameGoal(goal, mention, ofCase)) ?? mention;
  return goals.find(goal => goal.kind === ofOwner) ?? goals[0];
}

/** The places of a note that name this goal by this id. */
export function placesNaming({ ofCase, goal, id }: NamedGoal, note: Note): readonly IdPlace[] {
  const keys = caseKeys(note.frontMatter.clients.map(({ value }) => value));
  const goals = carrying(id, ofCase);
  return idPlaces(note).filter(
    place =>
      place.id === id &&
      concernsCase(ofCase.key, keys, place.mention.client) &&
      namedAmong(place, goals, ofCase) === goal,
  );
}

/** The paths of the notes of a case in which an id stands, in case order. */
export function pathsNaming({ notes }: Case, id: string): readonly string[] {
  return notes
    .filter(({ mentions }) => mentions.some(({ said }) => said.id === id || said.replaces === id))
    .map(({ path }) => path);
}

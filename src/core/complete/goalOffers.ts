import type { Case } from '../case/case';
import { type ItemSource, isContinued, itemSource } from '../change/itemSource';
import { line, optionalLine } from '../describe/line';
import { type Message, message } from '../message';
import type { Note } from '../note/note';
import { type CaretPlace, sectionAt, stageAt } from '../note/placeAt';
import { ownerOf, trackingOf } from '../protocol/trackedKind';
import { type GoalCandidate, insertableGoals, mentionSource } from './goalCandidates';
import type { UnplacedOffer } from './offer';
import { escapeSnippet } from './snippet';

/**
 * The goals or actions that the line at `offset` may be a mention of: as the item of a list that it is (a marker
 * that it has is kept; where the part is not made for them only once a box is begun), or, where a section made for them
 * has nothing yet, as the first of a list.
 */
export function goalOffers(
  note: Note,
  offset: number,
  place: CaretPlace,
  cases: readonly Case[],
  language: string,
): readonly UnplacedOffer[] {
  const source = place.kind === 'item' ? itemSource(place.item, place.line) : firstItem(note, offset, place);
  if (source === undefined || (source.box === '' && !isMadeForGoals(note, offset))) return [];
  const tail = isContinued(note.outline, place.line.number) ? '\n' : '';
  const bullet = place.kind === 'item' ? '' : '- ';
  return insertableGoals(note, offset, cases, language).map(candidate => {
    const marker = source.marker?.trim() ? source.marker : candidate.marker;
    const mention = mentionSource({ ...candidate, marker });
    const box = source.box === '' ? '' : `[${source.marker ?? ' '}] `;
    return {
      kind: candidate.kind,
      label: candidate.text || `^${candidate.id ?? ''}`,
      detail: goalDetail(candidate),
      documentation: [
        ...optionalLine('text', candidate.protocolGoal?.description),
        line('preview', { words: `- ${mention}` }),
      ],
      insert: `${bullet}${escapeSnippet(mention)}$0${tail}`,
      range: source.range,
      filterText: box + (candidate.text || (candidate.id ?? '')),
    };
  });
}

function firstItem(
  note: Note,
  offset: number,
  { kind, line: { range } }: CaretPlace,
): ItemSource | undefined {
  const region = sectionAt(note, offset);
  if (kind !== 'blank' || region?.fullness !== 'empty') return undefined;
  return { range, box: '', marker: undefined, words: '' };
}

/** Whether the part at `offset` is meant for goals or actions: elsewhere they are offered to who begins a box. */
function isMadeForGoals(note: Note, offset: number): boolean {
  const stage = stageAt(note, offset)?.stage;
  const section = sectionAt(note, offset)?.section;
  if (stage === undefined) return false;
  return (
    ownerOf(section) !== undefined || stage.goals.length > 0 || trackingOf(stage, section)?.isStated === true
  );
}

/** What a goal that may be inserted is: the stage's own or the case's, and what became of it so far. */
export function goalDetail({ kind, goal, protocolGoal }: GoalCandidate): Message {
  if (goal === undefined) return message('offer.own-goal');
  const known = protocolGoal !== undefined ? 'offer.own-goal-known' : (`offer.open-${kind}` as const);
  return goal.age === 0 ? message(`${known}-0`) : message(known, { sessions: goal.age });
}

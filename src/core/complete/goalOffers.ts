import type { Case } from '../case/case';
import { line, optionalLine } from '../describe/line';
import { type Message, message } from '../message';
import type { Note } from '../note/note';
import { type GoalCandidate, insertableGoals, mentionSource } from './goalCandidates';
import type { ItemSource } from './itemSource';
import type { UnplacedOffer } from './offer';
import { escapeSnippet } from './snippet';

/** The goals or actions that the list item at `offset` may be a mention of. A marker that it has is kept. */
export function goalOffers(
  note: Note,
  offset: number,
  source: ItemSource,
  cases: readonly Case[],
  language: string,
): readonly UnplacedOffer[] {
  return insertableGoals(note, offset, cases, language).map(candidate => {
    const marker = source.marker?.trim() ? source.marker : candidate.marker;
    const mention = mentionSource({ ...candidate, marker });
    const box = source.box === '' ? '' : `[${source.marker ?? ' '}] `;
    return {
      kind: candidate.kind,
      label: candidate.text || `^${candidate.id}`,
      detail: goalDetail(candidate),
      documentation: [
        ...optionalLine('text', candidate.protocolGoal?.description),
        line('preview', { words: `- ${mention}` }),
      ],
      insert: `${escapeSnippet(mention)}$0`,
      range: source.range,
      filterText: box + (candidate.text || candidate.id),
    };
  });
}

/** What a goal that may be inserted is: the stage's own or the case's, and what became of it so far. */
export function goalDetail({ kind, goal, protocolGoal }: GoalCandidate): Message {
  if (goal === undefined) return message('offer.own-goal');
  if (protocolGoal !== undefined) return message('offer.own-goal-known', { sessions: goal.age });
  return message(kind === 'goal' ? 'offer.open-goal' : 'offer.open-action', { sessions: goal.age });
}

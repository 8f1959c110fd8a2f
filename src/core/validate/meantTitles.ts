import { listedTitles } from '../note/listedTitles';
import type { Note } from '../note/note';
import type { Gaps } from './gaps';

/**
 * The gaps of a note, where titles in other words among titles stand in place of the stages that they are meant for. What is said
 * in a transcript is no title.
 */
export function withMeantTitles(gaps: Gaps, note: Note): Gaps {
  if (note.frontMatter.kind === 'transcript') return gaps;
  const meant = listedTitles(note, new Set(gaps.missingStages));
  if (meant.length === 0) return gaps;
  const told = new Set(meant.map(({ near: { term } }) => term.stage));
  return {
    ...gaps,
    missingStages: gaps.missingStages.filter(stage => !told.has(stage)),
    nearMisses: [...gaps.nearMisses, ...meant],
  };
}

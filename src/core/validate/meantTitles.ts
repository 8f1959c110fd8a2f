import { enclosedTitles } from '../note/enclosedTitles';
import { listedTitles } from '../note/listedTitles';
import type { Note } from '../note/note';
import type { Gaps } from './gaps';

/**
 * The gaps of a note, where titles in other words among titles, and those that begin no part where they stand, are in place of what they are meant for. What is said
 * in a transcript is no title.
 */
export function withMeantTitles(gaps: Gaps, note: Note): Gaps {
  if (note.frontMatter.kind === 'transcript') return gaps;
  const stages = new Set(gaps.missingStages);
  const sections = gaps.missingSections.map(({ region: { stage }, section }) => ({ stage, section }));
  const enclosed = enclosedTitles(note, { stages, sections });
  const meant = enclosed.length > 0 ? enclosed : listedTitles(note, stages);
  if (meant.length === 0) return gaps;
  const told = new Set(
    meant.map(({ near: { term } }) => (term.kind === 'section' ? term.section : term.stage)),
  );
  return {
    ...gaps,
    missingStages: gaps.missingStages.filter(stage => !told.has(stage)),
    missingSections: gaps.missingSections.filter(({ section }) => !told.has(section)),
    nearMisses: [...gaps.nearMisses, ...meant],
  };
}

import type { Note, StageRegion } from '../note/note';
import { stageDemand } from '../note/note';
import type { HeadingTerm } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { type TextRange, touches } from '../text/textRange';

/**
 * The stages asked of the note that it has neither a heading of nor one that nearly names it, in the order of the
 * protocol. None where no stages are asked (process notes, missed sessions, contacts for which the
 * protocol is not) and in transcripts.
 * `beingWritten` is a stretch whose text does not count as nearly naming one yet.
 */
export function insertableStages(note: Note, beingWritten?: TextRange): readonly Stage[] {
  return absentStages(note, beingWritten).filter(({ id }) => note.coveredStages.includes(id));
}

/** The same of the stages that are not asked of the note: a session may come to more than was planned. */
export function furtherStages(note: Note, beingWritten?: TextRange): readonly Stage[] {
  return absentStages(note, beingWritten).filter(({ id }) => !note.coveredStages.includes(id));
}

function absentStages(note: Note, beingWritten: TextRange | undefined): readonly Stage[] {
  if (stageDemand(note) !== 'full') return [];
  const taken = new Set(note.stages.map(({ stage }) => stage.id));
  for (const term of nearTerms(note, beingWritten)) if (term.kind === 'stage') taken.add(term.stage.id);
  return (note.protocol?.protocol.stages ?? []).filter(({ id }) => !taken.has(id));
}

/**
 * The sections, optional ones too, that the note has neither in `stage` nor nearly, in the order of the protocol.
 * `beingWritten` is a stretch whose text does not count as nearly naming one yet.
 */
export function insertableSections(note: Note, stage: Stage, beingWritten?: TextRange): readonly Section[] {
  const regions = note.stages.filter(region => region.stage.id === stage.id);
  const taken = new Set(regions.flatMap(({ sections }) => sections.map(({ section }) => section.id)));
  for (const term of nearTerms(note, beingWritten)) {
    if (term.kind === 'section' && term.stage.id === stage.id) taken.add(term.section.id);
  }
  return stage.sections.filter(({ id }) => !taken.has(id));
}

/** The stages that the note has and may have again. */
export function repeatableStages(note: Note): readonly Stage[] {
  if (stageDemand(note) !== 'full') return [];
  const there = new Set(note.stages.map(({ stage }) => stage.id));
  return (note.protocol?.protocol.stages ?? []).filter(({ id, repeatable }) => repeatable && there.has(id));
}

/** The sections of a stage's region that it has and may have again. */
export function repeatableSections({ sections }: StageRegion): readonly Section[] {
  return [...new Set(sections.map(({ section }) => section))].filter(({ repeatable }) => repeatable);
}

function nearTerms({ nearMisses }: Note, beingWritten: TextRange | undefined): readonly HeadingTerm[] {
  return nearMisses
    .filter(({ range }) => beingWritten === undefined || !touches(beingWritten, range.start))
    .map(({ near }) => near.term);
}

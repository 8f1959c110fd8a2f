import { titleIn } from '../message';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import type { Stage } from '../protocol/schema';
import { lineEndOf } from '../text/textEdit';
import type { Turn } from '../transcript/transcript';
import { type Edits, editsOf } from './change';

/** The level of a stage heading in a transcript that has none yet. */
const DEFAULT_LEVEL = 2;

/**
 * Says that `stage` begins with `turn`: puts its heading above the turn, one blank line around it, or, where a stage
 * heading stands directly above, writes its title there. The level is that of the stage heading before, else after.
 */
export function setStageFrom(note: Note, turn: Turn, stage: Stage, language: string): Edits {
  const { text, lines } = note.outline;
  const title = titleIn(stage.title, language);
  const lineStart = lines.lineStart(lines.positionAt(turn.range.start).line);
  const stages = readingsOf(note)
    .flatMap(reading => reading.stages)
    .sort((a, b) => a.mark.range.start - b.mark.range.start);
  const before = stages.findLast(({ mark }) => mark.range.end <= lineStart);
  if (before !== undefined && text.slice(before.mark.range.end, lineStart).trim() === '') {
    return editsOf([{ range: before.mark.titleRange, newText: title }]);
  }
  const level = (before ?? stages[0])?.mark.level ?? DEFAULT_LEVEL;
  const eol = lineEndOf(text);
  const isBelowBlank = /(?:^|[\r\n][ \t]*(?:\r\n|\n|\r))$/.test(
    text.slice(Math.max(0, lineStart - 80), lineStart),
  );
  const lead = isBelowBlank || lineStart === 0 ? '' : eol;
  const newText = `${lead}${'#'.repeat(level)} ${title}${eol}${eol}`;
  return editsOf([{ range: { start: lineStart, end: lineStart }, newText }]);
}

import type { TextRange } from '../text/textRange';
import { withoutComments } from './comments';
import { type JoinedLines, joinLines } from './joinedLines';
import { isTaskMarker } from './markers';
import type { SourceLine } from './outline';

const TASK = /^\[([^\n])\](?=[ \t]|$)[ \t]*/u;

/** A list item that is a task: its marker and what is to be done. */
export interface TaskItem {
  /** The code point between the brackets. */
  readonly marker: string;
  readonly markerRange: TextRange;
  readonly paragraph: JoinedLines;
  /** Where its words begin in the joined paragraph; at its end for a task without words. */
  readonly wordsStart: number;
}

/** The task that the first paragraph of an item states: `[`, one code point, `]` and a blank begin it. */
export function readTaskItem(firstParagraph: readonly SourceLine[]): TaskItem | undefined {
  if (!firstParagraph[0]?.text.startsWith('[')) return undefined;
  const paragraph = joinLines(firstParagraph);
  const [opening, marker] = TASK.exec(paragraph.text) ?? [];
  if (opening === undefined || marker === undefined || !isTaskMarker(marker)) return undefined;
  const markerRange = paragraph.sourceRange(1, 1 + marker.length);
  return { marker, markerRange, paragraph, wordsStart: opening.length };
}

const BLANKS = /^(?:[\s\u200b-\u200d\u2060\ufeff]|&nbsp;)*$/;

/** Whether a stretch of Markdown says nothing: blanks and comments. */
export function isWithoutWords(markdown: string): boolean {
  return BLANKS.test(withoutComments(markdown));
}

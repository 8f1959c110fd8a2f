import { removeTurnCode } from '../change/editCodes';
import type { Note } from '../note/note';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { coderGuidKey, originsRange } from '../transcript/codingOrigins';
import { closingMarks, markupTokens } from '../transcript/markupTokens';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Turn } from '../transcript/transcript';

/**
 * The text of a transcript without what a rater added to it: codes, the marks of coded passages, memos and comments in
 * turns, and, unless they are kept, the headings of stages.
 */
export function strippedText(note: Note, keepStages: boolean): string {
  const { text } = note.outline;
  const { turns } = parseTranscript(note);
  const headings = keepStages ? [] : stageHeadings(note);
  return applyEdits(text, [
    ...turns.flatMap(turn => turnEdits(text, turn)),
    ...headings,
    ...originEdits(note),
  ]);
}

/** What tells a project of another program by which GUIDs it knows the rater, and what was coded where. */
function originEdits({ outline: { text, lines }, frontMatter }: Note): readonly TextEdit[] {
  const comment = originsRange(text);
  const fields = frontMatter.entries
    .filter(({ key }) => key === coderGuidKey)
    .map(({ keyRange, valueRange }) => ({
      start: lines.lineStart(lines.positionAt(keyRange.start).line),
      end: lines.lineStart(lines.positionAt(Math.max(keyRange.end, valueRange.end)).line + 1),
    }));
  return [...fields, ...(comment === undefined ? [] : [comment])].map(range => ({ range, newText: '' }));
}

function turnEdits(text: string, turn: Turn): readonly TextEdit[] {
  const codes = new Set(turn.codes.map(({ code }) => code));
  return [
    ...[...codes].flatMap(code => removeTurnCode(text, turn, code).edits),
    ...turn.paragraphs.flatMap(lines => {
      const start = lines[0]?.start ?? 0;
      return markupEdits(text.slice(start, lines.at(-1)?.end ?? start), start);
    }),
  ];
}

/** Takes the marks of passages out, and comments with what they say. */
function markupEdits(paragraph: string, at: number): readonly TextEdit[] {
  const tokens = markupTokens(paragraph);
  const closes = closingMarks(tokens);
  const edits: TextEdit[] = [];
  const remove = (start: number, end: number): void => {
    edits.push({ range: { start: at + start, end: at + end }, newText: '' });
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const close = closes.get(index);
    if (token?.kind === 'html') remove(token.start, token.end);
    if (token === undefined || close === undefined) continue;
    const end = tokens[close];
    if (token.kind === '{>>') {
      remove(token.start, end?.end ?? token.end);
      index = close;
    } else {
      remove(token.start, token.end);
      if (end !== undefined) remove(end.start, end.end);
    }
  }
  return edits;
}

/** The marks with the blank line that follows each. */
function stageHeadings({ stages, outline: { lines } }: Note): readonly TextEdit[] {
  return stages.map(({ mark }) => {
    const start = lines.positionAt(mark.range.start).line;
    const next = lines.positionAt(mark.range.end).line + 1;
    const blank = lines.lineRange(next);
    const end = blank.start === blank.end ? next + 1 : next;
    return { range: { start: lines.lineStart(start), end: lines.lineStart(end) }, newText: '' };
  });
}

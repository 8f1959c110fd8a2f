import { formOf, headingForm, type MarkForm, markOf } from '../change/markForm';
import { outdent, stampsToComments, unquote, wordsBelow } from '../change/takeOut';
import { type MessageKey, message } from '../message';
import { commentsIn } from '../note/comments';
import type { NearMiss, Note } from '../note/note';
import { withoutSigns } from '../note/titleLines';
import { lineEndOf } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import type { Fix } from './problem';

/** Makes the fixes of a near miss, one of `all` that are told; `title` is that of the stage or section. */
type FixMaker = (nearMiss: NearMiss, title: string, note: Note, all: readonly NearMiss[]) => readonly Fix[];

const boldLabel: MarkForm = { kind: 'label', isBold: true, isLetter: false, bullet: '' };

const makers: Readonly<Record<NearMiss['kind'], FixMaker>> = {
  spelling: (miss, title, note) => [renaming(miss, title, note, 'safe')],
  shortened: (miss, title, note) => [renaming(miss, title, note, 'suggestion')],
  'shortened-label': ({ range }, title, note) => {
    const value = markOf(title, boldLabel);
    const newText = blankLineInList(range, note) + value;
    return [
      { title: message('fix.use-value', { value }), safety: 'suggestion', edits: [{ range, newText }] },
    ];
  },
  'not-a-heading': (miss, title, note) => {
    const { range, level } = miss;
    const newText = withComments(markOf(title, labelForm(note) ?? headingForm(level)), range, note);
    const safety = isSureTitle(miss, note) ? 'safe' : 'suggestion';
    return [{ title: message('fix.make-heading', { title }), safety, edits: [{ range, newText }] }];
  },
  label: ({ range }, title, note) => {
    const newText = blankLineInList(range, note) + markOf(title, boldLabel);
    return [
      { title: message('fix.make-label', { title }), safety: 'suggestion', edits: [{ range, newText }] },
    ];
  },
  'bare-label': (_miss, _title, note) => [
    {
      title: message('fix.make-labels'),
      safety: 'suggestion',
      edits: note.nearMisses
        .filter(({ kind }) => kind === 'bare-label')
        .map(({ range, near }) => ({
          range,
          newText: markOf(near.title, boldLabel) + blankAt(range.end, note),
        })),
    },
  ],
  meant: (miss, title, note) => meantFixes(miss, title, note, labelForm(note)),
  'meant-label': (miss, title, note) => meantFixes(miss, title, note, boldLabel),
  inline: ({ range }, _title, note) => [
    { title: message('fix.break-line'), safety: 'suggestion', edits: lineBreaks(range.start, note) },
  ],
  quoted: ({ kind }, _title, { outline }, all) => [
    takingOut('fix.unquote', unquote(outline, titlesOf(kind, all))),
  ],
  nested: ({ kind }, _title, { outline }, all) => [
    takingOut('fix.outdent', outdent(outline, titlesOf(kind, all))),
  ],
  worded: ({ kind }, _title, { outline }, all) => [
    takingOut('fix.words-below', wordsBelow(outline, titlesOf(kind, all))),
  ],
  stamped: (_miss, _title, { outline }) => [takingOut('fix.stamps-to-comments', stampsToComments(outline))],
};

/** The ways to mend what nearly names a stage or section, one of `all` that are told; `title` is that of the part. */
export function nearMissFixes(
  nearMiss: NearMiss,
  title: string,
  note: Note,
  all: readonly NearMiss[],
): readonly Fix[] {
  return makers[nearMiss.kind](nearMiss, title, note, all);
}

/** Takes all titles of a kind from where they begin no part. */
function takingOut(title: MessageKey, edits: Fix['edits']): Fix {
  return { title: message(title), safety: 'suggestion', edits };
}

function titlesOf(wanted: NearMiss['kind'], all: readonly NearMiss[]) {
  return all
    .filter(({ kind }) => kind === wanted)
    .map(({ near: { title }, range, level }) => ({ title, range, level }));
}

function renaming({ range }: NearMiss, title: string, note: Note, safety: Fix['safety']): Fix {
  const newText = withComments(title, range, note);
  return { title: message('fix.rename-heading', { title }), safety, edits: [{ range, newText }] };
}

/** The title of the stage in place of what stands for it; where headings are written, a line may become one as it is. */
function meantFixes(
  { near, range, level }: NearMiss,
  title: string,
  note: Note,
  label: MarkForm | undefined,
): readonly Fix[] {
  const form = label ?? headingForm(level);
  const value = markOf(title, form);
  const fixOf = (said: Fix['title'], source: string): Fix => ({
    title: said,
    safety: 'suggestion',
    edits: [{ range, newText: withComments(source, range, note) }],
  });
  const fix = fixOf(message('fix.use-value', { value }), value);
  if (label !== undefined) return [fix];
  return [fix, fixOf(message('fix.make-heading', { title: near.title }), markOf(near.title, form))];
}

/** The form of the labels that the note has for stages. */
function labelForm({ stages }: Note): MarkForm | undefined {
  return stages.map(({ mark }) => formOf(mark)).find(({ kind }) => kind === 'label');
}

/**
 * One title between the lines of a paragraph may be words of it; with others in the note it is none, unless they stand right
 * above or below, as in a list. What is crossed out, and signs that may say something, are for a person.
 */
function isSureTitle({ range }: NearMiss, { nearMisses, outline }: Note): boolean {
  if (!isOnlySetApart(outline.text.slice(range.start, range.end))) return false;
  const isFirst = outline.blocks.some(
    block => block.kind === 'paragraph' && block.lines[0]?.range.start === range.start,
  );
  const lineOf = (each: NearMiss): number => outline.lines.positionAt(each.range.start).line;
  const own = outline.lines.positionAt(range.start).line;
  const others = nearMisses
    .filter(({ kind }) => kind === 'not-a-heading')
    .map(lineOf)
    .filter(line => line !== own);
  if (others.some(line => Math.abs(line - own) === 1)) return false;
  return isFirst || others.length > 0;
}

/** Signs that only make a title stand out. */
const DECORATION = /^[-–—=*_#＃\\▶►▸■●•|:<>\s]*$/u;

/** Whether a title has no signs around it, or such as only set it apart: those, or some on both sides. */
function isOnlySetApart(text: string): boolean {
  const words = withoutSigns(text);
  const at = text.indexOf(words);
  const before = text.slice(0, at);
  const behind = text.slice(at + words.length);
  if (before.includes('~~')) return false;
  return DECORATION.test(before + behind) || (before !== '' && behind !== '');
}

/** What parts a label from words right behind it. */
function blankAt(at: number, { outline: { text } }: Note): string {
  return /^\S/.test(text.slice(at, at + 1)) ? ' ' : '';
}

/** What parts a line from the items above it, which it would else continue. */
function blankLineInList({ start }: TextRange, { outline }: Note): string {
  const { text, lines, blocks } = outline;
  const lineStart = lines.lineStart(lines.positionAt(start).line);
  const isBelowItem = blocks.some(
    ({ kind, range }) => kind === 'list' && range.start < lineStart && lineStart <= range.end,
  );
  return isBelowItem ? lineEndOf(text) : '';
}

/** What puts each label in the middle of the line of `offset` at the beginning of a line of its own. */
function lineBreaks(offset: number, { nearMisses, outline }: Note): Fix['edits'] {
  const { text, lines } = outline;
  const { line } = lines.positionAt(offset);
  const eol = lineEndOf(text);
  return nearMisses
    .filter(({ kind, range }) => kind === 'inline' && lines.positionAt(range.start).line === line)
    .map(({ range: { start } }) => {
      const before = text.slice(lines.lineStart(line), start).trimEnd().length;
      return { range: { start: lines.lineStart(line) + before, end: start }, newText: eol + eol };
    });
}

/** A comment that the user wrote beside the title stays there. */
function withComments(title: string, range: TextRange, { outline }: Note): string {
  return [title, ...commentsIn(outline.text, range)].join(' ');
}

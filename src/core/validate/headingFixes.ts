import { headingForm, markOf } from '../change/markForm';
import { message, titleIn } from '../message';
import { commentsIn } from '../note/comments';
import type { Note } from '../note/note';
import type { Heading } from '../note/outline';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { Fix } from './problem';
import type { RuleContext } from './rule';

/**
 * What makes a heading that of a stage: its title, or the heading as another name of the stage in the note format.
 * `isHere` where the problem stands at the heading itself.
 */
export function useHeading(
  heading: Heading,
  stage: Stage,
  { note, language }: RuleContext,
  isHere: boolean,
): readonly Fix[] {
  const title = titleIn(stage.title, language);
  const kept = commentsIn(note.outline.text, heading.titleRange);
  const named = { heading: plainText(heading.title), stage: title };
  return [
    {
      title: isHere ? message('fix.use-heading', { stage: title }) : message('fix.use-named-heading', named),
      safety: 'suggestion',
      edits: [
        wordsBelow(heading, stage, note) ?? {
          range: heading.titleRange,
          newText: [title, ...kept].join(' '),
        },
      ],
    },
    {
      title: message('fix.add-alias', named),
      safety: 'suggestion',
      edits: [],
      inPractice: {
        kind: 'alias',
        protocol: note.protocolId,
        stage: stage.id,
        alias: plainText(heading.title),
        language,
      },
    },
  ];
}

/** A title and what parts it from words of its own: `Assessment: stable`, `Plan – walks`. */
const WITH_WORDS = /^(?<title>[^:：]{1,60}?)(?:\s*[:：]|\s+[-\u2013\u2014])\s+(?<words>\S.*)$/u;

/** What the title of a stage is followed by in its heading goes below it. */
function wordsBelow(
  { title, titleRange, range, level }: Heading,
  stage: Stage,
  { outline, protocol }: Note,
): TextEdit | undefined {
  const parts = WITH_WORDS.exec(title)?.groups;
  const named = parts?.['title'];
  const isPlain = outline.text.startsWith('#', range.start) && range.end === titleRange.end;
  if (!isPlain || named === undefined || protocol?.matchStage(named)?.term !== stage) return undefined;
  const eol = lineEndOf(outline.text);
  const newText = markOf(named, headingForm(level)) + eol + eol + (parts?.['words'] ?? '');
  return { range, newText };
}

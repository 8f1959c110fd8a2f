import { wordsBelowHeading } from '../change/takeOut';
import { message, titleIn } from '../message';
import { commentsIn } from '../note/comments';
import { wordedTitle } from '../note/enclosedTitles';
import type { Note } from '../note/note';
import type { Heading } from '../note/outline';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextEdit } from '../text/textEdit';
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

/** What the title of a stage is followed by in its heading goes below it. */
function wordsBelow(heading: Heading, stage: Stage, { outline, protocol }: Note): TextEdit | undefined {
  const named = wordedTitle(heading.title)?.title;
  const isOfStage = named !== undefined && protocol?.matchStage(named)?.term === stage;
  return isOfStage ? wordsBelowHeading(outline, heading) : undefined;
}

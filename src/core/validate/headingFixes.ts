import { message, titleIn } from '../message';
import { commentsIn } from '../note/comments';
import type { Heading } from '../note/outline';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
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
      edits: [{ range: heading.titleRange, newText: [title, ...kept].join(' ') }],
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

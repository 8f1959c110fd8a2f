import { wordsForChoices } from '../note/namedChoices';
import type { Note, SectionRegion } from '../note/note';
import { readingsOf } from '../note/readings';
import type { Choice } from '../protocol/schema';
import type { TextEdit } from '../text/textEdit';
import { markerEdit } from './taskEdits';

/** What ticks the first box of a section that stands for the choice; undefined where none does. */
export function tickingEdit(
  choice: Choice,
  { section, blocks }: SectionRegion,
  note: Note,
): TextEdit | undefined {
  for (const { protocol } of readingsOf(note)) {
    if (protocol === undefined) continue;
    const offered = wordsForChoices(blocks, section, protocol).find(
      ({ text, box }) => box !== undefined && protocol.matchChoice(section, text)?.id === choice.id,
    );
    if (offered?.box !== undefined) return markerEdit(offered.box, 'x');
  }
  return undefined;
}

import type { Edits } from '../../core/change/change';
import { fixNote } from '../../core/practice/fixNote';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { OpenNote } from '../services/openNotes';
import { turnsOf } from '../services/openTurns';

/** The edits that apply every fix with one right answer, and those that they bring to light; none if there are none. */
export function fixAll(open: OpenNote): Edits {
  const turns = turnsOf(open);
  const options = { language: interfaceLanguage(), ...(turns !== undefined && { turns }) };
  return fixNote(open.root, open.note, options);
}

import { message } from '../../core/message';
import { sectionAt, stageAt } from '../../core/note/placeAt';
import type { ActiveNote } from '../services/activeNote';
import { notify, sayShortly } from '../services/dialogs';

/** Says what the part at the caret asks, whatever is written there already. */
export function showPromptCommand(activeNote: ActiveNote): void {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const parts = [sectionAt(open.note, offset)?.section, stageAt(open.note, offset)?.stage];
  const part = parts.find(each => each?.prompt !== undefined);
  if (part?.prompt === undefined) sayShortly(message('prompt.none'));
  else void notify('info', message('prompt.here', { part: part.title, prompt: part.prompt }));
}

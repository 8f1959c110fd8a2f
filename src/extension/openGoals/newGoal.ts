import type { Case } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { addGoal, type NewGoal } from '../../core/change/addGoal';
import { refused } from '../../core/change/change';
import { message } from '../../core/message';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import type { CaseRow } from '../services/caseRow';
import { askText } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { pickCase } from '../services/pickCase';
import { pickDueIfAny, sessionAfterToday } from '../services/pickDue';
import type { Root, RootCase } from '../services/roots';
import { tellRefusal, writeNote } from '../writing/writeNote';

/** The note that takes a new goal. */
interface Target {
  readonly root: Root;
  readonly path: string;
  readonly ofCase: Case | undefined;
  /** Where the caret is in it, if it is the active one. */
  readonly caret?: () => number;
}

/**
 * Asks for a new goal or action, and for an action the day that it is due, and writes it: into the active note, where
 * the caret is, or into the newest note of the case of a row or of one that is picked.
 */
export async function newGoal(
  kind: NewGoal['kind'],
  row: CaseRow | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  await index.whenRead();
  const target = await targetOf(row, activeNote, index);
  if (target === undefined) return;
  const { root, path, caret } = target;
  const title = message(`goal.new.${kind}`, { file: nameShown(path, 'file') });
  const text = (await askText({ title, prompt: message(`goal.new.${kind}-text`) }))?.trim() ?? '';
  if (text === '') return;
  const day =
    kind === 'goal'
      ? { date: undefined }
      : await pickDueIfAny(target.ofCase && sessionAfterToday(target.ofCase));
  if (day === undefined) return;
  const outcome = await writeNote(root, path, index, note =>
    addGoal(note, { kind, text, due: day.date }, note.language ?? interfaceLanguage(), caret?.()),
  );
  tellRefusal(outcome);
}

async function targetOf(
  row: CaseRow | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<Target | undefined> {
  const current = row === undefined ? activeNote.current : undefined;
  if (current !== undefined && current.open.note.frontMatter.kind === 'note') {
    const { open, editor } = current;
    const caret = (): number => open.document.offsetAt(editor.selection.active);
    const [ofCase] = index.casesOf(open.document.uri);
    return { root: open.root, path: open.path, ofCase, caret };
  }
  const found = await pickCase(row, activeNote, index, {
    placeHolder: message('cases.pick'),
    lists: each => each.case.key !== noClient,
  });
  return found && newestOf(found);
}

function newestOf({ root, case: ofCase }: RootCase): Target | undefined {
  const newest = newestNote(ofCase);
  if (newest !== undefined) return { root, path: newest.path, ofCase };
  tellRefusal({ ...refused(message('goal.needs-note')), newNoteFor: { root, case: ofCase } });
  return undefined;
}

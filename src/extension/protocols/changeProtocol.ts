import { type Refusal, refused } from '../../core/change/change';
import type { PartToInsert } from '../../core/change/insertion';
import { message, titleIn } from '../../core/message';
import type { Note } from '../../core/note/note';
import { edited } from '../../core/note/parseNote';
import { type ChangedFormat, changeFormat } from '../../core/practice/changeFormat';
import type { CompiledProtocol } from '../../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { confirm, notify } from '../services/dialogs';
import { noteToWrite, writeFile } from '../services/noteWriter';
import type { OpenNote } from '../services/openNotes';
import { pickProtocol } from '../services/pickProtocol';

/** Moves what the active note says under the headings of another protocol, after showing what becomes of it. */
export async function changeProtocolOfNote(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { root, note } = open;
  const ids = root.protocols.ids.filter(id => id !== note.protocolId);
  const picked = await pickProtocol(root, ids, message('protocol.change-title'));
  const to = picked && root.protocols.get(picked.id);
  if (to !== undefined) await changeOpenNote(open, to);
}

/** Changes an open note to a protocol, after showing what becomes of it. */
export async function changeOpenNote(
  { root, note, document }: OpenNote,
  to: CompiledProtocol,
): Promise<void> {
  const planned = changed(note, to);
  if (planned.kind === 'refused') {
    void notify('warning', planned.reason);
    return;
  }
  const untracked = note.goals.length - edited(note, planned.edits).goals.length - planned.goalsGone;
  if (!(await confirmChange(planned, to, untracked))) return;
  // What was shown is what is done: not what the note would come to by now.
  const asShown = (now: Note) =>
    now.outline.text === note.outline.text ? planned : refused(message('write.changed-meanwhile'));
  const outcome = await writeFile(noteToWrite(root, document.uri, asShown));
  if (outcome.kind === 'refused') void notify('warning', outcome.reason);
}

function changed(note: Note, to: CompiledProtocol): ChangedFormat | Refusal {
  const language = note.language ?? interfaceLanguage();
  const from = note.protocol?.protocol.title ?? {};
  const leftHeading = render(message('protocol.left-heading', { protocol: titleIn(from, language) }));
  return changeFormat(note, to, { language, leftHeading });
}

/** `untracked` is how many goals and actions nobody follows afterwards. */
function confirmChange(
  { moved, left, added, goalsGone, stagesGo }: ChangedFormat,
  { protocol }: CompiledProtocol,
  untracked: number,
): Promise<boolean> {
  const list = (key: 'protocol.change-left' | 'protocol.change-added', parts: readonly PartToInsert[]) =>
    parts.length === 0 ? [] : [render(message(key)), ...parts.map(part => `– ${nameOf(part)}`)];
  const paragraphs = [
    moved.map(({ from, to, isOwn }) => {
      const names = { from: nameOf(from), to: nameOf(to) };
      return render(message(isOwn ? 'protocol.change-kept' : 'protocol.change-moved', names));
    }),
    list('protocol.change-left', left),
    list('protocol.change-added', added),
    stagesGo ? [render(message('protocol.change-stages'))] : [],
    goalsGone > 0 ? [render(message('protocol.change-goals', { count: goalsGone }))] : [],
    untracked > 0 ? [render(message('protocol.change-untracked', { count: untracked }))] : [],
  ];
  const detail = paragraphs
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
  const question = message('protocol.change-question', { protocol: protocol.title });
  return confirm({ weight: 'warning', question, detail, button: message('protocol.change-button') });
}

/** By the titles of the protocols: no words of the note are shown. */
function nameOf({ stage, section }: PartToInsert): string {
  const titles = section === undefined ? [stage.title] : [stage.title, section.title];
  return titles.map(title => titleIn(title, interfaceLanguage())).join(' · ');
}

import * as vscode from 'vscode';
import { type ChangedNote, changeProtocol } from '../../core/change/changeProtocol';
import type { Slot } from '../../core/change/correspondence';
import { message, titleIn } from '../../core/message';
import type { CompiledProtocol } from '../../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import { writeNote } from '../noteWriter';
import type { OpenNote } from '../openNotes';
import { parserOf } from './goalStatus';
import { pickProtocol } from './protocolCommands';

/** Moves what the active note says under the headings of another protocol, after showing what has no place there. */
export async function changeProtocolOfNote(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { root, note, path, document } = open;
  const ids = root.protocols.ids.filter(id => id !== note.protocolId);
  const picked = await pickProtocol(root, ids, 'protocol.change-title', undefined);
  const to = picked && root.protocols.get(picked.id);
  if (to === undefined) return;
  const planned = changed(open, to);
  if (planned === undefined) {
    void vscode.window.showWarningMessage(render(message('protocol.change-refused')));
    return;
  }
  const parse = parserOf(root, path);
  const untracked = note.goals.length - parse(planned.text).goals.length;
  if (!(await confirm(planned, to, untracked))) return;
  const outcome = await writeNote(document.uri, text => {
    const change = changed({ ...open, note: parse(text) }, to);
    if (change === undefined) return { kind: 'refused', reason: message('protocol.change-refused') };
    return { kind: 'edits', edits: [{ range: { start: 0, end: text.length }, newText: change.text }] };
  });
  if (outcome.kind === 'refused') void vscode.window.showWarningMessage(render(outcome.reason));
}

function changed({ note }: Pick<OpenNote, 'note'>, to: CompiledProtocol): ChangedNote | undefined {
  const language = note.language ?? interfaceLanguage();
  const from = note.protocol?.protocol.title ?? {};
  const leftHeading = render(message('protocol.left-heading', { protocol: titleIn(from, language) }));
  return changeProtocol(note, to, { language, leftHeading });
}

/** `untracked` is how many goals and actions no stage holds afterwards. */
async function confirm(
  { moved, left }: ChangedNote,
  { protocol }: CompiledProtocol,
  untracked: number,
): Promise<boolean> {
  const paragraphs = [
    moved.map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`),
    left.length === 0
      ? []
      : [render(message('protocol.change-left')), ...left.map(station => `– ${nameOf(station)}`)],
    untracked > 0 ? [render(message('protocol.change-untracked', { count: untracked }))] : [],
  ];
  const detail = paragraphs
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
  const button = render(message('protocol.change-button'));
  const question = render(message('protocol.change-question', { protocol: protocol.title }));
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  return answer === button;
}

/** By the titles of the protocols: no words of the note are shown. */
function nameOf({ stage, section }: Slot): string {
  const titles = section === undefined ? [stage.title] : [stage.title, section.title];
  return titles.map(title => titleIn(title, interfaceLanguage())).join(' · ');
}

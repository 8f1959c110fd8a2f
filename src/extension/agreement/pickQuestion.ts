import * as vscode from 'vscode';
import { message } from '../../core/message';
import { readVersion } from '../../core/transcript/agreement/readVersion';
import { render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import type { AgreementQuestion } from './agreementQuestion';

/** Asks which transcripts are to be compared, and on what; that in the active editor comes first. */
export async function pickQuestion({
  activeNote,
}: {
  readonly activeNote: ActiveNote;
}): Promise<AgreementQuestion | undefined> {
  const note = activeNote.current?.open.note;
  const transcript = note && readVersion(note, '')?.version.transcript.id;
  const all = render(message('agree.all-transcripts'));
  const subjects = [
    ...(transcript === undefined ? [] : [{ label: transcript, transcript }]),
    { label: all, transcript: undefined },
  ];
  const items = subjects.flatMap(subject =>
    (['codes', 'stage'] as const).map(on => ({
      ...subject,
      on,
      description: render(message(`agree.on-${on}`)),
    })),
  );
  return vscode.window.showQuickPick(items, {
    placeHolder: render(message('agree.pick')),
    matchOnDescription: true,
  });
}

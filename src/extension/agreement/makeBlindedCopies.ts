import * as vscode from 'vscode';
import { type Blinding, blindTranscripts } from '../../core/agreement/blindedCopy';
import { blindingKey } from '../../core/agreement/blindingKey';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { confirm, notify } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import { nameShown } from '../services/hiddenWords';
import { notesAmong } from '../services/notesAmong';
import type { Services } from '../services/services';

/** Where copies and their key go, where that is not to be asked for. */
export interface BlindingTarget {
  readonly folder: vscode.Uri;
  readonly key: vscode.Uri;
}

/**
 * Makes blinded copies of the transcripts picked in the Explorer, or of the one in the editor. Asks for their folder,
 * and where the key to them goes, unless `target` tells that. The originals stay as they are.
 */
export async function makeBlindedCopies(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
  target: BlindingTarget | undefined,
  { roots, openNotes, activeNote }: Pick<Services, 'roots' | 'openNotes' | 'activeNote'>,
): Promise<void> {
  const uri = clicked ?? activeNote.current?.open.document.uri;
  const uris = selected ?? (uri === undefined ? [] : [uri]);
  const notes = uris.length === 0 ? [] : await notesAmong(uris, roots, openNotes);
  const transcripts = notes.filter(({ note }) => note.frontMatter.kind === 'transcript');
  if (transcripts.length === 0) return void notify('error', message('export.no-transcripts'));
  const blinding = blindTranscripts(
    transcripts.map(({ uri: from, root, note }) => ({
      file: vscode.workspace.asRelativePath(from),
      note,
      fields: root.config.blind,
    })),
  );
  const [refused] = blinding.refused;
  if (blinding.copies.length === 0) {
    if (refused !== undefined) void notify('error', refused.reason);
    return;
  }
  const place = target ?? (await askForPlace());
  if (place === undefined) return;
  await write(blinding, place);
}

async function askForPlace(): Promise<BlindingTarget | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: render(message('blind.folder')),
    })) ?? [];
  if (folder === undefined) return undefined;
  const home = vscode.workspace.workspaceFolders?.[0]?.uri;
  const key = await vscode.window.showSaveDialog({
    title: render(message('blind.key')),
    filters: { CSV: ['csv'] },
    ...(home !== undefined && { defaultUri: vscode.Uri.joinPath(home, render(message('blind.key-file'))) }),
  });
  if (key === undefined) return undefined;
  const isBeside = vscode.Uri.joinPath(key, '..').toString() === folder.toString();
  const mayStandBeside =
    !isBeside ||
    (await confirm({
      weight: 'warning',
      question: message('blind.beside'),
      button: message('blind.beside-button'),
    }));
  return mayStandBeside ? { folder, key } : undefined;
}

/** The key comes first: a copy without it would be nobody's. */
async function write({ copies, refused }: Blinding, { folder, key }: BlindingTarget): Promise<void> {
  const failed: string[] = [];
  try {
    if (!(await createFile(key, blindingKey(copies))))
      return void notify('error', message('blind.not-new', { file: fileLabel(key) }));
    for (const { name, text } of copies) {
      const file = vscode.Uri.joinPath(folder, name);
      if (!(await createFile(file, text))) failed.push(fileLabel(file));
    }
  } catch {
    return void notify('error', message('file.cannot-write'));
  }
  const reasons = [
    ...failed.map(file => message('blind.not-new', { file })),
    ...refused.map(({ file, reason }) =>
      message('case.in-file', { file: nameShown(file, 'file'), reason: render(reason) }),
    ),
  ];
  if (reasons.length > 0) void notify('error', reasons.map(reason => render(reason)).join(' '));
  void notify('info', doneMessage(copies, copies.length - failed.length));
}

function doneMessage(copies: Blinding['copies'], count: number): ReturnType<typeof message> {
  const sum = (kind: keyof Blinding['copies'][number]['leftOut']): number =>
    copies.reduce((total, { leftOut }) => total + leftOut[kind], 0);
  return message('blind.done', {
    count,
    fields: sum('fields'),
    comments: sum('comments'),
    outside: sum('outside'),
  });
}

function fileLabel(uri: vscode.Uri): string {
  return nameShown(vscode.workspace.asRelativePath(uri), 'file');
}

import * as vscode from 'vscode';
import { message } from '../../core/message';
import { codebookOf } from '../../core/protocol/codebook';
import { readProtocolSource } from '../../core/protocol/loadProtocol';
import { addOwnCode, type NewCode, ownProtocolText, renameOwnCode } from '../../core/protocol/ownCodes';
import { comparable } from '../../core/text/comparable';
import { hasMixedLineEnds } from '../../core/text/lineEnds';
import { indexLines } from '../../core/text/lineIndex';
import type { TextEdit } from '../../core/text/textEdit';
import { renameCode } from '../../core/transcript/renameCode';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../activeNote';
import { toTextEdits } from '../convert';
import type { OpenNotes } from '../openNotes';
import { isProtocolFile, practiceFolder } from '../practiceFolders';
import type { Root, Roots } from '../roots';
import type { CodesTree } from './codesTree';
import { readTurnsOf } from './openTurns';

const CODE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** How long a word in the status bar stays, in milliseconds. */
const sayingTime = 4000;

/** Where a new code goes. */
export interface Codebook {
  readonly root: Root;
  readonly protocolId: string;
}

/** The codebook of the active note, else of the first root. */
export function activeCodebook({ current }: ActiveNote, roots: Roots): Codebook | undefined {
  if (current !== undefined) {
    const { root, note } = current.open;
    return { root, protocolId: note.protocolId };
  }
  const [root] = roots.all;
  return root && { root, protocolId: root.config.defaultProtocol };
}

/** Asks for a code and adds it to the workspace's codebook; gives its id where that was done. */
export async function newCode(codebook: Codebook | undefined): Promise<string | undefined> {
  if (codebook?.root.uri === undefined) {
    await vscode.window.showErrorMessage(render(message('codes.no-folder')));
    return undefined;
  }
  const code = await askForCode(codebook);
  if (code === undefined) return undefined;
  const written = await writeCode(codebook, codebook.root.uri, code);
  if (written) {
    vscode.window.setStatusBarMessage(render(message('codes.added', { code: code.id })), sayingTime);
    return code.id;
  }
  await vscode.window.showErrorMessage(render(message('codes.not-written')));
  return undefined;
}

/** Gives a code another id in every transcript and in the workspace's own protocols, as one change to be undone. */
export async function renameCodeEverywhere(
  code: string | undefined,
  tree: CodesTree,
  openNotes: OpenNotes,
  roots: Roots,
): Promise<void> {
  const transcripts = await tree.transcripts.all();
  const codes = [...new Set(transcripts.flatMap(({ coded }) => coded.places.map(({ code }) => code)))].sort();
  const from = code ?? (await pickOf(codes));
  if (from === undefined) return;
  const to = await askForId(from, render(message('codes.rename', { code: from })));
  if (to === undefined || to === from) return;
  const edit = new vscode.WorkspaceEdit();
  const clean: vscode.TextDocument[] = [];
  const add = (document: vscode.TextDocument, edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return;
    const text = document.getText();
    if (hasMixedLineEnds(text) || text.includes('\ufffd')) throw new UnwritableFile(document.uri);
    edit.set(document.uri, toTextEdits(edits, indexLines(text)));
    if (!document.isDirty && !document.isUntitled) clean.push(document);
  };
  try {
    for (const { uri, coded } of transcripts) {
      if (!coded.places.some(({ code }) => code === from)) continue;
      const document = await vscode.workspace.openTextDocument(uri);
      const open = openNotes.noteOf(document);
      const turns = open && (await readTurnsOf(open));
      const text = document.getText();
      add(
        document,
        [...(turns?.turns() ?? [])].flatMap(turn => renameCode(text, turn, from, to)),
      );
    }
    for (const { uri } of roots.all.flatMap(root => root.practiceFiles)) {
      if (!isProtocolFile(uri)) continue;
      const document = await vscode.workspace.openTextDocument(uri);
      add(document, renameOwnCode(document.getText(), from, to));
    }
  } catch (error) {
    if (!(error instanceof UnwritableFile)) throw error;
    const file = vscode.workspace.asRelativePath(error.uri);
    await vscode.window.showErrorMessage(render(message('write.mixed-line-ends', { file })));
    return;
  }
  if (!(await vscode.workspace.applyEdit(edit))) return;
  for (const document of clean) await document.save();
}

class UnwritableFile extends Error {
  constructor(readonly uri: vscode.Uri) {
    super(uri.path);
  }
}

async function pickOf(codes: readonly string[]): Promise<string | undefined> {
  const items = codes.map(code => ({ label: `#${code}`, code }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: render(message('codes.pick')) });
  return picked?.code;
}

async function askForCode({ root, protocolId }: Codebook): Promise<NewCode | undefined> {
  const title = (await vscode.window.showInputBox({ prompt: render(message('codes.title')) }))?.trim();
  if (title === undefined || title === '') return undefined;
  const protocol = root.protocols.get(protocolId);
  const taken = (id: string): boolean => protocol !== undefined && codebookOf(protocol).get(id) !== undefined;
  const id = await askForId(idOf(title), render(message('codes.id')), taken);
  if (id === undefined) return undefined;
  const definition = await vscode.window.showInputBox({ prompt: render(message('codes.definition')) });
  if (definition === undefined) return undefined;
  const languages = Object.keys(protocol?.protocol.title ?? { [interfaceLanguage()]: '' });
  return { id, title, definition: definition.trim() === '' ? undefined : definition.trim(), languages };
}

async function askForId(
  value: string,
  prompt: string,
  isTaken: (id: string) => boolean = () => false,
): Promise<string | undefined> {
  const validateInput = (typed: string): string | undefined => {
    if (!CODE_ID.test(typed)) return render(message('codes.invalid-id'));
    return isTaken(typed) ? render(message('codes.taken', { code: typed })) : undefined;
  };
  const typed = await vscode.window.showInputBox({ value, prompt, validateInput });
  return typed !== undefined && validateInput(typed) === undefined ? typed : undefined;
}

/** The title as an id: its words joined by hyphens; a letter first. */
function idOf(title: string): string {
  return comparable(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}

async function writeCode(
  { root, protocolId }: Codebook,
  folder: vscode.Uri,
  code: NewCode,
): Promise<boolean> {
  const own = root.practiceFiles.find(
    ({ uri, text }) => isProtocolFile(uri) && readProtocolSource(text).id === protocolId,
  );
  const edit = new vscode.WorkspaceEdit();
  if (own === undefined) {
    const uri = vscode.Uri.joinPath(folder, practiceFolder, 'protocols', `${protocolId}.yaml`);
    const contents = new TextEncoder().encode(ownProtocolText(protocolId, code));
    edit.createFile(uri, { overwrite: false, contents });
    return vscode.workspace.applyEdit(edit);
  }
  const document = await vscode.workspace.openTextDocument(own.uri);
  const wasClean = !document.isDirty;
  const text = document.getText();
  const added = addOwnCode(text, code);
  if (added === undefined || hasMixedLineEnds(text)) return false;
  edit.set(own.uri, toTextEdits([added], indexLines(text)));
  const applied = await vscode.workspace.applyEdit(edit);
  return applied && (!wasClean || document.save());
}

import * as vscode from 'vscode';
import { addOwnCode, type NewCode, ownProtocolText } from '../../core/change/ownCodes';
import { type Message, message } from '../../core/message';
import { practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { readProtocolSource } from '../../core/protocol/loadProtocol';
import { comparable } from '../../core/text/comparable';
import { idFrom, isId } from '../../core/text/ids';
import { interfaceLanguage } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { askText, confirm, notify, sayShortly } from '../services/dialogs';
import { createFile } from '../services/files/createFile';
import { isProtocolFile } from '../services/files/practiceFolders';
import { wordsShown } from '../services/hiddenWords';
import { writeFile } from '../services/noteWriter';
import type { Root, Roots } from '../services/roots';

/** Where a new code goes. */
interface PracticeCodebook {
  readonly root: Root;
  readonly protocolId: string;
}

/** The codebook of the active note, else of the first root. */
export function activeCodebook({ current }: ActiveNote, roots: Roots): PracticeCodebook | undefined {
  if (current !== undefined) {
    const { root, note } = current.open;
    return { root, protocolId: note.protocolId };
  }
  const [root] = roots.all;
  return root && { root, protocolId: root.config.defaultProtocol };
}

/** Asks for a code and adds it to the codebook that is worked with. */
export async function newCodeCommand(activeNote: ActiveNote, roots: Roots): Promise<void> {
  await newCode(activeCodebook(activeNote, roots));
}

/**
 * Asks for a code, called `called` where that is known, and adds it to the workspace's codebook, which is made where
 * there is only a built-in one, after a question; gives its id where that was done.
 */
export async function newCode(
  codebook: PracticeCodebook | undefined,
  called = '',
): Promise<string | undefined> {
  if (codebook?.root.uri === undefined) {
    await notify('error', message('codes.no-folder'));
    return undefined;
  }
  const { root, protocolId: protocol } = codebook;
  if (root.protocols.get(protocol) === undefined) {
    await notify('error', message('problem.unknown-protocol', { protocol }));
    return undefined;
  }
  const code = await askForCode(codebook, called);
  if (code === undefined || !(await mayBeAdded(codebook))) return undefined;
  const fault = await writeCode(codebook, codebook.root.uri, code);
  if (fault === undefined) {
    sayShortly(message('codes.added'));
    return code.id;
  }
  await notify('error', fault);
  return undefined;
}

/** Asks whether a codebook of the folder's own is to be made, where the one that is worked with is built in. */
async function mayBeAdded(codebook: PracticeCodebook): Promise<boolean> {
  if (ownFile(codebook) !== undefined) return true;
  const { protocolId } = codebook;
  const file = `${practiceFolder}/${protocolsFolder}/${protocolId}.yaml`;
  const question = message('codes.needs-own', { protocol: protocolId, file });
  return confirm({ question, button: message('codes.make-own') });
}

async function askForCode(
  { root, protocolId }: PracticeCodebook,
  called: string,
): Promise<NewCode | undefined> {
  const title = called === '' ? (await askText({ prompt: message('codes.title') }))?.trim() : called;
  if (title === undefined || title === '') return undefined;
  const protocol = root.protocols.get(protocolId);
  const taken = (id: string): boolean => protocol?.codebook.get(id) !== undefined;
  const id = await askForCodeId(idOf(title), message('codes.id'), taken);
  if (id === undefined) return undefined;
  const definition = await askText({ prompt: message('codes.definition') });
  if (definition === undefined) return undefined;
  const languages = Object.keys(protocol?.protocol.title ?? { [interfaceLanguage()]: '' });
  return { id, title, definition: definition.trim() === '' ? undefined : definition.trim(), languages };
}

/** Asks for the id of a code, until it is one and free. */
export async function askForCodeId(
  value: string,
  prompt: Message,
  isTaken: (id: string) => boolean = () => false,
): Promise<string | undefined> {
  const validate = (typed: string): Message | undefined => {
    if (!isId(typed)) return message('codes.invalid-id');
    return isTaken(typed) ? message('codes.taken') : undefined;
  };
  const [shown = ''] = wordsShown([value]);
  const typed = await askText({ value: shown, prompt, validate });
  return typed !== undefined && validate(typed) === undefined ? typed : undefined;
}

/** The title as an id: its words joined by hyphens; a letter first. */
function idOf(title: string): string {
  return idFrom(comparable(title));
}

/** Why a code could not be added to the workspace's codebook, if it could not. */
async function writeCode(
  { root, protocolId }: PracticeCodebook,
  folder: vscode.Uri,
  code: NewCode,
): Promise<Message | undefined> {
  const notWritten = message('codes.not-written');
  const own = ownFile({ root, protocolId });
  if (own === undefined) {
    const uri = vscode.Uri.joinPath(folder, practiceFolder, protocolsFolder, `${protocolId}.yaml`);
    try {
      return (await createFile(uri, ownProtocolText(protocolId, code))) ? undefined : notWritten;
    } catch {
      return notWritten;
    }
  }
  const writing = await writeFile({ uri: own.uri, changeOf: text => addOwnCode(text, code) });
  return writing.kind === 'refused' ? writing.reason : undefined;
}

/** The file of the folder's own that has the codebook. */
function ownFile({ root, protocolId }: PracticeCodebook): Root['practiceFiles'][number] | undefined {
  return root.practiceFiles.find(
    ({ uri, text }) => isProtocolFile(uri) && readProtocolSource(text).id === protocolId,
  );
}

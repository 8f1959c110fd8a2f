import type * as vscode from 'vscode';
import { renameOwnCode } from '../../core/change/ownCodes';
import { renameCode } from '../../core/change/renameCode';
import { message } from '../../core/message';
import { confirm, notify, pickOne } from '../services/dialogs';
import { isProtocolFile } from '../services/files/practiceFolders';
import { type FileToWrite, noteToWrite, writeFiles } from '../services/noteWriter';
import type { Roots } from '../services/roots';
import { askForCodeId } from './codebookCommands';
import type { CodedTranscripts, KnownTranscript } from './codedTranscripts';
import type { CodeElement } from './codeElements';

/** What a code is to be called from now on. */
interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** Gives the code of a row, or one that is picked, another id. */
export async function renameCodeCommand(
  row: CodeElement | undefined,
  transcripts: Pick<CodedTranscripts, 'all'>,
  roots: Roots,
): Promise<void> {
  await renameCodeEverywhere(row?.kind === 'code' ? row.code : undefined, await transcripts.all(), roots);
}

/** Gives a code another id in every transcript and in the workspace's own protocols, as one change to be undone. */
async function renameCodeEverywhere(
  code: string | undefined,
  transcripts: readonly KnownTranscript[],
  roots: Roots,
): Promise<void> {
  const used = new Set(transcripts.flatMap(({ coded }) => coded.places.map(place => place.code)));
  const from = code ?? (await pickOf([...used].sort()));
  if (from === undefined) return;
  const to = await askForCodeId(from, message('codes.rename', { code: from }));
  if (to === undefined || to === from) return;
  const own = ownProtocols(roots);
  const isOwn = (id: string): boolean => own.some(({ text }) => renameOwnCode(text, id, '').edits.length > 0);
  if (isOwn(from) && isOwn(to)) return void notify('error', message('codes.taken'));
  if (!isOwn(from) && strands({ from, to }, transcripts) && !(await confirmStranding({ from, to }))) return;
  if (used.has(to) && !(await confirmMerging({ from, to }))) return;
  const writing = await writeFiles([
    ...transcripts.flatMap(transcript => inTranscript({ from, to }, transcript)),
    ...own.map(({ uri }) => inProtocol({ from, to }, uri)),
  ]);
  if (writing.kind === 'refused') void notify('error', writing.reason);
}

/** Whether the codebook of a transcript, which is a built-in one, has the code and would not have it any more. */
function strands({ from, to }: Renaming, transcripts: readonly KnownTranscript[]): boolean {
  return transcripts.some(
    transcript => usesCode(transcript, from) && isKnown(transcript, from) && !isKnown(transcript, to),
  );
}

/** Whether a code is in the codebook of a transcript. */
function isKnown({ root, protocolIds }: KnownTranscript, code: string): boolean {
  return protocolIds.some(id => {
    const protocol = root.protocols.get(id);
    return protocol?.codebook.get(code) !== undefined;
  });
}

function usesCode({ coded }: KnownTranscript, code: string): boolean {
  return coded.places.some(place => place.code === code);
}

function inTranscript({ from, to }: Renaming, transcript: KnownTranscript): readonly FileToWrite[] {
  if (!usesCode(transcript, from)) return [];
  const { uri, root } = transcript;
  return [noteToWrite(root, uri, note => renameCode(note, from, to))];
}

function inProtocol({ from, to }: Renaming, uri: vscode.Uri): FileToWrite {
  return { uri, changeOf: text => renameOwnCode(text, from, to) };
}

function ownProtocols(roots: Roots): Roots['all'][number]['practiceFiles'] {
  return roots.all.flatMap(root => root.practiceFiles).filter(({ uri }) => isProtocolFile(uri));
}

function confirmStranding({ from, to }: Renaming): Promise<boolean> {
  const question = message('codes.strand.confirm', { from, to });
  return confirm({ weight: 'warning', question, button: message('codes.strand.button') });
}

function confirmMerging({ from, to }: Renaming): Promise<boolean> {
  const question = message('codes.merge.confirm', { from, to });
  return confirm({ weight: 'warning', question, button: message('codes.merge.button') });
}

async function pickOf(codes: readonly string[]): Promise<string | undefined> {
  const items = codes.map(code => ({ label: `#${code}`, code }));
  const picked = await pickOne(items, { placeHolder: message('codes.pick') });
  return picked?.code;
}

import type * as vscode from 'vscode';
import { isSameData } from '../../core/case/sameData';
import { refused } from '../../core/change/change';
import { renameOwnCode } from '../../core/change/ownCodes';
import { renameCode } from '../../core/change/renameCode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { confirm, notify, pickOne } from '../services/dialogs';
import { isProtocolFile } from '../services/files/practiceFolders';
import { unlessHidden } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { type FileToWrite, noteToWrite, writeFiles } from '../services/noteWriter';
import type { Roots } from '../services/roots';
import { askForCodeId } from './codebookCommands';
import { type CodedTranscripts, type KnownTranscript, transcriptsOf } from './codedTranscripts';
import { type CodeElement, type CodeRow, codeElements, codeWords, everything } from './codeElements';

/** What a code is to be called from now on. */
interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * Gives the code of a row, or one that is picked, another id in every transcript and in the workspace's own protocols,
 * as one change to be undone.
 */
export async function renameCodeCommand(
  row: CodeElement | undefined,
  known: Pick<CodedTranscripts, 'all'>,
  roots: Roots,
  index: NoteIndex,
): Promise<void> {
  const asked = await known.all();
  const renaming = await askRenaming(row?.kind === 'code' ? row.code : undefined, asked, roots);
  if (renaming === undefined) return;
  // What arrived while the user was asked, and no event told of yet, is one of the transcripts, too.
  await index.reconcile();
  const now = await known.all();
  const there = addressesIn(index);
  const isStillSo = (): boolean => isSameData(addressesIn(index), there);
  const writing = isSameData(addressesOf(now, renaming), addressesOf(asked, renaming))
    ? await writeFiles(filesToWrite(renaming, now, roots), isStillSo)
    : refused(message('write.changed-meanwhile'));
  if (writing.kind === 'refused') void notify('error', writing.reason);
}

function addressesIn(index: NoteIndex): readonly string[] {
  return transcriptsOf(index).map(({ uri }) => uri.toString());
}

/** Where the code is used that is to be renamed. */
function addressesOf(transcripts: readonly KnownTranscript[], { from }: Renaming): readonly string[] {
  return transcripts.filter(each => usesCode(each, from)).map(({ uri }) => uri.toString());
}

/** Asks which code is to have which id, and whether that is meant where it is more than another name. */
async function askRenaming(
  code: string | undefined,
  transcripts: readonly KnownTranscript[],
  roots: Roots,
): Promise<Renaming | undefined> {
  const used = new Set(transcripts.flatMap(({ coded }) => coded.places.map(place => place.code)));
  const from = code ?? (await pickOf(codeElements(transcripts, everything)));
  if (from === undefined) return undefined;
  const to = await askForCodeId(from, message('codes.rename', { code: codeShown(from) }));
  if (to === undefined || to === from) return undefined;
  const own = ownProtocols(roots);
  const isOwn = (id: string): boolean => own.some(({ text }) => renameOwnCode(text, id, '').edits.length > 0);
  if (isOwn(from) && isOwn(to)) {
    void notify('error', message('codes.taken'));
    return undefined;
  }
  const isStranding = !isOwn(from) && strands({ from, to }, transcripts);
  if (isStranding && !(await confirmStranding({ from, to }))) return undefined;
  return !used.has(to) || (await confirmMerging({ from, to })) ? { from, to } : undefined;
}

function filesToWrite(
  renaming: Renaming,
  transcripts: readonly KnownTranscript[],
  roots: Roots,
): readonly FileToWrite[] {
  return [
    ...transcripts.flatMap(transcript => inTranscript(renaming, transcript)),
    ...ownProtocols(roots).map(({ uri }) => inProtocol(renaming, uri)),
  ];
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
  const question = message('codes.strand.confirm', { from: codeShown(from), to: codeShown(to) });
  return confirm({ weight: 'warning', question, button: message('codes.strand.button') });
}

function confirmMerging({ from, to }: Renaming): Promise<boolean> {
  const question = message('codes.merge.confirm', { from: codeShown(from), to: codeShown(to) });
  return confirm({ weight: 'warning', question, button: message('codes.merge.button') });
}

function codeShown(code: string): string {
  return unlessHidden(code, message('hidden.code'));
}

async function pickOf(rows: readonly CodeRow[]): Promise<string | undefined> {
  const items = rows.map(row => {
    const { title, count } = codeWords(row);
    const places = render(message('codes.places', { count }));
    const id = unlessHidden(`#${row.code}`, message('hidden.code'));
    return {
      label: unlessHidden(title, message('hidden.code')),
      description: `${id} · ${places}`,
      code: row.code,
    };
  });
  const picked = await pickOne(items, { placeHolder: message('codes.pick'), matchOnDescription: true });
  return picked?.code;
}

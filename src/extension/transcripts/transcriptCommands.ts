import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { activeCodebook, newCode } from './codebookCommands';
import { applyCode, removeCode, setStageFromHere } from './codeCommands';
import type { CodeElement } from './codeElements';
import type { CodesTree } from './codesTree';
import { renameCodeEverywhere } from './renameCode';
import type { TranscriptCommand } from './transcriptCommandIds';

/** What commands for transcripts work on. */
interface TranscriptCommandContext extends Pick<Services, 'roots' | 'activeNote'> {
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState'>;
  readonly transcripts: { showPicture(): Promise<void> };
  readonly codes: { filter(): Promise<void>; tree(): Promise<CodesTree> };
}

/** Runs a command for transcripts. Menus call commands with arguments of their own, key bindings with what they say. */
export async function transcriptCommand(
  id: TranscriptCommand,
  argument: unknown,
  { context, roots, activeNote, transcripts, codes }: TranscriptCommandContext,
): Promise<void> {
  const told = typeof argument === 'string' ? argument : undefined;
  switch (id) {
    case 'applyCode':
      return applyCode(told, activeNote, roots, context.workspaceState);
    case 'removeCode':
      return removeCode(told, activeNote);
    case 'setStageFromHere':
      return setStageFromHere(told, activeNote);
    case 'newCode':
      await newCode(activeCodebook(activeNote, roots));
      return;
    case 'renameCode':
      return renameCodeEverywhere(
        isCodeRow(argument) ? argument.code : undefined,
        await (await codes.tree()).transcripts.all(),
        roots,
      );
    case 'filterCodes':
      return codes.filter();
    case 'showTranscriptPicture':
      return transcripts.showPicture();
  }
}

/** Whether a menu called for a row of *Codes* that is a code. */
function isCodeRow(argument: unknown): argument is CodeElement & { readonly kind: 'code' } {
  return typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'code';
}

import * as vscode from 'vscode';
import { type Message, message } from '../../core/message';

/** What VS Code calls the encodings that notes are read in; the others know fewer characters, or other ones. */
const read = new Set(['utf8', 'utf8bom', 'utf16le', 'utf16be']);

/**
 * Why an open document is not what the index reads in its file, if so: notes are UTF-8, or UTF-16 with its mark, while
 * VS Code takes what `files.encoding` says. What is written into such a document may be lost when it is saved.
 */
export function encodingFault(document: vscode.TextDocument): Message | undefined {
  if (document.isUntitled) return undefined;
  const encoding = encodingOf(document);
  return read.has(encoding) ? undefined : message('file.other-encoding', { encoding });
}

/** Of a document itself VS Code tells it from 1.100 on. */
function encodingOf(document: vscode.TextDocument): string {
  const own: unknown = Reflect.get(document, 'encoding');
  if (typeof own === 'string') return own;
  return vscode.workspace.getConfiguration('files', document).get('encoding') ?? 'utf8';
}

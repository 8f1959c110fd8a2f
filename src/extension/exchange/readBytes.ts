import * as vscode from 'vscode';
import { type Message, message } from '../../core/message';
import { decode, maximumBytes } from '../../core/text/decode';

/** The bytes of a file of at most `limit` bytes, or why they cannot be read. Never throws. */
export async function readBytes(
  uri: vscode.Uri,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly reason: Message }> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // Reading a pipe or a device might never end.
    if ((type & vscode.FileType.File) === 0) return { reason: message('file.not-regular') };
    if (size > limit) return { reason: message('file.too-large') };
    return { bytes: await vscode.workspace.fs.readFile(uri) };
  } catch {
    return { reason: message('file.cannot-read') };
  }
}

/** The text of a file, or why it cannot be read. Never throws. */
export async function readText(
  uri: vscode.Uri,
  limit = maximumBytes,
): Promise<{ readonly text: string } | { readonly reason: Message }> {
  const read = await readBytes(uri, limit);
  if ('reason' in read) return read;
  const decoded = decode(read.bytes);
  return decoded.kind === 'text' ? { text: decoded.text } : { reason: decoded.reason };
}

/** The last part of the path of `uri`. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

import * as vscode from 'vscode';
import { protocolMarkdown } from '../../core/describe/protocolMarkdown';
import { message } from '../../core/message';
import { render, renderer } from '../../l10n/catalogue';
import type { Root, Roots } from '../services/roots';
import { shownAt } from './protocolUris';

/** The text of a document that shows a protocol. */
export async function protocolDocumentText(
  uri: vscode.Uri,
  roots: Roots,
  extensionUri: vscode.Uri,
): Promise<string> {
  const { id, root: key } = shownAt(uri);
  if (key === undefined) return builtinText(id, extensionUri);
  const root = roots.all.find(each => each.key === key) ?? roots.all[0];
  return (
    (root && renderedText(id, root)) ?? `${render(message('checklist.unknown-protocol', { protocol: id }))}\n`
  );
}

/** The YAML of a protocol that comes with the program, with its comments. */
export async function builtinText(id: string, extensionUri: vscode.Uri): Promise<string> {
  const uri = vscode.Uri.joinPath(extensionUri, 'protocols', `${id}.yaml`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function renderedText(id: string, { protocols, protocolFiles }: Root): string | undefined {
  const protocol = protocols.get(id)?.protocol;
  if (protocol === undefined) return undefined;
  const file = protocolFiles.get(id);
  const origin =
    file === undefined
      ? message('protocols.builtin')
      : message('protocols.file', { file: vscode.workspace.asRelativePath(file) });
  return protocolMarkdown(protocol, origin, renderer());
}

import * as vscode from 'vscode';
import { type Change, editsOf, refused } from '../../core/change/change';
import type { CodePlan } from '../../core/exchange/importers/codePlan';
import type { ForeignCodebook } from '../../core/exchange/importers/foreignCodebook';
import { importCodebook } from '../../core/exchange/importers/importCodebook';
import { type Message, message } from '../../core/message';
import { practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { editBetween } from '../../core/text/textEdit';
import { interfaceLanguage, textIn } from '../../l10n/catalogue';
import { allLabels } from '../../l10n/exportLabels';
import { freeUri } from '../services/files/freeUri';
import { listYaml } from '../services/files/practiceFolders';
import { writeFile } from '../services/noteWriter';
import type { Root } from '../services/roots';
import { readText } from './readBytes';

/** What the codes of a codebook came to. */
type CodesImported =
  | { readonly plan: CodePlan; readonly uri: vscode.Uri | undefined }
  | { readonly reason: Message };

/** Brings the codes of a codebook into the protocol that the notes of `root` have by default. */
export async function importCodes(codebook: ForeignCodebook, root: Root): Promise<CodesImported> {
  if (root.uri === undefined) return { reason: message('import.needs-folder') };
  const folder = vscode.Uri.joinPath(root.uri, practiceFolder, protocolsFolder);
  const language = interfaceLanguage();
  const files = await ownFiles(folder);
  const result = importCodebook(codebook, {
    id: root.config.defaultProtocol,
    protocols: root.protocols,
    files,
    language,
    labels: allLabels(),
    title: textIn(language, 'import.codebook-title'),
  });
  if (result.kind === 'fault') return result;
  const { plan, path, text } = result;
  if (result.kind === 'nothing') return { plan, uri: undefined };
  const own = files.find(file => file.path === path);
  if (own === undefined) return { plan, uri: await createProtocol(folder, path, text) };
  const uri = vscode.Uri.parse(path);
  const changeOf = (current: string): Change => {
    const edit = editBetween(own.text, text);
    if (current !== own.text || edit === undefined) return refused(message('write.changed-meanwhile'));
    return editsOf([edit]);
  };
  const writing = await writeFile({ uri, changeOf });
  return writing.kind === 'written' ? { plan, uri } : { reason: writing.reason };
}

async function ownFiles(
  folder: vscode.Uri,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const read = await Promise.all(
    (await listYaml(folder)).map(async name => {
      const uri = vscode.Uri.joinPath(folder, name);
      const content = await readText(uri);
      return 'reason' in content ? [] : [{ path: uri.toString(), text: content.text }];
    }),
  );
  return read.flat();
}

/** A new file of the practice's own folder; where the name is taken it takes the first number that is free. */
async function createProtocol(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri> {
  const uri = await freeUri(folder, name.replace(/\.yaml$/, ''), '.yaml');
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) return uri;
  throw new Error(name);
}

import * as vscode from 'vscode';
import { type Change, editsOf, refused } from '../../core/change/change';
import type { CodePlan } from '../../core/exchange/importers/codePlan';
import type { ForeignCodebook } from '../../core/exchange/importers/foreignCodebook';
import { importCodebook } from '../../core/exchange/importers/importCodebook';
import { type Message, message } from '../../core/message';
import { largestPracticeFile, practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { editBetween } from '../../core/text/textEdit';
import { interfaceLanguage, textIn } from '../../l10n/catalogue';
import { allLabels } from '../../l10n/exportLabels';
import { createFree } from '../services/files/createFile';
import { listYaml } from '../services/files/practiceFolders';
import { writeFile } from '../services/noteWriter';
import type { Root } from '../services/roots';
import { readText } from './readBytes';

/** What the codes of a codebook came to. */
type CodesImported =
  | {
      readonly plan: CodePlan;
      /** The file that has them now. */
      readonly uri: vscode.Uri | undefined;
      /** Whether that was there before, so that the codes are an edit of it. */
      readonly isEdited: boolean;
    }
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
  if (result.kind === 'nothing') return { plan, uri: undefined, isEdited: false };
  const own = files.find(file => file.path === path);
  if (own === undefined) return createProtocol(plan, folder, path, text);
  const uri = vscode.Uri.parse(path);
  const changeOf = (current: string): Change => {
    const edit = editBetween(own.text, text);
    if (current !== own.text || edit === undefined) return refused(message('write.changed-meanwhile'));
    return editsOf([edit]);
  };
  const writing = await writeFile({ uri, changeOf });
  return writing.kind === 'written' ? { plan, uri, isEdited: true } : { reason: writing.reason };
}

async function ownFiles(
  folder: vscode.Uri,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const read = await Promise.all(
    (await listYaml(folder)).map(async name => {
      const uri = vscode.Uri.joinPath(folder, name);
      const content = await readText(uri, largestPracticeFile);
      return 'reason' in content ? [] : [{ path: uri.toString(), text: content.text }];
    }),
  );
  return read.flat();
}

/** Makes a new file of the practice's own; where the name is taken it takes the first number that is free. */
async function createProtocol(
  plan: CodePlan,
  folder: vscode.Uri,
  name: string,
  text: string,
): Promise<CodesImported> {
  try {
    return { plan, uri: await createFree(folder, name, text), isEdited: false };
  } catch {
    return { reason: message('new-note.not-created', { file: name }) };
  }
}

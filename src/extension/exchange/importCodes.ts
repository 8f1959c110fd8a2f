import * as vscode from 'vscode';
import { idOfTitle } from '../../core/authoring/newProtocol';
import { type Change, editsOf, refused } from '../../core/change/change';
import type { CodePlan } from '../../core/exchange/importers/codePlan';
import type { ForeignCodebook } from '../../core/exchange/importers/foreignCodebook';
import { importCodebook } from '../../core/exchange/importers/importCodebook';
import { type Message, message } from '../../core/message';
import { largestPracticeFile, practiceFolder, protocolsFolder } from '../../core/practice/loadPractice';
import { loadWorkspaceProtocols, type ProtocolFile } from '../../core/protocol/loadWorkspaceProtocols';
import { editBetween } from '../../core/text/textEdit';
import { interfaceLanguage, render, textIn } from '../../l10n/catalogue';
import { allLabels } from '../../l10n/exportLabels';
import { askText, pickOne } from '../services/dialogs';
import { createFree } from '../services/files/createFile';
import { listYaml } from '../services/files/practiceFolders';
import { writeFile } from '../services/noteWriter';
import type { Root } from '../services/roots';
import { readText } from './readBytes';

/** What the codes of a codebook came to. */
type CodesImported =
  | {
      /** The file that has them now. */
      readonly uri: vscode.Uri | undefined;
      /** Whether that was there before, so that the codes are an edit of it. */
      readonly isEdited: boolean;
    }
  | { readonly reason: Message };

/** Where codes go: a protocol that is there, or one that is made. */
interface CodebookPlace {
  readonly id: string;
  /** What it is called where it is made. */
  readonly title: string;
}

/** How the codes of a codebook come into a protocol. */
interface CodesToImport {
  readonly plan: CodePlan;
  /** The root as it is with them, the protocol being the one that is meant. */
  readonly root: Root;
  /** Writes them. */
  write(): Promise<CodesImported>;
}

/** Asks where codes go: into the protocol that the notes of `root` have by default, or into a new one. */
export async function pickCodebook({ config, protocols }: Root): Promise<CodebookPlace | undefined> {
  const { defaultProtocol: id } = config;
  const title = textIn(interfaceLanguage(), 'import.codebook-title');
  const rows = [
    { label: render(message('import.into-codebook', { protocol: id })), isNew: false },
    { icon: 'add', label: render(message('import.new-codebook')), isNew: true },
  ];
  const picked = await pickOne(rows, { title: message('import.codebook-place') });
  if (picked === undefined) return undefined;
  if (!picked.isNew) return { id, title };
  const named = await askText({
    title: message('import.codebook-place'),
    prompt: message('import.codebook-name'),
    validate: typed => (typed.trim() === '' ? message('schema.empty') : undefined),
  });
  if (named === undefined || named.trim() === '') return undefined;
  return { id: idOfTitle(named, new Set(protocols.ids)), title: named.trim() };
}

/** Works out how the codes of a codebook come into the protocol at `place`; nothing is written yet. */
export async function planImport(
  codebook: ForeignCodebook,
  root: Root,
  { id, title }: CodebookPlace,
): Promise<CodesToImport | { readonly reason: Message }> {
  if (root.uri === undefined) return { reason: message('import.needs-folder') };
  const folder = vscode.Uri.joinPath(root.uri, practiceFolder, protocolsFolder);
  const files = await ownFiles(folder);
  const result = importCodebook(codebook, {
    id,
    protocols: root.protocols,
    files,
    language: interfaceLanguage(),
    labels: allLabels(),
    title,
  });
  if (result.kind === 'fault') return result;
  const { plan, path, text } = result;
  const own = files.find(file => file.path === path);
  const others = files.filter(file => file !== own);
  const { set } = loadWorkspaceProtocols([...others, { path, text }]);
  const isNothing = result.kind === 'nothing';
  return {
    plan,
    root: {
      ...root,
      config: { ...root.config, defaultProtocol: id },
      protocols: isNothing ? root.protocols : set,
    },
    write: () => {
      if (isNothing) return Promise.resolve({ uri: undefined, isEdited: false });
      return own === undefined ? createProtocol(folder, path, text) : changeProtocol(own, text);
    },
  };
}

async function changeProtocol(own: ProtocolFile, text: string): Promise<CodesImported> {
  const uri = vscode.Uri.parse(own.path);
  const changeOf = (current: string): Change => {
    const edit = editBetween(own.text, text);
    if (current !== own.text || edit === undefined) return refused(message('write.changed-meanwhile'));
    return editsOf([edit]);
  };
  const writing = await writeFile({ uri, changeOf });
  return writing.kind === 'written' ? { uri, isEdited: true } : { reason: writing.reason };
}

async function ownFiles(folder: vscode.Uri): Promise<readonly ProtocolFile[]> {
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
async function createProtocol(folder: vscode.Uri, name: string, text: string): Promise<CodesImported> {
  try {
    return { uri: await createFree(folder, name, text), isEdited: false };
  } catch {
    return { reason: message('new-note.not-created', { file: name }) };
  }
}

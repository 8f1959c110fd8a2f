import * as vscode from 'vscode';
import { version } from '../../../package.json';
import { cleanName } from '../../core/config/noteFileName';
import {
  type ExportedTranscript,
  type ExportedVersion,
  exportedTranscripts,
  exportedVersion,
} from '../../core/exchange/exporters/exportedTranscript';
import {
  type ExportFormat,
  exportFormats,
  exportTranscripts,
} from '../../core/exchange/exporters/exportTranscripts';
import type { PositionUnit } from '../../core/exchange/exporters/sourceText';
import { type Message, message } from '../../core/message';
import type { CsvOptions } from '../../core/text/csv';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { excelCsv } from '../../l10n/excelCsv';
import { exportLabels } from '../../l10n/exportLabels';
import { notify, pickMany, pickOne, sayShortly } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import { notesAmong } from '../services/notesAmong';
import type { OpenNotes } from '../services/openNotes';
import { pathIn, type Roots } from '../services/roots';
import { saveTo } from '../services/saveTo';

/** What is exported to, and for which program. */
interface ExportChoice {
  readonly format: ExportFormat;
  readonly positions: PositionUnit;
  readonly csv: CsvOptions;
  /** Whether a table has a row for each turn and a column for each code. */
  readonly isWide: boolean;
}

/** Where an export goes, where that is not to be asked for. */
export interface ExportTarget extends Pick<ExportChoice, 'format'>, Partial<Pick<ExportChoice, 'isWide'>> {
  readonly to: vscode.Uri;
}

/**
 * Exports transcripts: those picked in the Explorer, or the ones that are picked from all of the workspace, with the
 * versions of all their raters. Asks for the format and for the file, unless `target` tells them.
 */
export async function exportPickedTranscripts(
  clicked: vscode.Uri | undefined,
  selected: readonly vscode.Uri[] | undefined,
  target: ExportTarget | undefined,
  roots: Roots,
  openNotes: OpenNotes,
): Promise<void> {
  const choice = target === undefined ? await pickChoice() : { ...plainChoice, ...choiceOf(target) };
  if (choice === undefined) return;
  const clickedUris = selected ?? (clicked === undefined ? undefined : [clicked]);
  const exported = exportedTranscripts(await readVersions(clickedUris, roots, openNotes));
  if ('reason' in exported) return void notify('error', exported.reason);
  const { transcripts: all, doubled } = exported;
  // What is left out is said; without anything else there is nothing to export.
  for (const { reason } of doubled) void notify('error', reason);
  if (all.length === 0 && doubled.length > 0) return;
  const isPicked = clickedUris !== undefined || target !== undefined || all.length < 2;
  const transcripts = isPicked ? all : await pickTranscripts(all, roots);
  if (transcripts === undefined) return;
  const to = target?.to ?? (await askForFile(choice.format, transcripts, roots));
  if (to === undefined) return;
  const content = contentOf(transcripts, choice, to, roots);
  if ('fault' in content) return void notify('error', content.fault);
  // Who is asked for the file is asked about one that is there, too.
  if (!(await saveTo(to, content.content, target === undefined))) return;
  const done = message('export.done', {
    file: nameShown(vscode.workspace.asRelativePath(to), 'file'),
    count: transcripts.length,
  });
  sayShortly(done);
}

function contentOf(
  transcripts: readonly ExportedTranscript[],
  choice: ExportChoice,
  to: vscode.Uri,
  roots: Roots,
): ReturnType<typeof exportTranscripts> {
  const language = interfaceLanguage();
  const [root] = roots.all;
  // Without transcripts the codebook is that of the protocol that notes have by default.
  const own = root?.protocols.get(root.config.defaultProtocol);
  return exportTranscripts(transcripts, {
    ...choice,
    protocols: choice.format === 'qdc' && transcripts.length === 0 && own !== undefined ? [own.protocol] : [],
    name: to.path.slice(to.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''),
    now: new Date(),
    origin: `Session Notes ${version}`,
    words: exportLabels(language),
    bare: false,
  });
}

const plainChoice: Omit<ExportChoice, 'format'> = { positions: 'codepoint', csv: {}, isWide: false };

function choiceOf({ format, isWide = false }: ExportTarget): Pick<ExportChoice, 'format' | 'isWide'> {
  return { format, isWide };
}

/** The formats, and what programs need that do not read the usual one. */
async function pickChoice(): Promise<ExportChoice | undefined> {
  const excel: ExportChoice = { ...plainChoice, format: 'csv', csv: excelCsv() };
  const others: Partial<Record<ExportFormat, readonly (readonly [Message, ExportChoice])[]>> = {
    qdpx: [[message('export.format.nvivo'), { ...plainChoice, format: 'qdpx', positions: 'utf16' }]],
    csv: [
      [message('export.format.excel'), excel],
      [message('export.format.wide'), { ...plainChoice, format: 'csv', isWide: true }],
      [message('export.format.wide-excel'), { ...excel, isWide: true }],
    ],
  };
  const choices = exportFormats.flatMap(format => [
    [message(`export.format.${format}`), { ...plainChoice, format }] as const,
    ...(others[format] ?? []),
  ]);
  const items = choices.map(([label, choice]) => ({
    label: render(label),
    description: `.${choice.format}`,
    choice,
  }));
  const picked = await pickOne(items, {
    title: message('export.format-title'),
    matchOnDescription: true,
  });
  return picked?.choice;
}

async function pickTranscripts(
  all: readonly ExportedTranscript[],
  roots: Roots,
): Promise<readonly ExportedTranscript[] | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const path = active === undefined ? undefined : pathIn(roots.rootOf(active), active);
  const isActive = ({ versions }: ExportedTranscript): boolean => versions.some(({ file }) => file === path);
  const isAnyActive = all.some(isActive);
  const items = all.map(transcript => ({
    transcript,
    label: nameShown(transcript.id, 'file'),
    description: transcript.clients.map(client => nameShown(client, 'client')).join(', '),
    detail: render(message('export.raters', { count: transcript.versions.length })),
    picked: isAnyActive ? isActive(transcript) : true,
  }));
  const picked = await pickMany(items, {
    title: message('export.transcripts-title'),
    matchOnDescription: true,
  });
  return picked === undefined || picked.length === 0 ? undefined : picked.map(({ transcript }) => transcript);
}

async function askForFile(
  format: ExportFormat,
  [first, second]: readonly ExportedTranscript[],
  roots: Roots,
): Promise<vscode.Uri | undefined> {
  const id = second === undefined ? first?.versions[0].transcript.id : undefined;
  const name = cleanName(id ?? render(message('export.file-name')), `.${format}`);
  const folder = roots.all[0]?.uri;
  return vscode.window.showSaveDialog({
    filters: { [format.toUpperCase()]: [format] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

/** The transcripts among files and in folders, else of the workspace. */
async function readVersions(
  uris: readonly vscode.Uri[] | undefined,
  roots: Roots,
  openNotes: OpenNotes,
): Promise<readonly ExportedVersion[]> {
  const found = await notesAmong(uris, roots, openNotes);
  return found.flatMap(({ uri, root, note }) => exportedVersion(note, pathIn(root, uri)) ?? []);
}

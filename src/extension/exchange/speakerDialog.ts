import * as vscode from 'vscode';
import { message, titleIn } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import type { ImportedSpeaker } from '../../core/transcript/importers/speakerRoles';
import { otherRole } from '../../core/transcript/speakers';
import { interfaceLanguage, render } from '../../l10n/catalogue';

/** How the speakers of imported transcripts are to be written. */
export interface SpeakerChoices {
  /** Roles by the speakers' names. */
  readonly roles: ReadonlyMap<string, string>;
  readonly keepNames: boolean;
  readonly join: boolean;
}

type Row = vscode.QuickPickItem &
  (
    | { readonly does: 'import' | 'names' | 'join' | 'nothing' }
    | { readonly does: 'role'; readonly speaker: string }
  );

/**
 * Asks who the speakers are: a list with a row for each, which leads to the roles; a row that replaces names by roles,
 * on unless it is switched off; one that joins what a speaker says without a break; and the one that imports.
 * Undefined where the list is left.
 */
export async function askForSpeakers(
  speakers: readonly ImportedSpeaker[],
  protocol: Protocol,
): Promise<SpeakerChoices | undefined> {
  const roles = new Map(
    speakers.flatMap(({ name, suggested }) => (suggested === undefined ? [] : [[name, suggested]])),
  );
  let keepNames = false;
  let join = false;
  for (;;) {
    const rows = rowsFor(speakers, roles, protocol, keepNames, join);
    const row = await pickRow(rows, speakers.find(({ name }) => !roles.has(name))?.name);
    if (row === undefined) return undefined;
    if (row.does === 'import') return { roles, keepNames, join };
    if (row.does === 'names') keepNames = !keepNames;
    if (row.does === 'join') join = !join;
    if (row.does === 'role') {
      const role = await pickRole(row.speaker, protocol);
      if (role !== undefined) roles.set(row.speaker, role);
    }
  }
}

/** The row of a speaker without a role is the active one, as long as there is one; then that which imports. */
function pickRow(rows: readonly Row[], asked: string | undefined): Promise<Row | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = render(message('import.dialog-title'));
  list.placeholder = render(message('import.dialog-hint'));
  list.items = rows;
  list.activeItems = rows.filter(row =>
    asked === undefined ? row.does === 'import' : row.does === 'role' && row.speaker === asked,
  );
  return new Promise(resolve => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function rowsFor(
  speakers: readonly ImportedSpeaker[],
  roles: ReadonlyMap<string, string>,
  protocol: Protocol,
  keepNames: boolean,
  join: boolean,
): readonly Row[] {
  const box = (on: boolean): string => (on ? '$(check)' : '$(circle-large-outline)');
  const state = (on: boolean): string => render(message(on ? 'import.on' : 'import.off'));
  return [
    { does: 'import', label: `$(cloud-download) ${render(message('import.do'))}` },
    { does: 'nothing', kind: vscode.QuickPickItemKind.Separator, label: render(message('import.speakers')) },
    ...speakers.map(
      ({ name, cues }): Row => ({
        does: 'role',
        speaker: name,
        label: `$(person) ${name}`,
        description: roleTitle(roles.get(name), protocol),
        detail: render(message('import.turns', { count: cues })),
      }),
    ),
    { does: 'nothing', kind: vscode.QuickPickItemKind.Separator, label: render(message('import.options')) },
    {
      does: 'names',
      label: `${box(!keepNames)} ${render(message('import.replace-names'))}`,
      description: state(!keepNames),
      detail: render(message('import.replace-names-why')),
    },
    { does: 'join', label: `${box(join)} ${render(message('import.join'))}`, description: state(join) },
  ];
}

function roleTitle(role: string | undefined, { roles }: Protocol): string {
  if (role === undefined) return render(message('import.no-role-yet'));
  const known = roles.find(({ id }) => id === role);
  return known === undefined
    ? render(message('import.other-role'))
    : titleIn(known.title, interfaceLanguage());
}

async function pickRole(speaker: string, { roles }: Protocol): Promise<string | undefined> {
  const items = [
    ...roles.map(({ id, title }) => ({ id, label: titleIn(title, interfaceLanguage()) })),
    { id: otherRole, label: render(message('import.other-role')) },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: render(message('import.role-title', { speaker })),
  });
  return picked?.id;
}

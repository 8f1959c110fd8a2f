import type { Case } from '../../core/case/case';
import type { ImportedSpeaker } from '../../core/exchange/importers/speakerRoles';
import { type Message, message, titleIn } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import { otherRole } from '../../core/transcript/speakers';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { type ListRow, pickFrom, pickOne, separator } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import { pickClientOf, pickSessionOf, type SessionOf } from './pickSession';

/** How imported transcripts are to be written. */
interface ImportChoices {
  /** Roles by the speakers' names. */
  readonly roles: ReadonlyMap<string, string>;
  readonly keepNames: boolean;
  readonly join: boolean;
  readonly of: SessionOf;
}

/** What the dialog asks about. */
export interface ImportQuestion {
  readonly speakers: readonly ImportedSpeaker[];
  readonly protocol: Protocol;
  /** The session that the transcript seems to be of. */
  readonly of: SessionOf;
  /** The cases that it may belong to; undefined where there are several transcripts, which is not asked then. */
  readonly cases: readonly Case[] | undefined;
}

type Row = ListRow &
  (
    | { readonly does: 'import' | 'client' | 'session' | 'names' | 'join' | 'nothing' }
    | { readonly does: 'role'; readonly speaker: string }
  );

/**
 * Asks who the speakers are: a list with a row for each, which leads to the roles; rows for the client and the session;
 * a row that replaces names by roles, on unless it is switched off; one that joins what a speaker says without a break;
 * and the one that imports. Undefined where the list is left.
 */
export async function askForSpeakers(question: ImportQuestion): Promise<ImportChoices | undefined> {
  const { speakers, protocol, cases = [] } = question;
  const suggested = speakers.flatMap(({ name, suggested: role }) =>
    role === undefined ? [] : [[name, role] as const],
  );
  let choices: ImportChoices = { roles: new Map(suggested), keepNames: false, join: false, of: question.of };
  let asked: Row['does'] | undefined;
  for (;;) {
    const row: Row | undefined = await pickRow(
      rowsFor(question, choices),
      activeRow(speakers, choices, asked),
    );
    if (row === undefined) return undefined;
    asked = row.does;
    if (row.does === 'import') return choices;
    if (row.does === 'names') choices = { ...choices, keepNames: !choices.keepNames };
    if (row.does === 'join') choices = { ...choices, join: !choices.join };
    if (row.does === 'client') choices = { ...choices, of: await pickClientOf(choices.of, cases) };
    if (row.does === 'session') choices = { ...choices, of: await pickSessionOf(choices.of, cases) };
    if (row.does === 'role') {
      const role = await pickRole(row.speaker, protocol);
      if (role !== undefined)
        choices = { ...choices, roles: new Map([...choices.roles, [row.speaker, role]]) };
    }
  }
}

/** The row that an answer was just given in; else that of a speaker without a role; else that which imports. */
function activeRow(
  speakers: readonly ImportedSpeaker[],
  { roles }: ImportChoices,
  asked: Row['does'] | undefined,
): (row: Row) => boolean {
  const open = speakers.find(({ name }) => !roles.has(name))?.name;
  if (asked !== undefined && asked !== 'role') return ({ does }) => does === asked;
  return row => (open === undefined ? row.does === 'import' : row.does === 'role' && row.speaker === open);
}

function pickRow(rows: readonly Row[], isActive: (row: Row) => boolean): Promise<Row | undefined> {
  return pickFrom(rows, {
    title: message('import.dialog-title'),
    placeHolder: message('import.dialog-hint'),
    isActive,
  });
}

function rowsFor(
  { speakers, protocol, cases }: ImportQuestion,
  { roles, keepNames, join, of }: ImportChoices,
): readonly Row[] {
  const box = (on: boolean): string => (on ? 'check' : 'circle-large-outline');
  const state = (on: boolean): string => render(message(on ? 'import.on' : 'import.off'));
  return [
    { does: 'import', icon: 'cloud-download', label: render(message('import.do')) },
    heading(message('import.speakers')),
    ...speakers.map(
      ({ name, cues }): Row => ({
        does: 'role',
        speaker: name,
        icon: 'person',
        label: nameShown(name, 'speaker'),
        description: roleTitle(roles.get(name), protocol),
        detail: render(message('import.turns', { count: cues })),
      }),
    ),
    ...(cases === undefined ? [] : sessionRows(of)),
    heading(message('import.options')),
    {
      does: 'names',
      icon: box(!keepNames),
      label: render(message('import.replace-names')),
      description: state(!keepNames),
      detail: render(message('import.replace-names-why')),
    },
    { does: 'join', icon: box(join), label: render(message('import.join')), description: state(join) },
  ];
}

function sessionRows({ client, session, date }: SessionOf): readonly Row[] {
  const told =
    session === undefined ? undefined : [session, ...(date === undefined ? [] : [date])].join(' · ');
  const unknown = render(message('import.not-told'));
  return [
    heading(message('import.belongs-to')),
    {
      does: 'client',
      icon: 'account',
      label: render(message('import.client')),
      description: client === undefined ? unknown : nameShown(client, 'client'),
    },
    {
      does: 'session',
      icon: 'calendar',
      label: render(message('import.session')),
      description: told ?? unknown,
    },
  ];
}

function heading(label: Message): Row {
  return { does: 'nothing', ...separator(label) };
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
  const picked = await pickOne(items, {
    title: message('import.role-title', { speaker: nameShown(speaker, 'speaker') }),
  });
  return picked?.id;
}

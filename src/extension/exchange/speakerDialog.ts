import type { Case } from '../../core/case/case';
import type { SaidName } from '../../core/exchange/importers/namesInWords';
import type { ImportedSpeaker } from '../../core/exchange/importers/speakerRoles';
import { type Message, message, titleIn } from '../../core/message';
import type { Protocol } from '../../core/protocol/schema';
import { otherRole } from '../../core/transcript/speakers';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { askText, type ListRow, pickFrom, separator } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import { pickClientOf, pickDateOf, pickSessionOf } from './pickSession';
import type { SessionOf } from './sessionOf';

/** How imported transcripts are to be written. */
export interface ImportChoices {
  /** Roles by the speakers' names. */
  readonly roles: ReadonlyMap<string, string>;
  readonly keepNames: boolean;
  readonly join: boolean;
  /** Whether names are replaced in what is said, too. */
  readonly replaceSaid: boolean;
  readonly of: SessionOf;
}

/** What the dialog asks about. */
export interface ImportQuestion {
  readonly speakers: readonly ImportedSpeaker[];
  readonly protocol: Protocol;
  /** The session that the transcript seems to be of, with the day that the file tells. */
  readonly of: SessionOf;
  /** The cases that it may belong to; undefined where there are several transcripts, which is not asked then. */
  readonly cases: readonly Case[] | undefined;
  /** The names of speakers that are said, though the speakers are called otherwise. */
  readonly saidIn: (choices: ImportChoices) => readonly SaidName[];
  /** Reads the file again with one more name that is a speaker's; undefined where nothing can be read again. */
  readonly declare: ((name: string) => Promise<readonly ImportedSpeaker[]>) | undefined;
}

type Row = ListRow &
  (
    | {
        readonly does:
          | 'import'
          | 'client'
          | 'session'
          | 'date'
          | 'names'
          | 'said'
          | 'join'
          | 'declare'
          | 'nothing';
      }
    | { readonly does: 'role'; readonly speaker: string }
  );

/**
 * Asks who the speakers are: a list with a row for each, which leads to the roles; rows for the client, the session and its day;
 * a row that replaces names by roles, on unless it is switched off; one that joins what a speaker says without a break;
 * and the one that imports. Undefined where the list is left.
 */
export async function askForSpeakers(question: ImportQuestion): Promise<ImportChoices | undefined> {
  let { speakers } = question;
  let choices: ImportChoices = {
    roles: new Map(suggestedRoles(speakers)),
    keepNames: false,
    join: false,
    replaceSaid: false,
    of: question.of,
  };
  let asked: Row['does'] | undefined;
  for (;;) {
    const row: Row | undefined = await pickRow(
      rowsFor({ ...question, speakers }, choices),
      activeRow(speakers, choices, asked),
    );
    if (row === undefined) return undefined;
    asked = row.does;
    if (row.does === 'import') return choices;
    if (row.does === 'declare') {
      speakers = (await declaredSpeakers(question)) ?? speakers;
      choices = { ...choices, roles: new Map([...suggestedRoles(speakers), ...choices.roles]) };
    } else choices = await changedBy(row, choices, question);
  }
}

/** What a row changes of the choices. */
async function changedBy(
  row: Row,
  choices: ImportChoices,
  { protocol, of, cases = [] }: ImportQuestion,
): Promise<ImportChoices> {
  if (row.does === 'names') return { ...choices, keepNames: !choices.keepNames };
  if (row.does === 'said') return { ...choices, replaceSaid: !choices.replaceSaid };
  if (row.does === 'join') return { ...choices, join: !choices.join };
  if (row.does === 'client') return { ...choices, of: await pickClientOf(choices.of, cases) };
  if (row.does === 'session') return { ...choices, of: await pickSessionOf(choices.of, cases) };
  if (row.does === 'date') return { ...choices, of: await pickDateOf(choices.of, of.date, cases) };
  const role = row.does === 'role' ? await pickRole(row.speaker, choices.roles, protocol) : undefined;
  if (row.does !== 'role' || role === undefined) return choices;
  return { ...choices, roles: new Map([...choices.roles, [row.speaker, role]]) };
}

/** The speakers once the user has named one more; undefined where none was named. */
async function declaredSpeakers({
  declare,
}: ImportQuestion): Promise<readonly ImportedSpeaker[] | undefined> {
  const name = await askText({ title: message('import.declare'), prompt: message('import.declare-why') });
  return name === undefined || name.trim() === '' ? undefined : declare?.(name.trim());
}

function suggestedRoles(speakers: readonly ImportedSpeaker[]): readonly (readonly [string, string])[] {
  return speakers.flatMap(({ name, suggested }) =>
    suggested === undefined ? [] : [[name, suggested] as const],
  );
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
  { speakers, protocol, cases, saidIn, declare }: ImportQuestion,
  choices: ImportChoices,
): readonly Row[] {
  const { roles, keepNames, join, replaceSaid, of } = choices;
  const said = keepNames ? [] : saidIn(choices);
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
    ...(declare === undefined
      ? []
      : [{ does: 'declare' as const, icon: 'add', label: render(message('import.declare')) }]),
    ...(cases === undefined ? [] : sessionRows(of)),
    heading(message('import.options')),
    {
      does: 'names',
      icon: box(!keepNames),
      label: render(message('import.replace-names')),
      description: state(!keepNames),
      detail: render(message('import.replace-names-why')),
    },
    ...(said.length === 0
      ? []
      : [
          {
            does: 'said' as const,
            icon: box(replaceSaid),
            label: render(message('import.replace-said')),
            description: state(replaceSaid),
            detail: said.map(({ name, written, count }) => `${name} → ${written} (${count})`).join(', '),
          },
        ]),
    { does: 'join', icon: box(join), label: render(message('import.join')), description: state(join) },
  ];
}

function sessionRows({ client, session, date, dateFrom }: SessionOf): readonly Row[] {
  const from = dateFrom === 'file' || dateFrom === 'note' ? [render(message(`import.date-${dateFrom}`))] : [];
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
      description: session === undefined ? unknown : String(session),
    },
    {
      does: 'date',
      icon: 'history',
      label: render(message('import.date')),
      description: date === undefined ? unknown : [date, ...from].join(', '),
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

/** Asks whose role a speaker has; the one that the speaker has, or else the first that nobody has yet, is proposed. */
async function pickRole(
  speaker: string,
  given: ImportChoices['roles'],
  { roles }: Protocol,
): Promise<string | undefined> {
  const taken = new Set(given.values());
  const proposed = given.get(speaker) ?? roles.find(({ id }) => !taken.has(id))?.id ?? otherRole;
  const items = [
    ...roles.map(({ id, title }) => ({ id, label: titleIn(title, interfaceLanguage()) })),
    { id: otherRole, label: render(message('import.other-role')) },
  ];
  const picked = await pickFrom(items, {
    title: message('import.role-title', { speaker: nameShown(speaker, 'speaker') }),
    isActive: ({ id }) => id === proposed,
  });
  return picked?.id;
}

import type { Case } from '../../core/case/case';
import { clientKey, noClient } from '../../core/case/clientKey';
import { sessionCount } from '../../core/describe/goalFacts';
import { type Message, type MessageKey, message } from '../../core/message';
import { readableDate } from '../../core/note/dates';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import { type ListRow, pickFrom } from '../services/dialogs';
import { ofClient, ofNumber, onDay, type SessionOf, sessionDates } from './sessionOf';

/** The client whose notes stand in `folder`, a path in the root of `cases`, where they are of one client only. */
export function clientOfFolder(folder: string, cases: readonly Case[]): string | undefined {
  const inFolder = cases.filter(({ key, notes }) => key !== noClient && notes.some(isIn(folder)));
  return inFolder.length === 1 ? inFolder[0]?.client : undefined;
}

/** Asks whose session it is: one of the clients of `cases`, or a code that is typed. */
export async function pickClientOf(before: SessionOf, cases: readonly Case[]): Promise<SessionOf> {
  const named = cases.filter(({ key }) => key !== noClient);
  const listed = named.map(found => ({
    label: clientLabel(found),
    description: render(sessionCount(found.sessions)),
    chosen: { client: found.client },
  }));
  const typed = (text: string) => {
    const isKnown = named.some(({ key }) => key === clientKey(text));
    return isKnown ? undefined : { label: text, description: '', chosen: { client: text } };
  };
  const picked = await pickOrType(message('import.pick-client'), listed, typed);
  if (picked === undefined) return before;
  return ofClient(before, picked.client, cases);
}

/** Asks which session it is: one that the client's notes are of, whose date is taken over, or a number that is typed. */
export async function pickSessionOf(before: SessionOf, cases: readonly Case[]): Promise<SessionOf> {
  const dates = sessionDates(before.client, cases);
  const listed = [...dates].reverse().map(([session, date]) => ({
    label: String(session),
    description: date ?? '',
    chosen: { session },
  }));
  const typed = (text: string) => {
    const session = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    if (session === undefined || dates.has(session)) return undefined;
    return { label: text, description: '', chosen: { session } };
  };
  const picked = await pickOrType(message('import.pick-session'), listed, typed);
  if (picked === undefined) return before;
  return ofNumber(before, picked.session, cases);
}

/** Asks for the day: that which the file tells, `ofFile`, that of the session's note, or one that is typed. */
export async function pickDateOf(
  before: SessionOf,
  ofFile: string | undefined,
  cases: readonly Case[],
): Promise<SessionOf> {
  const { client, session } = before;
  const ofNote = session === undefined ? undefined : sessionDates(client, cases).get(session);
  const listed = [
    ...(ofFile === undefined ? [] : [dateItem(ofFile, 'import.date-file')]),
    ...(ofNote === undefined || ofNote === ofFile ? [] : [dateItem(ofNote, 'import.date-note')]),
  ];
  const typed = (text: string) => {
    const date = readableDate(text, interfaceLanguage());
    return date === undefined || date === ofFile || date === ofNote ? undefined : dateItem(date);
  };
  const picked = await pickOrType(message('import.pick-date'), listed, typed);
  return picked === undefined ? before : onDay(before, picked.date);
}

function dateItem(date: string, from?: MessageKey): Item<{ readonly date: string }> {
  return { label: date, description: from === undefined ? '' : render(message(from)), chosen: { date } };
}

interface Item<Chosen> extends ListRow {
  readonly chosen: Chosen;
}

/** A list with a row for what is typed, and one that takes nothing; undefined where it is left. */
async function pickOrType<Chosen>(
  placeHolder: Message,
  listed: readonly Item<Chosen>[],
  typedItem: (text: string) => Item<Chosen> | undefined,
): Promise<Partial<Chosen> | undefined> {
  const none: Item<Partial<Chosen>> = { label: render(message('import.not-told')), chosen: {} };
  const rowsFor = (typed: string): readonly Item<Partial<Chosen>>[] => {
    const own = typed === '' ? undefined : typedItem(typed);
    return own === undefined ? [...listed, none] : [...listed, own, none];
  };
  const title = message('import.title');
  return (await pickFrom(rowsFor(''), { title, placeHolder, rowsFor }))?.chosen;
}

function isIn(folder: string): (note: { readonly path: string }) => boolean {
  return ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder;
}

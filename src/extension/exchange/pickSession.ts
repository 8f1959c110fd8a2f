import type { Case } from '../../core/case/case';
import { clientKey, noClient } from '../../core/case/clientKey';
import { sessionCount } from '../../core/describe/goalFacts';
import { type Message, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import { type ListRow, pickFrom } from '../services/dialogs';

/** The session that a transcript is of, as far as it is told. */
export interface SessionOf {
  readonly client: string | undefined;
  /** From 1. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

export const noSession: SessionOf = { client: undefined, session: undefined, date: undefined };

/** The client whose notes stand in `folder`, a path in the root of `cases`, where they are of one client only. */
export function clientOfFolder(folder: string, cases: readonly Case[]): string | undefined {
  const inFolder = cases.filter(({ key, notes }) => key !== noClient && notes.some(isIn(folder)));
  return inFolder.length === 1 ? inFolder[0]?.client : undefined;
}

/** Asks whose session it is: one of the clients of `cases`, or a code that is typed. The session is then another one. */
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
  const isSame = picked.client !== undefined && clientKey(picked.client) === clientKey(before.client ?? '');
  return isSame ? before : { ...noSession, client: picked.client };
}

/** Asks which session it is: one that the client's notes are of, whose date is taken over, or a number that is typed. */
export async function pickSessionOf(before: SessionOf, cases: readonly Case[]): Promise<SessionOf> {
  const ofClient = cases.find(({ key }) => key === clientKey(before.client ?? ''));
  const dates = new Map<number, string | undefined>();
  for (const { kind, session, date } of ofClient?.notes ?? []) {
    if (session !== undefined && kind !== 'transcript') dates.set(session, dates.get(session) ?? date);
  }
  const listed = [...dates].reverse().map(([session, date]) => ({
    label: String(session),
    description: date ?? '',
    chosen: { session, date },
  }));
  const typed = (text: string) => {
    const session = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    if (session === undefined || dates.has(session)) return undefined;
    return { label: text, description: '', chosen: { session, date: undefined } };
  };
  const picked = await pickOrType(message('import.pick-session'), listed, typed);
  if (picked === undefined) return before;
  return { client: before.client, session: picked.session, date: picked.date };
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
  const title = message('import.dialog-title');
  return (await pickFrom(rowsFor(''), { title, placeHolder, rowsFor }))?.chosen;
}

function isIn(folder: string): (note: { readonly path: string }) => boolean {
  return ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder;
}

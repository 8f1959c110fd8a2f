import type { Case } from '../../core/case/case';
import { remarkOnCode } from '../../core/case/clientCode';
import { clientKey, noClient } from '../../core/case/clientKey';
import { nextClientCode } from '../../core/case/nextClientCode';
import { type Message, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { caseSummary } from '../services/caseLabels';
import { clientTitle } from '../services/clientRegister';
import { askText, type ListRow, pickFrom } from '../services/dialogs';

/** Whose note is to be made; a new client has no case, nor has one whose notes are not read yet. */
export interface NoteClient {
  readonly client: string;
  readonly case: Case | undefined;
}

interface ClientRow extends ListRow {
  /** Undefined for a client who is new. */
  readonly known: NoteClient | undefined;
}

/**
 * Asks for a client: one who has notes, told by sessions, last day and open goals, or a new one, which is a choice of its
 * own whose code is asked for; nobody gets a case because nothing fits what was typed. `notRead` are the clients of
 * notes that are not read yet.
 */
export async function pickNoteClient(
  title: Message,
  cases: readonly Case[],
  notRead: readonly string[],
): Promise<NoteClient | undefined> {
  const listed = rowsOf(cases, notRead);
  const read = cases.flatMap(({ notes }) => notes.flatMap(({ clients }) => clients));
  const next = nextClientCode([...read, ...notRead]);
  if (listed.length === 0) return askNewClient(next, listed);
  const named = (typed: string) => rowNamed(listed, typed);
  const anew = (typed: string): ClientRow => ({
    icon: 'add',
    label: render(message('new-note.new-client')),
    description: typed === '' || named(typed) !== undefined ? next : typed,
    alwaysShow: true,
    known: undefined,
  });
  let said = '';
  const picked = await pickFrom<ClientRow>([...listed, anew('')], {
    title,
    placeHolder: message('new-note.client-hint'),
    rowsFor: typed => {
      said = typed;
      return [...listed, anew(typed)];
    },
    typedRow: typed => {
      said = typed;
      return named(typed) ?? anew(typed);
    },
  });
  if (picked === undefined || picked.known !== undefined) return picked?.known;
  return askNewClient(said === '' || named(said) !== undefined ? next : said, listed);
}

function rowsOf(cases: readonly Case[], notRead: readonly string[]): readonly ClientRow[] {
  const known = cases.filter(found => found.key !== noClient);
  const others = notRead.filter(client => known.every(({ key }) => key !== clientKey(client)));
  return [
    ...known.map(found => ({
      label: clientTitle(found),
      description: caseSummary(found),
      known: { client: found.client, case: found },
    })),
    ...others.map(client => ({
      label: client,
      description: render(message('new-note.not-read')),
      known: { client, case: undefined },
    })),
  ];
}

function rowNamed(rows: readonly ClientRow[], typed: string): ClientRow | undefined {
  return rows.find(({ known }) => known !== undefined && clientKey(known.client) === clientKey(typed));
}

/** A client who has notes is none: who was meant is said with what tells him from others. */
async function askNewClient(proposed: string, listed: readonly ClientRow[]): Promise<NoteClient | undefined> {
  const typed = await askText({
    title: message('new-note.new-client-title'),
    prompt: message('new-note.code-hint'),
    value: proposed,
    validate: value => {
      if (clientKey(value) === noClient) return message('new-note.needs-code');
      const taken = rowNamed(listed, value);
      if (taken === undefined) {
        const minded = remarkOnCode(value);
        return minded && { minded };
      }
      return message('new-note.is-known', {
        client: taken.known?.client ?? '',
        about: taken.description ?? '',
      });
    },
  });
  return typed === undefined ? undefined : { client: typed.trim(), case: undefined };
}

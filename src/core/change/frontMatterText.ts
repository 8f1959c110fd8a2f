import type { FrontMatterEntry } from '../note/frontMatter';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Contact } from '../protocol/contacts';
import type { Field } from '../protocol/schema';
import { yamlScalar, yamlScalars } from '../yaml/yamlScalar';

/** What the front matter of a new note says. Texts are trimmed; empty ones and none are left out. */
export interface NewFields {
  readonly protocol: CompiledProtocol;
  readonly clients: readonly string[];
  /** From 1; undefined where the note has none. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly counselor: string | undefined;
  /** The ids of the stages of a session that took place; undefined where the client did not come. */
  readonly stages: readonly string[] | undefined;
  /** What meeting it is, where that is no session: such a note has no stages and is no draft. */
  readonly contact?: Contact | undefined;
  /** The ids of the fields that the practice wants to have asked for, where the protocol has them. */
  readonly askFor?: readonly string[] | undefined;
  /** The front matter of the last note of the client: what its fields are called, its class and place go on. */
  readonly last?: readonly FrontMatterEntry[] | undefined;
}

/** What stays the same from one session to the next, as long as nobody says something else. */
const LASTING = ['class', 'place'];

/**
 * The lines of the front matter, fences included. The keys are those of the client's last note, else the ids of the
 * fields, which are understood in every language; a field that the protocol requires and nobody knows yet stands there without a value.
 */
export function frontMatterLines(fields: NewFields): readonly string[] {
  const { protocol, session, date, contact, askFor = [], last = [] } = fields;
  const clients = fields.clients.map(client => client.trim()).filter(client => client !== '');
  const counselor = fields.counselor?.trim() ?? '';
  const known: readonly (readonly [field: string, value: string])[] = [
    ['protocol', yamlScalar(protocol.protocol.id)],
    ['client', clients.length === 0 ? '' : yamlScalars(clients)],
    ['session', session === undefined ? '' : String(session)],
    ['date', date],
    ['counselor', counselor === '' ? '' : yamlScalar(counselor)],
    ...LASTING.map(field => [field, valueIn(last, field)] as const),
  ];
  const ids = new Set(known.map(([field]) => field));
  // Of a contact nothing is asked that is about a session.
  const wanted = new Set(askFor.map(key => protocol.fieldByKey(key)?.id));
  const required =
    contact === undefined
      ? protocol.protocol.fields.filter(field => field.required || wanted.has(field.id))
      : [];
  const isRequired = (id: string) => required.some(field => field.id === id);
  const asked = required.filter(({ id }) => !ids.has(id));
  return [
    '---',
    ...known
      .filter(([field, value]) => value !== '' || isRequired(field))
      .map(([field, value]) => `${keyIn(last, field)}: ${value}`.trimEnd()),
    ...asked.map(field => `${keyOf(last, field, protocol)}:`),
    ...visitLines(fields, last),
    '---',
  ];
}

/** What the last note calls a field. The one that tells notes from other files has but one name. */
function keyIn(last: readonly FrontMatterEntry[], field: string): string {
  const known = field === 'protocol' ? undefined : last.find(entry => entry.field === field);
  return known === undefined ? field : yamlScalar(known.key);
}

/** What the last note calls a field; one that it has not by its title, where that note calls fields by theirs. */
function keyOf(
  last: readonly FrontMatterEntry[],
  { id, title = {}, aliases }: Field,
  { protocol }: CompiledProtocol,
): string {
  if (last.some(({ field }) => field === id)) return keyIn(last, id);
  const titles = protocol.fields.flatMap(field => {
    const key = last.find(entry => entry.field === field.id)?.key;
    return key === undefined || key === field.id
      ? []
      : Object.entries(field.title ?? {}).filter(([, text]) => text.toLowerCase() === key);
  });
  const key = title[titles[0]?.[0] ?? '']?.toLowerCase();
  return key !== undefined && aliases.includes(key) ? yamlScalar(key) : id;
}

function valueIn(last: readonly FrontMatterEntry[], field: string): string {
  const values = last.find(entry => entry.field === field && entry.shape === 'scalar')?.values ?? [];
  return values.map(({ text }) => yamlScalar(text)).join('');
}

function visitLines({ stages, contact }: NewFields, last: readonly FrontMatterEntry[]): readonly string[] {
  const draft = 'status: draft';
  if (contact !== undefined) return [`${keyIn(last, 'contact')}: ${contact}`];
  if (stages === undefined) return [`${keyIn(last, 'attendance')}: no-show`, draft];
  if (stages.length === 0) return [draft];
  return [`${keyIn(last, 'stages')}: [${stages.map(yamlScalar).join(', ')}]`, draft];
}

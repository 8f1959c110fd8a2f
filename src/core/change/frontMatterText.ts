import type { CompiledProtocol } from '../protocol/compiledProtocol';
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
}

/**
 * The lines of the front matter, fences included. The keys are the ids of the fields, which are understood in every
 * language; a field that the protocol requires and nobody knows yet stands there without a value.
 */
export function frontMatterLines(fields: NewFields): readonly string[] {
  const { protocol, session, date, stages } = fields;
  const clients = fields.clients.map(client => client.trim()).filter(client => client !== '');
  const counselor = fields.counselor?.trim() ?? '';
  const known: readonly (readonly [field: string, value: string])[] = [
    ['protocol', yamlScalar(protocol.protocol.id)],
    ['client', clients.length === 0 ? '' : yamlScalars(clients)],
    ['session', session === undefined ? '' : String(session)],
    ['date', date],
    ['counselor', counselor === '' ? '' : yamlScalar(counselor)],
  ];
  const ids = new Set(known.map(([field]) => field));
  const isRequired = (id: string) =>
    protocol.protocol.fields.some(field => field.id === id && field.required);
  const asked = protocol.protocol.fields.filter(({ id, required }) => required && !ids.has(id));
  return [
    '---',
    ...known
      .filter(([field, value]) => value !== '' || isRequired(field))
      .map(([field, value]) => `${field}: ${value}`.trimEnd()),
    ...asked.map(({ id }) => `${id}:`),
    ...visitLines(stages),
    'status: draft',
    '---',
  ];
}

function visitLines(stages: readonly string[] | undefined): readonly string[] {
  if (stages === undefined) return ['attendance: no-show'];
  return stages.length === 0 ? [] : [`stages: [${stages.map(yamlScalar).join(', ')}]`];
}

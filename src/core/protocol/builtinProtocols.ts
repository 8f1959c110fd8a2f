import * as v from 'valibot';
import fourStage from '../../../protocols/four-stage.yaml';
import type { CompiledProtocol } from './compiledProtocol';
import { compileProtocol } from './compileProtocol';
import { protocolSchema } from './schema';

/** What reads each protocol that comes with the program, in the order in which they are listed. */
const readers: ReadonlyMap<string, () => unknown> = new Map([['four-stage', fourStage]]);

const compiled = new Map<string, CompiledProtocol>();

/** The ids of the protocols that come with the program, in the order in which they are listed. */
export const builtinIds: readonly string[] = [...readers.keys()];

/**
 * The protocol with this id that comes with the program, if there is one. It is read when it is first asked for, as
 * most practices use few of them. Throws when it does not fit the schema, which a test rules out.
 */
export function builtinProtocol(id: string): CompiledProtocol | undefined {
  const known = compiled.get(id);
  const read = readers.get(id);
  if (known !== undefined || read === undefined) return known;
  const made = compileProtocol(v.parse(protocolSchema, read()));
  compiled.set(id, made);
  return made;
}

/** All protocols that come with the program. */
export function builtinProtocols(): readonly CompiledProtocol[] {
  return builtinIds.flatMap(id => builtinProtocol(id) ?? []);
}

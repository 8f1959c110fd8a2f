import * as v from 'valibot';
import fourStage from '../../../protocols/four-stage.yaml';
import type { CompiledProtocol } from './compiledProtocol';
import { compileProtocol } from './compileProtocol';
import { protocolSchema } from './schema';

const values: readonly unknown[] = [fourStage];

let compiled: readonly CompiledProtocol[] | undefined;

/** The protocols that come with the program. Throws when one does not fit the schema, which a test rules out. */
export function builtinProtocols(): readonly CompiledProtocol[] {
  compiled ??= values.map(value => compileProtocol(v.parse(protocolSchema, value)));
  return compiled;
}

import fourStage from '../../../protocols/four-stage.yaml';
import type { CompiledProtocol } from './compiledProtocol';
import { compileProtocol } from './compileProtocol';
import { loadProtocol } from './loadProtocol';

const texts: readonly string[] = [fourStage];

let loaded: readonly CompiledProtocol[] | undefined;

/** The protocols that come with the program. Throws when one of them has a fault, which a test rules out. */
export function builtinProtocols(): readonly CompiledProtocol[] {
  loaded ??= texts.map(text => {
    const { protocol, faults } = loadProtocol(text);
    if (!protocol || faults.length > 0) throw new Error('a built-in protocol has faults');
    return compileProtocol(protocol);
  });
  return loaded;
}

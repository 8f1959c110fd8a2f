import type { CompiledProtocol } from './compiledProtocol';

/** The protocols that notes of one root may name: the built-in ones and the workspace's own, by id. */
export interface ProtocolSet {
  readonly ids: readonly string[];
  /** The protocol with this id (compared exactly), if there is one. */
  get(id: string): CompiledProtocol | undefined;
}

/** A set of `protocols`; of two with the same id the later one stands. */
export function protocolSet(protocols: Iterable<CompiledProtocol>): ProtocolSet {
  const byId = new Map<string, CompiledProtocol>();
  for (const compiled of protocols) byId.set(compiled.protocol.id, compiled);
  return { ids: [...byId.keys()], get: id => byId.get(id) };
}

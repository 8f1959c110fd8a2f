import { builtinIds, builtinProtocol } from './builtinProtocols';
import type { ProtocolSet } from './protocolSet';

/** The protocols of a workspace and, where it has none with their id, the built-in ones, which are read when asked for. */
export function besideBuiltins(own: ProtocolSet): ProtocolSet {
  return {
    ids: [...new Set([...builtinIds, ...own.ids])],
    get: id => own.get(id) ?? builtinProtocol(id),
  };
}

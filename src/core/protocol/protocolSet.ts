import type { CompiledProtocol } from './compiledProtocol';
import type { Contact } from './contacts';
import { titleText } from './title';

/** The protocols that notes of one root may name: the built-in ones and the workspace's own, by id. */
export interface ProtocolSet {
  readonly ids: readonly string[];
  /** The protocol with this id (compared exactly), if there is one. */
  get(id: string): CompiledProtocol | undefined;
  /** The id of the one protocol that a name means by its id or title, case, blanks and hyphens ignored. */
  idOf(name: string): string | undefined;
  /** The id of the protocol that is for this contact; of several the workspace's own, and the later one. */
  idFor(contact: Contact): string | undefined;
}

/** A set of `protocols`; of two with the same id the later one stands. */
export function protocolSet(protocols: Iterable<CompiledProtocol>): ProtocolSet {
  const byId = new Map<string, CompiledProtocol>();
  for (const compiled of protocols) byId.set(compiled.protocol.id, compiled);
  let byName: ReadonlyMap<string, string | undefined> | undefined;
  return {
    ids: [...byId.keys()],
    get: id => byId.get(id),
    idOf(name) {
      byName ??= idsByName([...byId.values()]);
      return byName.get(nameKey(name));
    },
    idFor(contact) {
      const found = [...byId.values()].findLast(({ protocol }) => protocol.contact.includes(contact));
      return found?.protocol.id;
    },
  };
}

/** The ids of protocols by their names; undefined for a name that several have. An id goes before a title. */
function idsByName(protocols: readonly CompiledProtocol[]): ReadonlyMap<string, string | undefined> {
  const byTitle = new Map<string, string | undefined>();
  for (const { id, title } of protocols.map(({ protocol }) => protocol)) {
    for (const key of Object.values(title).map(nameKey)) {
      byTitle.set(key, (byTitle.get(key) ?? id) === id && !isShared(byTitle, key) ? id : undefined);
    }
  }
  return new Map([...byTitle, ...protocols.map(({ protocol: { id } }) => [nameKey(id), id] as const)]);
}

/** Whether a name was found to be of several. */
function isShared(byTitle: ReadonlyMap<string, string | undefined>, key: string): boolean {
  return byTitle.has(key) && byTitle.get(key) === undefined;
}

/** A name as it is compared: case, blanks, hyphens, low lines and full stops ignored. */
export function nameKey(name: string): string {
  return titleText(name).replace(/[ ._-]+/g, '');
}

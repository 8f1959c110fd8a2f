import { message } from '../message';
import { valueAt } from '../yaml/yamlNode';
import { builtinIds, builtinProtocol, builtinProtocols } from './builtinProtocols';
import type { CompiledProtocol } from './compiledProtocol';
import { compileProtocol } from './compileProtocol';
import {
  type BaseProtocol,
  buildProtocol,
  type LoadedProtocol,
  type ProtocolFault,
  type ProtocolSource,
  readProtocolSource,
} from './loadProtocol';
import { nameKey, type ProtocolSet, protocolSet } from './protocolSet';
import type { Protocol } from './schema';

/** A file of a workspace's own protocols. */
export interface ProtocolFile {
  /** Any path or URI that tells it from the others; its last part is shown where two files clash. */
  readonly path: string;
  readonly text: string;
  /** What it said before, where `text` is being typed: it serves for as long as `text` makes no protocol. */
  readonly before?: string | undefined;
}

/** The protocols of a workspace. */
interface WorkspaceProtocols {
  /** The built-in protocols and those of the files, which stand in place of built-in ones with the same id. */
  readonly set: ProtocolSet;
  /** What is wrong in each file, by its path; files without faults have none. */
  readonly faults: ReadonlyMap<string, readonly ProtocolFault[]>;
  /** The path of the file that each protocol of the workspace's own is in, by its id. */
  readonly files: ReadonlyMap<string, string>;
  /** The paths of the files whose `text` is YAML without fault from which a protocol was made. */
  readonly whole: ReadonlySet<string>;
}

/**
 * Loads a workspace's own protocols beside the built-in ones. Of several files with one id the first stands. A
 * file that starts from its own id starts from the built-in protocol. Never throws, whatever the texts.
 */
export function loadWorkspaceProtocols(files: readonly ProtocolFile[]): WorkspaceProtocols {
  const written = loadTexts(files);
  const broken = files.filter(({ path, before }) => before !== undefined && !written.whole.has(path));
  if (broken.length === 0) return written;
  // Half a word is being typed: the notes stay what they are, and its problems are told all the same.
  const kept = loadTexts(
    files.map(file => (broken.includes(file) ? { ...file, text: file.before ?? '' } : file)),
  );
  const faults = new Map(kept.faults);
  for (const { path } of broken) faults.set(path, written.faults.get(path) ?? []);
  return { ...kept, faults, whole: written.whole };
}

function loadTexts(files: readonly ProtocolFile[]): WorkspaceProtocols {
  const loader = new Loader(files);
  const own: CompiledProtocol[] = [];
  const faults = new Map<string, readonly ProtocolFault[]>();
  const paths = new Map<string, string>();
  const whole = new Set<string>();
  files.forEach(({ path }, at) => {
    const { protocol, faults: found } = loader.load(at);
    const taken = loader.idTaken(at);
    if (protocol && taken.length === 0) {
      own.push(compileProtocol(protocol));
      paths.set(protocol.id, path);
      if (loader.isYaml(at)) whole.add(path);
    }
    if (found.length + taken.length > 0) faults.set(path, [...taken, ...found]);
  });
  return { set: besideBuiltins(protocolSet(own)), faults, files: paths, whole };
}

/** Loads each of some files once, those that others start from first. */
class Loader {
  readonly #files: readonly ProtocolFile[];
  readonly #sources: readonly ProtocolSource[];
  /** The first file with each id. */
  readonly #owners = new Map<string, number>();
  readonly #loaded = new Map<number, LoadedProtocol>();

  constructor(files: readonly ProtocolFile[]) {
    this.#files = files;
    this.#sources = files.map(({ text }) => readProtocolSource(text));
    this.#sources.forEach(({ id }, at) => {
      if (id !== undefined && !this.#owners.has(id)) this.#owners.set(id, at);
    });
  }

  load(at: number): LoadedProtocol {
    const known = this.#loaded.get(at);
    const source = this.#sources[at];
    if (known || !source) return known ?? { protocol: undefined, faults: [] };
    const loaded = buildProtocol(source, { baseOf: id => this.#baseOf(at, id) });
    this.#loaded.set(at, loaded);
    return loaded;
  }

  /** Whether the text of a file is YAML without fault. */
  isYaml(at: number): boolean {
    return this.#sources[at]?.faults.length === 0;
  }

  /** The fault of a file whose id is that of an earlier one. */
  idTaken(at: number): readonly ProtocolFault[] {
    const { id, root } = this.#sources[at] ?? {};
    const owner = id === undefined ? at : (this.#owners.get(id) ?? at);
    const node = valueAt(root, 'id');
    if (id === undefined || owner === at || !node) return [];
    const file = this.#files[owner]?.path.split(/[\\/]/).at(-1) ?? '';
    return [{ range: node.range, message: message('protocol.id-taken', { id, file }) }];
  }

  #baseOf(at: number, id: string): BaseProtocol {
    const owner = this.#owners.get(id);
    if (owner === undefined) return builtin(id) ?? 'unknown';
    if (id === this.#sources[at]?.id) return builtin(id) ?? 'cycle';
    if (this.#startsFrom(owner, at)) return 'cycle';
    return this.load(owner).protocol ?? 'broken';
  }

  /** Whether the file `at` starts, directly or not, from the file `other`. */
  #startsFrom(at: number, other: number): boolean {
    const seen = new Set<number>();
    let current: number | undefined = at;
    while (current !== undefined && !seen.has(current)) {
      if (current === other) return true;
      seen.add(current);
      const base: string | undefined = this.#sources[current]?.base;
      current = base === undefined ? undefined : this.#owners.get(base);
    }
    return false;
  }
}

function builtin(id: string): Protocol | undefined {
  return builtinProtocol(id)?.protocol;
}

/** The protocols of a workspace and, where it has none with their id, the built-in ones, which are read when asked for. */
function besideBuiltins(own: ProtocolSet): ProtocolSet {
  let builtins: ProtocolSet | undefined;
  const allBuiltins = (): ProtocolSet => {
    builtins ??= protocolSet(builtinProtocols());
    return builtins;
  };
  return {
    ids: [...new Set([...builtinIds, ...own.ids])],
    get: id => own.get(id) ?? builtinProtocol(id),
    idOf(name) {
      const known = own.idOf(name) ?? builtinIds.find(id => nameKey(id) === nameKey(name));
      return known ?? allBuiltins().idOf(name);
    },
    idFor: contact => own.idFor(contact) ?? allBuiltins().idFor(contact),
  };
}

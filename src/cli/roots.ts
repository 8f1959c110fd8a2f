import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, defaultConfig, mergeConfig } from '../core/config/config';
import { loadConfig } from '../core/config/loadConfig';
import { loadWorkspaceProtocols } from '../core/protocol/loadWorkspaceProtocols';
import type { ProtocolSet } from '../core/protocol/protocolSet';
import { compareCodePoints } from '../core/text/codePointOrder';
import { decode } from '../core/text/decode';
import {
  configurationProblems,
  protocolProblems,
  unreadableFileProblem,
} from '../core/validate/fileProblems';
import { atConfiguredLevels } from '../core/validate/levels';
import type { Problem } from '../core/validate/problem';
import { isMissing, readFault } from './fileFault';
import { isWithin, pathFrom } from './paths';

/** The folder of a practice's own protocols and configuration. */
export const practiceFolder = '.session-notes';
/** The configuration in it. */
export const configurationFile = 'config.yaml';

/** A file or folder that is not a note, and what is wrong with it, as strictly as the configuration takes it. */
export interface FileProblems {
  /** Absolute. */
  readonly file: string;
  /** Empty where it could not be read. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A folder whose notes belong together: one configuration, one set of protocols, one set of cases. */
export interface DiskRoot {
  /** Absolute. */
  readonly folder: string;
  readonly config: Config;
  readonly protocols: ProtocolSet;
  /** The files of the practice's own protocols, absolute, by the id of the protocol. */
  readonly protocolFiles: ReadonlyMap<string, string>;
  /** Of the practice's own files, only those with problems. */
  readonly practiceFiles: readonly FileProblems[];
}

/** Finds the roots of folders and loads each once. */
export class DiskRoots {
  readonly #directory: string;
  readonly #loaded = new Map<string, DiskRoot>();

  /** `directory` is the working directory, the root of what lies in it and has no other. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The roots loaded so far. */
  get loaded(): readonly DiskRoot[] {
    return [...this.#loaded.values()];
  }

  /** The root of `folder`: the nearest folder from it upwards with a practice's own folder, else the working
   * directory where it lies in that, else itself. */
  rootOf(folder: string): DiskRoot {
    const marked = nearestMarked(folder);
    return this.at(marked ?? (isWithin(this.#directory, folder) ? this.#directory : folder));
  }

  /** The root that `folder` is known to be. */
  at(folder: string): DiskRoot {
    const known = this.#loaded.get(folder);
    if (known !== undefined) return known;
    const root = loadRoot(folder);
    this.#loaded.set(folder, root);
    return root;
  }
}

function nearestMarked(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isFolder(join(at, practiceFolder))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Not there, or not to be looked at: either way nothing can be loaded from it.
    return false;
  }
}

function loadRoot(folder: string): DiskRoot {
  const configFile = readYamlFile(join(folder, practiceFolder, configurationFile));
  const protocolFiles = protocolFilesIn(folder);
  const read = loadConfig(configFile?.text ?? '');
  // Files are named in messages, so by the path that a person would use.
  const pathOf = ({ file }: FileProblems): string => pathFrom(folder, file);
  const loaded = loadWorkspaceProtocols(protocolFiles.map(file => ({ path: pathOf(file), text: file.text })));
  const config = mergeConfig(defaultConfig, read.config);
  const practiceFiles = protocolFiles.map(file =>
    withProblems(file, protocolProblems(loaded.faults.get(pathOf(file)) ?? [])),
  );
  if (configFile !== undefined)
    practiceFiles.push(withProblems(configFile, configurationProblems(read.faults)));
  const faulty = practiceFiles
    .map(file => ({ ...file, problems: atConfiguredLevels(file.problems, config) }))
    .filter(({ problems }) => problems.length > 0);
  const ofIds = new Map([...loaded.files].map(([id, path]) => [id, join(folder, path)]));
  return { folder, config, protocols: loaded.set, protocolFiles: ofIds, practiceFiles: faulty };
}

/** The files of the practice's own protocols in the root at `folder`, as far as they can be read. */
export function protocolFilesIn(folder: string): readonly FileProblems[] {
  return listYaml(join(folder, practiceFolder, 'protocols')).flatMap(file => readYamlFile(file) ?? []);
}

/** Nothing more is said of what could not be read. */
function withProblems(file: FileProblems, problems: readonly Problem[]): FileProblems {
  return file.problems.length > 0 ? file : { ...file, problems };
}

function listYaml(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter(name => /\.ya?ml$/.test(name));
    return names.sort(compareCodePoints).map(name => join(folder, name));
  } catch {
    // There is none, or it is not to be looked at: notes that name a protocol of it will say so.
    return [];
  }
}

/** Reads a YAML file; undefined where there is none. */
export function readYamlFile(file: string): FileProblems | undefined {
  try {
    const decoded = decode(readFileSync(file));
    if (decoded.kind === 'text') return { file, text: decoded.text, problems: [] };
    return { file, text: '', problems: [unreadableFileProblem(decoded.reason)] };
  } catch (error) {
    if (isMissing(error)) return undefined;
    return { file, text: '', problems: [unreadableFileProblem(readFault(error))] };
  }
}

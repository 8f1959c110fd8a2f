import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Message } from '../core/message';
import {
  configurationFile,
  isProtocolFileName,
  loadPractice,
  type PracticeSource,
  practiceFileFault,
  practiceFolder,
  protocolsFolder,
} from '../core/practice/loadPractice';
import type { Practice } from '../core/practice/practice';
import { compareCodePoints } from '../core/text/codePointOrder';
import { type DecodedText, decode } from '../core/text/decode';
import type { Problem } from '../core/validate/problem';
import { hasBadName, isMissing, readFault } from './fileFault';
import { isWithin, pathFrom } from './paths';

/** A file or folder that is not a note, and what is wrong with it, as strictly as the configuration takes it. */
export interface FileProblems {
  /** Absolute. */
  readonly file: string;
  /** Empty where it could not be read. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A folder whose notes belong together: one configuration, one set of protocols, one set of cases. */
export interface DiskRoot extends Practice {
  /** Absolute. */
  readonly folder: string;
  /** The files of the practice's own protocols, absolute, by the id of the protocol. */
  readonly protocolFiles: ReadonlyMap<string, string>;
  /** Of the practice's own files, only those with problems. */
  readonly practiceFiles: readonly FileProblems[];
}

/** A folder with a practice's own folder, above the working directory and what was named. */
export interface PracticeAbove {
  /** Absolute. */
  readonly folder: string;
  /** Whether what it says counts: it belongs to the user. */
  readonly isFollowed: boolean;
}

/** Finds the roots of folders and loads each once. */
export class DiskRoots {
  readonly #directory: string;
  readonly #loaded = new Map<string, DiskRoot>();
  readonly #above = new Map<string, PracticeAbove>();

  /** `directory` is the working directory, the root of what lies in it and has no other. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The roots loaded so far. */
  get loaded(): readonly DiskRoot[] {
    return [...this.#loaded.values()];
  }

  /** The folders above those asked about that have a practice's own folder, in the order in which they were met. */
  get above(): readonly PracticeAbove[] {
    return [...this.#above.values()];
  }

  /**
   * The root of `folder`: the nearest folder from it upwards with a practice's own folder, else the working directory
   * where it lies in that, else itself. What lies above both is followed only where it belongs to the user: a folder
   * that all may write to is no place to take a practice from.
   */
  rootOf(folder: string): DiskRoot {
    const outermost = isWithin(this.#directory, folder) ? this.#directory : folder;
    return this.at(this.#marked(folder, outermost) ?? outermost);
  }

  #marked(folder: string, outermost: string): string | undefined {
    for (let at = folder; ; at = dirname(at)) {
      const found = folderAt(join(at, practiceFolder));
      if (found !== undefined && isWithin(outermost, at)) return at;
      if (found !== undefined) {
        const isOwn = isOwnedByUser(found);
        this.#above.set(at, { folder: at, isFollowed: isOwn });
        if (isOwn) return at;
      }
      if (dirname(at) === at) return undefined;
    }
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

function folderAt(path: string): Stats | undefined {
  try {
    const found = statSync(path);
    return found.isDirectory() ? found : undefined;
  } catch {
    // Not there, or not to be looked at: either way nothing can be loaded from it.
    return undefined;
  }
}

/** On Windows nobody is told apart: the rights of folders say who may put something above. */
function isOwnedByUser({ uid }: Stats): boolean {
  return process.geteuid === undefined || process.geteuid() === uid;
}

function loadRoot(folder: string): DiskRoot {
  const configuration = readYamlFile(join(folder, practiceFolder, configurationFile));
  // Files are named in messages, so by the path that a person would use.
  const source = ({ file, ...read }: ReadYaml): PracticeSource => ({ path: pathFrom(folder, file), ...read });
  const loaded = loadPractice(configuration && source(configuration), protocolFilesIn(folder).map(source));
  const { config, paths, protocols, saysDefault, protocolPaths, files } = loaded;
  return {
    folder,
    saysDefault,
    config,
    paths,
    protocols,
    protocolFiles: new Map([...protocolPaths].map(([id, path]) => [id, join(folder, path)])),
    practiceFiles: files
      .filter(({ problems }) => problems.length > 0)
      .map(({ path, text, problems }) => ({ file: join(folder, path), text, problems })),
  };
}

/** The files of the practice's own protocols in the root at `folder`, as far as they can be read. */
export function protocolFilesIn(folder: string): readonly ReadYaml[] {
  return listYaml(join(folder, practiceFolder, protocolsFolder)).flatMap(file => readYamlFile(file) ?? []);
}

function listYaml(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter(isProtocolFileName);
    return names.sort(compareCodePoints).map(name => join(folder, name));
  } catch {
    // There is none, or it is not to be looked at: notes that name a protocol of it will say so.
    return [];
  }
}

/** A YAML file, as it was read. */
interface ReadYaml {
  /** Absolute. */
  readonly file: string;
  /** Empty where it could not be read. */
  readonly text: string;
  /** The text with what it takes to write it back; undefined where it could not be read. */
  readonly content?: DecodedText;
  /** Why it could not be read, if so. */
  readonly unreadable?: Message;
}

/**
 * Reads a YAML file; undefined where there is none. What is no file (a pipe, a device), or is larger than is read of
 * YAML, is not opened: that might never end.
 */
export function readYamlFile(file: string): ReadYaml | undefined {
  try {
    const found = statSync(file);
    const reason = practiceFileFault({ isFile: found.isFile(), size: found.size });
    if (reason !== undefined) return { file, text: '', unreadable: reason };
    const decoded = decode(readFileSync(file));
    if (decoded.kind === 'text') return { file, text: decoded.text, content: decoded };
    return { file, text: '', unreadable: decoded.reason };
  } catch (error) {
    if (isMissing(error) && !hasBadName(file)) return undefined;
    return { file, text: '', unreadable: readFault(error, file) };
  }
}

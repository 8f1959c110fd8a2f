import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { message } from '../core/message';
import { configurationFile, practiceFolder } from '../core/practice/loadPractice';
import { compareCodePoints } from '../core/text/codePointOrder';
import { isMarkdownPath } from '../core/text/markdownPath';
import { unreadableFileProblem } from '../core/validate/fileProblems';
import { atConfiguredLevels } from '../core/validate/levels';
import { type Fault, isFault } from './command';
import { isMissing, readFault } from './fileFault';
import { pathsNamed } from './globPaths';
import { isWithin, pathFrom } from './paths';
import { type DiskRoot, DiskRoots, type FileProblems, type PracticeAbove } from './roots';

/** A Markdown file that may be a note. */
export interface MarkdownFile {
  /** Absolute. */
  readonly file: string;
  readonly root: DiskRoot;
  /** Relative to the root, with `/`. */
  readonly path: string;
}

interface NamedPath {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The files that a command was called on. What was named limits what is reported; cases are made of all notes of the
 * roots concerned. Where nothing was named it is the root of the working directory.
 */
export class Workspace {
  readonly #roots: DiskRoots;
  readonly #named: readonly NamedPath[];
  readonly #unreadable = new Map<string, FileProblems>();

  private constructor(roots: DiskRoots, named: readonly NamedPath[]) {
    this.#roots = roots;
    this.#named = named;
  }

  /** The workspace of `paths`, relative to `directory`, globs among them; a fault where one of them does not exist. */
  static open(directory: string, paths: readonly string[]): Workspace | Fault {
    const roots = new DiskRoots(directory);
    if (paths.length === 0)
      return new Workspace(roots, [{ path: roots.rootOf(directory).folder, isFolder: true }]);
    const named: NamedPath[] = [];
    for (const path of paths.flatMap(each => pathsNamed(directory, each))) {
      const found = findNamed(directory, path);
      if (isFault(found)) return found;
      roots.rootOf(folderOf(found));
      named.push(found);
    }
    return new Workspace(roots, named);
  }

  /** The roots met so far. */
  get roots(): readonly DiskRoot[] {
    return this.#roots.loaded;
  }

  /** The practices above the working directory and what was named. */
  get practicesAbove(): readonly PracticeAbove[] {
    return this.#roots.above;
  }

  /** The folders met so far that could not be listed. */
  get unreadableFolders(): readonly FileProblems[] {
    return [...this.#unreadable.values()];
  }

  /**
   * What is wrong so far besides the notes: in the practice's own files, and folders that could not be listed. Of the
   * protocols those that are named; the configuration counts for whatever is.
   */
  faultyFiles(): readonly FileProblems[] {
    const own = this.roots.flatMap(root => root.practiceFiles);
    return [
      ...own.filter(({ file }) => this.isNamed(file) || basename(file) === configurationFile),
      ...this.unreadableFolders,
    ];
  }

  /** The files to report on, each once, in the order of their paths. */
  *namedFiles(): Iterable<MarkdownFile> {
    const seen = new Set<string>();
    for (const named of this.#named) {
      for (const found of this.#filesOf(named)) {
        if (seen.has(found.file)) continue;
        seen.add(found.file);
        yield found;
      }
    }
  }

  /** All files of the roots that the named ones belong to. */
  *filesOfRoots(): Iterable<MarkdownFile> {
    const seen = new Set<string>();
    for (const { folder } of this.roots) {
      for (const found of this.#walk(folder, this.#roots.at(folder))) {
        if (seen.has(found.file)) continue;
        seen.add(found.file);
        yield found;
      }
    }
  }

  /** Whether `file` is one of those to report on. */
  isNamed(file: string): boolean {
    return this.#named.some(({ path, isFolder }) => (isFolder ? isWithin(path, file) : path === file));
  }

  #filesOf(named: NamedPath): Iterable<MarkdownFile> {
    const { path, isFolder } = named;
    const root = this.#roots.rootOf(folderOf(named));
    if (isFolder) return this.#walk(path, root);
    const file = { file: path, root, path: pathFrom(root.folder, path) };
    return isMarkdownPath(path) && !root.paths.isSkipped(file.path) ? [file] : [];
  }

  *#walk(folder: string, outer: DiskRoot): Iterable<MarkdownFile> {
    const entries = this.#list(folder, outer);
    const isRoot = entries.some(entry => entry.name === practiceFolder && entry.isDirectory());
    const root = isRoot ? this.#roots.at(folder) : outer;
    const folderPath = pathFrom(root.folder, folder);
    const before = folderPath === '' ? '' : `${folderPath}/`;
    for (const entry of entries) {
      const file = join(folder, entry.name);
      const path = before + entry.name;
      if (root.paths.isSkipped(path)) continue;
      if (entry.isDirectory()) yield* this.#walk(file, root);
      else if (entry.isFile() && isMarkdownPath(entry.name)) yield { file, root, path };
    }
  }

  #list(folder: string, { config }: DiskRoot): readonly Dirent[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      return entries.sort((a, b) => compareCodePoints(a.name, b.name));
    } catch (error) {
      const problems = atConfiguredLevels([unreadableFileProblem(readFault(error, folder))], config);
      this.#unreadable.set(folder, { file: folder, text: '', problems });
      return [];
    }
  }
}

function folderOf({ path, isFolder }: NamedPath): string {
  return isFolder ? path : dirname(path);
}

function findNamed(directory: string, path: string): NamedPath | Fault {
  const absolute = resolve(directory, path);
  try {
    const found = statSync(absolute);
    if (found.isFile() || found.isDirectory()) return { path: absolute, isFolder: found.isDirectory() };
    return { fault: message('cli.cannot-read-path', { path }) };
  } catch (error) {
    return { fault: message(isMissing(error) ? 'cli.no-such-path' : 'cli.cannot-read-path', { path }) };
  }
}

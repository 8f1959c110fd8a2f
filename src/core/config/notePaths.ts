import { isMarkdownPath } from '../text/markdownPath';
import type { Config } from './config';
import { compileGlob, type PathTest } from './glob';

/** What the configuration of a root says of the paths in it, which are relative to the root and with `/`. */
export class NotePaths {
  readonly #files: readonly PathTest[];
  readonly #exclude: readonly PathTest[];
  readonly #protocols: readonly (readonly [test: PathTest, protocol: string])[];
  readonly #defaultProtocol: string;

  /** Compiles the globs of a configuration. One that cannot be read fits nothing. */
  constructor(config: Pick<Config, 'files' | 'exclude' | 'protocols' | 'defaultProtocol'>) {
    this.#files = config.files.map(testOf);
    this.#exclude = config.exclude.map(testOf);
    this.#protocols = config.protocols.map(([glob, protocol]) => [testOf(glob), protocol]);
    this.#defaultProtocol = config.defaultProtocol;
  }

  /** Whether a file at `path` is a note whatever it holds. */
  isNote(path: string): boolean {
    return this.#files.some(test => test(path));
  }

  /**
   * Whether the file or folder at `path` is passed over: it is, or lies in, a dot folder, `node_modules` or what
   * the configuration excludes.
   */
  isSkipped(path: string): boolean {
    if (isAlwaysSkipped(path)) return true;
    if (this.#exclude.length === 0) return false;
    const segments = path.split('/');
    return segments.some((_, at) => this.#isExcluded(segments.slice(0, at + 1).join('/')));
  }

  /** The protocol of a note at `path` that names none. */
  protocolFor(path: string): string {
    return this.protocolAt(path) ?? this.#defaultProtocol;
  }

  /** The protocol that the configuration says for this path, if it says one. */
  protocolAt(path: string): string | undefined {
    return this.#protocols.find(([test]) => test(path))?.[1];
  }

  #isExcluded(path: string): boolean {
    return this.#exclude.some(test => test(path));
  }
}

/** Whether what is at `path` is passed over whatever a configuration says: see {@link NotePaths.isSkipped}. */
export function isAlwaysSkipped(path: string): boolean {
  return path.split('/').some(isSkippedFolder);
}

/** A Markdown file may begin with a dot; what else does is taken for a folder. */
function isSkippedFolder(name: string): boolean {
  if (name === 'node_modules') return true;
  return name.startsWith('.') && name !== '.' && name !== '..' && !isMarkdownPath(name);
}

function testOf(glob: string): PathTest {
  return compileGlob(glob) ?? (() => false);
}

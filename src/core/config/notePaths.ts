import type { Config } from './config';
import { compileGlob, type PathTest } from './glob';

const MARKDOWN = /\.(?:md|markdown)$/i;
const tests = new WeakMap<readonly string[], readonly PathTest[]>();
const protocolTests = new WeakMap<Config['protocols'], readonly PathTest[]>();

/** Whether `path`, relative to the root and with `/`, fits one of `globs`. A glob that cannot be read fits nothing. */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  return testsOf(globs).some(test => test(path));
}

/** Whether a file at `path` is a note whatever it holds. */
export function isNotePath(path: string, config: Config): boolean {
  return matchesGlobs(path, config.files);
}

/**
 * Whether the file or folder at `path` is passed over: it is, or lies in, a dot folder, `node_modules` or what
 * the configuration excludes.
 */
export function isSkippedPath(path: string, config: Config): boolean {
  const segments = path.split('/');
  if (segments.some(isSkippedFolder)) return true;
  if (config.exclude.length === 0) return false;
  return segments.some((_, at) => matchesGlobs(segments.slice(0, at + 1).join('/'), config.exclude));
}

/** The protocol of a note at `path` that names none. */
export function protocolFor(path: string, config: Config): string {
  let globs = protocolTests.get(config.protocols);
  if (!globs) {
    globs = config.protocols.map(([glob]) => testOf(glob));
    protocolTests.set(config.protocols, globs);
  }
  const found = globs.findIndex(test => test(path));
  return config.protocols[found]?.[1] ?? config.defaultProtocol;
}

/** A Markdown file may begin with a dot; what else does is taken for a folder. */
function isSkippedFolder(name: string): boolean {
  if (name === 'node_modules') return true;
  return name.startsWith('.') && name !== '.' && name !== '..' && !MARKDOWN.test(name);
}

function testsOf(globs: readonly string[]): readonly PathTest[] {
  const known = tests.get(globs);
  if (known) return known;
  const compiled = globs.map(testOf);
  tests.set(globs, compiled);
  return compiled;
}

function testOf(glob: string): PathTest {
  return compileGlob(glob) ?? (() => false);
}

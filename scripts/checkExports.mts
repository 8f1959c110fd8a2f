import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Part of `npm run lint`: reports each exported name of `src` that no other file uses, and each that two files export.
 * A name of the core that a test uses may stay, as what is tested by itself need not be used by itself. What an adapter
 * does is tested by what its user does: nothing of it is exported for tests.
 */

/** Where others start: what they export is used from outside. */
const entries = ['src/extension/extension.ts', 'src/cli/main.ts'];

const EXPORTED =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(function\*?|class|const|let|interface|type|enum) +([\w$]+)/gm;
const ADAPTER = /^src\/(?:extension|cli)\//;
const NAME = /[\w$]+/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm;

interface Exported {
  readonly path: string;
  readonly name: string;
  /** Whether it runs, and does not only describe what does. */
  readonly runs: boolean;
}

const namesByFile = new Map(
  [...filesIn('src'), ...filesIn('test'), ...filesIn('scripts')].map(path => [path, namesIn(path)]),
);
const exported = filesIn('src').flatMap(exportsOf);
const ofOthers = exported.filter(({ path }) => !entries.includes(path));
const unused = ofOthers
  .filter(each => usersOf(each).length === 0)
  .map(({ path, name }) => `${path}: ${name} is exported and used nowhere else`);
const onlyTested = ofOthers
  .filter(({ path, runs }) => runs && ADAPTER.test(path))
  .filter(each => usersOf(each).length > 0 && usersOf(each).every(user => user.startsWith('test/')))
  .map(({ path, name }) => `${path}: ${name} is exported for tests alone; test what its user sees of it`);
const twice = exported.flatMap(({ path, name }, at) => {
  const first = exported.find(other => other.name === name);
  const isFirst = first === exported[at];
  return isFirst ? [] : [`${path}: ${name} is exported by ${first?.path} too; give it a name of its own`];
});
const faults = [...unused, ...onlyTested, ...twice];
for (const line of faults) console.log(line);
process.exitCode = faults.length > 0 ? 1 : 0;

function exportsOf(path: string): readonly Exported[] {
  const found = [...readFileSync(path, 'utf8').matchAll(EXPORTED)];
  const kinds = new Map(found.map(([, kind = '', name = '']) => [name, kind]));
  return [...kinds].map(([name, kind]) => ({ path, name, runs: !/interface|type/.test(kind) }));
}

/** The other files that use a name. */
function usersOf({ path, name }: Exported): readonly string[] {
  return [...namesByFile]
    .filter(([other, names]) => other !== path && names.has(name))
    .map(([other]) => other);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.m?ts$/.test(path))
    .map(path => join(folder, path).replaceAll('\\', '/'));
}

/** The words of a file outside comments, each of which may be the use of a name. */
function namesIn(path: string): ReadonlySet<string> {
  return new Set(readFileSync(path, 'utf8').replace(COMMENTS, '').match(NAME));
}

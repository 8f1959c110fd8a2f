import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Part of `npm run lint`: reports each exported name of `src` that no other file uses, and each that two files export.
 * A name that a test uses may stay, as what is tested by itself need not be used by itself.
 */

/** Where others start: what they export is used from outside. */
const entries = ['src/extension/extension.ts', 'src/cli/main.ts'];

const EXPORTED =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|const|let|interface|type|enum) +([\w$]+)/gm;
const NAME = /[\w$]+/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm;

const namesByFile = new Map(
  [...filesIn('src'), ...filesIn('test'), ...filesIn('scripts')].map(path => [path, namesIn(path)]),
);
const exported = filesIn('src').flatMap(path =>
  [...new Set([...readFileSync(path, 'utf8').matchAll(EXPORTED)].map(([, name = '']) => name))].map(name => ({
    path,
    name,
  })),
);
const unused = exported
  .filter(({ path }) => !entries.includes(path))
  .filter(({ path, name }) => ![...namesByFile].some(([other, names]) => other !== path && names.has(name)))
  .map(({ path, name }) => `${path}: ${name} is exported and used nowhere else`);
const twice = exported.flatMap(({ path, name }, at) => {
  const first = exported.find(other => other.name === name);
  const isFirst = first === exported[at];
  return isFirst ? [] : [`${path}: ${name} is exported by ${first?.path} too; give it a name of its own`];
});
for (const line of [...unused, ...twice]) console.log(line);
process.exitCode = unused.length + twice.length > 0 ? 1 : 0;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.m?ts$/.test(path))
    .map(path => join(folder, path).replaceAll('\\', '/'));
}

/** The words of a file outside comments, each of which may be the use of a name. */
function namesIn(path: string): ReadonlySet<string> {
  return new Set(readFileSync(path, 'utf8').replace(COMMENTS, '').match(NAME));
}

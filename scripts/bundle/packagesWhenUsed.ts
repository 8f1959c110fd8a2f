import type { Plugin } from 'esbuild';
import * as markdownIt from 'markdown-it';
import * as yaml from 'yaml';

const packages = { 'markdown-it': Object.keys(markdownIt), yaml: Object.keys(yaml) };
const whenUsed = 'packages-when-used';

/** The larger packages of what is read at the start. */
export const seldomUsed: readonly string[] = Object.keys(packages);

/**
 * Loads these packages, each a file of that name beside the code, when something of them is first used: many notes are
 * read without them, and VS Code waits for what an extension loads as it starts.
 */
export const packagesWhenUsed: Plugin = {
  name: 'packages when used',
  setup(plugin) {
    for (const [name, exported] of Object.entries(packages)) {
      const contents = gettersOf(`./${name}.js`, exported);
      plugin.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: whenUsed }));
      plugin.onLoad({ filter: new RegExp(`^${name}$`), namespace: whenUsed }, () => ({ contents }));
    }
    plugin.onResolve({ filter: /./, namespace: whenUsed }, ({ path }) => ({ path, external: true }));
  },
};

/** A module with what a file exports, looked up where it is used. */
function gettersOf(file: string, names: readonly string[]): string {
  const getters = names.map(name => `get ${name}() { return loaded().${name}; }`);
  return `let all;
  const loaded = () => all ??= require(${JSON.stringify(file)});
  module.exports = { __esModule: true, ${getters.join(', ')} };`;
}

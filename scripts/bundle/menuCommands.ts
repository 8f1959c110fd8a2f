import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import type { CommandEntry } from '../../src/extension/contributions/commandEntry';
import { commandGroups } from '../../src/extension/contributions/commands';
import { packed } from './packed';

/** Takes of the table of commands only what a menu of them needs, packed; the manifest and the pages have the rest. */
export const menuCommands: Plugin = {
  name: 'commands of the menu',
  setup(plugin) {
    plugin.onLoad({ filter: /contributions[\\/]commands\.ts$/ }, ({ path }) => ({
      contents: `const groups = ${packed(menuJson())}; module.exports = { get commandGroups() { return groups(); } };`,
      loader: 'js',
      resolveDir: dirname(path),
    }));
  },
};

function menuJson(): string {
  const groups = Object.entries<Readonly<Record<string, CommandEntry>>>(commandGroups).map(
    ([name, commands]) => [name, Object.fromEntries(Object.entries(commands).map(menuEntry))] as const,
  );
  return JSON.stringify(Object.fromEntries(groups));
}

function menuEntry([id, { title, palette, enablement, key }]: [string, CommandEntry]): [string, object] {
  return [id, { title, palette, enablement, key }];
}

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';

/** Takes an imported `*.yaml` into the bundle as its value. */
export const yamlValues: Plugin = {
  name: 'YAML values',
  setup(plugin) {
    plugin.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, 'utf8'))),
      loader: 'json',
    }));
  },
};

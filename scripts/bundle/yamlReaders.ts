import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';

/** The files that are imported for what reads their value. */
const yaml = /\.yaml$/;

/** The value of a YAML file as JSON. */
async function jsonOf(path: string): Promise<string> {
  return JSON.stringify(parse(await readFile(path, 'utf8')));
}

/** Takes each imported `*.yaml` into the bundle, as a function that gives its value. */
export const yamlReaders: Plugin = {
  name: 'YAML readers',
  setup(plugin) {
    plugin.onLoad({ filter: yaml }, async ({ path }) => ({
      contents: `export default () => (${await jsonOf(path)});`,
    }));
  },
};

/**
 * Takes each imported `*.yaml` into the bundle packed, as a function that unpacks it: where nothing can be loaded later
 * what is seldom asked for has to be small.
 */
export const packedYaml: Plugin = {
  name: 'packed YAML',
  setup(plugin) {
    plugin.onLoad({ filter: yaml }, async ({ path }) => {
      const packed = deflateRawSync(await jsonOf(path), { level: 9 }).toString('base64');
      const contents = `import { unpacked } from './scripts/bundle/unpacked';\nexport default () => unpacked(${JSON.stringify(packed)});`;
      return { contents, resolveDir: process.cwd() };
    });
  },
};

/** Puts each imported `*.yaml` as JSON into the folder `protocols` beside the code, which reads it when it is asked to. */
export function yamlFiles(folder: string): Plugin {
  return {
    name: 'YAML files',
    setup(plugin) {
      plugin.onLoad({ filter: yaml }, async ({ path }) => {
        const file = `${basename(path, '.yaml')}.json`;
        await mkdir(join(folder, 'protocols'), { recursive: true });
        await writeFile(join(folder, 'protocols', file), await jsonOf(path));
        return { contents: `export default () => require("./protocols/${file}");` };
      });
      plugin.onResolve({ filter: /^\.\/protocols\/[\w-]+\.json$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

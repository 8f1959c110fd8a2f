import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';
import { packed, packReader } from './packed';

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

const packName = 'packed-yaml';

/** Takes the folder of each imported `*.yaml` into the bundle, compressed as one. */
export const packedYaml: Plugin = {
  name: 'packed YAML',
  setup(plugin) {
    plugin.onLoad({ filter: yaml }, ({ path }) => ({
      contents: [
        `import { readPacked } from ${JSON.stringify(packReader)};`,
        `import pack from ${JSON.stringify(`${packName}:${dirname(path)}`)};`,
        `export default () => readPacked(pack, ${JSON.stringify(basename(path, '.yaml'))});`,
      ].join('\n'),
      resolveDir: dirname(path),
    }));
    plugin.onResolve({ filter: new RegExp(`^${packName}:`) }, ({ path }) => ({
      path: path.slice(packName.length + 1),
      namespace: packName,
    }));
    plugin.onLoad({ filter: /.*/, namespace: packName }, async ({ path }) => {
      const names = (await readdir(path)).filter(name => yaml.test(name)).sort();
      const entries = await Promise.all(
        names.map(
          async name => `${JSON.stringify(basename(name, '.yaml'))}:${await jsonOf(join(path, name))}`,
        ),
      );
      return { contents: `export default "${packed(`{${entries.join()}}`)}";` };
    });
  },
};

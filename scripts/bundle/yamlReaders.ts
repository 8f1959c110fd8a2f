import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { parse } from 'yaml';
import { packed } from './packed';

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

const together = 'packed-yaml';
/** How far back packing finds what is alike, in bytes. */
const farthest = 32_768;

/** Texts in an order in which each is packed well behind those before it. */
function alikeTogether(texts: readonly string[]): readonly string[] {
  const [first = '', ...others] = texts;
  const ordered = [first];
  const rest = new Set(others);
  while (rest.size > 0) {
    const before = ordered.join().slice(-farthest);
    const size = deflateRawSync(before).length;
    const costs = [...rest].map(
      text => [(deflateRawSync(before + text).length - size) / text.length, text] as const,
    );
    const [, next] = costs.reduce((best, each) => (each[0] < best[0] ? each : best));
    ordered.push(next);
    rest.delete(next);
  }
  return ordered;
}

/** Takes each imported `*.yaml` into the bundle packed, with all of its folder: what is alike packs well together. */
export const packedYaml: Plugin = {
  name: 'packed YAML',
  setup(plugin) {
    plugin.onLoad({ filter: yaml }, ({ path }) => ({
      contents: `import values from '${together}'; export default () => values()[${JSON.stringify(basename(path))}];`,
      resolveDir: dirname(path),
    }));
    plugin.onResolve({ filter: new RegExp(`^${together}$`) }, ({ resolveDir }) => ({
      path: resolveDir,
      namespace: together,
    }));
    plugin.onLoad({ filter: /./, namespace: together }, async ({ path }) => {
      const files = (await readdir(path)).filter(file => yaml.test(file)).sort();
      const values = files.map(async file => `${JSON.stringify(file)}:${await jsonOf(join(path, file))}`);
      const json = `{${alikeTogether(await Promise.all(values)).join()}}`;
      return { contents: `module.exports = ${packed(json)};`, resolveDir: path };
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

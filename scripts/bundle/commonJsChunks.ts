import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type Metafile, type OutputFile, type Plugin, transform } from 'esbuild';

/** The file that holds all parts which are not loaded at the start. */
const laterFile = 'later.js';
const entryFile = 'extension.js';

/** A part of a build as CommonJS. */
interface Part {
  readonly path: string;
  readonly code: string;
}

/**
 * Writes a build that was split into ES modules as CommonJS, which is what VS Code 1.99 loads. When it is minified, it
 * becomes two files: the parts that are loaded at the start, and all others; each part is a function that runs when the
 * part is first required. Else each part stays a file of its own, so that it can be debugged.
 */
export const commonJsChunks: Plugin = {
  name: 'CommonJS chunks',
  setup(plugin) {
    plugin.initialOptions.write = false;
    plugin.initialOptions.metafile = true;
    const { minify = false } = plugin.initialOptions;
    plugin.onEnd(async ({ outputFiles = [], metafile }) => {
      const parts = await Promise.all(outputFiles.map(file => toCommonJs(file, plugin.initialOptions)));
      const written = minify && metafile !== undefined ? joined(parts, metafile) : parts;
      for (const { path, code } of written) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

async function toCommonJs(
  { path, text }: OutputFile,
  { minify = false, target, charset, sourcemap }: Parameters<Plugin['setup']>[0]['initialOptions'],
): Promise<Part> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'neutral',
    supported: { 'dynamic-import': false },
    minify,
    sourcemap: sourcemap === 'inline' ? 'inline' : false,
    ...(target === undefined ? {} : { target }),
    ...(charset === undefined ? {} : { charset }),
  });
  return { path, code };
}

/** One file with the parts of the start, and one with all others. */
function joined(parts: readonly Part[], metafile: Metafile): readonly Part[] {
  const atStart = loadedAtStart(metafile);
  const start = parts.filter(({ path }) => atStart.has(outputName(path)));
  const later = parts.filter(({ path }) => !atStart.has(outputName(path)));
  const entry = start.find(({ path }) => basename(path) === entryFile);
  if (entry === undefined) return parts;
  const startCode = [
    '"use strict";',
    'let later;',
    `const loadLater=()=>require("./${laterFile}")(part);`,
    String.raw`const outer=name=>/^\.\/[\w-]+\.js$/.test(name)?(later??=loadLater())(name):require(name);`,
    registry(start),
    `module.exports=part("./${entryFile}");\n`,
  ];
  const laterCode = ['"use strict";', `module.exports=outer=>{${registry(later)}`, 'return part;};\n'];
  return [
    { path: entry.path, code: startCode.join('\n') },
    { path: join(dirname(entry.path), laterFile), code: laterCode.join('\n') },
  ];
}

/** Defines `part`, which gives the part of a name, and asks `outer` for what is none of these parts. */
function registry(parts: readonly Part[]): string {
  const entries = parts.map(
    ({ path, code }) =>
      `${JSON.stringify(`./${basename(path)}`)}:function(module,exports,require){${code.trim()}\n}`,
  );
  return [
    `const parts={${entries.join(',\n')}};`,
    'const made=new Map();',
    'function part(name){',
    'if(!Object.hasOwn(parts,name))return outer(name);',
    'let own=made.get(name);',
    'if(own===undefined){own={exports:{}};made.set(name,own);parts[name](own,own.exports,part);}',
    'return own.exports;}',
  ].join('\n');
}

/** The outputs that the entry point loads by itself, by name. */
function loadedAtStart({ outputs }: Metafile): ReadonlySet<string> {
  const queue = Object.keys(outputs).filter(name => basename(name) === entryFile);
  const found = new Set(queue);
  for (const name of queue) {
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind !== 'import-statement' || found.has(path) || outputs[path] === undefined) continue;
      found.add(path);
      queue.push(path);
    }
  }
  return found;
}

/** How the metafile calls an output: relative to the working directory, with `/`. */
function outputName(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/');
}

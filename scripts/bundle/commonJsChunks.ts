import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Plugin, transform } from 'esbuild';

/**
 * Writes a build that was split into ES modules as CommonJS, which is what VS Code 1.99 loads: a part that is imported
 * dynamically stays a file of its own and is required when it is needed.
 */
export const commonJsChunks: Plugin = {
  name: 'CommonJS chunks',
  setup(plugin) {
    plugin.initialOptions.write = false;
    const { minify = false, target, charset, sourcemap } = plugin.initialOptions;
    plugin.onEnd(async ({ outputFiles = [] }) => {
      await Promise.all(
        outputFiles.map(async ({ path, text }) => {
          const { code } = await transform(text, {
            format: 'cjs',
            platform: 'node',
            supported: { 'dynamic-import': false },
            minify,
            sourcemap: sourcemap === 'inline' ? 'inline' : false,
            ...(target === undefined ? {} : { target }),
            ...(charset === undefined ? {} : { charset }),
          });
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, code);
        }),
      );
    });
  },
};

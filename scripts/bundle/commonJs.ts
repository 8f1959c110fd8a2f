import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Plugin, transform } from 'esbuild';

/** Writes a build as CommonJS, file by file: VS Code 1.99 loads nothing else, and esbuild splits ES modules alone. */
export const commonJs: Plugin = {
  name: 'CommonJS',
  setup(plugin) {
    plugin.initialOptions.write = false;
    const { minify = false, sourcemap = false, target = [], charset = 'utf8' } = plugin.initialOptions;
    plugin.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text, {
          format: 'cjs',
          platform: 'neutral',
          supported: { 'dynamic-import': false },
          minify,
          sourcemap,
          target,
          charset,
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};

import type { Plugin } from 'esbuild';

const once = 'vscode-once';

/** Imports `vscode` in one place: esbuild copies the names of a CommonJS module, some hundred, wherever it is imported. */
export const vscodeOnce: Plugin = {
  name: 'vscode once',
  setup(plugin) {
    plugin.onResolve({ filter: /^vscode$/ }, ({ namespace, path }) =>
      namespace === once ? { path, external: true } : { path, namespace: once },
    );
    plugin.onLoad({ filter: /.*/, namespace: once }, () => ({ contents: "export * from 'vscode';" }));
  },
};

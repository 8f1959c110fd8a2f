import type { Plugin } from 'esbuild';

const whenUsed = 'entities-when-used';
const itself = 'entities-itself';

/** Loads the package `entities` when a text has the first `&…;`: it unpacks its table of names as it is loaded. */
export const entitiesWhenUsed: Plugin = {
  name: 'entities when used',
  setup(plugin) {
    plugin.onResolve({ filter: /^entities$/ }, ({ pluginData, resolveDir, path }) =>
      pluginData === itself ? undefined : { path, namespace: whenUsed, pluginData: resolveDir },
    );
    plugin.onResolve({ filter: /^entities-itself$/ }, ({ resolveDir, kind }) =>
      plugin.resolve('entities', { resolveDir, kind, pluginData: itself }),
    );
    plugin.onLoad({ filter: /.*/, namespace: whenUsed }, ({ pluginData }) => ({
      contents: `export const decodeHTMLStrict = text => require('${itself}').decodeHTMLStrict(text);`,
      resolveDir: pluginData,
    }));
  },
};

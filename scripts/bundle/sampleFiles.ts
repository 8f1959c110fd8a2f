import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folder = 'examples';

/**
 * What stands in the code for the files of the sample workspace, as paths in its folder with `/`, a line each: where
 * the extension comes over the network, its folders cannot be listed. A list would be loaded at once, not when used.
 */
export const sampleFiles: Readonly<Record<string, string>> = {
  SAMPLE_FILES: JSON.stringify(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort()
      .join('\n'),
  ),
};

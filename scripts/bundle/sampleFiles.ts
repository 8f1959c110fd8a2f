import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folder = 'examples';

/**
 * What stands in the code for the files of the sample workspace, as paths in its folder with `/`: where the extension
 * comes over the network, its folders cannot be listed.
 */
export const sampleFiles: Readonly<Record<string, string>> = {
  SAMPLE_FILES: JSON.stringify(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort(),
  ),
};

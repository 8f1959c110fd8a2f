import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './yamlReader.cjs';
import { snippetFiles } from './snippetFiles';

/** Writes VS Code's snippet files to `snippets/`. */

const folder = join(import.meta.dirname, '..', 'snippets');
mkdirSync(folder, { recursive: true });
for (const [name, text] of snippetFiles()) {
  writeFileSync(join(folder, name), text);
  console.log(`snippets/${name}`);
}

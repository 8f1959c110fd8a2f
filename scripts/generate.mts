import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import './yamlReader.cjs';
import { generatedFiles } from './generatedFiles';

/** `npm run generate`: writes what follows from the schemas, the built-in note formats and the table of contributions. */

for (const [path, text] of generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}

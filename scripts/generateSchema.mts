import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaFiles } from './jsonSchemas';

/** Writes the JSON Schemas of protocol and configuration files to `schemas/`. */

const folder = join(import.meta.dirname, '..', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemaFiles()) {
  writeFileSync(join(folder, name), text);
  console.log(`schemas/${name}`);
}

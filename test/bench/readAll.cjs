const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Reads and decodes every file below a folder whose files lie in folders of it: what anything else is held against. */
const [, , folder] = process.argv;
const decoder = new TextDecoder('utf-8', { fatal: true });
let units = 0;
for (const inner of readdirSync(folder)) {
  for (const name of readdirSync(join(folder, inner))) {
    units += decoder.decode(readFileSync(join(folder, inner, name))).length;
  }
}
process.stdout.write(`${units}\n`);

import { readFileSync } from 'node:fs';
import { contributionPages } from './contributionPages';
import { headingPage } from './headingPage';
import { jsonSchemaFiles } from './jsonSchemas';
import { manifestText, manifestTextFiles } from './manifest';
import { snippetFiles } from './snippetFiles';

/** Every file that `npm run generate` writes, as it should be: its text by its path from the root. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...within('schemas', jsonSchemaFiles()),
    ...within('snippets', snippetFiles()),
    ...within('docs', contributionPages()),
    ['docs/headings.md', headingPage()] as const,
    ...within('.', manifestTextFiles()),
    ['package.json', manifestText(readFileSync('package.json', 'utf8'))] as const,
  ]);
}

function within(folder: string, files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].map(([name, text]) => [folder === '.' ? name : `${folder}/${name}`, text] as const);
}

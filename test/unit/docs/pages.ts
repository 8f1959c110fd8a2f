import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pages of the project, in the root, in `docs` and in `.github`, by path. */
export const pages: ReadonlyMap<string, string> = new Map(
  ['.', 'docs', '.github'].flatMap(folder =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name).replaceAll('\\', '/'))
      .map(path => [path, readFileSync(path, 'utf8')] as const),
  ),
);

/** The text of a page. */
export function pageAt(path: string): string {
  const page = pages.get(path);
  if (page === undefined) throw new Error(`There is no page ${path}.`);
  return page;
}

const KIND = '(?:async )?(?:interface|type|class|function\\*?|const)';

/** Whether a source exports `name`. */
export function isExported(name: string, source: string): boolean {
  return new RegExp(`^export ${KIND} ${name}\\b`, 'm').test(source);
}

/** Whether a source has `name`, exported or not. */
export function isDeclared(name: string, source: string): boolean {
  return new RegExp(`^(?:export )?${KIND} ${name}\\b`, 'm').test(source);
}

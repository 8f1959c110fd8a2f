import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

const CODE = /^(`{3,})[\s\S]*?^\1|`[^`\n]+`|<!--[\s\S]*?-->/gm;
const LINK = /\]\(([^()\s]+)\)/g;

/** A link of a page to a file of the project, whose path is from the root. */
interface Link {
  readonly from: string;
  readonly path: string;
  readonly heading: string | undefined;
}

/** The text of a page without its examples. */
export function withoutCode(text: string): string {
  return text.replace(CODE, '');
}

/** The links and pictures of a page that are files of the project. */
export function linksOf(from: string): readonly Link[] {
  return [...withoutCode(pageAt(from)).matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => {
      const [file = '', heading] = target.split('#');
      return { from, path: file === '' ? from : join(dirname(from), file).replaceAll('\\', '/'), heading };
    });
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

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { linksOf, pageAt, pages, withoutCode } from './pages';

const HEADING = /^#{1,6} +(.+)$/gm;
/** The links of the pages to files of the project. */
const links = [...pages.keys()].flatMap(linksOf);

/** The anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(path: string): readonly string[] {
  return [...withoutCode(pageAt(path)).matchAll(HEADING)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the pages of the project', () => {
  it('link to files that there are', () => {
    assert.ok(links.length > 80);
    // What stands above the project is GitHub's: its pages for issues and reports.
    const missing = links.filter(({ path }) => !path.startsWith('../') && !existsSync(path));
    assert.deepEqual(missing, []);
  });

  it('link to headings that there are', () => {
    const toHeadings = links.filter(({ heading }) => heading !== undefined);
    assert.ok(toHeadings.length > 0);
    const missing = toHeadings.filter(({ path, heading = '' }) => !anchorsOf(path).includes(heading));
    assert.deepEqual(missing, []);
  });

  it('point to no address of a repository of their own, which has yet to be chosen', () => {
    const own = /github\.com\/session-notes/;
    assert.deepEqual(
      [...pages].filter(([, text]) => own.test(text)).map(([path]) => path),
      [],
    );
  });
});

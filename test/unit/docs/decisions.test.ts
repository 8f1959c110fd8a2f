import assert from 'node:assert/strict';
import { pageAt, pages } from './pages';

const folder = 'docs/decisions/';
const index = `${folder}README.md`;
const records = [...pages.keys()].filter(path => path.startsWith(folder) && path !== index);

describe('the decisions', () => {
  it('are each linked once from the index, by their titles', () => {
    const links = [...pageAt(index).matchAll(/^- \[(.+)\]\((.+)\)$/gm)].map(([, title = '', file = '']) => [
      `${folder}${file}`,
      title,
    ]);
    const titles = records.map(path => [path, /^# (.+)$/m.exec(pageAt(path))?.[1] ?? '']);
    assert.ok(titles.length > 15);
    assert.deepEqual(links.sort(), titles.sort());
  });

  it('tell their context, the decision, what was considered and what follows, in this order', () => {
    for (const path of records) {
      const parts = [...pageAt(path).matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => part);
      assert.deepEqual(parts, ['Context', 'Decision', 'Considered', 'Consequences'], path);
    }
  });

  it('take no longer than half a page', () => {
    const words = records.map(path => [path, pageAt(path).split(/\s+/).length] as const);
    assert.deepEqual(
      words.filter(([, count]) => count > 330),
      [],
    );
  });
});

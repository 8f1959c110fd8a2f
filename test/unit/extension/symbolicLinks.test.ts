import assert from 'node:assert/strict';
import { withoutLinked } from '../../../src/extension/services/files/symbolicLinks';

const base = { path: '/p' };
const at = (path: string) => ({ path });

/** What is left of `paths`, and which folders were asked for. */
async function left(
  paths: readonly string[],
  ...links: readonly string[]
): Promise<{ readonly kept: readonly string[]; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const kept = await withoutLinked(base, paths.map(at), async path => {
    asked.push(path);
    return links.includes(path);
  });
  return { kept: kept.map(({ path }) => path), asked: asked.sort() };
}

describe('Symbolic links to folders', () => {
  it('lead to nothing, at any depth', async () => {
    const paths = ['/p/a.md', '/p/K/a.md', '/p/L/a.md', '/p/L/M/b.md', '/p/LM/a.md', '/p/K/N/a.md'];
    const { kept } = await left(paths, '/p/L', '/p/K/N');
    assert.deepEqual(kept, ['/p/a.md', '/p/K/a.md', '/p/LM/a.md']);
  });

  it('are asked for once a folder, and only below the folder that is looked through', async () => {
    const paths = Array.from({ length: 1000 }, (_, number) => `/p/K-${number % 10}/2026/${number}.md`);
    const { kept, asked } = await left(paths, '/p');
    assert.deepEqual(kept, paths);
    const folders = Array.from({ length: 10 }, (_, number) => [`/p/K-${number}`, `/p/K-${number}/2026`]);
    assert.deepEqual(asked, folders.flat());
  });
});

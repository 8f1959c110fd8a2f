import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedFolder, isComplete } from '../../../scripts/host/cachedFolder';

describe('a folder that is fetched once', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'session-notes-test-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const fillWith = (text: string) => async (partial: string) => {
    await mkdir(partial);
    await writeFile(join(partial, 'content'), text);
  };
  const content = () => readFile(join(home, 'build', 'content'), 'utf8');

  it('is filled the first time only', async () => {
    await cachedFolder(join(home, 'build'), fillWith('first'));
    await cachedFolder(join(home, 'build'), fillWith('second'));
    assert.equal(await content(), 'first');
  });

  it('is filled once when it is asked for twice at once', async () => {
    await Promise.all([
      cachedFolder(join(home, 'build'), fillWith('first')),
      cachedFolder(join(home, 'build'), fillWith('second')),
    ]);
    assert.equal(await content(), 'first');
    assert.deepEqual(await readdir(home), ['build']);
  });

  it('leaves nothing behind when filling fails, and can be filled then', async () => {
    const fail = async (partial: string) => {
      await mkdir(partial);
      throw new Error('no network');
    };
    await assert.rejects(cachedFolder(join(home, 'build'), fail), /no network/);
    assert.deepEqual(await readdir(home), []);
    await cachedFolder(join(home, 'build'), fillWith('later'));
    assert.equal(await content(), 'later');
  });

  it('is made anew where an interrupted run left half of it', async () => {
    await mkdir(join(home, 'build'));
    await writeFile(join(home, 'build', 'content'), 'half');
    await mkdir(join(home, 'build.partial-999999999'));
    await cachedFolder(join(home, 'build'), fillWith('whole'));
    assert.equal(await content(), 'whole');
    assert.deepEqual(await readdir(home), ['build']);
  });

  it('is whole as soon as it is there, for a run that waits in another process', async () => {
    await cachedFolder(join(home, 'build'), async partial => {
      assert.equal(await isComplete(join(home, 'build')), false);
      await fillWith('x')(partial);
    });
    assert.equal(await isComplete(join(home, 'build')), true);
  });

  it('keeps what another run finished meanwhile', async () => {
    await cachedFolder(join(home, 'build'), async partial => {
      await fillWith('slow')(partial);
      await fillWith('fast')(join(home, 'build'));
      await writeFile(join(home, 'build', '.complete'), '');
    });
    assert.equal(await content(), 'fast');
    assert.deepEqual(await readdir(home), ['build']);
  });
});

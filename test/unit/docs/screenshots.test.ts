import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { folder, inputsOf, pictures, recordedInputs } from '../../../scripts/screenshots/inputs';
import { linksOf } from './pages';

const shown = ['README.md', 'README.id.md'].flatMap(linksOf).filter(({ path }) => path.endsWith('.png'));

describe('the pictures of the READMEs', () => {
  const recorded = recordedInputs();

  for (const picture of pictures) {
    const path = `${folder}/${picture.name}.png`;
    it(`show what there is: ${path}`, () => {
      assert.ok(existsSync(path), `Not there: npm run package && npm run screenshots -- ${picture.name}`);
      assert.equal(
        recorded[picture.name],
        inputsOf(picture),
        `Stale, look at it after: npm run package && npm run screenshots -- ${picture.name}`,
      );
    });

    it(`are soon loaded: ${path}`, () => {
      const limit = picture.scene === 'tour' ? 600 : 150;
      assert.ok(statSync(path).size <= limit * 1024, `more than ${limit} KB`);
    });
  }

  it('are all shown, and no other is there', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.png'),
    );
    const taken = pictures.map(({ name }) => `${folder}/${name}.png`).sort();
    assert.deepEqual(files.map(name => `${folder}/${name.replaceAll('\\', '/')}`).sort(), taken);
    assert.deepEqual([...new Set(shown.map(({ path }) => path))].sort(), taken);
  });
});

import { deepEqual } from '../host/assert';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { Memory, TracedExtension } from './tracedExtension';
import { said } from './wording';

describe('whose cases are shown', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    for (const counselor of ['RA', 'DW']) {
      const more = [`counselor: ${counselor}`];
      await folder.write(
        `${counselor}.session.md`,
        wholeNote({ client: `${folder.client}-${counselor}`, more }),
      );
    }
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  /** What *Open Goals* says beside its title, and whose cases it shows. */
  const shown = async (): Promise<readonly string[]> => {
    const tree = extension.tree('sessionNotes.openGoals');
    const rows = await tree.rows();
    const counselors = rows.map(({ label }) => label.replace(`${folder.client}-`, ''));
    return [tree.description, ...counselors.sort()];
  };
  const everyones = ['', 'DW', 'RA'];

  it("are one's own as soon as the counselor is set, until someone chooses otherwise", async () => {
    const memory = new Memory();
    extension = await TracedExtension.start({ memory });
    deepEqual(await shown(), everyones);
    await changeSetting('sessionNotes.counselor', 'RA');
    await settlesOn('the cases of one', shown, [said({ en: 'mine', id: 'milik saya' }), 'RA']);
    await extension.run('sessionNotes.showEveryones');
    deepEqual(await shown(), everyones);
    extension.dispose();
    extension = await TracedExtension.start({ memory });
    deepEqual(await shown(), everyones);
  });

  it('are those of everyone where no counselor is set, whatever was chosen before', async () => {
    extension = await TracedExtension.start();
    await extension.run('sessionNotes.showMine');
    deepEqual(await shown(), everyones);
  });
});

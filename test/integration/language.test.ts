import { equal } from '../host/assert';
import { show } from './editors';
import { note } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { problemsAre, shownProblems } from './shownProblems';

const english =
  'The stage “Building the relationship” is missing. Add it, or list what this session covered in “stages:”.';
const indonesian =
  'Tahap “Membangun hubungan” belum ada. Tambahkan, atau sebutkan yang dibahas sesi ini di “stages:”.';

describe('the language of the interface', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    const uri = await folder.write('a.session.md', note(folder, 'Nothing.'));
    await show(uri);
    await problemsAre(uri, '1 error missing-stage');
  });
  afterEach(() => folder.remove());

  /** Waits until the problem of the note is said so. */
  const says = async (expected: string): Promise<void> => {
    const uri = folder.at('a.session.md');
    await settlesOn('the message', () => shownProblems(uri)[0]?.message, expected);
  };
  it('changes with the setting at once, for what is shown already', async () => {
    await changeSetting('sessionNotes.language', 'id');
    await says(indonesian);
    await changeSetting('sessionNotes.language', 'en');
    await says(english);
    equal(shownProblems(folder.at('a.session.md')).length, 1);
  });

  it('is the display language on `auto`, which is English here', async () => {
    await changeSetting('sessionNotes.language', 'id');
    await says(indonesian);
    await changeSetting('sessionNotes.language', 'auto');
    await says(english);
  });

  it("is what the practice's configuration says, before the setting", async () => {
    await changeSetting('sessionNotes.language', 'en');
    await says(english);
    await folder.write('.session-notes/config.yaml', 'language: id\n');
    await says(indonesian);
    await folder.delete('.session-notes');
    await says(english);
  });
});

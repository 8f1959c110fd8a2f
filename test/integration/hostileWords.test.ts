import { deepEqual, doesNotMatch, equal, match } from '../host/assert';
import { OwnFolder } from './ownFolder';
import { saidBy } from './said';
import { TracedExtension } from './tracedExtension';

/** What VS Code takes for a link in a notification. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i;

describe('a file whose words would run commands', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    extension = await TracedExtension.start();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  it('is refused in a notification without a link, by its words or by its name', async () => {
    const command = 'command:workbench.action.showAboutDialog';
    const uri = await folder.write(
      `[Retry](${command}).vtt`,
      `WEBVTT\n\n[Repair this file](${command}) --> 00:02.000\nKonselor: kata\n`,
    );
    const said = await saidBy(() => extension.run('sessionNotes.importTranscript', uri));
    deepEqual(
      said.map(({ by }) => by),
      ['showErrorMessage'],
    );
    const text = said[0]?.texts.join('\n') ?? '';
    doesNotMatch(text, LINK);
    match(text, /Retry/);
    equal(text.includes('Repair'), false);
  });

  it('lets no error that nobody foresaw be told with a link in it', async () => {
    const uri = {
      get path(): string {
        throw new Error('[Retry](command:workbench.action.showAboutDialog) is gone');
      },
    };
    const told = await extension.run('sessionNotes.importTranscript', uri).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    doesNotMatch(told, LINK);
    match(told, /Retry.*is gone/);
  });
});

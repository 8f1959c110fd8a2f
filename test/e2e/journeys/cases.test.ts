import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk, untilOnDisk, windows } from '../window';

const newest = 'C-007/2026-10-27-session-4.session.md';

describe('a case', () => {
  const inWindow = windows();

  it(
    'has a goal ticked in Open Goals and another given a day, which is written to the newest note and saved',
    inWindow(async window => {
      const { ui } = window;
      await ui.views.untilListed('Open Goals', 'C-007, 6 open');
      await ui.views.tick('Open Goals', 'Call home on Wednesdays');
      await untilOnDisk(window, newest, '[x] Call home on Wednesdays');
      await ui.views.untilListed('Open Goals', 'C-007, 5 open');

      await ui.views.chooseInMenu('Open Goals', 'List what she would miss', 'Set Due Date', () =>
        ui.quickInput.isAsking('When is it due?'),
      );
      await ui.quickInput.answer('When is it due?', '12 Dec 2031');
      await untilOnDisk(window, newest, 'what not ^list [due:: 2031-12-12]');
    }),
  );

  it(
    'has a recording brought in, its speakers told apart, and a turn of it coded',
    inWindow(
      async window => {
        const { ui } = window;
        await ui.views.untilListed('Open Goals', 'C-007, 6 open');
        await ui.runCommand('Session Notes: Import Transcript');
        await ui.quickInput.answerPath(join(window.workspace, 'C-007/recording.vtt'));
        await ui.quickInput.choose('who are the speakers?', 'Rina');
        await ui.quickInput.choose('Who is “Rina”?', 'Counselor');
        await ui.quickInput.choose('who are the speakers?', 'Dimas');
        // What nobody is yet is proposed.
        await ui.quickInput.answer('Who is “Dimas”?');
        await ui.quickInput.choose('who are the speakers?', 'Import');
        await ui.editor.untilInFront('recording.session.md');
        assert.doesNotMatch(await onDisk(window, 'C-007/recording.session.md'), /Rina|Dimas/);

        await window.log.untilWritten('validated C-007/recording.session.md version 1');
        // The line of the last turn.
        await ui.editor.press('Control+End');
        await ui.editor.press('ArrowUp');
        await ui.runCommand('Session Notes: Apply Code');
        await ui.quickInput.choose('Technique or code to apply', 'Openness');
        await ui.editor.untilLine('I nearly did not come. #openness');
        await ui.editor.save();
        await untilOnDisk(window, 'C-007/recording.session.md', 'I nearly did not come. #openness');
      },
      { prepare: folder => writeFile(join(folder, 'C-007/recording.vtt'), recording) },
    ),
  );
});

const recording = `WEBVTT

00:00:08.000 --> 00:00:10.500
<v Rina>Good to see you again.</v>

00:00:14.000 --> 00:00:16.000
<v Dimas>I nearly did not come.</v>
`;

import assert from 'node:assert/strict';
import { type CommandRun, folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, noteWithoutStage, noteWithWarning } from './notes';

function assertRefused({ exitCode, output, errors }: CommandRun, reason: RegExp): void {
  assert.equal(exitCode, 2);
  assert.equal(output, '');
  assert.match(errors, reason);
}

describe("session-notes check's", () => {
  after(removeFolders);

  describe('exit code', () => {
    it('is 0 without errors, warnings or not', () => {
      const folder = folderWith({ 'a.md': completeNote(), 'b.md': noteWithWarning() });
      assert.equal(sessionNotes(folder, ['check']).exitCode, 0);
    });

    it('is 1 with an error', () => {
      assert.equal(sessionNotes(folderWith({ 'a.md': noteWithoutStage() }), ['check']).exitCode, 1);
    });

    it('is 1 with more warnings than allowed, and says so', () => {
      const folder = folderWith({ 'a.md': noteWithWarning(), 'b.md': noteWithWarning() });
      assert.equal(sessionNotes(folder, ['check', '--max-warnings', '2']).exitCode, 0);
      const { exitCode, errors } = sessionNotes(folder, ['check', '--max-warnings=1']);
      assert.equal(exitCode, 1);
      assert.match(errors, /Warnings: 2, allowed: 1/);
    });

    it('is 0 where there are no notes', () => {
      const { exitCode, output } = sessionNotes(folderWith({ 'README.md': '# Hello\n' }), ['check']);
      assert.equal(exitCode, 0);
      assert.equal(
        output,
        'No session notes found. A note is a Markdown file with “protocol:” in its front matter, or a name that ends in .session.md.\n',
      );
    });

    const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['an unknown option', ['check', '--fast'], /check has no option --fast/],
      ['an option of another command', ['check', '--client', 'X'], /check has no option --client/],
      ['an option without its value', ['check', '--format'], /--format needs a value/],
      ['an option in the place of a value', ['check', '--counselor', '--fix'], /--counselor needs a value/],
      ['a value for a flag', ['check', '--fix=yes'], /--fix takes no value/],
      ['an unknown format', ['check', '--format', 'xml'], /--format cannot be “xml”.*text, json, sarif/],
      ['a negative count', ['check', '--max-warnings=-1'], /--max-warnings needs a whole number/],
      ['a negative count in an argument of its own', ['check', '--max-warnings', '-1'], /a whole number/],
      ['a count that is none', ['check', '--max-warnings', 'few'], /not “few”/],
      ['an unknown protocol', ['check', '--protocol', 'soup'], /no note format “soup”.*four-stage/],
      ['an unknown note format', ['check', '--note-format', 'soup'], /no note format “soup”.*four-stage/],
      ['a path that does not exist', ['check', 'nowhere'], /no file or folder “nowhere”/],
      ['an unknown language', ['check', '--language', 'fr'], /--language cannot be “fr”/],
      ['an unknown command', ['chek'], /no command “chek”/],
      ['no command', [], /Usage: session-notes/],
    ];
    for (const [what, args, reason] of refused) {
      it(`is 2 for ${what}, with nothing on standard output`, () => {
        assertRefused(sessionNotes(folderWith({ 'a.md': noteWithoutStage() }), args), reason);
      });
    }

    it('shows no control character of what was typed', () => {
      const { errors } = sessionNotes(folderWith({}), ['check', '\u001b[31mred']);
      assert.match(errors, /\\u001b\[31mred/);
    });
  });
});

import markdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { doesNotMatch, match } from '../host/assert';
import { wholeNote } from './noteTexts';
import { runningExtension } from './runningExtension';
import { said } from './wording';

const note = wholeNote(
  { client: 'T' },
  '- [/] Sleep before eleven [role:: client] [due:: 2026-05-05] ^sleep',
  '- [q] Not a marker',
);
const drawn = new RegExp(
  `session-notes-in-progress"[^>]*aria-label="${said({ en: 'In progress', id: 'Sedang berjalan' })}"`,
);

/** Renders Markdown as VS Code's preview does with the extension's plugin. */
async function withPlugin(markdown: string): Promise<string> {
  const { extendMarkdownIt } = await runningExtension();
  return extendMarkdownIt(markdownIt({ html: true })).render(markdown);
}

describe("Markdown's preview", () => {
  it('draws the markers of goals, with their meaning for screen readers', async () => {
    const html = await withPlugin(note);
    match(html, drawn);
    match(html, /\[q\] Not a marker/);
  });

  it('reads fields behind a goal as words', async () => {
    const due = said({ en: 'due 2026-05-05', id: 'tenggat 2026-05-05' });
    match(await withPlugin(note), new RegExp(`session-notes-run">role: client · ${due} · \\^sleep</span>`));
  });

  it('leaves other Markdown files as they are', async () => {
    const html = await withPlugin(note.replace('protocol:', 'format:'));
    doesNotMatch(html, /session-notes/);
    match(html, /\[\/\] Sleep/);
  });

  // VS Code's preview runs beside the extension only where both are in one host.
  if (vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined) {
    it('is that of VS Code itself', async () => {
      await runningExtension();
      match(await vscode.commands.executeCommand<string>('markdown.api.render', note), drawn);
    });
  }
});

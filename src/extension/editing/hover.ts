import * as vscode from 'vscode';
import { describeAt } from '../../core/describe/describeAt';
import { descriptionLines } from '../../core/describe/descriptionLines';
import { toMarkdown } from '../../core/describe/markdown';
import { interfaceLanguage } from '../../l10n/catalogue';
import { toRange } from '../convert';
import type { NoteIndex } from '../noteIndex';
import type { OpenNotes } from '../openNotes';
import { voice } from '../voice';

/** Says what is known of the stage, section, goal or field under the pointer. */
export class DescriptionProvider implements vscode.HoverProvider {
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    this.#openNotes = openNotes;
    this.#index = index;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const open = this.#openNotes.noteOf(document);
    if (open === undefined) return undefined;
    const cases = this.#index.casesOf(document.uri);
    const description = describeAt(open.note, document.offsetAt(position), cases);
    if (description === undefined) return undefined;
    const text = new vscode.MarkdownString(
      toMarkdown(descriptionLines(description, interfaceLanguage()), voice()),
    );
    return new vscode.Hover(text, toRange(description.range, open.note.outline.lines));
  }
}

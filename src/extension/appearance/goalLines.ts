import * as vscode from 'vscode';
import { type GoalLineFacts, goalLineFacts } from '../../core/describe/goalLineFacts';
import type { Message } from '../../core/message';
import type { TextRange } from '../../core/text/textRange';
import { render } from '../../l10n/catalogue';
import type { NoteIndex } from '../services/noteIndex';
import { isReadAtOnce, type OpenNote, type OpenNotes } from '../services/openNotes';
import { goalLinesSetting } from '../services/settings';
import { DisposableStore } from '../services/tools/disposableStore';
import { today } from '../services/tools/today';
import { toRange } from '../services/tools/vscodeTypes';
import { quietParts } from './quietParts';

/** The most that stands behind a line, in UTF-16 code units. */
const longest = 40;

/**
 * What the case knows of a goal, quietly behind its line, and its id and fields dimmed where the caret is not
 * and the theme is none of high contrast. Only what
 * is in sight is looked at; nothing of it is in the file.
 */
export class GoalLines extends DisposableStore {
  readonly #facts = this.register(
    vscode.window.createTextEditorDecorationType({
      after: {
        color: new vscode.ThemeColor('editorGhostText.foreground'),
        margin: '0 0 0 2em',
        fontStyle: 'italic',
      },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #dimmed = this.register(
    vscode.window.createTextEditorDecorationType({
      opacity: '0.6',
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    super();
    this.#openNotes = openNotes;
    this.#index = index;
    const { window, workspace } = vscode;
    this.register(window.onDidChangeVisibleTextEditors(editors => this.#showAll(editors)));
    this.register(window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#show(textEditor)));
    this.register(window.onDidChangeActiveColorTheme(() => this.#showAll(window.visibleTextEditors)));
    this.register(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (isReadAtOnce(textEditor.document)) this.#dim(textEditor);
      }),
    );
    this.register(
      index.onDidChange(change => {
        const editors = window.visibleTextEditors;
        this.#showAll(editors.filter(({ document }) => index.isConcerned(document.uri, change)));
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('sessionNotes.goals.lines')) this.#showAll(window.visibleTextEditors);
      }),
    );
    this.#showAll(window.visibleTextEditors);
  }

  #showAll(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) this.#show(editor);
  }

  #show(editor: vscode.TextEditor): void {
    const open = goalLinesSetting() ? this.#openNotes.noteOf(editor.document) : undefined;
    editor.setDecorations(this.#facts, open === undefined ? [] : this.#factsIn(editor, open));
    this.#dim(editor, open);
  }

  #factsIn(editor: vscode.TextEditor, open: OpenNote): vscode.DecorationOptions[] {
    const cases = this.#index.casesOf(editor.document.uri);
    const known = goalLineFacts(open.note, open.path, cases, today(), inSight(editor));
    return known.map(each => behindLine(each, open));
  }

  /** What is typed is dimmed when the note has settled; the caret's line is as it is written. */
  #dim(editor: vscode.TextEditor, open = this.#openNotes.noteOf(editor.document)): void {
    const carets = new Set(editor.selections.map(({ active }) => active.line));
    const goals = open === undefined || !goalLinesSetting() ? [] : open.note.goals;
    const { lines } = open?.note.outline ?? {};
    const quiet = quietParts(goals, { carets, inSight: inSight(editor), isHighContrast: isHighContrast() });
    editor.setDecorations(this.#dimmed, lines === undefined ? [] : quiet.map(range => toRange(range, lines)));
  }
}

function isHighContrast(): boolean {
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  return kind === HighContrast || kind === HighContrastLight;
}

function behindLine({ goal, facts }: GoalLineFacts, { document }: OpenNote): vscode.DecorationOptions {
  const { end } = document.lineAt(document.positionAt(goal.range.end).line).range;
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText: shortest(facts) } } };
}

/** All of it, else what presses more, which comes last. */
function shortest(facts: readonly Message[]): string {
  const words = facts.map(render);
  const all = words.join(' · ');
  return all.length <= longest ? all : (words.at(-1) ?? '');
}

function inSight({ document, visibleRanges }: vscode.TextEditor): readonly TextRange[] {
  return visibleRanges.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
}

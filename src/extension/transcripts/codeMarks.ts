import * as vscode from 'vscode';
import type { Codebook } from '../../core/protocol/codebook';
import type { TextRange } from '../../core/text/textRange';
import { type CodeColour, colourOf } from '../../core/transcript/codeColour';
import { codebooksOf } from '../../core/transcript/noteCodebooks';
import type { Turn } from '../../core/transcript/transcript';
import type { OpenNote, OpenNotes } from '../services/openNotes';
import { turnsOf } from '../services/openTurns';
import { DisposableStore } from '../services/tools/disposableStore';
import { toRange } from '../services/tools/vscodeTypes';
import { themeColour } from './codeColour';

/** How many lines beyond those in sight are coloured, so that scrolling shows no bare ones. */
const beyond = 50;

/** The decorations of one colour. */
interface Pen {
  /** A code as it is written, and a passage that has it: a line below, so that the text keeps the theme's colour. */
  readonly written: vscode.TextEditorDecorationType;
  /** What stands at the end of a turn for a code that is folded. */
  readonly hint: vscode.TextEditorDecorationType;
}

/** Where each pen writes. */
interface Marks {
  readonly codebooks: readonly Codebook[];
  readonly written: Map<CodeColour, vscode.Range[]>;
  readonly hints: Map<CodeColour, vscode.Range[]>;
  /** What is hidden while codes are folded. */
  readonly hidden: vscode.Range[];
}

/** Marks codes and coded passages in the colours of the codebook, where they are in sight; folds the codes on request. */
export class CodeMarks extends DisposableStore {
  readonly #openNotes: OpenNotes;
  readonly #pens = new Map<CodeColour, Pen>();
  readonly #hidden = this.register(
    // There is no decoration that hides text; this is how it is commonly done.
    vscode.window.createTextEditorDecorationType({ textDecoration: 'none; display: none' }),
  );
  /** The notes as they were when their text last settled. */
  readonly #read = new Map<vscode.TextDocument, OpenNote | undefined>();
  #folded = false;

  constructor(openNotes: OpenNotes) {
    super();
    this.#openNotes = openNotes;
    this.register(vscode.window.onDidChangeVisibleTextEditors(editors => this.#readAndMark(editors)));
    this.register(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#mark(textEditor)),
    );
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.#folded) this.#mark(textEditor);
      }),
    );
    this.register(openNotes.onDidSettle(document => this.#readAndMark(editorsOf(document))));
    this.register(openNotes.onDidClose(document => this.#read.delete(document)));
    this.#readAndMark(vscode.window.visibleTextEditors);
  }

  /** Whether codes are folded to a hint at the end of their turn. */
  get folded(): boolean {
    return this.#folded;
  }

  set folded(folded: boolean) {
    this.#folded = folded;
    for (const editor of vscode.window.visibleTextEditors) this.#mark(editor);
  }

  #readAndMark(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      this.#read.set(editor.document, this.#openNotes.noteOf(editor.document));
      this.#mark(editor);
    }
  }

  /** While the text is being typed the marks move with it, and nothing is read. */
  #mark(editor: vscode.TextEditor): void {
    const open = this.#read.get(editor.document);
    if (open !== undefined && open.version !== editor.document.version) return;
    const codebooks = open === undefined ? [] : codebooksOf(open.note);
    const marks: Marks = { codebooks, written: new Map(), hints: new Map(), hidden: [] };
    const turns = open && turnsOf(open);
    if (open !== undefined && turns !== undefined) {
      for (const range of offsetsInSight(editor)) {
        for (const turn of turns.turnsIn(range)) this.#markTurn(turn, open, editor, marks);
      }
    }
    for (const colour of [...marks.written.keys(), ...marks.hints.keys()]) this.#penOf(colour);
    for (const [colour, pen] of this.#pens) {
      editor.setDecorations(pen.written, marks.written.get(colour) ?? []);
      editor.setDecorations(pen.hint, marks.hints.get(colour) ?? []);
    }
    editor.setDecorations(this.#hidden, marks.hidden);
  }

  #markTurn(turn: Turn, { note }: OpenNote, editor: vscode.TextEditor, marks: Marks): void {
    const { lines } = note.outline;
    const whole = toRange(turn.range, lines);
    // What is being edited is shown as it is written.
    const isFolded =
      this.#folded && !editor.selections.some(selection => selection.intersection(whole) !== undefined);
    const hide = (range: TextRange): unknown => isFolded && marks.hidden.push(toRange(range, lines));
    for (const { codes, passage, range } of turn.spans) {
      for (const { code } of codes)
        add(marks.written, colourOf(code, marks.codebooks), toRange(passage, lines));
      hide({ start: range.start, end: passage.start });
      hide({ start: passage.end, end: range.end });
    }
    const written = [...turn.spans.flatMap(span => span.codes), ...turn.codes];
    for (const { code, range } of written) {
      const colour = colourOf(code, marks.codebooks);
      if (isFolded) add(marks.hints, colour, new vscode.Range(whole.end, whole.end));
      else add(marks.written, colour, toRange(range, lines));
    }
    for (const { range } of turn.codes) hide({ start: range.start - 1, end: range.end });
  }

  #penOf(colour: CodeColour): void {
    if (this.#pens.has(colour)) return;
    const themed = themeColour(colour);
    const written = vscode.window.createTextEditorDecorationType({
      borderStyle: 'solid',
      borderWidth: '0 0 2px',
      borderColor: themed,
      overviewRulerColor: themed,
      overviewRulerLane: vscode.OverviewRulerLane.Right,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    const hint = vscode.window.createTextEditorDecorationType({
      after: { contentText: '●', color: themed, margin: '0 0 0 0.5em' },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    this.register(written);
    this.register(hint);
    this.#pens.set(colour, { written, hint });
  }
}

function add(
  marks: Map<CodeColour, vscode.Range[]>,
  colour: CodeColour | undefined,
  range: vscode.Range,
): void {
  if (colour === undefined) return;
  const known = marks.get(colour);
  if (known === undefined) marks.set(colour, [range]);
  else known.push(range);
}

function editorsOf(document: vscode.TextDocument): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(editor => editor.document === document);
}

function offsetsInSight({ document, visibleRanges }: vscode.TextEditor): readonly TextRange[] {
  return visibleRanges.map(({ start, end }) => {
    const last = document.lineAt(Math.min(document.lineCount - 1, end.line + beyond));
    return {
      start: document.offsetAt(new vscode.Position(Math.max(0, start.line - beyond), 0)),
      end: document.offsetAt(last.range.end),
    };
  });
}

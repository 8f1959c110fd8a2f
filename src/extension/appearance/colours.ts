import * as vscode from 'vscode';
import { readingsOf } from '../../core/note/readings';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import { DisposableStore } from '../services/tools/disposableStore';
import { today } from '../services/tools/today';
import { toRange } from '../services/tools/vscodeTypes';
import { type Trace, traceColoured } from '../services/trace';
import { overdueDates } from './overdueDates';

const stageColour = new vscode.ThemeColor('sessionNotes.stageHeading');
const overdueColour = new vscode.ThemeColor('sessionNotes.overdueDate');

/** What a note is coloured with beyond its grammar: which headings are stages, and which due dates are past. */
export class Colours extends DisposableStore {
  readonly #stageHeading = this.register(
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      borderStyle: 'solid',
      borderWidth: '0 0 1px',
      borderColor: stageColour,
      overviewRulerColor: stageColour,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #overdueDate = this.register(
    vscode.window.createTextEditorDecorationType({
      color: overdueColour,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;
  readonly #trace: Trace;

  constructor(openNotes: OpenNotes, index: NoteIndex, trace: Trace) {
    super();
    this.#openNotes = openNotes;
    this.#index = index;
    this.#trace = trace;
    this.register(vscode.window.onDidChangeVisibleTextEditors(editors => this.#colour(editors)));
    this.register(
      index.onDidChange(change => {
        const { visibleTextEditors } = vscode.window;
        this.#colour(visibleTextEditors.filter(({ document }) => index.isConcerned(document.uri, change)));
      }),
    );
    this.#colour(vscode.window.visibleTextEditors);
  }

  #colour(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const { stages, overdue } = this.#placesIn(editor.document);
      editor.setDecorations(this.#stageHeading, stages);
      editor.setDecorations(this.#overdueDate, overdue);
      traceColoured(this.#trace, editor.document);
    }
  }

  /** None in a document that is no note, so that what it had as one is cleared. */
  #placesIn(document: vscode.TextDocument): {
    readonly stages: vscode.Range[];
    readonly overdue: vscode.Range[];
  } {
    const open = this.#openNotes.noteOf(document);
    if (open === undefined) return { stages: [], overdue: [] };
    const { note, path } = open;
    const dates = overdueDates(note, path, this.#index.casesOf(document.uri), today());
    const { lines } = note.outline;
    return {
      stages: readingsOf(note).flatMap(({ stages }) => stages.map(({ mark }) => toRange(mark.range, lines))),
      overdue: dates.map(range => toRange(range, lines)),
    };
  }
}

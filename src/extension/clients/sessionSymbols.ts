import * as vscode from 'vscode';
import { isCaseNote } from '../../core/case/sessions';
import { compareCodePoints } from '../../core/text/codePointOrder';
import { comparable } from '../../core/text/comparable';
import { sessionLabel } from '../openGoals/goalItem';
import { clientLabel } from '../services/caseLabels';
import type { NoteIndex } from '../services/noteIndex';

/** Nobody reads more of a list; VS Code asks again with every letter. */
const MOST = 200;

/** The sessions whose client, number or date have all words of the query, the newest first. */
export function sessionSymbols(index: NoteIndex, query: string): readonly vscode.SymbolInformation[] {
  const words = comparable(query).split(/\s+/).filter(Boolean);
  const found: { readonly date: string; readonly symbol: vscode.SymbolInformation }[] = [];
  for (const { root, case: ofCase } of index.cases()) {
    const client = clientLabel(ofCase);
    for (const note of ofCase.notes.filter(isCaseNote)) {
      const { date = '' } = note;
      const name = `${client} · ${sessionLabel(note)}`;
      const text = comparable(`${name} ${date}`);
      const uri = words.every(word => text.includes(word)) ? index.uriOf(root, note.path) : undefined;
      if (uri === undefined) continue;
      const place = new vscode.Location(uri, new vscode.Position(0, 0));
      found.push({ date, symbol: new vscode.SymbolInformation(name, vscode.SymbolKind.Event, date, place) });
    }
  }
  const newest = found.sort((a, b) => compareCodePoints(b.date, a.date)).slice(0, MOST);
  return newest.map(({ symbol }) => symbol);
}

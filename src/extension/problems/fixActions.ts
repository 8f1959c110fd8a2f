import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { type Message, message } from '../../core/message';
import { readingsOf } from '../../core/note/readings';
import { languageInto } from '../../core/practice/problems';
import { carryOverFixes } from '../../core/validate/carryOverFixes';
import { type JoinedFix, joinFixes } from '../../core/validate/joinFixes';
import type { CaseProblem, Fix, PracticeChange, Problem } from '../../core/validate/problem';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { renderShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNote } from '../services/openNotes';
import { placeCaretCommand } from '../services/placeCaret';
import { changePracticeCommand } from '../services/practiceCommand';
import { canChangePractice } from '../services/practiceWriter';
import { toRange, toTextEdits } from '../services/tools/vscodeTypes';
import { problemSource } from './diagnostic';
import { fixAll } from './fixAll';
import { allProblems } from './problemsOfNote';

/** The fixes of the problems that `range` touches, computed from the note as it is now. */
export async function quickFixActions(
  open: OpenNote,
  caseProblems: readonly CaseProblem[],
  index: NoteIndex,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  const cases = index.casesOf(open.document.uri);
  const lines = open.note.outline.lines;
  const problems = [...(await allProblems(open)), ...withCarrying(open, caseProblems, cases)];
  const isHere = (problem: Problem) => toRange(problem.range, lines).intersection(range) !== undefined;
  return [
    ...quickFixes(open, problems.filter(isHere), diagnostics),
    ...caseProblems.filter(isHere).flatMap(problem => comparison(open, problem, index, diagnostics)),
    ...ownHeadings(open, range),
  ];
}

/** What would edit the note says why that is not done; the rest stays as it is. */
export function disabled(actions: readonly vscode.CodeAction[], fault: Message): vscode.CodeAction[] {
  return actions.map(action => {
    if (action.edit === undefined) return action;
    const refused = new vscode.CodeAction(action.title, action.kind);
    refused.disabled = { reason: render(fault) };
    return refused;
  });
}

/** Of a sync copy what shows it beside the note that it is a copy of: which of them stays is for a person to say. */
function comparison(
  open: OpenNote,
  problem: CaseProblem,
  index: NoteIndex,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const [first] = problem.related;
  const uri = first && index.uriOf(open.root, first.path);
  if (problem.rule !== 'sync-copy' || first === undefined || uri === undefined) return [];
  const title = render(message('fix.compare', { file: first.path }));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const range = toRange(problem.range, open.note.outline.lines);
  action.diagnostics = diagnostics.filter(diagnostic => isOf(diagnostic, problem, range));
  action.command = {
    command: 'vscode.diff',
    title,
    arguments: [uri, open.document.uri, `${first.path} ↔ ${open.path}`],
  };
  return [action];
}

/** The case's problems with the fixes that take the text; none whose place is not in the text any more. */
function withCarrying(
  { note, root }: OpenNote,
  problems: readonly CaseProblem[],
  cases: readonly Case[],
): readonly Problem[] {
  const { text } = note.outline;
  const language = languageInto(root, note, { language: interfaceLanguage() });
  return problems
    .filter(problem => problem.range.end <= text.length)
    .map(problem => {
      const carrying = carryOverFixes(problem, note, cases, language);
      return { ...problem, fixes: [...problem.fixes, ...carrying] };
    });
}

/** The one action of this kind that applies every fix with one right answer, if there is anything to fix. */
export function fixAllActions(open: OpenNote, kind: vscode.CodeActionKind): vscode.CodeAction[] {
  const { edits } = fixAll(open);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(render({ key: 'action.fix-all' }), kind);
  action.edit = editOf(open, edits);
  return [action];
}

/** What mends several problems, each once: many a fix is one for all that its note lacks. */
function quickFixes(
  open: OpenNote,
  problems: readonly Problem[],
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const isWritable = ({ inPractice }: Fix) =>
    inPractice === undefined || canChangePractice(open.root, inPractice);
  const offered = problems.map(problem => ({ problem, fixes: problem.fixes.filter(isWritable) }));
  return joinFixes(offered).map(joined => quickFix(open, joined, diagnostics));
}

function quickFix(
  open: OpenNote,
  joined: JoinedFix<Problem>,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const { fix, problems } = joined;
  const { lines } = open.note.outline;
  const action = new vscode.CodeAction(titleOf(open, joined), vscode.CodeActionKind.QuickFix);
  if (fix.inPractice === undefined) action.edit = editOf(open, fix.edits);
  else action.command = practiceCommand(open, fix.title, fix.inPractice);
  // Auto Fix applies what is preferred unasked: never one of several answers that a person has to give.
  action.isPreferred = joined.isPreferred;
  action.diagnostics = diagnostics.filter(diagnostic =>
    problems.some(problem => isOf(diagnostic, problem, toRange(problem.range, lines))),
  );
  const caret = caretOf(open, fix);
  if (caret !== undefined) action.command = caret;
  return action;
}

/** The title of a fix, with the line that it mends where another one has the same title. */
function titleOf({ note }: OpenNote, { fix, problems, isTitleShared }: JoinedFix<Problem>): string {
  const title = renderShown(fix.title);
  const place = fix.edits[0]?.range ?? problems[0]?.range;
  if (!isTitleShared || place === undefined) return title;
  const line = note.outline.lines.positionAt(place.start).line + 1;
  return render(message('fix.at-line', { title, line }));
}

function practiceCommand(open: OpenNote, title: Message, change: PracticeChange): vscode.Command {
  return {
    command: changePracticeCommand,
    title: render(title),
    arguments: [open.document.uri.toString(), change],
  };
}

/** What undoes for good that a heading was taken for a stage whose title it has not. */
function ownHeadings(open: OpenNote, range: vscode.Range): vscode.CodeAction[] {
  const { lines } = open.note.outline;
  const marks = readingsOf(open.note)
    .flatMap(({ stages }) => stages)
    .filter(({ naming, mark }) => naming === 'loosely' && toRange(mark.range, lines).intersection(range))
    .map(({ mark }) => mark);
  return [...new Set(marks.map(({ title }) => title))].flatMap(title => {
    const change: PracticeChange = { kind: 'own-heading', title };
    if (!canChangePractice(open.root, change)) return [];
    const action = new vscode.CodeAction(render(message('fix.own-heading')), vscode.CodeActionKind.QuickFix);
    action.command = practiceCommand(open, message('fix.own-heading'), change);
    return [action];
  });
}

function isOf(diagnostic: vscode.Diagnostic, problem: Problem, range: vscode.Range): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return diagnostic.source === problemSource && code === problem.rule && diagnostic.range.isEqual(range);
}

function editOf(open: OpenNote, edits: Fix['edits']): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(open.document.uri, toTextEdits(edits, open.note.outline.lines));
  return edit;
}

function caretOf(open: OpenNote, fix: Fix): vscode.Command | undefined {
  if (fix.caret === undefined) return undefined;
  return {
    command: placeCaretCommand,
    title: render(fix.title),
    arguments: [open.document.uri.toString(), fix.caret],
  };
}

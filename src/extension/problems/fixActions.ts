import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import { type Message, message } from '../../core/message';
import { readingsOf } from '../../core/note/readings';
import { languageInto } from '../../core/practice/problems';
import { carryOverFixes } from '../../core/validate/carryOverFixes';
import type { CaseProblem, Fix, PracticeChange, Problem } from '../../core/validate/problem';
import { interfaceLanguage, render } from '../../l10n/catalogue';
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
    ...problems.filter(isHere).flatMap(problem => quickFixes(open, problem, diagnostics)),
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

function quickFixes(
  open: OpenNote,
  problem: Problem,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const range = toRange(problem.range, open.note.outline.lines);
  const mended = diagnostics.filter(diagnostic => isOf(diagnostic, problem, range));
  const { root } = open;
  const fixes = problem.fixes.filter(
    ({ inPractice }) => inPractice === undefined || canChangePractice(root, inPractice),
  );
  return fixes.map((fix, position) => {
    const action = new vscode.CodeAction(render(fix.title), vscode.CodeActionKind.QuickFix);
    if (fix.inPractice === undefined) action.edit = editOf(open, fix.edits);
    else action.command = practiceCommand(open, fix.title, fix.inPractice);
    // Auto Fix applies what is preferred unasked: never one of several answers that a person has to give.
    action.isPreferred = position === 0 && (fix.safety === 'safe' || fixes.length === 1);
    action.diagnostics = [...mended];
    const caret = caretOf(open, fix);
    if (caret !== undefined) action.command = caret;
    return action;
  });
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

import * as vscode from 'vscode';
import { tellFigure } from './figures';
import { Meter, processorTime } from './meter';
import { liveHeap } from './nodeTools';
import { startExtension } from './started';
import { pause, untilIdle } from './waiting';

const keystrokes = 30;

/** How long, in milliseconds, after a keystroke all that follows from it is done. */
const settled = 600;

const warmUp = 1000;
const simulated = 10_000;
/** So often typing pauses. */
const stretch = 100;

/** What a keystroke in a note costs beside one in a page that is no note. */
export async function measureTyping(): Promise<void> {
  const base = await startBesidePage();
  tellFigure({
    what: 'a keystroke at 10 KB: own processor time, all that follows included',
    value: (await typingCost(await show('a.session.md'))) - base,
    unit: 'ms',
    bar: 1,
  });
}

/** The same in a long transcript, and what it costs to undo a change that is far away. */
export async function measureTranscript(): Promise<void> {
  const base = await startBesidePage();
  const what = 'in a transcript of 100,000 turns: own processor time, all that follows included';
  const editor = await show('transcript.session.md');
  await untilIdle();
  const typing = (await typingCost(editor)) - base;
  tellFigure({ what: `a keystroke ${what}`, value: typing, unit: 'ms', bar: 16 });
  const lines = editor.document.lineCount;
  await type(editor, Math.floor(lines * 0.1));
  await pause(settled);
  await type(editor, Math.floor(lines * 0.9));
  await pause(settled);
  await vscode.commands.executeCommand('undo');
  await pause(settled);
  const meter = new Meter();
  await vscode.commands.executeCommand('undo');
  await pause(settled);
  const { processor, block } = meter.stop();
  tellFigure({ what: `undo of a far change ${what}`, value: processor - base, unit: 'ms', bar: 16 });
  tellFigure({ what: 'undo of a far change: longest block', value: block, unit: 'ms', bar: 50 });
}

/** What typing leaves behind. */
export async function measureHeap(): Promise<void> {
  await (await startExtension()).api.indexed;
  const editor = await show('a.session.md');
  await typeMany(editor, warmUp);
  await untilIdle();
  const before = liveHeap();
  await typeMany(editor, simulated);
  await untilIdle();
  tellFigure({
    what: 'heap after 10,000 edits, more than after warm-up',
    value: (liveHeap() / before - 1) * 100,
    unit: '%',
    bar: 10,
  });
}

/** Starts the extension, and types in a page that is no note: what that costs is not the extension's. */
async function startBesidePage(): Promise<number> {
  await (await startExtension()).api.indexed;
  return typingCost(await show('page.md'));
}

/** The median of the processor time of a keystroke and all that follows from it, in milliseconds. */
async function typingCost(editor: vscode.TextEditor): Promise<number> {
  const costs: number[] = [];
  for (let at = 0; at < keystrokes; at++) {
    const line = Math.floor((editor.document.lineCount * (at + 0.5)) / keystrokes);
    const before = processorTime();
    await type(editor, line);
    await pause(settled);
    costs.push(processorTime() - before);
  }
  return costs.toSorted((a, b) => a - b)[Math.floor(keystrokes / 2)] ?? Number.NaN;
}

async function type(editor: vscode.TextEditor, line: number): Promise<void> {
  const { end } = editor.document.lineAt(line).range;
  await editor.edit(edit => edit.insert(end, 'x'));
}

/** Types a character and takes it away again, again and again. */
async function typeMany(editor: vscode.TextEditor, edits: number): Promise<void> {
  const place = editor.document.lineAt(editor.document.lineCount - 2).range.end;
  const typed = new vscode.Range(place, place.translate(0, 1));
  for (let at = 0; at < edits; at += 2) {
    await editor.edit(edit => edit.insert(place, 'x'));
    await editor.edit(edit => edit.delete(typed));
    if (at % stretch === 0) await pause(settled / 2);
  }
}

async function show(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document, { preview: false });
}

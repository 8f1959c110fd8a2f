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

/** What a keystroke costs beside one in a page that is no note, and what typing leaves behind. */
export async function measureTyping(): Promise<void> {
  const { api } = await startExtension();
  await api.indexed;
  const page = await show('page.md');
  const base = await typingCost(page);
  const note = await show('a.session.md');
  tellFigure({
    what: 'a keystroke at 10 KB: own processor time, all that follows included',
    value: (await typingCost(note)) - base,
    unit: 'ms',
    bar: 1,
  });
  await measureTranscript(base);
  await measureHeap();
}

async function measureTranscript(base: number): Promise<void> {
  const what = 'in a transcript of 100,000 turns';
  const editor = await show('transcript.session.md');
  await untilIdle();
  tellFigure({
    what: `a keystroke ${what}: own processor time`,
    value: (await typingCost(editor)) - base,
    unit: 'ms',
    bar: 16,
  });
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
  tellFigure({
    what: `undo of a far change ${what}: own processor time`,
    value: processor - base,
    unit: 'ms',
    bar: 16,
  });
  tellFigure({ what: `undo of a far change ${what}: longest block`, value: block, unit: 'ms', bar: 50 });
}

async function measureHeap(): Promise<void> {
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

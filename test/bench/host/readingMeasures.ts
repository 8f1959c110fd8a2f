import * as vscode from 'vscode';
import { type Figure, tellFigure } from './figures';
import { Meter, processorTime } from './meter';
import { liveHeap, readFile, readSoFar, runElsewhere } from './nodeTools';
import { type Started, startExtension } from './started';
import { pause, untilIdle } from './waiting';

/** How many files are read at once by whoever reads them alone; the best counts. */
const concurrencies = [16, 64, 256];

/** The extension's own start, and nothing else. */
export async function measureStart(): Promise<void> {
  const { times } = await startExtension();
  tellFigure({ what: 'start: load the code', value: times.load, unit: 'ms' });
  tellFigure({ what: 'start: activate', value: times.activate, unit: 'ms' });
  tellFigure({ what: 'start in all', value: times.load + times.activate, unit: 'ms', bar: 60 });
}

/** 10,000 notes from nothing, beside reading them alone. */
export async function measureIndex(): Promise<void> {
  const { api, meter } = await startExtension();
  await api.indexed;
  await tellCost('10,000 notes', meter, 3000);
  const files = await vscode.workspace.findFiles('**/*.md');
  const ways = [
    ['workspace.fs', (uri: vscode.Uri) => vscode.workspace.fs.readFile(uri)],
    ['node:fs', (uri: vscode.Uri) => readFile(uri.fsPath)],
  ] as const;
  for (const [name, read] of ways) {
    const times: number[] = [];
    for (const atOnce of concurrencies) times.push(await timeReading(files, read, atOnce));
    tellFigure({
      what: `10,000 notes: reading alone by ${name}, at its best`,
      value: Math.min(...times),
      unit: 'ms',
    });
  }
}

async function timeReading(
  files: readonly vscode.Uri[],
  read: (uri: vscode.Uri) => PromiseLike<Uint8Array>,
  atOnce: number,
): Promise<number> {
  const begin = performance.now();
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const uri of queue) await read(uri);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - begin;
}

/** 300 clients: the first row, then a checkout that changes 2,000 of their notes. */
export async function measureClients(): Promise<void> {
  const started = await startExtension();
  await vscode.commands.executeCommand('sessionNotes.openGoals.focus');
  await firstRow(started, 'sessionNotes.openGoals');
  await tellCost('300 clients, first row', started.meter, 2000);
  await measureCheckout(started);
}

async function firstRow({ tree }: Started, id: string): Promise<void> {
  const rows = tree(id);
  for (;;) {
    const [first] = (await rows.getChildren()) ?? [];
    if (first !== undefined && (await rows.getTreeItem(first)).label !== '') return;
    await pause(20);
  }
}

const checkout = `const { readFileSync, writeFileSync } = require('node:fs');
for (let client = 0; client < 200; client++) {
  for (let session = 1; session <= 10; session++) {
    const file = process.argv[1] + '/K-' + client + '/' + session + '.session.md';
    writeFileSync(file, readFileSync(file, 'utf8').replace('- [ ]', '- [x]'));
  }
}`;

/** How long, in milliseconds, nothing is drawn when a checkout has settled. */
const quiet = 3000;

async function measureCheckout({ traced }: Started): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const before = traced.length;
  await runElsewhere(checkout, folder);
  const meter = new Meter();
  const begin = performance.now();
  let drawn = 0;
  let last = begin;
  for (;;) {
    const now = traced.slice(before).filter(line => line === 'drew Open Goals').length;
    if (now > drawn) {
      drawn = now;
      last = performance.now();
    }
    if (drawn > 0 && performance.now() - last > quiet) break;
    await pause(20);
  }
  tellFigure({
    what: 'checkout of 2,000 notes: last drawn after',
    value: last - begin,
    unit: 'ms',
    bar: 2000,
  });
  tellFigure({ what: 'checkout of 2,000 notes: drawn', value: drawn, unit: 'times', bar: 1 });
  tellFigure({
    what: 'checkout of 2,000 notes: longest block',
    value: meter.stop().block,
    unit: 'ms',
    bar: 50,
  });
}

/** 50,000 pages that are no notes. */
export async function measureOthers(): Promise<void> {
  const what = '50,000 other pages';
  const { api, meter } = await startExtension();
  const [heap, read] = [liveHeap(), readSoFar()];
  await api.indexed;
  tellFigure({ what: `${what}: read of each`, value: (readSoFar() - read) / 50_000, unit: 'KB', bar: 8.5 });
  await tellCost(what, meter);
  tellFigure({ what: `${what}: kept in memory in all`, value: liveHeap() - heap, unit: 'MB' });
  const [readBefore, processor] = [readSoFar(), processorTime()];
  await pause(quiet);
  tellFigure({ what: `${what}: read later`, value: readSoFar() - readBefore, unit: 'KB', bar: 1000 });
  tellFigure({
    what: `${what}: processor time in 3 s later`,
    value: processorTime() - processor,
    unit: 'ms',
  });
}

/** Tells what it cost until now, and the longest block until all is quiet. */
async function tellCost(what: string, meter: Meter, bar?: number): Promise<void> {
  const { wall, processor } = meter.read();
  await untilIdle();
  const there: Figure = { what: `${what}: until it is there`, value: wall, unit: 'ms' };
  tellFigure(bar === undefined ? there : { ...there, bar });
  tellFigure({ what: `${what}: processor time until then`, value: processor, unit: 'ms' });
  tellFigure({
    what: `${what}: longest block after the start`,
    value: meter.stop().block,
    unit: 'ms',
    bar: 50,
  });
}

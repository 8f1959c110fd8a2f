import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { show } from './editors';
import { HeldReads } from './heldReads';
import { holdingSearches } from './heldSearch';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

/** So many changes in portions, as VS Code tells of a checkout. */
const portions = 3;
const inPortion = 110;
const betweenPortions = 200;

/** How long, in milliseconds, nothing is drawn any more when all is. */
const rest = 1500;

describe('a workspace with very many files', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    for (const name of ['A', 'B', 'C']) {
      const more = name === 'C' ? ['counselor: RA'] : [];
      for (const session of [1, 2]) {
        const text = wholeNote({ client: `${folder.client}-${name}`, session, more });
        await folder.write(`${name}-${session}.session.md`, text);
      }
    }
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  /** The clients of the test that are shown, and how many sessions each has. */
  const clients = async (): Promise<readonly string[]> => {
    const tree = extension.tree('sessionNotes.clients');
    const rows = (await tree.rows()).filter(({ label }) => label.startsWith(folder.client));
    const counted = rows.map(async row => `${row.label.slice(-1)}: ${(await tree.rows(row)).length}`);
    return Promise.all(counted);
  };
  const above = (): string => extension.tree('sessionNotes.clients').message;

  it('shows the clients of open notes where the user stops the reading', async () => {
    await show(folder.at('A-2.session.md'));
    // The extension that VS Code runs has read all by then, and is not the one that is stopped.
    await vscode.commands.executeCommand('sessionNotes.refreshOpenGoals');
    const starting = await holdingSearches(() => stoppedReading());
    extension = await starting.extension;
    deepEqual(await clients(), ['A: 2']);
    match(above(), said({ en: /^Reading was stopped/, id: /^Pembacaan dihentikan/ }));
  });

  it('shows the clients of open notes, whole, and says that it shows no others', async () => {
    await changeSetting('sessionNotes.index.limit', 3);
    await show(folder.at('A-2.session.md'));
    extension = await TracedExtension.start();
    deepEqual(await clients(), ['A: 2']);
    match(
      above(),
      said({ en: /only the notes of clients whose notes are open are read/, id: /hanya konseli yang/ }),
    );
    await show(folder.at('B-1.session.md'));
    await eventually('the other client', async () => (await clients()).join() === 'A: 2,B: 2');
  });

  it('shows the clients of the counselor, too', async () => {
    await changeSetting('sessionNotes.index.limit', 3);
    await changeSetting('sessionNotes.counselor', 'ra');
    extension = await TracedExtension.start();
    deepEqual(await clients(), ['C: 2']);
    match(above(), said({ en: /are open and of clients of ra are read/, id: /konseli dari ra yang/ }));
  });

  it('is read as a whole as soon as the limit allows it', async () => {
    await changeSetting('sessionNotes.index.limit', 3);
    extension = await TracedExtension.start();
    deepEqual(await clients(), []);
    await changeSetting('sessionNotes.index.limit', undefined);
    await eventually('all clients', async () => (await clients()).join() === 'A: 2,B: 2,C: 2');
    equal(above(), '');
  });

  it('is drawn once when very many notes change at once', async () => {
    const changed = new vscode.EventEmitter<vscode.Uri>();
    const uris = await writeMany('- [ ] Walk ^walk');
    extension = await withWatcher(changed, () => TracedExtension.start());
    let drawn = 0;
    extension.tree('sessionNotes.openGoals').onDraw(() => drawn++);
    const atRest = async (): Promise<number> => {
      for (let before = -1; before !== drawn; await pause(rest)) before = drawn;
      return drawn;
    };
    const before = await atRest();
    await writeMany('- [x] Walk ^walk');
    for (let portion = 0; portion < portions; portion++) {
      for (const uri of uris.slice(portion * inPortion, (portion + 1) * inPortion)) changed.fire(uri);
      await pause(betweenPortions);
    }
    await eventually('a drawing', () => drawn > before);
    equal((await atRest()) - before, 1);
  });

  for (const view of ['sessionNotes.openGoals', 'sessionNotes.clients']) {
    it(`shows in ${view} the first clients while the notes of others are read`, async () => {
      await writeMany('- [ ] Walk ^walk');
      const held = Array.from({ length: 12 }, (_, at) =>
        folder.write(`z-held-${at}.session.md`, manyText(at, '')),
      );
      await Promise.all(held);
      const reads = new HeldReads('z-held');
      const allReads = new HeldReads('.session.md');
      try {
        const { extension: reading, indexed } = TracedExtension.begin();
        extension = reading;
        const tree = extension.tree(view);
        // What is shown then can only be shown later because the view hears of it.
        deepEqual(await tree.rows(), []);
        allReads.dispose();
        await eventually('the first clients', async () => {
          await pause(200);
          reads.letGo();
          return (await tree.rows()).length > 20;
        });
        match(tree.message, said({ en: /^Reading session notes/, id: /^Membaca catatan sesi/ }));
        reads.dispose();
        await indexed;
        await eventually('no word above the rows', () => tree.message === '');
      } finally {
        allReads.dispose();
        reads.dispose();
      }
    });
  }

  const manyText = (at: number, goal: string): string =>
    wholeNote({ client: `${folder.client}-many-${at}` }, goal);

  const writeMany = (goal: string): Promise<readonly vscode.Uri[]> =>
    Promise.all(
      Array.from({ length: portions * inPortion }, (_, at) =>
        folder.write(`many-${at}.session.md`, manyText(at, goal)),
      ),
    );
});

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

/** Starts the extension, and stops its reading as soon as it offers that. */
async function stoppedReading(): Promise<{ readonly extension: Promise<TracedExtension> }> {
  const { withProgress } = vscode.window;
  const stop = new vscode.CancellationTokenSource();
  const offered = new Promise<void>(resolve => {
    const instead: typeof withProgress = async (_, work) => {
      Reflect.set(vscode.window, 'withProgress', withProgress);
      const done = work({ report: () => undefined }, stop.token);
      resolve();
      return done;
    };
    Reflect.set(vscode.window, 'withProgress', instead);
  });
  const extension = TracedExtension.start();
  await offered;
  stop.cancel();
  return { extension };
}

/** Has the extension that `start` starts hear of changes on disk from `changed` alone. */
async function withWatcher<Result>(
  changed: vscode.EventEmitter<vscode.Uri>,
  start: () => Promise<Result>,
): Promise<Result> {
  const { createFileSystemWatcher } = vscode.workspace;
  const nothing = new vscode.EventEmitter<vscode.Uri>();
  Reflect.set(vscode.workspace, 'createFileSystemWatcher', () => ({
    onDidCreate: nothing.event,
    onDidChange: changed.event,
    onDidDelete: nothing.event,
    dispose: () => undefined,
  }));
  try {
    return await start();
  } finally {
    Reflect.set(vscode.workspace, 'createFileSystemWatcher', createFileSystemWatcher);
  }
}

import * as vscode from 'vscode';
import { deepEqual } from '../host/assert';
import { eventually } from '../host/eventually';
import { rangeOf, retype, showToStay } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { TracedExtension } from './tracedExtension';

/** Prose of a note: above its goals, and below all of them. */
const above = '## Building the relationship\n';
const goals = ['- [ ] Sleep before eleven ^sleep', '', 'Below.'];

describe('what a change costs', () => {
  let folder: OwnFolder;
  let traced: TracedExtension;
  let first: vscode.TextEditor;
  let other: vscode.Uri;

  beforeEach(async () => {
    folder = await OwnFolder.create();
    const uri = await folder.write('a.session.md', wholeNote(folder, ...goals));
    other = await folder.write('b.session.md', wholeNote({ client: `${folder.client}-B` }, ...goals));
    first = await showToStay(uri);
    traced = await TracedExtension.start();
    await traced.showClients();
    // What tells of files tells in turn: once the last one is there, nothing of those above is to come.
    const last = `${folder.client}-C`;
    await folder.write('c.session.md', wholeNote({ client: last }, ...goals));
    const clients = traced.tree('sessionNotes.clients');
    await eventually(
      'the client of the last file',
      async () => (await clients.rows()).some(({ label }) => label === last) || undefined,
    );
    // What opening and reading the files set off is over once a later change is drawn.
    await retype(first, 'Sleep before eleven', 'Sleep');
    await traced.until(validated(first), 'drew Open Goals', 'drew Clients');
  });

  afterEach(async () => {
    traced.dispose();
    await folder.remove();
  });

  it('of a goal is one validation of its note, one case and one drawing of each view that shows it', async () => {
    const contexts = await contextsSet(async () => {
      await retype(first, '- [ ] Sleep', '- [/] Sleep');
      const lines = [...(await traced.until(validated(first), 'drew Open Goals', 'drew Clients'))];
      // What nothing but the note keeps sets off nothing else.
      await retype(first, 'Below.', 'Below all.');
      lines.push(...(await traced.until(validated(first))));
      deepEqual(
        counted(lines, /^validated|^folded|Open Goals$|Clients$/),
        [
          `${validated(first, -1)}: 1`,
          'drew Clients: 1',
          'drew Open Goals: 1',
          'folded 1 case: 1',
          `${validated(first)}: 1`,
        ].sort(),
      );
    });
    deepEqual(contexts, []);
  });

  it('of prose is drawn in no list, though it moves the goals below', async () => {
    await retype(first, above, `${above}\nMore prose.\n`);
    const lines = [...(await traced.until(validated(first)))];
    await retype(first, '- [ ] Sleep', '- [/] Sleep');
    lines.push(...(await traced.until(validated(first), 'drew Open Goals', 'drew Clients')));
    await retype(first, 'Below.', 'Below all.');
    lines.push(...(await traced.until(validated(first))));
    deepEqual(counted(lines, /Open Goals$|Clients$/), ['drew Clients: 1', 'drew Open Goals: 1']);
  });

  it('of prose colours the note, its checklist and its status once', async () => {
    await retype(first, 'Below.', 'Below all.');
    const lines = [...(await traced.until(validated(first)))];
    await retype(first, 'Below all.', 'Below.');
    lines.push(...(await traced.until(validated(first))));
    deepEqual(
      counted(lines, /^coloured|^drew/),
      [
        `${coloured(first, -1)}: 1`,
        `${coloured(first)}: 1`,
        'drew This Note: 2',
        'drew the status of a note: 2',
      ].sort(),
    );
  });

  it('is paid once, and not again when the note is saved', async () => {
    await retype(first, 'Below.', 'Below all.');
    await traced.until(validated(first));
    await first.document.save();
    const clients = traced.tree('sessionNotes.clients');
    const later = `${folder.client}-D`;
    await folder.write('d.session.md', wholeNote({ client: later }, ...goals));
    await eventually(
      'the client of a file that was written later',
      async () => (await clients.rows()).some(({ label }) => label === later) || undefined,
    );
    await retype(first, 'Below all.', 'Below.');
    const lines = await traced.until(validated(first));
    deepEqual(counted(lines, /^validated .*a\.session|^coloured|This Note$/), [
      `${coloured(first)}: 1`,
      'drew This Note: 1',
      `${validated(first)}: 1`,
    ]);
  });

  it('of one client leaves the progress of another as it is', async () => {
    await traced.run('sessionNotes.showCaseProgress');
    await traced.until('drew Case Progress');
    const document = await vscode.workspace.openTextDocument(other);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    await retype(editor, '- [ ] Sleep', '- [/] Sleep');
    const lines = await traced.until(validated(editor), 'drew Open Goals');
    deepEqual(counted(lines, /Case Progress$/), []);
    const end = new vscode.WorkspaceEdit();
    end.replace(first.document.uri, rangeOf(first.document, '- [ ] Sleep'), '- [/] Sleep');
    await vscode.workspace.applyEdit(end);
    await traced.until('drew Case Progress');
  });
});

/** The line that says that the problems of the version in an editor, or of one before, are shown. */
function validated({ document }: vscode.TextEditor, from = 0): string {
  return `validated ${nameOf(document.uri)} version ${document.version + from}`;
}

function coloured({ document }: vscode.TextEditor, from = 0): string {
  return `coloured ${nameOf(document.uri)} version ${document.version + from}`;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The lines of a kind, each once with how often it is there, sorted. */
function counted(lines: readonly string[], kind: RegExp): readonly string[] {
  const ofKind = lines.filter(line => kind.test(line));
  const count = (line: string): number => ofKind.filter(each => each === line).length;
  return [...new Set(ofKind)].sort().map(line => `${line}: ${count(line)}`);
}

/** The context keys of this extension that are set while `work` goes on. */
async function contextsSet(work: () => Promise<void>): Promise<readonly unknown[]> {
  const { executeCommand } = vscode.commands;
  const set: unknown[] = [];
  const instead = (command: string, ...rest: readonly unknown[]): Thenable<unknown> => {
    if (command === 'setContext') set.push(rest[0]);
    return executeCommand(command, ...rest);
  };
  Reflect.set(vscode.commands, 'executeCommand', instead);
  try {
    await work();
  } finally {
    Reflect.set(vscode.commands, 'executeCommand', executeCommand);
  }
  return set;
}

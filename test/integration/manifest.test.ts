import * as vscode from 'vscode';
import { deepEqual, ok } from '../host/assert';
import { installedExtension, runningExtension } from './runningExtension';

/** The parts of the manifest that are looked at here. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

describe('the manifest', () => {
  let registered: ReadonlySet<string>;
  let contributes: Manifest['contributes'];
  before(async () => {
    await runningExtension();
    // The twins are internal for VS Code: their ids begin with an underscore.
    registered = new Set(await vscode.commands.getCommands());
    const manifest: Manifest = installedExtension().packageJSON;
    contributes = manifest.contributes;
  });

  it('names only commands that exist', () => {
    const declared = contributes.commands.map(({ command }) => command);
    ok(declared.length > 0);
    deepEqual(
      declared.filter(command => !registered.has(command)),
      [],
    );
  });

  it('names only views that exist', () => {
    const views = Object.values(contributes.views).flatMap(of => of.map(({ id }) => id));
    ok(views.length > 0);
    deepEqual(
      views.filter(id => !registered.has(`${id}.focus`)),
      [],
    );
  });
});

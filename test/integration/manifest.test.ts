import * as vscode from 'vscode';
import { ruleIds } from '../../src/core/ruleIds';
import { deepEqual, equal, ok } from '../host/assert';
import { installedExtension, runningExtension } from './runningExtension';

/** The parts of the manifest that are looked at here. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>
      >;
    };
  };
}

describe('the manifest', () => {
  it('names only commands that exist', async () => {
    await runningExtension();
    // The twins are internal for VS Code: their ids begin with an underscore.
    const registered = new Set(await vscode.commands.getCommands());
    const { contributes } = await readManifest();
    const declared = contributes.commands.map(({ command }) => command);
    ok(declared.length > 0);
    deepEqual(
      declared.filter(command => !registered.has(command)),
      [],
    );
  });

  it('names only views that exist', async () => {
    await runningExtension();
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = await readManifest();
    const views = Object.values(contributes.views).flatMap(of => of.map(({ id }) => id));
    ok(views.length > 0);
    deepEqual(
      views.filter(id => !registered.has(`${id}.focus`)),
      [],
    );
  });

  it('lists each rule in the settings', async () => {
    const { contributes } = await readManifest();
    const rules = contributes.configuration.properties['sessionNotes.rules']?.properties ?? {};
    deepEqual(Object.keys(rules).sort(), [...ruleIds].sort());
  });

  it('has all its texts in both languages', async () => {
    const english = await readTexts('package.nls.json');
    const indonesian = await readTexts('package.nls.id.json');
    deepEqual(Object.keys(indonesian).sort(), Object.keys(english).sort());
    const source = await readText('package.json');
    const used = [...new Set([...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => String(key)))];
    deepEqual(
      used.filter(key => english[key] === undefined),
      [],
    );
    deepEqual(
      Object.keys(english).filter(key => !used.includes(key)),
      [],
      'texts that nothing uses',
    );
    ok(used.length > 0);
  });

  it("changes none of the user's settings", async () => {
    const { contributes } = await readManifest();
    equal('configurationDefaults' in contributes, false);
  });

  it('gives a page to each rule', async () => {
    for (const rule of ruleIds) {
      equal((await readText(`docs/rules/${rule}.md`)).startsWith(`# ${rule}\n`), true, rule);
    }
  });
});

async function readText(path: string): Promise<string> {
  const uri = vscode.Uri.joinPath(installedExtension().extensionUri, path);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readText('package.json'));
}

async function readTexts(path: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await readText(path));
}

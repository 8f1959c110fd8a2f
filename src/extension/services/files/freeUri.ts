import * as vscode from 'vscode';

/** The first of `stem`, `stem-2`, `stem-3`, … followed by `ending` that nothing in `parent` is called yet. */
export async function freeUri(parent: vscode.Uri, stem: string, ending = ''): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(parent, number === 1 ? `${stem}${ending}` : `${stem}-${number}${ending}`);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    // Not there, or not to be seen: making it will tell.
    return false;
  }
}

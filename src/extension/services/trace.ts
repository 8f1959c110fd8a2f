import * as vscode from 'vscode';

/** Where it is written what work was done, so that it can be seen what a change costs. */
export type Trace = Pick<vscode.LogOutputChannel, 'trace'>;

/** What is drawn as a whole. */
type DrawnView =
  | 'Open Goals'
  | 'Clients'
  | 'This Note'
  | 'Codes'
  | 'the status of a note'
  | 'Case Progress'
  | 'Session Brief'
  | 'Compare Raters';

/** The problems of the file at `uri` are shown: of this version of an open document, else of the file on disk. */
export function traceValidated(trace: Trace, uri: vscode.Uri, version: number | undefined): void {
  trace.trace(`validated ${vscode.workspace.asRelativePath(uri)} ${versionName(version)}`);
}

/** The stages and dates in an editor are coloured. */
export function traceColoured(trace: Trace, { uri, version }: vscode.TextDocument): void {
  trace.trace(`coloured ${vscode.workspace.asRelativePath(uri)} ${versionName(version)}`);
}

/** The notes of one case were put together anew. Which one is not told. */
export function traceFolded(trace: Trace): void {
  trace.trace('folded 1 case');
}

/** A view was drawn anew. */
export function traceDrawn(trace: Trace, drawing: DrawnView): void {
  trace.trace(`drew ${drawing}`);
}

function versionName(version: number | undefined): string {
  return version === undefined ? 'on disk' : `version ${version}`;
}

import * as vscode from 'vscode';
import { changeSetting } from './settings';

/**
 * Holds back every search for Markdown files while `work` goes on, so that whoever reads the workspace meanwhile stays
 * in the midst of it. Gives what the work gives.
 */
export async function holdingSearches<Result>(work: () => Promise<Result>): Promise<Result> {
  // Where more is hidden than names, it is left to VS Code to look for files.
  await changeSetting('files.exclude', { '**/hidden-*-here': true });
  const { findFiles } = vscode.workspace;
  let release: () => void = () => undefined;
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  const instead: typeof findFiles = async (include, ...rest) => {
    const glob = typeof include === 'string' ? include : include.pattern;
    if (glob.includes('md')) await released;
    return findFiles(include, ...rest);
  };
  Reflect.set(vscode.workspace, 'findFiles', instead);
  try {
    return await work();
  } finally {
    Reflect.set(vscode.workspace, 'findFiles', findFiles);
    release();
  }
}

import { join } from 'node:path';
import type { Case, CaseGoal } from '../core/case/case';
import type { CaseIndex } from '../core/case/caseIndex';
import { caseKeys, clientKey, noClient } from '../core/case/clientKey';
import { toCaseNote } from '../core/case/toCaseNote';
import { indexCases, readClientsOf, readNote } from '../core/practice/practice';
import { compareCodePoints } from '../core/text/codePointOrder';
import { readDiskNote } from './noteFile';
import { pathFrom } from './paths';
import { ProgressLine } from './progress';
import type { DiskRoot } from './roots';
import { unreadLine } from './takeNotes';
import type { Terminal } from './terminal';
import type { Workspace } from './workspace';

/** A case and the root that its notes lie in. */
export interface DiskCase {
  readonly root: DiskRoot;
  readonly case: Case;
}

/** A case and those of its goals that were asked for. */
export interface ListedCase extends DiskCase {
  readonly goals: readonly CaseGoal[];
}

/** The cases of a workspace, and what could not be read of them. */
interface ReadCases {
  /** Those with a note among the named files, by client; what has no client comes last. */
  readonly cases: readonly DiskCase[];
  /** Whether there are any at all, of whatever client. */
  readonly hasAny: boolean;
  /** One line for each file or folder that could not be read. */
  readonly unread: readonly string[];
}

/**
 * Reads the notes of the roots concerned and folds them into cases. Where one client was asked for, only the front matter of
 * the others' notes is read, and there is no case of theirs.
 */
export function readCases(workspace: Workspace, terminal: Terminal, client?: string): ReadCases {
  const indexes = new Map<DiskRoot, CaseIndex>();
  const unread: string[] = [];
  const key = client === undefined ? undefined : clientKey(client);
  const nameOf = (file: string): string => pathFrom(terminal.directory, file);
  let hasOthers = false;
  const progress = new ProgressLine(terminal);
  for (const file of workspace.filesOfRoots()) {
    progress.step();
    const index = indexes.get(file.root) ?? indexCases(file.root);
    indexes.set(file.root, index);
    const reading = readDiskNote(file);
    if (reading.kind === 'unreadable') unread.push(unreadLine(nameOf(file.file), reading.reason));
    if (reading.kind !== 'note') continue;
    const { text } = reading.content;
    if (key === undefined || caseKeys(readClientsOf(file.root, file.path, text)).includes(key))
      index.set(toCaseNote(file.path, readNote(file.root, file.path, text), index.kept));
    else hasOthers ||= workspace.isNamed(file.file);
  }
  progress.end();
  for (const { file, problems } of workspace.unreadableFolders) {
    for (const problem of problems) unread.push(unreadLine(nameOf(file), problem.message));
  }
  const all = [...indexes].flatMap(([root, index]) => index.cases().map(found => ({ root, case: found })));
  const cases = all
    .filter(found => (key === undefined || found.case.key === key) && isNamed(found, workspace))
    .sort(compareClients);
  // A note of several clients is read for one of them.
  return { cases, hasAny: hasOthers || all.some(found => isNamed(found, workspace)), unread };
}

function isNamed({ root, case: found }: DiskCase, workspace: Workspace): boolean {
  return found.notes.some(note => workspace.isNamed(join(root.folder, note.path)));
}

function compareClients(a: DiskCase, b: DiskCase): number {
  const clientless = Number(a.case.key === noClient) - Number(b.case.key === noClient);
  return clientless || compareCodePoints(a.case.key, b.case.key);
}

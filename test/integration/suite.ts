import { runSuite } from '../host/runSuite';

/** Runs the tests inside an extension host of VS Code. */
export async function run(): Promise<void> {
  await runSuite([
    () => import('./manifest.test'),
    () => import('./problems.test'),
    () => import('./caseProblems.test'),
    () => import('./scope.test'),
    () => import('./costs.test'),
    () => import('./configuration.test'),
    () => import('./language.test'),
    () => import('./onlyDocument.test'),
    () => import('./sampleWorkspace.test'),
    () => import('./fixes.test'),
    () => import('./completions.test'),
    () => import('./snippets.test'),
    () => import('./hovers.test'),
    () => import('./protocols.test'),
    () => import('./commands.test'),
    () => import('./caseIndex.test'),
    () => import('./goalRows.test'),
    () => import('./workspaceFolders.test'),
    () => import('./ticks.test'),
    () => import('./goalCommands.test'),
    () => import('./goalIds.test'),
    () => import('./otherNotes.test'),
    () => import('./unusualFiles.test'),
    () => import('./preview.test'),
    () => import('./caseViews.test'),
    () => import('./agreement.test'),
    () => import('./exchange.test'),
    () => import('./clientRows.test'),
    () => import('./mine.test'),
    () => import('./caseCommands.test'),
    () => import('./newSessionNote.test'),
    () => import('./transcripts.test'),
  ]);
}

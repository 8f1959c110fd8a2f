import { runSuite } from '../host/runSuite';

/**
 * Runs the tests inside an extension host of VS Code. The core is what a counselor meets every day, and the parts of VS
 * Code in which hosts and versions differ.
 */
export async function run(): Promise<void> {
  await runSuite({
    core: [
      () => import('./manifest.test'),
      () => import('./language.test'),
      () => import('./commandTwins.test'),
      () => import('./documentation.test'),
      () => import('./problems.test'),
      () => import('./fixes.test'),
      () => import('./completions.test'),
      () => import('./hovers.test'),
      () => import('./caseIndex.test'),
      () => import('./ticks.test'),
      () => import('./caseCommands.test'),
      () => import('./newSessionNote.test'),
      () => import('./finishNote.test'),
    ],
    rest: [
      () => import('./headings.test'),
      () => import('./caseProblems.test'),
      () => import('./scope.test'),
      () => import('./costs.test'),
      () => import('./configuration.test'),
      () => import('./onlyDocument.test'),
      () => import('./sampleWorkspace.test'),
      () => import('./snippets.test'),
      () => import('./protocols.test'),
      () => import('./commands.test'),
      () => import('./goalAnswers.test'),
      () => import('./goalRows.test'),
      () => import('./workspaceFolders.test'),
      () => import('./goalCommands.test'),
      () => import('./goalIds.test'),
      () => import('./otherNotes.test'),
      () => import('./unusualFiles.test'),
      () => import('./hostileWords.test'),
      () => import('./hiddenWords.test'),
      () => import('./newFiles.test'),
      () => import('./severalNotes.test'),
      () => import('./preview.test'),
      () => import('./caseViews.test'),
      () => import('./agreement.test'),
      () => import('./exchange.test'),
      () => import('./importDialogs.test'),
      () => import('./clientRows.test'),
      () => import('./largeWorkspace.test'),
      () => import('./mine.test'),
      () => import('./transcripts.test'),
      () => import('./codes.test'),
    ],
  });
}

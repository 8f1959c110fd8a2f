import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { ActiveNote } from './activeNote';
import { AgreementViews } from './agreement/agreementViews';
import { CaseDiagnostics } from './caseDiagnostics';
import { Colours } from './colours';
import { registerCommands } from './commands/registerCommands';
import { FixProvider } from './editing/codeActions';
import { OfferProvider } from './editing/completions';
import { GoalNavigation } from './editing/goalNavigation';
import { DescriptionProvider } from './editing/hover';
import { FolderWatcher } from './folderWatcher';
import { InterfaceLanguageService } from './interfaceLanguage';
import { NoteStatusItem } from './languageStatus';
import { NoteIndex } from './noteIndex';
import { OpenNotes } from './openNotes';
import { drawGoalMarkers } from './previewMarkers';
import { Problems } from './problems';
import { CaseViews } from './progress/caseViews';
import { ProtocolFeatures } from './protocols/protocolFeatures';
import { Roots } from './roots';
import { CodesView } from './transcripts/codesView';
import { TranscriptTools } from './transcripts/transcriptTools';
import { ClientsView } from './views/clientsView';
import type { GoalRow } from './views/goalElements';
import { OpenGoalsState } from './views/openGoalsState';
import { OpenGoalsView } from './views/openGoalsView';
import { ThisNoteView } from './views/thisNoteView';

/** What other parts of VS Code, and tests, may use. */
export interface SessionNotes {
  /** Draws goal markers in Markdown's preview; VS Code calls it. */
  extendMarkdownIt(preview: MarkdownIt): MarkdownIt;
  /** Settles when the workspace has been read for the first time. */
  readonly indexed: Promise<void>;
}

/** Wires everything together; reading the workspace goes on after it returns. */
export function activate(context: vscode.ExtensionContext): SessionNotes {
  const own = <Thing extends vscode.Disposable>(thing: Thing): Thing => {
    context.subscriptions.push(thing);
    return thing;
  };
  const log = own(vscode.window.createOutputChannel('Session Notes', { log: true }));
  const roots = own(new Roots(log));
  const openNotes = own(new OpenNotes(roots));
  const index = own(new NoteIndex(roots, openNotes, own(new FolderWatcher()), log));
  const language = own(new InterfaceLanguageService(roots, index));
  const activeNote = own(new ActiveNote(openNotes, index));
  own(new Colours(openNotes, index));
  own(new Problems(context.extensionUri, roots, openNotes, index, language));
  const caseDiagnostics = own(new CaseDiagnostics(context.extensionUri, roots, openNotes, index, language));

  const goalsState = own(new OpenGoalsState(context.workspaceState));
  const tick = async (row: GoalRow) => (await import('./commands/goalStatus')).tickGoal(row, index);
  const openGoals = own(new OpenGoalsView(index, goalsState, language, tick));
  own(new ClientsView({ index, state: goalsState, language }));
  own(new ThisNoteView(activeNote, language));
  own(new NoteStatusItem(activeNote, index, language));
  const { extensionUri } = context;
  const transcriptParts = { extensionUri, index, openNotes, roots, language };
  const transcripts = own(new TranscriptTools(transcriptParts, activeNote));
  const codes = own(new CodesView(index, openNotes, language));
  const caseViews = own(new CaseViews({ extensionUri, index, openNotes, activeNote, language }));

  const agreement = own(new AgreementViews({ index, openNotes, activeNote, language }));

  const markdown = { language: 'markdown' };
  own(
    vscode.languages.registerCodeActionsProvider(
      markdown,
      new FixProvider(openNotes, index, caseDiagnostics),
      FixProvider.metadata,
    ),
  );
  own(vscode.languages.registerHoverProvider(markdown, new DescriptionProvider(openNotes, index)));
  const goalNavigation = new GoalNavigation(openNotes, index);
  own(vscode.languages.registerRenameProvider(markdown, goalNavigation));
  own(vscode.languages.registerReferenceProvider(markdown, goalNavigation));
  own(vscode.languages.registerDefinitionProvider(markdown, goalNavigation));
  own(
    vscode.languages.registerCompletionItemProvider(
      markdown,
      new OfferProvider(openNotes, index),
      ...OfferProvider.triggers,
    ),
  );
  own(new ProtocolFeatures({ extensionUri, roots, openNotes, index }));
  own(
    registerCommands({
      context,
      log,
      roots,
      openNotes,
      index,
      activeNote,
      goalsState,
      openGoals,
      caseViews,
      agreement,
      transcripts,
      codes,
    }),
  );

  return { extendMarkdownIt: drawGoalMarkers, indexed: index.start() };
}

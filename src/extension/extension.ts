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
import { NoteDiagnostics } from './noteDiagnostics';
import { NoteIndex } from './noteIndex';
import { OpenNotes } from './openNotes';
import { drawGoalMarkers } from './previewMarkers';
import { CaseViews } from './progress/caseViews';
import { ProtocolFeatures } from './protocols/protocolFeatures';
import { Roots } from './roots';
import type { Services } from './services';
import { CodesView } from './transcripts/codesView';
import { TranscriptTools } from './transcripts/transcriptTools';
import { ClientsView } from './views/clientsView';
import type { GoalRow } from './views/goalElements';
import { OpenGoalsState } from './views/openGoalsState';
import { OpenGoalsView } from './views/openGoalsView';
import { ThisNoteView } from './views/thisNoteView';
import { noteLanguage } from './vscodeTypes';

/** What other parts of VS Code, and tests, may use. */
export interface SessionNotes {
  /** Draws goal markers in Markdown's preview; VS Code calls it. */
  extendMarkdownIt(preview: MarkdownIt): MarkdownIt;
  /** Settles when the workspace has been read for the first time. */
  readonly indexed: Promise<void>;
}

/** Wires everything together; reading the workspace goes on after it returns. */
export function activate(context: vscode.ExtensionContext): SessionNotes {
  const register = <Thing extends vscode.Disposable>(thing: Thing): Thing => {
    context.subscriptions.push(thing);
    return thing;
  };
  const log = register(vscode.window.createOutputChannel('Session Notes', { log: true }));
  const roots = register(new Roots(log));
  const openNotes = register(new OpenNotes(roots));
  const index = register(new NoteIndex(roots, openNotes, register(new FolderWatcher()), log));
  const language = register(new InterfaceLanguageService(roots, index));
  const activeNote = register(new ActiveNote(openNotes, index));
  register(new Colours(openNotes, index, log));
  register(new NoteDiagnostics(context.extensionUri, roots, openNotes, index, language, log));
  const caseDiagnostics = register(
    new CaseDiagnostics(context.extensionUri, roots, openNotes, index, language),
  );

  const goalsState = register(new OpenGoalsState(context.workspaceState));
  const tick = async (row: GoalRow) => (await import('./later')).tickGoal(row, index);
  const openGoals = register(new OpenGoalsView(index, goalsState, language, tick, log));
  register(new ClientsView({ index, state: goalsState, language, trace: log }));
  register(new ThisNoteView(activeNote, language, log));
  register(new NoteStatusItem(activeNote, index, language, log));
  const { extensionUri } = context;
  const services: Services = { extensionUri, roots, openNotes, index, activeNote, language, trace: log };
  const transcripts = register(new TranscriptTools(services));
  const codes = register(new CodesView(index, openNotes, language, log));
  const caseViews = register(new CaseViews(services));

  const agreement = register(new AgreementViews(services));

  const markdown = { language: noteLanguage };
  register(
    vscode.languages.registerCodeActionsProvider(
      markdown,
      new FixProvider(openNotes, index, caseDiagnostics),
      FixProvider.metadata,
    ),
  );
  register(vscode.languages.registerHoverProvider(markdown, new DescriptionProvider(openNotes, index)));
  const goalNavigation = new GoalNavigation(openNotes, index);
  register(vscode.languages.registerRenameProvider(markdown, goalNavigation));
  register(vscode.languages.registerReferenceProvider(markdown, goalNavigation));
  register(vscode.languages.registerDefinitionProvider(markdown, goalNavigation));
  register(
    vscode.languages.registerCompletionItemProvider(
      markdown,
      new OfferProvider(openNotes, index),
      ...OfferProvider.triggers,
    ),
  );
  register(new ProtocolFeatures(services));
  register(
    registerCommands({
      ...services,
      context,
      log,
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

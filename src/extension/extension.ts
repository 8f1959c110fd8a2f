import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { AgreementViews } from './agreement/agreementViews';
import { Colours } from './appearance/colours';
import { GoalLines } from './appearance/goalLines';
import { drawGoalMarkers } from './appearance/previewMarkers';
import { PromptHints } from './appearance/promptHints';
import { ClientsView } from './clients/clientsView';
import { RegisterFile } from './clients/registerFile';
import { registerCommands } from './contributions/registerCommands';
import type { GoalRow } from './openGoals/goalElements';
import { GoalNavigation } from './openGoals/goalNavigation';
import { OpenGoalsState } from './openGoals/openGoalsState';
import { OpenGoalsView } from './openGoals/openGoalsView';
import { CaseDiagnostics } from './problems/caseDiagnostics';
import { FixProvider } from './problems/codeActions';
import { NoteDiagnostics } from './problems/noteDiagnostics';
import { CaseViews } from './progress/caseViews';
import { ProtocolFeatures } from './protocols/protocolFeatures';
import { ActiveNote } from './services/activeNote';
import { FolderWatcher } from './services/files/folderWatcher';
import { HiddenWords } from './services/hiddenWords';
import { InterfaceLanguageService } from './services/interfaceLanguage';
import { NoteIndex } from './services/noteIndex';
import { OpenNotes } from './services/openNotes';
import { PracticeNotices } from './services/practiceNotices';
import { Roots } from './services/roots';
import type { Services } from './services/services';
import { noteLanguage } from './services/tools/vscodeTypes';
import { NoteStatusItem } from './thisNote/languageStatus';
import { ThisNoteView } from './thisNote/thisNoteView';
import { CodesView } from './transcripts/codesView';
import { PassageViews } from './transcripts/passageViews';
import { TranscriptTools } from './transcripts/transcriptTools';
import { OfferProvider } from './writing/completions';
import { DescriptionProvider } from './writing/hover';

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
  register(new PracticeNotices(roots, context.workspaceState, log));
  const hiddenWords = register(new HiddenWords(context.workspaceState));
  register(new RegisterFile());
  const openNotes = register(new OpenNotes(roots));
  const index = register(new NoteIndex(roots, openNotes, register(new FolderWatcher()), log));
  const language = register(new InterfaceLanguageService(roots, index));
  const activeNote = register(new ActiveNote(openNotes, index));
  register(new Colours(openNotes, index, log));
  register(new PromptHints(openNotes, roots));
  register(new GoalLines(openNotes, index));
  register(new NoteDiagnostics(roots, openNotes, index, language, log));
  const caseDiagnostics = register(new CaseDiagnostics(roots, openNotes, index, language));

  const goalsState = register(new OpenGoalsState(context.workspaceState));
  const tick = async (row: GoalRow) => (await import('./later')).tickGoal(row, index);
  const openGoals = register(new OpenGoalsView(index, goalsState, language, tick, log));
  const clients = register(new ClientsView({ index, state: goalsState, language, trace: log }));
  register(new ThisNoteView(activeNote, language, log));
  register(new NoteStatusItem(activeNote, index, language, log));
  const { extensionUri } = context;
  const services: Services = { extensionUri, roots, openNotes, index, activeNote, language, trace: log };
  const transcripts = register(new TranscriptTools(services));
  const codes = register(new CodesView(index, openNotes, language, log));
  const caseViews = register(new CaseViews(services));

  const agreement = register(new AgreementViews(services));
  const passages = register(new PassageViews(services, codes));

  register(registerProviders(openNotes, index, caseDiagnostics));
  register(new ProtocolFeatures(services));
  register(
    registerCommands({
      ...services,
      context,
      log,
      hiddenWords,
      goalsState,
      openGoals,
      clients,
      caseViews,
      agreement,
      transcripts,
      codes,
      passages,
    }),
  );

  const indexed = index.start();
  void indexed.then(async () => (await import('./shown')).sweepWorkspace());
  return { extendMarkdownIt: drawGoalMarkers, indexed };
}

/** What VS Code asks for in Markdown, and for symbols of the workspace. */
function registerProviders(
  openNotes: OpenNotes,
  index: NoteIndex,
  caseDiagnostics: CaseDiagnostics,
): vscode.Disposable {
  const markdown = { language: noteLanguage };
  const goalNavigation = new GoalNavigation(openNotes, index);
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      markdown,
      new FixProvider(openNotes, index, caseDiagnostics),
      FixProvider.metadata,
    ),
    vscode.languages.registerHoverProvider(markdown, new DescriptionProvider(openNotes, index)),
    vscode.languages.registerRenameProvider(markdown, goalNavigation),
    vscode.languages.registerReferenceProvider(markdown, goalNavigation),
    vscode.languages.registerDefinitionProvider(markdown, goalNavigation),
    vscode.languages.registerCompletionItemProvider(
      markdown,
      new OfferProvider(openNotes, index),
      ...OfferProvider.triggers,
    ),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async query => [...(await import('./later')).sessionSymbols(index, query)],
    }),
  );
}

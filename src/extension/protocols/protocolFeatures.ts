import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { noteLanguage } from '../services/tools/vscodeTypes';
import { protocolScheme } from './protocolUris';

/** The files of a practice's own protocols. */
const files: vscode.DocumentFilter = { pattern: '**/.session-notes/protocols/*.{yaml,yml}' };
const triggers = [' ', '[', '{', ','];

/** Help with writing protocols, ways from notes to them and back, and documents that show them; loaded when used. */
export class ProtocolFeatures extends DisposableStore {
  constructor(parts: Services) {
    super();
    this.#showProtocols(parts);
    this.#helpWriting(parts);
    this.#linkNotes(parts);
  }

  #showProtocols({ roots, extensionUri }: Services): void {
    const changed = this.register(new vscode.EventEmitter<vscode.Uri>());
    this.register(
      roots.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments)
          if (uri.scheme === protocolScheme) changed.fire(uri);
      }),
    );
    this.register(
      vscode.workspace.registerTextDocumentContentProvider(protocolScheme, {
        onDidChange: changed.event,
        provideTextDocumentContent: async uri =>
          (await import('../later')).protocolDocumentText(uri, roots, extensionUri),
      }),
    );
  }

  #helpWriting(parts: Services): void {
    const { roots } = parts;
    const loading = async () => (await import('../later')).protocolFiles;
    const readable = [files, { scheme: protocolScheme, pattern: '**/*.yaml' }];
    const { languages } = vscode;
    this.register(
      languages.registerCompletionItemProvider(
        files,
        {
          provideCompletionItems: async (document, position) =>
            (await loading()).completionsAt(document, position, roots),
        },
        ...triggers,
      ),
    );
    this.register(
      languages.registerHoverProvider(readable, {
        provideHover: async (document, position) => (await loading()).protocolHoverAt(document, position),
      }),
    );
    this.register(
      languages.registerDefinitionProvider(readable, {
        provideDefinition: async (document, position) =>
          (await loading()).protocolDefinitionAt(document, position, roots),
      }),
    );
    this.register(
      languages.registerReferenceProvider(readable, {
        provideReferences: async (document, position) =>
          (await loading()).notesUsing(document, position, parts),
      }),
    );
  }

  #linkNotes({ openNotes, index }: Services): void {
    const loading = async () => (await import('../later')).noteDefinitions;
    const notes = { language: noteLanguage };
    this.register(
      vscode.languages.registerDefinitionProvider(notes, {
        provideDefinition: async (document, position) => {
          const open = openNotes.noteOf(document);
          return open && (await loading()).termDefinitionAt(open, position);
        },
      }),
    );
    this.register(
      vscode.languages.registerReferenceProvider(notes, {
        provideReferences: async (document, position) => {
          const open = openNotes.noteOf(document);
          return open && (await loading()).termReferencesAt(open, position, index);
        },
      }),
    );
  }
}

import * as vscode from 'vscode';
import type { NoteIndex } from '../noteIndex';
import type { OpenNotes } from '../openNotes';
import { Owner } from '../owner';
import type { Roots } from '../roots';
import { protocolScheme } from './protocolUris';

/** What the features of protocols work on. */
export interface ProtocolParts {
  readonly extensionUri: vscode.Uri;
  readonly roots: Roots;
  readonly openNotes: OpenNotes;
  readonly index: NoteIndex;
}

/** The files of a practice's own protocols. */
const files: vscode.DocumentFilter = { pattern: '**/.session-notes/protocols/*.{yaml,yml}' };
const triggers = [' ', '[', '{', ','];

/** Help with writing protocols, ways from notes to them and back, and documents that show them; loaded when used. */
export class ProtocolFeatures extends Owner {
  constructor(parts: ProtocolParts) {
    super();
    const { roots, openNotes, extensionUri } = parts;
    const changed = this.own(new vscode.EventEmitter<vscode.Uri>());
    this.own(
      roots.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments)
          if (uri.scheme === protocolScheme) changed.fire(uri);
      }),
    );
    this.own(
      vscode.workspace.registerTextDocumentContentProvider(protocolScheme, {
        onDidChange: changed.event,
        provideTextDocumentContent: async uri =>
          (await import('./protocolDocuments')).protocolDocumentText(uri, roots, extensionUri),
      }),
    );
    this.own(
      vscode.languages.registerCompletionItemProvider(
        files,
        {
          provideCompletionItems: async (document, position) =>
            (await import('./protocolFiles')).completionsAt(document, position, roots),
        },
        ...triggers,
      ),
    );
    this.own(
      vscode.languages.registerHoverProvider(files, {
        provideHover: async (document, position) =>
          (await import('./protocolFiles')).hoverAt(document, position),
      }),
    );
    this.own(
      vscode.languages.registerDefinitionProvider([files, { scheme: protocolScheme }], {
        provideDefinition: async (document, position) =>
          (await import('./protocolFiles')).definitionAt(document, position, roots),
      }),
    );
    this.own(
      vscode.languages.registerReferenceProvider([files, { scheme: protocolScheme }], {
        provideReferences: async (document, position) =>
          (await import('./protocolFiles')).notesUsing(document, position, parts),
      }),
    );
    this.own(
      vscode.languages.registerDefinitionProvider(
        { language: 'markdown' },
        {
          provideDefinition: async (document, position) => {
            const open = openNotes.noteOf(document);
            return open && (await import('./noteDefinitions')).definitionAt(open, position);
          },
        },
      ),
    );
  }
}

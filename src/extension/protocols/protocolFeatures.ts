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
    this.#showProtocols(parts);
    this.#helpWriting(parts);
    this.#linkNotes(parts);
  }

  #showProtocols({ roots, extensionUri }: ProtocolParts): void {
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
  }

  #helpWriting(parts: ProtocolParts): void {
    const { roots } = parts;
    const loading = () => import('./protocolFiles');
    const readable = [files, { scheme: protocolScheme, pattern: '**/*.yaml' }];
    const { languages } = vscode;
    this.own(
      languages.registerCompletionItemProvider(
        files,
        {
          provideCompletionItems: async (document, position) =>
            (await loading()).completionsAt(document, position, roots),
        },
        ...triggers,
      ),
    );
    this.own(
      languages.registerHoverProvider(readable, {
        provideHover: async (document, position) => (await loading()).hoverAt(document, position),
      }),
    );
    this.own(
      languages.registerDefinitionProvider(readable, {
        provideDefinition: async (document, position) =>
          (await loading()).definitionAt(document, position, roots),
      }),
    );
    this.own(
      languages.registerReferenceProvider(readable, {
        provideReferences: async (document, position) =>
          (await loading()).notesUsing(document, position, parts),
      }),
    );
  }

  #linkNotes({ openNotes, index }: ProtocolParts): void {
    const loading = () => import('./noteDefinitions');
    const notes = { language: 'markdown' };
    this.own(
      vscode.languages.registerDefinitionProvider(notes, {
        provideDefinition: async (document, position) => {
          const open = openNotes.noteOf(document);
          return open && (await loading()).definitionAt(open, position);
        },
      }),
    );
    this.own(
      vscode.languages.registerReferenceProvider(notes, {
        provideReferences: async (document, position) => {
          const open = openNotes.noteOf(document);
          return open && (await loading()).referencesAt(open, position, index);
        },
      }),
    );
  }
}

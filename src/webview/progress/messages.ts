import type { CaseProgress } from '../../core/progress/caseProgress';
import type { InterfaceLanguage } from '../../l10n/catalogue';

/** Which case a page shows; kept by VS Code over a reload of the window. */
export interface CasePlace {
  /** The key of its root. */
  readonly root: string;
  /** The key of its client. */
  readonly client: string;
}

/** What the extension tells the page. */
export type ToPage = { readonly place: CasePlace; readonly language: InterfaceLanguage } & (
  | { readonly kind: 'case'; readonly progress: CaseProgress }
  | { readonly kind: 'indexing' }
  | { readonly kind: 'gone' }
);

/** A place in a note: where a text begins, or the heading of a stage; else its beginning. */
export interface NoteTarget {
  readonly path: string;
  readonly offset?: number;
  readonly stage?: string;
}

/** What the page can be saved as. */
export type SavedFormat = 'svg' | 'csv';

/** What the page asks of the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly target: NoteTarget }
  | { readonly kind: 'save'; readonly format: SavedFormat; readonly text: string };

/** A place in a note: where a text begins, or the heading of a stage; else its beginning. */
export interface NoteTarget {
  readonly path: string;
  readonly offset?: number;
  readonly stage?: string;
}

/** What a page can be saved as. */
export type SavedFormat = 'svg' | 'csv';

/** What a page asks of the extension. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly target: NoteTarget }
  | { readonly kind: 'save'; readonly format: SavedFormat; readonly text: string };

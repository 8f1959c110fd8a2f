import type { TranscriptProfile } from '../../core/progress/transcriptProfile';
import type { InterfaceLanguage } from '../../l10n/catalogue';

/** Which transcript a page shows; kept by VS Code over a reload of the window. */
export interface TranscriptState {
  readonly uri: string;
}

/** What the extension tells the page of a transcript. The page answers as that of Case Progress does. */
export type ToTranscriptPage = TranscriptState & { readonly language: InterfaceLanguage } & (
    | { readonly kind: 'profile'; readonly file: string; readonly profile: TranscriptProfile }
    | { readonly kind: 'gone' }
  );

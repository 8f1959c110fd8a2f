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

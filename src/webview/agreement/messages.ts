import type { AgreementOptions } from '../../core/agreement/agreement';
import type { InterfaceLanguage } from '../../l10n/catalogue';

/** What a page answers. */
export interface AgreementQuestion extends AgreementOptions {
  /** The id of the one transcript that is meant; undefined for all of the workspace. */
  readonly transcript: string | undefined;
}

/** A line of a file, from 0. */
export interface LineTarget {
  readonly uri: string;
  readonly line: number;
}

/** A cell; where `target` is given, it leads there. */
export interface ShownCell {
  readonly text: string;
  readonly target?: LineTarget;
}

/** A report as it is shown: texts, and places that it leads to. */
export interface ShownReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly ShownSection[];
}

export interface ShownSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: ShownTable;
}

export interface ShownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ShownCell[])[];
}

/** What the extension tells the page. */
export interface ToAgreementPage {
  readonly language: InterfaceLanguage;
  /** Kept by VS Code over a reload of the window. */
  readonly question: AgreementQuestion;
  readonly report: ShownReport;
}

/** What the page asks of the extension. */
export type FromAgreementPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly target: LineTarget };

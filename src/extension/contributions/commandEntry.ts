import type { Uri } from 'vscode';
import type { LanguageTag } from '../../core/language/languages';
import { type GoalStatus, goalStatuses } from '../../core/note/goalMention';
import type { ClientElement } from '../clients/clientElements';
import type { GoalElement } from '../openGoals/goalElements';
import type { caseContext } from '../services/caseLabels';
import type { ChecklistRow } from '../thisNote/checklistRow';
import type { CodeElement } from '../transcripts/codeElements';
import type { When } from './when';

/** What the manifest says, in each language of the interface. */
export type Wording = Readonly<Record<LanguageTag, string>>;

/** The views, and what stands behind a row of each. */
interface RowsByView {
  readonly openGoals: GoalElement;
  readonly clients: ClientElement;
  readonly thisNote: ChecklistRow;
  readonly codes: CodeElement;
}

export type ViewName = keyof RowsByView;

/** What menus know a row by: its `contextValue`. */
type RowContext =
  | ReturnType<typeof caseContext>
  | `session${'' | '-draft'}${'' | '-no-client'}`
  | 'unfinished'
  | GoalPattern
  | 'mention'
  | 'missing'
  | 'taken'
  | 'code';

/** Which goals and actions of *Open Goals*, as a pattern of their contexts (see `goalContext`): any where nothing is said. */
type GoalPattern = `(goal|action)\\.${string}`;

/** The pattern of the goals and actions of which all that is said holds. */
export function goalsThat(
  are: {
    readonly status?: readonly GoalStatus[];
    readonly id?: 'signed' | 'unsigned';
    readonly mentioned?: 'newest' | 'earlier';
  } = {},
): GoalPattern {
  const { status = goalStatuses, id = '[a-z]+', mentioned = '[a-z]+' } = are;
  return `(goal|action)\\.(${status.join('|')})\\.${id}\\.${mentioned}`;
}

/** Where in a menu, as VS Code groups and sorts it: `navigation` and `inline` are icons. */
type Group = `${string}@${number}`;

/** The menus that list a command, each only where it can run. */
interface Places {
  /**
   * A condition without which the palette leaves it out, though it can run: it would not know what it is about. With
   * `false` it never lists it.
   */
  readonly palette?: When | false;
  readonly titleOf?: readonly { readonly view: ViewName; readonly group: Group }[];
  readonly rows?: readonly {
    readonly views: readonly ViewName[];
    readonly contexts: readonly RowContext[];
    readonly group: Group;
  }[];
  readonly editorTitle?: { readonly when?: When; readonly group: Group };
  readonly editorMenu?: { readonly when: When; readonly group: Group };
  /** The submenu that a note has in the menu of its editor. */
  readonly noteMenu?: { readonly group: Group };
  /** The menu of a file or folder, where there are session notes. */
  readonly explorer?: { readonly when: When; readonly group: Group };
}

/** A command: everything that the manifest and the page on commands say of it. */
export interface CommandEntry extends Places {
  readonly title: Wording;
  /** What it does, for the page on commands: a sentence in English. */
  readonly does: string;
  /** The id of a product icon. */
  readonly icon?: string;
  /** When it can run at all. The palette, menus and keys leave it out elsewhere. */
  readonly enablement?: When;
  readonly key?: {
    readonly key: string;
    readonly mac: string;
    readonly when: When;
    /** What the window itself types first, so that keys which follow keep their order. */
    readonly types?: string;
  };
  /** Whether a key binding or a link may give it a text. */
  readonly takesText?: true;
}

export type CommandTable = Readonly<Record<`sessionNotes.${string}`, CommandEntry>>;

type RowOf<Entry> = Entry extends { readonly rows: readonly { readonly views: readonly (infer View)[] }[] }
  ? RowsByView[View & ViewName]
  : never;
type FileOf<Entry> = Entry extends { readonly editorTitle: object } | { readonly editorMenu: object }
  ? Uri
  : never;
type TextOf<Entry> = Entry extends { readonly takesText: true } ? string : never;

/** What the menus, keys and links that have a command give it; nothing where the palette runs it. */
export type ArgumentsOf<Entry> = Entry extends { readonly explorer: object }
  ? [clicked?: Uri, selected?: readonly Uri[]]
  : [argument?: RowOf<Entry> | FileOf<Entry> | TextOf<Entry>];

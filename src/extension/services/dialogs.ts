import * as vscode from 'vscode';
import type { Message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { bestFirst } from './tools/bestFirst';
import { plainWords } from './tools/plainWords';

/**
 * All that VS Code shows for the extension outside its editors and views: notifications, dialogs, lists, input boxes,
 * the status bar. It reads markup in most of them, and runs what a link in them names: every text goes through
 * {@link shown}, and the linter keeps it so. A notification shows no words of notes.
 */

/** A text of the catalogue, or words that are shown as they are. */
export type Said = Message | string;

type Weight = 'info' | 'warning' | 'error';

/** What is asked in a dialog that has to be answered. */
interface Question {
  readonly weight?: Weight;
  readonly question: Message;
  /** Below the question, in smaller letters; the one place where words of a note may stand. */
  readonly detail?: string;
}

/** A row of a list; what `icon` names stands before its label. */
export interface ListRow extends vscode.QuickPickItem {
  readonly icon?: string;
}

interface ListOptions {
  readonly title?: Said;
  readonly placeHolder?: Said;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
  /** Whether the list stays when something else is clicked. */
  readonly ignoreFocusOut?: boolean;
}

/** A list that is more than rows to take one of. */
interface LivingListOptions<Row> extends ListOptions {
  /** The row that is active at first. */
  readonly isActive?: (row: Row) => boolean;
  /** The rows while `typed` stands in the box, trimmed; else they stay the same. */
  readonly rowsFor?: (typed: string) => readonly Row[];
  /** What is taken where who types fast accepts before the list has what was typed. */
  readonly typedRow?: (typed: string) => Row | undefined;
  /** Which question of how many it is, from 1; from the second on a button leads back, which `back` stands for. */
  readonly step?: { readonly at: number; readonly of: number; readonly back: Row };
}

/** A button of a row: the name of its icon, and what it does. */
interface RowAction {
  readonly icon: string;
  readonly what: Message;
}

/** A row of a list in which several are ticked. */
export interface TickRow extends ListRow {
  readonly actions?: readonly RowAction[];
}

/** A line between rows that says what those below it are. */
export interface Divider {
  readonly divides: Message;
}

/** What was ticked when the list was accepted, or when a button of a row was pressed. */
interface Ticked<Row> {
  readonly ticked: readonly Row[];
  readonly pressed: { readonly row: Row; readonly action: RowAction } | undefined;
}

interface InputOptions {
  readonly title?: Said;
  readonly prompt: Said;
  readonly value?: string;
  /** What is wrong with what is typed, or only to be minded. */
  readonly validate?: (typed: string) => Said | { readonly minded: Said } | undefined;
}

/** Shows a notification; tells whether its button was pressed. It may stay as long as it likes. */
export async function notify(weight: Weight, what: Said, button?: Message): Promise<boolean> {
  const buttons = button === undefined ? [] : [shown(button)];
  const { window } = vscode;
  const text = shown(what);
  const pressed =
    weight === 'error'
      ? window.showErrorMessage(text, ...buttons)
      : weight === 'warning'
        ? window.showWarningMessage(text, ...buttons)
        : window.showInformationMessage(text, ...buttons);
  return (await pressed) !== undefined;
}

/** Asks in a dialog; tells whether the button was pressed. */
export async function confirm({
  button,
  ...question
}: Question & { readonly button: Message }): Promise<boolean> {
  return (await confirmBy(question, [button])) !== undefined;
}

/** Asks in a dialog with several buttons; gives which was pressed, from 0, or undefined where it was closed. */
async function confirmBy(
  { weight = 'info', question, detail }: Question,
  buttons: readonly Message[],
): Promise<number | undefined> {
  const options = { modal: true, ...(detail !== undefined && { detail: shown(detail) }) };
  const items = buttons.map((button, at) => ({ title: shown(button), at }));
  const answer =
    weight === 'info'
      ? await vscode.window.showInformationMessage(shown(question), options, ...items)
      : await vscode.window.showWarningMessage(shown(question), options, ...items);
  return answer?.at;
}

/** Says something in the status bar for five seconds. */
export function sayShortly(what: Message): void {
  vscode.window.setStatusBarMessage(shown(what), 5000);
}

/** An error whose text VS Code shows. */
export function toldError(what: Said): Error {
  return new Error(shown(what));
}

/**
 * A command in which no error that nobody foresaw is shown as it is: VS Code tells it in a notification, and it may
 * name a file.
 */
export function withPlainErrors<Given extends readonly unknown[]>(
  command: (...given: Given) => unknown,
): (...given: Given) => Promise<unknown> {
  return async (...given) => {
    try {
      return await command(...given);
    } catch (error) {
      if (error instanceof vscode.CancellationError) throw error;
      throw new Error(shown(error instanceof Error ? error.message : String(error)), { cause: error });
    }
  };
}

/** Lets one row be taken; undefined where the list is left. */
export async function pickOne<Row extends ListRow>(
  rows: readonly Row[],
  options: ListOptions,
): Promise<Row | undefined> {
  const { items, rowOf } = itemsOf(rows);
  const picked = await vscode.window.showQuickPick(items, shownOptions(options));
  return picked && rowOf.get(picked);
}

/** Lets rows be ticked, those that are `picked` beforehand; undefined where the list is left. */
export async function pickMany<Row extends ListRow>(
  rows: readonly Row[],
  options: ListOptions,
): Promise<readonly Row[] | undefined> {
  const { items, rowOf } = itemsOf(rows);
  const picked = await vscode.window.showQuickPick(items, { ...shownOptions(options), canPickMany: true });
  return picked?.flatMap(item => rowOf.get(item) ?? []);
}

/** Lets one row be taken of a list that answers to what is typed; undefined where it is left. */
export function pickFrom<Row extends ListRow>(
  rows: readonly Row[],
  options: LivingListOptions<Row>,
): Promise<Row | undefined> {
  const { title, placeHolder, isActive, rowsFor, typedRow, step } = options;
  const list = vscode.window.createQuickPick<Row>();
  let shownRows = itemsOf(rows);
  const active = new Set(rows.flatMap((row, at) => (isActive?.(row) === true ? [at] : [])));
  list.title = title && shown(title);
  list.placeholder = placeHolder && shown(placeHolder);
  list.matchOnDescription = options.matchOnDescription ?? false;
  list.matchOnDetail = options.matchOnDetail ?? false;
  list.ignoreFocusOut = options.ignoreFocusOut ?? false;
  list.step = step?.at;
  list.totalSteps = step?.of;
  list.buttons = step === undefined || step.at === 1 ? [] : [vscode.QuickInputButtons.Back];
  list.items = shownRows.items;
  if (active.size > 0) list.activeItems = shownRows.items.filter((_, at) => active.has(at));
  // VS Code knows this, though it does not tell of it: else it would sort what fits by the letters of its label.
  Object.assign(list, { sortByLabel: false });
  list.onDidChangeValue(value => {
    const typed = value.trim();
    shownRows = itemsOf(bestFirst(rowsFor?.(typed) ?? rows, typed));
    list.items = shownRows.items;
  });
  return new Promise(resolve => {
    const finish = (answer: Row | undefined): void => {
      resolve(answer);
      list.dispose();
    };
    list.onDidTriggerButton(() => finish(step?.back));
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      const row = (item && shownRows.rowOf.get(item)) ?? typedRow?.(list.value.trim());
      if (row !== undefined) finish(row);
    });
    list.onDidHide(() => finish(undefined));
    list.show();
  });
}

/** Lets rows be ticked, each of which may have buttons of its own; undefined where the list is left. */
export function tickRows<Row extends TickRow>(
  rows: readonly (Row | Divider)[],
  { title, placeHolder }: ListOptions,
): Promise<Ticked<Row> | undefined> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem>();
  const byItem = new Map<vscode.QuickPickItem, Row>();
  list.items = rows.map(row => {
    if ('divides' in row) return separator(row.divides);
    const item = { ...shownRow({ ...row, buttons: [] }), buttons: (row.actions ?? []).map(buttonOf) };
    byItem.set(item, row);
    return item;
  });
  list.title = title && shown(title);
  list.placeholder = placeHolder && shown(placeHolder);
  list.canSelectMany = true;
  list.ignoreFocusOut = true;
  list.selectedItems = list.items.filter(item => byItem.get(item)?.picked === true);
  return new Promise(resolve => {
    const finish = (answer: Ticked<Row> | undefined): void => {
      resolve(answer);
      list.dispose();
    };
    const ticked = (): readonly Row[] => list.selectedItems.flatMap(item => byItem.get(item) ?? []);
    list.onDidTriggerItemButton(({ item, button }) => {
      const row = byItem.get(item);
      const action = row?.actions?.find(each => shown(each.what) === button.tooltip);
      if (row !== undefined && action !== undefined) finish({ ticked: ticked(), pressed: { row, action } });
    });
    list.onDidAccept(() => finish({ ticked: ticked(), pressed: undefined }));
    list.onDidHide(() => finish(undefined));
    list.show();
  });
}

function buttonOf({ icon, what }: RowAction): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip: shown(what) };
}

/** Asks for a line of text; undefined where the box is left. */
export async function askText({ title, prompt, value, validate }: InputOptions): Promise<string | undefined> {
  const { Error: error, Warning: warning } = vscode.InputBoxValidationSeverity;
  return vscode.window.showInputBox({
    ...(title !== undefined && { title: shown(title) }),
    ...(value !== undefined && { value }),
    prompt: shown(prompt),
    ...(validate !== undefined && {
      validateInput: typed => {
        const said = validate(typed);
        if (said === undefined) return undefined;
        return typeof said === 'object' && 'minded' in said
          ? { message: shown(said.minded), severity: warning }
          : { message: shown(said), severity: error };
      },
    }),
  });
}

/** Tells of long work, and how far it is, in a notification with a button that calls it off, which cancels the token. */
export async function withCancel<Result>(
  title: Message,
  work: (token: vscode.CancellationToken, report: (what: Message) => void) => Promise<Result>,
): Promise<Result> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: shown(title), cancellable: true },
    (progress, token) => work(token, what => progress.report({ message: shown(what) })),
  );
}

/** A line between rows. */
export function separator(label: Said): ListRow {
  return { label: shown(label), kind: vscode.QuickPickItemKind.Separator };
}

/** What stands above the rows of a view, where VS Code may find links, too. */
export function aboveRows(what: Said): string {
  return shown(what);
}

/** The text as it is shown. */
function shown(what: Said): string {
  return plainWords(typeof what === 'string' ? what : render(what));
}

function shownOptions({ title, placeHolder, ...others }: ListOptions): vscode.QuickPickOptions {
  return {
    ...(title !== undefined && { title: shown(title) }),
    ...(placeHolder !== undefined && { placeHolder: shown(placeHolder) }),
    ...others,
  };
}

/** The rows as VS Code is told them, and the row of each. */
function itemsOf<Row extends ListRow>(
  rows: readonly Row[],
): { readonly items: readonly Row[]; readonly rowOf: ReadonlyMap<unknown, Row> } {
  const items = rows.map(shownRow);
  return { items, rowOf: new Map(items.map((item, at) => [item, rows[at] ?? item])) };
}

function shownRow<Row extends ListRow>(row: Row): Row {
  const { icon, label, description, detail } = row;
  return {
    ...row,
    label: icon === undefined ? shown(label) : `$(${icon}) ${shown(label)}`,
    ...(description !== undefined && { description: shown(description) }),
    ...(detail !== undefined && { detail: shown(detail) }),
  };
}

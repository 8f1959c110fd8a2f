import type * as vscode from 'vscode';
import { type Message, message, titleIn } from '../../core/message';
import type { PlaceFilter } from '../../core/transcript/codedTranscript';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { aboveRows, type ListRow, pickMany, separator } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import { DisposableStore } from '../services/tools/disposableStore';
import { CodedTranscripts, type KnownTranscript } from './codedTranscripts';
import {
  type CodeElement,
  codedTurns,
  codeElements,
  codeItem,
  elementsBelow,
  everything,
} from './codeElements';

interface FilterItem extends ListRow {
  readonly by?: keyof PlaceFilter;
  readonly value?: string;
}

/** What the *Codes* view shows: code → transcript → place, of the stages, roles and raters that are chosen. */
export class CodesTree extends DisposableStore {
  readonly transcripts: CodedTranscripts;
  readonly #view: vscode.TreeView<CodeElement>;
  #filter = everything;

  constructor(index: NoteIndex, openNotes: OpenNotes, view: vscode.TreeView<CodeElement>) {
    super();
    this.transcripts = this.register(new CodedTranscripts(index, openNotes));
    this.#view = view;
  }

  async children(element: CodeElement | undefined): Promise<CodeElement[]> {
    if (element !== undefined) return [...elementsBelow(element)];
    const transcripts = await this.transcripts.all();
    const turns = transcripts.reduce((sum, { coded }) => sum + coded.turns, 0);
    const counts = { coded: codedTurns(transcripts, this.#filter), turns };
    this.#view.description = transcripts.length === 0 ? '' : render(message('codes.turns', counts));
    this.#view.message = aboveRows(this.#filterWords(transcripts));
    return [...codeElements(transcripts, this.#filter)];
  }

  item(element: CodeElement): vscode.TreeItem {
    return codeItem(element);
  }

  /** Lets the user choose the stages, roles and raters whose codes are shown; true where something was chosen. */
  async chooseFilter(): Promise<boolean> {
    const items = filterItems(await this.transcripts.all()).map(item => ({
      ...item,
      picked: item.by !== undefined && this.#filter[item.by].has(item.value ?? ''),
    }));
    const chosen = await pickMany(items, { placeHolder: message('codes.filter') });
    if (chosen === undefined) return false;
    const valuesOf = (by: keyof PlaceFilter): ReadonlySet<string> =>
      new Set(chosen.flatMap(item => (item.by === by && item.value !== undefined ? [item.value] : [])));
    this.#filter = { stages: valuesOf('stages'), roles: valuesOf('roles'), raters: valuesOf('raters') };
    return true;
  }

  #filterWords(transcripts: readonly KnownTranscript[]): string {
    const { stages, roles, raters } = this.#filter;
    const names = filterItems(transcripts).flatMap(({ by, value, label }) =>
      by !== undefined && value !== undefined && this.#filter[by].has(value) ? [label] : [],
    );
    if (stages.size + roles.size + raters.size === 0) return '';
    return render(message('codes.filtered', { names: names.join(', ') }));
  }
}

function filterItems(transcripts: readonly KnownTranscript[]): readonly FilterItem[] {
  const protocols = new Set(
    transcripts.flatMap(({ root, protocolIds }) => protocolIds.flatMap(id => root.protocols.get(id) ?? [])),
  );
  const language = interfaceLanguage();
  const stages = new Map<string, string>();
  const roles = new Map<string, string>();
  for (const { protocol } of protocols) {
    for (const { id, title } of protocol.stages) stages.set(id, titleIn(title, language));
    for (const { id, title } of protocol.roles) roles.set(id, titleIn(title, language));
  }
  const raters = new Map(
    transcripts.flatMap(({ coded: { rater } }) =>
      rater === undefined ? [] : [[rater, nameShown(rater, 'rater')]],
    ),
  );
  return [
    ...group(message('codes.by-stage'), 'stages', stages),
    ...group(message('codes.by-role'), 'roles', roles),
    ...group(message('codes.by-rater'), 'raters', raters),
  ];
}

function group(
  label: Message,
  by: keyof PlaceFilter,
  values: ReadonlyMap<string, string>,
): readonly FilterItem[] {
  if (values.size === 0) return [];
  return [separator(label), ...[...values].map(([value, title]) => ({ label: title, by, value }))];
}

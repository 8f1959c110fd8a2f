import type * as vscode from 'vscode';
import { addPassageCode, addTurnCode, removePassageCode, removeTurnCode } from '../../core/change/editCodes';
import { setStageFrom } from '../../core/change/setStage';
import { withWordsKept } from '../../core/change/withWordsKept';
import { type UsedCode, usedElsewhere } from '../../core/complete/usedCodes';
import { message, titleIn } from '../../core/message';
import { readingsOf } from '../../core/note/readings';
import type { Stage } from '../../core/protocol/schema';
import type { TextRange } from '../../core/text/textRange';
import { type RemovableCode, removableCodes } from '../../core/transcript/codesAt';
import type { Turn } from '../../core/transcript/transcript';
import { turnAbove } from '../../core/transcript/turnAbove';
import type { TurnChunks } from '../../core/transcript/turnChunks';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { type ListRow, notify, pickFrom, pickOne, sayShortly, separator } from '../services/dialogs';
import { editOpenNote } from '../services/editOpenNote';
import { unlessHidden } from '../services/hiddenWords';
import type { OpenNote } from '../services/openNotes';
import { turnsOf } from '../services/openTurns';
import type { Roots } from '../services/roots';
import { activeCodebook, newCode } from './codebookCommands';
import type { KnownTranscript } from './codedTranscripts';
import { codeElements, codeWords, everything } from './codeElements';
import { pickCode, rememberCode } from './codePick';

interface ActiveTranscript {
  readonly editor: vscode.TextEditor;
  readonly open: OpenNote;
  readonly turns: TurnChunks;
}

function activeTranscript({ current }: ActiveNote): ActiveTranscript | undefined {
  const turns = current && turnsOf(current.open);
  return current === undefined || turns === undefined ? undefined : { ...current, turns };
}

/**
 * Codes the turn at each caret, or what is said in each selection; from a blank line, the turn above. `code` is picked
 * where it is not told. Before one is made, those that `inUse` gives are offered, which other transcripts have.
 */
export async function applyCode(
  code: string | undefined,
  activeNote: ActiveNote,
  roots: Roots,
  memory: vscode.Memento,
  inUse: () => Promise<readonly KnownTranscript[]>,
): Promise<void> {
  const before = activeTranscript(activeNote);
  if (before === undefined) return;
  const [first] = turnsToCode(before);
  if (first === undefined) return void notify('info', message('code.no-turn'));
  const language = before.open.note.language ?? interfaceLanguage();
  const make = (title: string) => newCode(activeCodebook(activeNote, roots), title);
  const askForNew = async (title: string) =>
    pickUsedOr(make, title, usedElsewhere(before.open.note, usedCodes(await inUse()), title));
  const chosen = code ?? (await pickCode(before.open.note, first.turn, language, memory, askForNew));
  // Picking takes a while: the turns are those of the text as it is now.
  const now = activeTranscript(activeNote);
  if (chosen === undefined || now?.open.document !== before.open.document) return;
  const { text } = now.open.note.outline;
  const edits = turnsToCode(now).flatMap(
    ({ turn, range }) =>
      (range.start === range.end ? addTurnCode(turn, chosen) : addPassageCode(text, turn, range, chosen))
        .edits,
  );
  if (await editOpenNote(now.open, withWordsKept(now.turns, edits))) await rememberCode(chosen, memory);
}

/** The codes of transcripts, as *Codes* lists them. */
function usedCodes(
  transcripts: readonly KnownTranscript[],
): readonly (UsedCode & { readonly count: number })[] {
  return codeElements(transcripts, everything).map(row => ({ id: row.code, ...codeWords(row) }));
}

/** Offers codes that are in use elsewhere, apart from the one that is yet to be made; makes that where there are none. */
async function pickUsedOr(
  make: (title: string) => Promise<string | undefined>,
  title: string,
  used: ReturnType<typeof usedCodes>,
): Promise<string | undefined> {
  if (used.length === 0) return make(title);
  const rows: readonly (ListRow & { readonly code?: string; readonly makes?: true })[] = [
    separator(message('code.in-use')),
    ...used.map(({ id, title: label, count }) => ({
      label: unlessHidden(label, message('hidden.code')),
      description: `${unlessHidden(`#${id}`, message('hidden.code'))} · ${render(message('codes.places', { count }))}`,
      code: id,
    })),
    separator(message('code.not-yet')),
    {
      icon: 'add',
      label: render(title === '' ? message('code.new') : message('code.new-called', { title })),
      makes: true,
    },
  ];
  const picked = await pickOne(rows, { placeHolder: message('code.pick'), matchOnDescription: true });
  return picked?.makes === true ? make(title) : picked?.code;
}

/** Takes a code off the turn or passage at the caret; where there are several, the user picks. */
export async function removeCode(code: string | undefined, activeNote: ActiveNote): Promise<void> {
  const before = activeTranscript(activeNote);
  if (before === undefined) return;
  const found = removableHere(before).filter(each => code === undefined || each.code === code);
  const [only, second] = found;
  if (only === undefined) {
    sayShortly(message('code.none-here'));
    return;
  }
  const chosen = second === undefined ? only : await pickRemovable(found, before.open);
  if (chosen === undefined || before.open.document.version !== before.open.version) return;
  const { text } = before.open.note.outline;
  const { turn, passage } = chosen;
  await editOpenNote(
    before.open,
    passage === undefined
      ? removeTurnCode(text, turn, chosen.code)
      : removePassageCode(text, turn, passage, chosen.code),
  );
}

/** Puts the heading of a stage that is picked (or told by its id) above the turn at the caret. */
export async function setStageFromHere(id: string | undefined, activeNote: ActiveNote): Promise<void> {
  const before = activeTranscript(activeNote);
  if (before === undefined) return;
  const [here] = selectedTurns(before);
  if (here === undefined) return tellNoTurn();
  const language = before.open.note.language ?? interfaceLanguage();
  const protocols = readingsOf(before.open.note).flatMap(({ protocol }) => protocol?.protocol ?? []);
  const items = protocols.flatMap(({ stages, title }) =>
    stages.map(stage => ({
      label: titleIn(stage.title, language),
      // Only where there are several is it told whose stage it is.
      ...(protocols.length > 1 && { description: titleIn(title, interfaceLanguage()) }),
      stage,
    })),
  );
  const told = items.find(({ stage }) => stage.id === id);
  const current = items.findIndex(({ stage }) => stage.id === here.turn.stage);
  const picked = told ?? (await pickStage(items, items[current + 1]));
  if (picked === undefined || before.open.document.version !== before.open.version) return;
  await editOpenNote(before.open, setStageFrom(before.open.note, here.turn, picked.stage, language));
}

interface StageItem extends ListRow {
  readonly stage: Stage;
}

/** Lets a stage be picked; the likeliest is the active one. */
function pickStage(
  items: readonly StageItem[],
  likeliest: StageItem | undefined,
): Promise<StageItem | undefined> {
  return pickFrom(items, {
    placeHolder: message('code.pick-stage'),
    isActive: ({ stage }) => stage === likeliest?.stage,
  });
}

/** The turns at the carets and in the selections, each once with the first selection in it. */
function selectedTurns({
  editor,
  open,
  turns,
}: ActiveTranscript): readonly { readonly turn: Turn; readonly range: TextRange }[] {
  const found = new Map<number, { readonly turn: Turn; readonly range: TextRange }>();
  for (const selection of editor.selections) {
    const range = offsetsOf(open.document, selection);
    for (const turn of turns.turnsIn(range)) {
      if (!found.has(turn.range.start)) found.set(turn.range.start, { turn, range });
    }
  }
  return [...found.values()];
}

/** The same, and where there are none the turn above the blank line that the caret is on. */
function turnsToCode(here: ActiveTranscript): ReturnType<typeof selectedTurns> {
  const selected = selectedTurns(here);
  if (selected.length > 0 || !here.editor.selection.isEmpty) return selected;
  const range = offsetsOf(here.open.document, here.editor.selection);
  const turn = turnAbove(here.turns, range.start);
  return turn === undefined ? [] : [{ turn, range }];
}

function removableHere({ editor, open, turns }: ActiveTranscript): readonly RemovableCode[] {
  const range = offsetsOf(open.document, editor.selection);
  return removableCodes(turns.turnsIn(range), range);
}

async function pickRemovable(
  found: readonly RemovableCode[],
  { note }: OpenNote,
): Promise<RemovableCode | undefined> {
  const items = found.map(removable => {
    const { code, passage } = removable;
    const said = passage && note.outline.text.slice(passage.start, passage.end);
    const words =
      said === undefined ? render(message('code.of-turn')) : unlessHidden(said, message('hidden.words'));
    return { label: `#${code}`, description: words, removable };
  });
  const picked = await pickOne(items, { placeHolder: message('code.pick-removed') });
  return picked?.removable;
}

function offsetsOf(document: vscode.TextDocument, { start, end }: vscode.Range): TextRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function tellNoTurn(): void {
  sayShortly(message('code.no-turn'));
}

import type * as vscode from 'vscode';
import { isSameData } from '../../core/case/sameData';
import { correctTurn } from '../../core/change/correctWords';
import { wordsIn, wordsMeant } from '../../core/change/turnWords';
import { message } from '../../core/message';
import type { WordChange } from '../../core/text/wordChanges';
import { parseTranscript } from '../../core/transcript/parseTranscript';
import type { Transcript } from '../../core/transcript/transcript';
import { askText, notify, sayShortly } from '../services/dialogs';
import { areWordsHidden, wordsShown } from '../services/hiddenWords';
import { type FileToWrite, noteToWrite, writeFiles } from '../services/noteWriter';
import type { OpenNote } from '../services/openNotes';
import type { Root } from '../services/roots';
import type { Services } from '../services/services';
import { today } from '../services/tools/today';
import { openVersions } from './openVersions';

/** Words of a turn of a transcript as they were seen in its editor. */
interface SeenWords {
  readonly transcript: Transcript;
  readonly turn: number;
  readonly stretch: Pick<WordChange, 'from' | 'to'>;
  readonly words: readonly string[];
}

/** A copy of a transcript. */
interface Copy {
  readonly uri: vscode.Uri;
  readonly root: Root;
}

/**
 * Asks what the selected words, or the word at the caret, should be, and corrects them in all raters' copies of the
 * transcript, as one step to be undone.
 */
export async function correctWordsCommand({ activeNote, index, openNotes }: Services): Promise<void> {
  const { current } = activeNote;
  const seen = current && seenWords(current.editor, current.open);
  if (current === undefined || seen === undefined) {
    sayShortly(message('correct.no-words'));
    return;
  }
  const copiesNow = () => copiesOf(current.open, seen.transcript.id, { index, openNotes });
  const copies = await copiesNow();
  const said = seen.words.join(' ');
  const [shown = ''] = wordsShown([said]);
  const typed = await askText({
    title: message('correct.title'),
    prompt: message('correct.prompt', { count: copies.length }),
    value: shown,
    validate: text =>
      text.trim() === '' && !areWordsHidden() ? { minded: message('correct.takes-out') } : undefined,
  });
  const words = typed?.match(/\S+/g) ?? [];
  // While words are hidden an empty box is where one begins, and nobody's wish.
  const isLeft = typed === undefined || (words.length === 0 && areWordsHidden());
  if (isLeft || words.join(' ') === said) return;
  // One that came or went would have other words than all others.
  if (!isSameData(pathsOf(copies), pathsOf(await copiesNow())))
    return void notify('error', message('write.changed-meanwhile'));
  const correction = { turn: seen.turn, changes: [{ ...seen.stretch, words }] };
  const files = copies.map(
    ({ uri, root }): FileToWrite =>
      noteToWrite(root, uri, note => correctTurn(note, seen.transcript, correction, today())),
  );
  const writing = await writeFiles(files);
  if (writing.kind === 'refused') void notify('error', writing.reason);
  else sayShortly(message('correct.done', { count: copies.length }));
}

function seenWords({ selection }: vscode.TextEditor, { note, document }: OpenNote): SeenWords | undefined {
  const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const transcript = parseTranscript(note);
  const turn = transcript.turns.find(each => each.range.start <= range.start && range.end <= each.range.end);
  const stretch = turn && wordsMeant(note.outline.text, turn, range);
  if (turn === undefined || stretch === undefined) return undefined;
  const words = wordsIn(turn).slice(stretch.from, stretch.to);
  return { transcript, turn: turn.index, stretch, words };
}

/** The copy in the editor and all others with its id, those too of which no event told yet. */
async function copiesOf(
  { root, document: { uri } }: OpenNote,
  id: string | undefined,
  sources: Pick<Services, 'index' | 'openNotes'>,
): Promise<readonly Copy[]> {
  await sources.index.reconcile();
  const versions = id === undefined ? [] : await openVersions(sources, id);
  return [{ uri, root }, ...versions.filter(each => each.uri.toString() !== uri.toString())];
}

function pathsOf(copies: readonly Copy[]): readonly string[] {
  return copies.map(({ uri }) => uri.toString()).sort();
}

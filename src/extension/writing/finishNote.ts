import * as vscode from 'vscode';
import type { CaseNote } from '../../core/case/caseNote';
import { isSameData } from '../../core/case/sameData';
import { refused } from '../../core/change/change';
import type { CarriedGoal, CarriedOutcome } from '../../core/change/settleCarried';
import { message } from '../../core/message';
import { goalStatuses } from '../../core/note/goalMention';
import type { Note } from '../../core/note/note';
import { finishNote } from '../../core/practice/finishNote';
import { offsetBefore } from '../../core/text/textEdit';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { pickOne, sayShortly, tickRows } from '../services/dialogs';
import { nameShown } from '../services/hiddenWords';
import type { NoteIndex } from '../services/noteIndex';
import { pickDue } from '../services/pickDue';
import { placeCaret } from '../services/placeCaret';
import type { Root } from '../services/roots';
import { today } from '../services/tools/today';
import { answersTicked, type FinishAnswers, finishActions, finishRows, noAnswers } from './finishRows';
import { tellRefusal, writeNote } from './writeNote';

/** A row that stands for a note. */
interface NoteRow {
  readonly root: Root;
  readonly note: Pick<CaseNote, 'path'>;
}

/**
 * Takes the draft mark from the active note, or from that of a row, which is shown. What is missing in it, what was carried into it and not touched, what nobody
 * follows and the next appointment stand in one list with ticks; where there is nothing to say, there is no list.
 */
export async function finishNoteCommand(
  row: NoteRow | undefined,
  activeNote: ActiveNote,
  index: NoteIndex,
): Promise<void> {
  await index.whenRead();
  const uri = row && index.uriOf(row.root, row.note.path);
  if (uri !== undefined) await vscode.window.showTextDocument(uri);
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const { root, path, note, document } = open;
  const cases = index.casesOf(document.uri);
  const finish = (now: Note, answers: FinishAnswers) => {
    const { carried, untracked } = finishNote(root, now, { cases });
    return finishNote(root, now, {
      language: interfaceLanguage(),
      cases,
      today: today(),
      next: answers.next,
      settled: goal => answers.outcomes.get(placeOf(goal, carried)) ?? 'same',
      follows: item => answers.followed.has(untracked.findIndex(each => each.item.line === item.item.line)),
    });
  };
  const finished = finish(note, noAnswers);
  const shows = (offset: number): void => placeCaret(document.uri.toString(), offset);
  const answers = await askFinishing(finished, nameShown(path, 'file'), shows);
  if (answers === undefined) return;
  // What was answered is about the goals and items that stood in the list, by their places in it.
  const listed = listedIn(finished);
  const outcome = await writeNote(root, path, index, now =>
    isSameData(listedIn(finish(now, noAnswers)), listed)
      ? finish(now, answers)
      : refused(message('write.changed-meanwhile')),
  );
  tellRefusal(outcome);
  if (outcome.kind !== 'written') return;
  sayShortly(message(note.frontMatter.draft ? 'finish.done' : 'finish.was-done'));
}

/** What the list names of the note, in its order. */
function listedIn({ carried, untracked }: ReturnType<typeof finishNote>): readonly string[] {
  return [
    ...carried.map(({ mention, status }) => `${mention.text} ${mention.id ?? ''} ${status}`),
    ...untracked.map(({ item }) => item.firstParagraph.map(({ text }) => text).join(' ')),
  ];
}

/** A goal among those that were carried, which another version of the note may have on another line. */
function placeOf({ mention }: CarriedGoal, carried: readonly CarriedGoal[]): number {
  return carried.findIndex(each => each.mention.line === mention.line);
}

/** What becomes of all that is open in the note; undefined where it is not to be finished now. */
async function askFinishing(
  finished: ReturnType<typeof finishNote>,
  file: string,
  shows: (offset: number) => void,
): Promise<FinishAnswers | undefined> {
  const { remaining, carried, untracked } = finished;
  let answers = noAnswers;
  if (remaining.length + carried.length + untracked.length === 0) return answers;
  for (;;) {
    const said = await tickRows(finishRows(finished, answers), {
      title: message('finish.title', { file }),
      placeHolder: message(remaining.length > 0 ? 'finish.hint-gaps' : 'finish.hint'),
    });
    if (said === undefined) return undefined;
    answers = answersTicked(finished, answers, said.ticked);
    const { pressed } = said;
    if (pressed === undefined) {
      const gap = remaining.find((_, at) => !answers.left.has(at));
      if (gap === undefined) return answers.asksNext ? withNext(answers) : answers;
      sayShortly(gap.message);
      shows(offsetBefore(finished.edits, gap.range.start));
      return undefined;
    }
    if (pressed.action === finishActions.show) {
      shows(pressed.row.offset);
      return undefined;
    }
    answers =
      pressed.row.part === 'next'
        ? await withNext(answers)
        : await withState(answers, pressed.row.at, carried[pressed.row.at]);
  }
}

async function withNext(answers: FinishAnswers): Promise<FinishAnswers> {
  const next = await pickDue(message('finish.next-title'), undefined);
  return next === undefined ? answers : { ...answers, next, asksNext: false };
}

async function withState(
  answers: FinishAnswers,
  at: number,
  goal: CarriedGoal | undefined,
): Promise<FinishAnswers> {
  const rows = goalStatuses.map(status => ({ label: render(message(`goal-status.${status}`)), status }));
  const picked = await pickOne(rows, { placeHolder: message('finish.state-title') });
  if (picked === undefined || goal === undefined) return answers;
  const outcome: CarriedOutcome = picked.status;
  return { ...answers, outcomes: new Map(answers.outcomes).set(at, outcome) };
}

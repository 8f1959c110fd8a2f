import { comparableGoalText } from '../note/comparableGoalText';

const WORDS = /[\p{L}\p{N}]+/gu;
const MOST_WORDS = 4;
const LONGEST = 28;

/** An `^id` (without the caret) for a goal of this text that is none of `taken`: its first words, numbered if need be. */
export function newGoalId(text: string, taken: ReadonlySet<string>): string {
  return freeId(idOfWords(comparableGoalText(text).match(WORDS) ?? []), taken);
}

/** The id itself or, when it is taken, the first of `id-2`, `id-3`, … that is not. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
  return free;
}

function idOfWords([first = 'goal', ...rest]: readonly string[]): string {
  let id = first.slice(0, LONGEST);
  for (const word of rest.slice(0, MOST_WORDS - 1)) {
    if (id.length + word.length >= LONGEST) break;
    id += `-${word}`;
  }
  return id;
}

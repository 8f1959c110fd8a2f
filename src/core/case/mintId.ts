import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalIdStyle } from '../note/note';
import type { Case, CaseGoal } from './case';
import { stageOfWords } from './stageOfWords';

/** What a goal without `^id` is known by. */
export interface UnsignedGoal {
  /** The key of its client (see `clientKey`). */
  readonly client: string;
  readonly stage: string | undefined;
  /** Its text as written. */
  readonly text: string;
  /** `YYYY-MM-DD`, of the note that opens it; undefined where that has none. */
  readonly date: string | undefined;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Those of base 32 (RFC 4648, section 6). */
const LETTERS_AND_DIGITS = `${LETTERS}234567`;
const LENGTH = 6;

const WORDS = /[\p{L}\p{N}]+/gu;
const MOST_WORDS = 4;
const LONGEST = 28;

/**
 * The `^id`, without the caret, that a goal of a case gets where it has none. A goal of the protocol has the id that it
 * has there. Undefined where an id would tear the goal apart: a text that other goals bear with several ids of their
 * own joins only what has no id.
 */
export function idForGoal(
  goal: CaseGoal,
  ofCase: Case,
  taken: ReadonlySet<string>,
  style: GoalIdStyle | undefined,
  signed = new SignedGoals(ofCase),
): string | undefined {
  return signed.areMeantBy(goal) ? undefined : newIdForGoal(goal, ofCase, taken, style);
}

/** The goals of a case by the words of their mentions that have an `^id`, for whoever asks of many goals. */
export class SignedGoals {
  readonly #byWords = new Map<string, Set<CaseGoal>>();

  constructor({ goals }: Case) {
    for (const goal of goals) {
      for (const { mention } of goal.mentions) {
        if (mention.said.id === undefined) continue;
        const words = wordsKey(saidKind(goal), mention.said.comparableText);
        addTo(this.#byWords, stagedKey(words, stageOfWords(mention.said)), goal);
        addTo(this.#byWords, words, goal);
      }
    }
  }

  /** Whether the words of a goal may be those of another that has an `^id` (see {@link mayShareKind}). */
  areMeantBy(goal: CaseGoal): boolean {
    if (goal.protocolGoal !== undefined) return false;
    const own = saidKind(goal);
    return (own === undefined ? saidKinds : [own, undefined]).some(kind => {
      const words = wordsKey(kind, goal.mentions.at(-1)?.mention.said.comparableText);
      const keys =
        goal.stage === undefined ? [words] : [goal.stage, undefined].map(stage => stagedKey(words, stage));
      const alike = keys.map(key => this.#byWords.get(key));
      return alike.some(goals => goals !== undefined && goals.size > Number(goals.has(goal)));
    });
  }
}

const saidKinds = ['goal', 'action', undefined] as const;

/** The kind of a goal where one of its mentions says it. */
function saidKind({ kind, mentions }: CaseGoal): CaseGoal['kind'] | undefined {
  return mentions.some(({ mention }) => mention.said.saysKind) ? kind : undefined;
}

function wordsKey(kind: CaseGoal['kind'] | undefined, words = ''): string {
  return `${kind ?? ''} ${words}`;
}

function stagedKey(words: string, stage: string | undefined): string {
  return `${stage ?? ''}\n${words}`;
}

function addTo(goals: Map<string, Set<CaseGoal>>, key: string, goal: CaseGoal): void {
  const known = goals.get(key);
  if (known === undefined) goals.set(key, new Set([goal]));
  else known.add(goal);
}

/** The same where every mention of the goal is signed at once, so that nothing can be torn apart. */
export function newIdForGoal(
  { protocolGoal, mentions, stage, text }: CaseGoal,
  { key }: Case,
  taken: ReadonlySet<string>,
  style: GoalIdStyle | undefined,
): string {
  if (protocolGoal !== undefined) return freeId(protocolGoal, taken);
  return mintId({ client: key, stage, text, date: mentions[0]?.note.date }, taken, style);
}

/**
 * An `^id`, without the caret, that is none of `taken`: six letters and digits that hold no word, the first of them a
 * letter, and for the same goal always the same; or, where the practice wants that, the first words of the goal.
 */
export function mintId(goal: UnsignedGoal, taken: ReadonlySet<string>, style?: GoalIdStyle): string {
  const words = comparableGoalText(goal.text);
  if (style === 'words') return freeId(idOfWords(words.match(WORDS) ?? []), taken);
  const source = [goal.client, goal.stage ?? null, words, goal.date ?? null];
  for (let attempt = 0; ; attempt++) {
    const id = idOfHash(hash(JSON.stringify([...source, attempt])));
    if (!taken.has(id)) return id;
  }
}

/** The id itself or, when it is taken, the first of `id-2`, `id-3`, … that is not. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
  return free;
}

/** Every `^id` that a mention of the case carries. */
export function idsOfCase({ notes }: Case): ReadonlySet<string> {
  return new Set(notes.flatMap(({ mentions }) => mentions.flatMap(({ said }) => said.id ?? [])));
}

/** `value`, from 0 to 2³² − 1, as letters and digits: 26 · 32⁵ ids, of which a case takes a few dozens. */
function idOfHash(value: number): string {
  let id = LETTERS.charAt(value % LETTERS.length);
  for (let rest = Math.floor(value / LETTERS.length); id.length < LENGTH; rest = Math.floor(rest / 32)) {
    id += LETTERS_AND_DIGITS.charAt(rest % 32);
  }
  return id;
}

/** FNV-1a (Fowler, Noll and Vo) with 32 bits, over UTF-16 code units, mixed at its end as MurmurHash3 does. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function idOfWords([first = 'goal', ...rest]: readonly string[]): string {
  let id = first.slice(0, LONGEST);
  for (const word of rest.slice(0, MOST_WORDS - 1)) {
    if (id.length + word.length >= LONGEST) break;
    id += `-${word}`;
  }
  return id;
}

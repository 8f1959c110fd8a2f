import { type Case, type CaseGoal, isOpen, type Mention } from '../../case/case';
import type { CaseNote } from '../../case/caseNote';
import { mayShareKind, mayShareStage } from '../../case/sameGoal';
import { sessionKey } from '../../case/sessions';
import { stageOfWords } from '../../case/stageOfWords';
import { idEdit } from '../../change/goalSource';
import { type Message, message, quoting } from '../../message';
import { nearIndex } from '../../text/nearest';
import { latestMention } from '../caseNotes';
import type { CaseFinding, CaseRule } from '../caseRule';
import type { Fix } from '../problem';
import { partOf } from '../rule';

/**
 * A goal of the newest note whose text is nearly that of an open goal which the note leaves out, so that it may be
 * the same. Only what a change of this note alone would join is asked about: two goals with an `^id` each, or
 * that an earlier note has side by side, were told apart on purpose, as were texts with other figures in them. Nor is
 * a goal asked about that the note mentions twice, or whose words it has twice: one change would part them.
 */
export const similarGoal: CaseRule = {
  id: 'similar-goal',
  check({ ofCase, newest }) {
    const current = sessionKey(newest);
    const goals = ofCase.goals.filter(({ protocolGoal }) => protocolGoal === undefined).flatMap(worded);
    const others = goals.filter(
      ({ goal }) => isOpen(goal.status) && goal.mentions.every(({ note }) => sessionKey(note) !== current),
    );
    if (others.length === 0) return [];
    const counts = countsOfWords(newest);
    const written = goals.filter(
      each => each.latest.note === newest && isLatest(each) && counts.get(textOf(each)) === 1,
    );
    if (written.length === 0) return [];
    const similarTo = similarGoals(others);
    const bearers = bearersOfWords(ofCase);
    return written.flatMap(each => findingOf(each, similarTo(each), bearers));
  },
};

/** Of more goals than these nobody can tell which is meant. */
const MOST_SIMILAR = 20;

/** A goal and the latest of its mentions that has words. */
interface Worded {
  readonly goal: CaseGoal;
  readonly latest: Mention;
}

function worded(goal: CaseGoal): readonly Worded[] {
  const latest = goal.mentions.findLast(({ mention }) => mention.said.comparableText !== '');
  return latest === undefined ? [] : [{ goal, latest }];
}

/** Whether `latest` is the goal's last mention, and the only one in that note. */
function isLatest({ goal: { mentions }, latest }: Worded): boolean {
  return mentions.at(-1) === latest && mentions.at(-2)?.note !== latest.note;
}

/** How many mentions of a note have each text. */
function countsOfWords({ mentions }: CaseNote): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { said } of mentions)
    counts.set(said.comparableText, (counts.get(said.comparableText) ?? 0) + 1);
  return counts;
}

/** Finds those of `others` that a goal may be the same as by its text, in their order. */
function similarGoals(others: readonly Worded[]): (written: Worded) => readonly Worded[] {
  const equal = new Map<string, Worded[]>();
  for (const other of others) {
    const text = textOf(other);
    const same = equal.get(text);
    if (same === undefined) equal.set(text, [other]);
    else same.push(other);
  }
  const rank = new Map(others.map((other, at) => [other, at] as const));
  const rankOf = (other: Worded): number => rank.get(other) ?? 0;
  const nearly = nearIndex([...equal]);
  return written => {
    const text = textOf(written);
    const near = nearly.near(text).flatMap(({ value }) => value.slice(0, MOST_SIMILAR));
    const found = [...(equal.get(text) ?? []), ...near.filter(other => hasSameFigures(other, text))];
    const first = [...new Set(found)].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_SIMILAR);
    return first.filter(other => !areToldApart(written.goal, other.goal));
  };
}

function textOf({ latest }: Worded): string {
  return latest.mention.said.comparableText;
}

/** `Step 1` and `Step 2` are near one another, and not the same. */
function hasSameFigures(other: Worded, text: string): boolean {
  return figures(textOf(other)) === figures(text);
}

function figures(text: string): string {
  return text.replace(/\P{N}+/gu, '');
}

function areToldApart(written: CaseGoal, other: CaseGoal): boolean {
  if (!mayShareKind(written, other) || (written.id !== undefined && other.id !== undefined)) return true;
  const paths = new Set(other.mentions.map(({ note }) => note.path));
  return written.mentions.some(({ note }) => paths.has(note.path));
}

function findingOf(written: Worded, similar: readonly Worded[], bearers: Bearers): readonly CaseFinding[] {
  const { note, mention } = written.latest;
  const answers = similar.flatMap(other => {
    const fix = joining(written, other, bearers);
    return fix === undefined ? [] : [{ other, fix }];
  });
  const [first] = answers;
  if (first === undefined) return [];
  return [
    {
      note,
      message: questionAbout(first.other),
      range: { ...mention.place, end: Math.min(mention.place.end, mention.wordsEnd ?? mention.place.end) },
      ...partOf(mention.said),
      goal: first.other.goal,
      related: answers.flatMap(({ other }) => latestMention(other.goal)),
      fixes: () => answers.map(({ fix }) => fix),
    },
  ];
}

function questionAbout({ goal: { id }, latest: { note, mention } }: Worded): Message {
  const args = { file: note.path, line: mention.place.line + 1 };
  if (id !== undefined) return quoting('problem.similar-goal', { id }, args);
  return message('problem.similar-goal.unquoted', args);
}

/** Makes the two one goal by a change of the newest note alone; undefined where none would. */
function joining(written: Worded, other: Worded, bearers: Bearers): Fix | undefined {
  const { mention } = written.latest;
  const { id } = other.goal;
  // Earlier mentions may be left behind.
  if (written.goal.mentions.length > 1) return undefined;
  if (id !== undefined) {
    return { title: message('fix.add-id', { id }), safety: 'suggestion', edits: [idEdit(mention, id)] };
  }
  if (!mayBeInOneStage(written.latest, other.latest) || areWordsShared(written, other, bearers))
    return undefined;
  const end = mention.wordsEnd;
  if (end === undefined) return undefined;
  const { note, mention: earlier } = other.latest;
  const edit = { range: { start: mention.place.start, end }, newText: earlier.said.text };
  const title = message('fix.use-words', { file: note.path, line: earlier.place.line + 1 });
  return { title, safety: 'suggestion', edits: [edit] };
}

/** Whether other goals bear the words of one of the two: then what the words join is more than these two. */
function areWordsShared(written: Worded, other: Worded, bearers: Bearers): boolean {
  return [written, other].some(({ latest }) => {
    const known = bearers.get(latest.mention.said.comparableText) ?? new Set();
    return known.size > Number(known.has(written.goal)) + Number(known.has(other.goal));
  });
}

/** The goals that bear each text. */
type Bearers = ReadonlyMap<string, ReadonlySet<CaseGoal>>;

function bearersOfWords({ goals }: Case): Bearers {
  const bearers = new Map<string, Set<CaseGoal>>();
  for (const goal of goals) {
    for (const { mention } of goal.mentions) {
      const known = bearers.get(mention.said.comparableText) ?? new Set();
      bearers.set(mention.said.comparableText, known.add(goal));
    }
  }
  return bearers;
}

function mayBeInOneStage(a: Mention, b: Mention): boolean {
  return mayShareStage(stageOfWords(a.mention.said), stageOfWords(b.mention.said));
}

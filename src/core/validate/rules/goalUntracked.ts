import { caseKeys, noClient } from '../../case/clientKey';
import { mintId } from '../../case/mintId';
import { boxEdit, strayEdits } from '../../change/taskEdits';
import { message } from '../../message';
import type { GoalMention } from '../../note/goalMention';
import type { Note } from '../../note/note';
import { type PlainItem, plainLists } from '../../note/plainParts';
import { type StrayTask, strayTasks } from '../../note/strayTasks';
import { lineEndOf } from '../../text/textEdit';
import type { Fix } from '../problem';
import { type Finding, partOf, type Rule } from '../rule';
import { byList, isSilencedPart, untrackedFixes, untrackedMessage } from '../untrackedTasks';

/**
 * What looks like a goal or action and is none: items without a box where such are tracked, boxes that are none to
 * Markdown, tasks of a process note. Of tasks in parts that track nothing, the case has to be asked; here are those of
 * notes without client.
 */
export const goalUntracked: Rule = {
  id: 'goal-untracked',
  isShared: true,
  check({ note }) {
    const { kind } = note.frontMatter;
    if (kind === 'transcript' || note.protocol === undefined) return [];
    const inRecord = kind === 'note' ? recordFindings(note) : [];
    return [...inRecord, ...taskFindings(note)];
  },
};

function recordFindings(note: Note): readonly Finding[] {
  const strays = strayTasks(note);
  return [...plainFindings(note, new Set(strays.map(({ line }) => line))), ...strayFindings(strays, note)];
}

/** Those on the lines in `known` are told already. */
function plainFindings(note: Note, known: ReadonlySet<number>): readonly Finding[] {
  const { items = 'ask' } = note.context;
  if (items !== 'ask') return [];
  return plainLists(note).flatMap(list => findingsOfList(list.filter(({ item }) => !known.has(item.line))));
}

function findingsOfList(list: readonly PlainItem[]): readonly Finding[] {
  let all: readonly Fix[] | undefined;
  // Shared by the items of a long list, which would else have as many edits each as there are items.
  const fixAll = (): readonly Fix[] => {
    all ??= list.length > 1 ? [makingAll(list)] : [];
    return all;
  };
  return list.map(each => plainFinding(each, fixAll));
}

function makingAll(list: readonly PlainItem[]): Fix {
  return {
    title: message(`fix.make-all-${list[0]?.kind ?? 'goal'}s`, { count: list.length }),
    safety: 'suggestion',
    edits: list.flatMap(each => boxEdit(each.item)),
  };
}

function plainFinding(plain: PlainItem, fixAll: () => readonly Fix[]): Finding {
  const { item, kind } = plain;
  const [first] = item.firstParagraph;
  return {
    message: message(`problem.goal-untracked.${kind}`),
    range: first?.range ?? item.marker,
    ...partOf(plain),
    fixes: () => {
      const one: Fix = { title: message(`fix.make-${kind}`), safety: 'suggestion', edits: boxEdit(item) };
      return [one, ...fixAll(), ...itemAnswers];
    },
  };
}

const itemAnswers: readonly Fix[] = [
  {
    title: message('fix.items-tracked'),
    safety: 'suggestion',
    edits: [],
    inPractice: { kind: 'items', items: 'actions' },
  },
  {
    title: message('fix.items-text'),
    safety: 'suggestion',
    edits: [],
    inPractice: { kind: 'items', items: 'text' },
  },
];

/** One finding for each block, at its first line. */
function strayFindings(all: readonly StrayTask[], note: Note): readonly Finding[] {
  const blocks = new Map<number, StrayTask[]>();
  for (const stray of all) {
    const { start } = stray.block.range;
    const known = blocks.get(start);
    if (known === undefined) blocks.set(start, [stray]);
    else known.push(stray);
  }
  return [...blocks.values()].flatMap(strays => {
    const [first] = strays;
    if (first === undefined) return [];
    const lines = new Set(strays.map(({ line }) => line));
    const making: Fix = {
      title: message(strays.length === 1 ? 'fix.make-task' : 'fix.make-tasks'),
      safety: 'suggestion',
      edits: strays.flatMap(stray => strayEdits(note.outline, stray, lines)),
    };
    return [
      {
        message: untrackedMessage(strays.length, 'stray'),
        range: first.range,
        fixes: () => [making],
      },
    ];
  });
}

function taskFindings(note: Note): readonly Finding[] {
  const { kind, clients } = note.frontMatter;
  const isAlone = caseKeys(clients.map(({ value }) => value)).includes(noClient);
  if (kind !== 'process' && !isAlone) return [];
  return byList(note.untracked.filter(task => !isNeverTracked(task, note))).flatMap(list => {
    const [first] = list;
    if (first === undefined) return [];
    return [
      {
        message: untrackedMessage(list.length, kind === 'process' ? 'process' : 'part'),
        range: first.range,
        ...partOf(first),
        // What is private stays so.
        fixes: () => (kind === 'process' ? [notAsking(first, note)] : untrackedFixes(list, newIds(note))),
      },
    ];
  });
}

/** A comment above the first list that ends the question for the rest of the note. */
function notAsking({ blockStart }: GoalMention, { outline: { text, lines } }: Note): Fix {
  const at = lines.lineStart(lines.positionAt(blockStart).line);
  const comment = `<!-- session-notes-disable ${goalUntracked.id} -->${lineEndOf(text)}`;
  return {
    title: message('fix.ask-no-more'),
    safety: 'suggestion',
    edits: [{ range: { start: at, end: at }, newText: comment }],
  };
}

function isNeverTracked({ protocol, stage, section }: GoalMention, { context }: Note): boolean {
  return isSilencedPart(context.protocols.get(protocol), stage, section);
}

function newIds(note: Note): (task: GoalMention) => string {
  const taken = new Set(note.goals.flatMap(({ id }) => id ?? []));
  return ({ stage, text }) => {
    const goal = { client: noClient, stage, text, date: note.frontMatter.date?.value };
    const id = mintId(goal, taken, note.context.goalIds);
    taken.add(id);
    return id;
  };
}

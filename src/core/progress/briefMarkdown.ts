import type { CaseNote } from '../case/caseNote';
import type { GoalEntry, Pressure } from '../case/openGoals';
import { ageMessage, dueMessage } from '../describe/goalFacts';
import type { Renderer } from '../describe/markdown';
import { rangeMessages, scoreText } from '../describe/measureFacts';
import { type Message, message, titleIn } from '../message';
import { literalMarkdown } from '../text/literalMarkdown';
import type { SectionWords, WordsLine } from './recordedWords';
import type { BriefMeasure, SessionBrief, SessionScores } from './sessionBrief';

/** How many lines of a section are shown: a brief is one page, the note has the rest. */
const shownLines = 8;

/** What stands before a goal that presses. */
const pressureMarks: Readonly<Record<Pressure, string>> = {
  overdue: '**!** ',
  'due-soon': '**!** ',
  stale: '**!** ',
};

/** The words of the notes that a brief draws on (see `SessionBrief.decisionNote`, `planNote` and `riskNote`). */
export interface BriefWords {
  readonly decision: readonly SectionWords[];
  readonly plan: readonly SectionWords[];
  readonly risk: readonly SectionWords[];
}

/**
 * A brief as a page of Markdown, one line end at its end: what was planned and what is at risk come first. Nothing from a note becomes markup in it, and its source
 * reads as well as its preview.
 */
export function briefMarkdown(brief: SessionBrief, words: BriefWords, voice: Renderer): string {
  const { say } = voice;
  const client = brief.client === '' ? say(message('goals.no-client')) : brief.client;
  const paragraphs = [
    `# ${literalMarkdown(say(message('brief.title', { client })))}`,
    dotted(summary(brief, voice)),
    ...plan(brief, words.plan, voice),
    ...(words.risk.length === 0 ? [] : quoted(message('brief.risk'), brief.riskNote, words.risk, voice)),
    `## ${say(message('brief.goals'))}`,
    goalList(brief.goals, message('brief.no-goals'), voice),
    `## ${say(message('brief.actions'))}`,
    goalList(brief.actions, message('brief.no-actions'), voice),
    ...measures(brief, voice),
    ...(words.decision.length === 0
      ? []
      : quoted(message('brief.decision'), brief.decisionNote, words.decision, voice)),
    ...(brief.stages.length === 0 ? [] : [`## ${say(message('brief.stages'))}`]),
    brief.stages.map(stage => stageLine(stage, voice)).join('\n'),
  ];
  return `${paragraphs.filter(text => text !== '').join('\n\n')}\n`;
}

function summary(brief: SessionBrief, voice: Renderer): readonly string[] {
  const { newest, process } = brief;
  return [
    voice.say(message('brief.sessions', { count: brief.sessions })),
    ...(newest === undefined
      ? []
      : [voice.say(message('brief.last-note', { note: placeOf(newest, voice) }))]),
    ...(newest?.draft ? [voice.say(message('brief.draft'))] : []),
    ...(process.total === 0
      ? []
      : [voice.say(message('brief.process', { done: process.done, total: process.total }))]),
    ...(brief.closed ? [voice.say(message('brief.closed'))] : []),
  ];
}

function goalList(goals: readonly GoalEntry[], none: Message, voice: Renderer): string {
  if (goals.length === 0) return voice.say(none);
  return goals
    .map(each => {
      const facts = dotted(goalFacts(each, voice));
      return `- ${each.pressure === undefined ? '' : pressureMarks[each.pressure]}${facts}`;
    })
    .join('\n');
}

/** What measures say, where notes give scores. */
function measures(brief: SessionBrief, voice: Renderer): readonly string[] {
  if (brief.measures.length === 0) return [];
  const lines = brief.measures.map(measure => `- ${dotted(measureFacts(measure, voice))}`);
  return [`## ${voice.say(message('brief.measures'))}`, lines.join('\n')];
}

function measureFacts({ title, newest, before, ...range }: BriefMeasure, voice: Renderer): readonly string[] {
  const score = ({ session, values }: SessionScores) => ({
    score: scoreText(values, voice.language),
    note: placeOf(session, voice),
  });
  return [
    titleIn(title, voice.language),
    voice.say(message('brief.score', score(newest))),
    ...(before === undefined ? [] : [voice.say(message('brief.score-before', score(before)))]),
    ...rangeMessages(range).map(said => voice.say(said)),
  ];
}

function goalFacts(entry: GoalEntry, { say }: Renderer): readonly string[] {
  const { text, status, reopened } = entry.goal;
  const due = dueMessage(entry);
  return [
    text,
    say(message(`goal-status.${status}`)),
    say(ageMessage(entry)),
    ...(reopened ? [say(message('goals.reopened'))] : []),
    ...(due === undefined ? [] : [say(due)]),
  ];
}

/** The last plan; one that is nothing but goals and actions is told by these. */
function plan({ planNote }: SessionBrief, words: BriefWords['plan'], voice: Renderer): readonly string[] {
  const title = message('brief.plan');
  if (words.length > 0) return quoted(title, planNote, words, voice);
  const why = message(planNote === undefined ? 'brief.none-recorded' : 'brief.plan-is-goals');
  return [heading(title, planNote, voice), voice.say(why)];
}

function heading(title: Message, source: CaseNote | undefined, voice: Renderer): string {
  return `## ${dotted([voice.say(title), ...(source === undefined ? [] : [placeOf(source, voice)])])}`;
}

function quoted(
  title: Message,
  source: CaseNote | undefined,
  sections: readonly SectionWords[],
  voice: Renderer,
): readonly string[] {
  const texts = sections.flatMap(section => {
    const more = section.lines.length > shownLines ? [`… *${voice.say(message('brief.more-lines'))}*`] : [];
    return [
      `**${literalMarkdown(titleIn(section.title, voice.language))}**`,
      ...blocksOf(section.lines.slice(0, shownLines)),
      ...more,
    ];
  });
  return [heading(title, source, voice), ...texts];
}

/** Paragraphs, and items that follow one another as one list. */
function blocksOf(lines: readonly WordsLine[]): readonly string[] {
  const blocks: string[] = [];
  let previous = 0;
  for (const { text, depth } of lines) {
    const line = depth === 0 ? literalMarkdown(text) : `${'  '.repeat(depth - 1)}- ${literalMarkdown(text)}`;
    if (depth > 0 && previous > 0) blocks.push(`${blocks.pop() ?? ''}\n${line}`);
    else blocks.push(line);
    previous = depth;
  }
  return blocks;
}

function stageLine({ title, stage, recordedIn }: SessionBrief['stages'][number], voice: Renderer): string {
  const name = titleIn(title, voice.language) || stage;
  if (recordedIn.length === 0) return `- ○ ${dotted([name, voice.say(message('brief.stage-not-reached'))])}`;
  const sessions = recordedIn.map(({ session, date }) => session ?? date).filter(each => each !== undefined);
  const where =
    sessions.length === 0
      ? message('brief.stage-once')
      : message('brief.stage-in', { sessions: sessions.join(', ') });
  return `- ✓ ${dotted([name, voice.say(where)])}`;
}

/** A session and its date; the path of a note that tells neither. */
function placeOf(
  { session, date, path }: Pick<CaseNote, 'session' | 'date' | 'path'>,
  { say }: Renderer,
): string {
  const number = session === undefined ? undefined : say(message('goals.session', { session }));
  const place = [number, date].filter(each => each !== undefined);
  return place.length === 0 ? path : place.join(', ');
}

function dotted(parts: readonly string[]): string {
  return parts.map(literalMarkdown).join(' · ');
}

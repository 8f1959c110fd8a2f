import { formOf, headingForm, type MarkForm, markOf } from '../../change/markForm';
import { outdent, stampsToComments, unquote, wordsBelow } from '../../change/takeOut';
import { type MessageKey, message, type Titles, titleIn } from '../../message';
import { commentsIn } from '../../note/comments';
import { type NearMiss, type Note, stageDemand, type UnnamedHeading } from '../../note/note';
import type { Heading } from '../../note/outline';
import { otherRows, tableOfTitles } from '../../note/tableRows';
import { withoutSigns } from '../../note/titleLines';
import { isAskedOfNote } from '../../protocol/schema';
import type { RuleId } from '../../ruleIds';
import { lineEndOf } from '../../text/textEdit';
import type { TextRange } from '../../text/textRange';
import { useHeading } from '../headingFixes';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';

/** A heading, paragraph or label that nearly names a stage or section, or a heading that may be meant for one. */
export const similarHeading: Rule = {
  id: 'similar-heading',
  check(context) {
    const { nearMisses, asked } = context.gaps;
    return [
      ...nearMisses.filter(({ kind }) => kind !== 'inline').map(nearMiss => findingOf(nearMiss, context)),
      ...inlineFindings(context),
      ...brokenFindings(context),
      ...tableFindings(context),
      ...asked.map(heading => question(heading, context)),
    ];
  },
};

const texts: Readonly<Record<NearMiss['kind'], MessageKey>> = {
  spelling: 'problem.similar-heading',
  shortened: 'problem.similar-heading.shortened',
  'shortened-label': 'problem.similar-heading.shortened',
  'not-a-heading': 'problem.similar-heading.paragraph',
  label: 'problem.similar-heading.label',
  'bare-label': 'problem.similar-heading.bare-label',
  meant: 'problem.similar-heading.shortened',
  'meant-label': 'problem.similar-heading.shortened',
  inline: 'problem.similar-heading.inline',
  quoted: 'problem.similar-heading.enclosed',
  nested: 'problem.similar-heading.enclosed',
  stamped: 'problem.similar-heading.enclosed',
  worded: 'problem.similar-heading.enclosed',
};

/** The labels in the middle of lines, one finding for each line. */
function inlineFindings(context: RuleContext): readonly Finding[] {
  const { lines } = context.note.outline;
  const byLine = new Map<number, NearMiss[]>();
  for (const miss of context.gaps.nearMisses.filter(({ kind }) => kind === 'inline')) {
    const { line } = lines.positionAt(miss.range.start);
    byLine.set(line, [...(byLine.get(line) ?? []), miss]);
  }
  return [...byLine.values()].flatMap(misses => {
    const [first] = misses;
    if (first === undefined) return [];
    const labels = misses.map(({ near }) => `${near.title}:`).join(' ');
    // The parts are there, if not where they are looked for.
    return [
      { ...findingOf(first, context), maxSeverity: 'warning', message: message(texts.inline, { labels }) },
    ];
  });
}

function findingOf(nearMiss: NearMiss, context: RuleContext): Finding {
  const { term } = nearMiss.near;
  const isMeant = nearMiss.kind.startsWith('meant');
  const isOwnTitle = isMeant || isEnclosed(nearMiss);
  const title = isOwnTitle ? titleOfMeant(nearMiss, context) : nearMiss.near.title;
  const severityOf = missedRule(nearMiss, context);
  return {
    message: message(texts[nearMiss.kind], { title }),
    range: nearMiss.range,
    stage: term.stage.id,
    ...(term.kind === 'section' && { section: term.section.id }),
    ...(severityOf !== undefined && { severityOf }),
    // What no part of the note lacks is well written.
    ...(severityOf === undefined && nearMiss.kind.startsWith('shortened') && { maxSeverity: 'hint' }),
    gap: true,
    fixes: () =>
      isMeant
        ? fixesOfMeant(nearMiss, title, context.note)
        : [takingOut(nearMiss, context) ?? fixOf(nearMiss, context.note)],
  };
}

/** Whether a title stands where it begins no part. */
function isEnclosed({ kind }: NearMiss): boolean {
  return kind === 'quoted' || kind === 'nested' || kind === 'stamped' || kind === 'worded';
}

/** What takes all such titles from where they begin no part. */
function takingOut({ kind }: NearMiss, { note: { outline }, gaps }: RuleContext): Fix | undefined {
  const titles = gaps.nearMisses
    .filter(each => each.kind === kind)
    .map(({ near: { title }, range, level }) => ({ title, range, level }));
  const safety = 'suggestion';
  if (kind === 'quoted') return { title: message('fix.unquote'), safety, edits: unquote(outline, titles) };
  if (kind === 'nested') return { title: message('fix.outdent'), safety, edits: outdent(outline, titles) };
  if (kind === 'worded')
    return { title: message('fix.words-below'), safety, edits: wordsBelow(outline, titles) };
  if (kind !== 'stamped') return undefined;
  return { title: message('fix.stamps-to-comments'), safety, edits: stampsToComments(outline) };
}

/** The form of the labels that the note has for stages. */
function labelForm({ stages }: Note): MarkForm | undefined {
  return stages.map(({ mark }) => formOf(mark)).find(({ kind }) => kind === 'label');
}

/** The title of the part that is meant, in the language of the note, else of the titles around. */
function titleOfMeant({ near: { term, language } }: NearMiss, context: RuleContext): string {
  const known = language === '' ? context.language : language;
  const { title } = term.kind === 'section' ? term.section : term.stage;
  return titleIn(title, context.note.language ?? known);
}

/** The title of the stage in place of what stands for it; where headings are written, a line may become one as it is. */
function fixesOfMeant({ kind, near, range, level }: NearMiss, title: string, note: Note): readonly Fix[] {
  const label = kind === 'meant' ? labelForm(note) : boldLabel;
  const form = label ?? headingForm(level);
  const value = markOf(title, form);
  const fix: Fix = {
    title: message('fix.use-value', { value }),
    safety: 'suggestion',
    edits: [{ range, newText: value }],
  };
  if (label !== undefined) return [fix];
  const own = message('fix.make-heading', { title: near.title });
  return [fix, { title: own, safety: 'suggestion', edits: [{ range, newText: markOf(near.title, form) }] }];
}

/** The lines that are no headings for want of a blank, or are headings of HTML; not asked of what needs no stages. */
function brokenFindings({ note }: RuleContext): readonly Finding[] {
  if (stageDemand(note) !== 'full') return [];
  return note.broken.map(({ range, level, title, stage }) => ({
    message: message('problem.similar-heading.broken'),
    range,
    ...(stage !== undefined && { stage: stage.id }),
    ...(stage?.required && note.coveredStages.includes(stage.id)
      ? { severityOf: 'missing-stage' }
      : { maxSeverity: 'info' }),
    fixes: () => [
      {
        title: message('fix.make-heading', { title }),
        safety: 'safe',
        edits: [{ range, newText: markOf(title, headingForm(level)) }],
      },
    ],
  }));
}

/** A form that is typed as a table: its rows are read as text, which is said once, at the first of them. */
function tableFindings({ note, gaps }: RuleContext): readonly Finding[] {
  const { protocol, outline, stages } = note;
  if (protocol === undefined || gaps.missingStages.length === 0) return [];
  const table = tableOfTitles(outline, protocol, new Set(gaps.missingStages));
  const [first] = table?.rows ?? [];
  if (table === undefined || first === undefined) return [];
  const level = stages.map(({ mark }) => mark).find(({ kind }) => kind === 'heading')?.level ?? 2;
  const eol = lineEndOf(outline.text);
  const parts = table.rows.map(({ title, words }) =>
    [markOf(title, headingForm(level)), words].filter(each => each !== '').join(eol),
  );
  const newText = [otherRows(table).join(eol), ...parts].filter(each => each !== '').join(eol + eol);
  return [
    {
      message: message('problem.similar-heading.table'),
      range: first.line.range,
      stage: first.stage.id,
      maxSeverity: 'hint',
      fixes: () => [
        {
          title: message('fix.rows-to-headings'),
          safety: 'suggestion',
          edits: [{ range: table.block.range, newText }],
        },
      ],
    },
  ];
}

/** The rule that would report the gap; none where nothing is asked for that the heading could be. */
function missedRule({ near: { term } }: NearMiss, { note, gaps }: RuleContext): RuleId | undefined {
  const isThere = note.stages.some(({ stage }) => stage === term.stage);
  // A section that opens its stage is missing with it.
  if (term.kind === 'stage' || !isThere) {
    const { id, required } = term.stage;
    const isAsked = note.protocol?.protocol.scope === 'session' && note.coveredStages.includes(id);
    return required && isAsked ? 'missing-stage' : undefined;
  }
  const isOpened = gaps.openedStages.some(({ stage }) => stage.id === term.stage.id);
  return isAskedOfNote(term.section) && isOpened ? 'missing-section' : undefined;
}

function fixOf(nearMiss: NearMiss, note: Note): Fix {
  const { near, range, level } = nearMiss;
  const { title } = near;
  switch (nearMiss.kind) {
    case 'spelling':
    case 'shortened':
      return {
        title: message('fix.rename-heading', { title }),
        safety: nearMiss.kind === 'spelling' ? 'safe' : 'suggestion',
        edits: [{ range, newText: withComments(title, range, note) }],
      };
    case 'not-a-heading': {
      const newText = withComments(markOf(title, labelForm(note) ?? headingForm(level)), range, note);
      return {
        title: message('fix.make-heading', { title }),
        safety: isSureTitle(nearMiss, note) ? 'safe' : 'suggestion',
        edits: [{ range, newText }],
      };
    }
    case 'shortened-label': {
      const value = markOf(title, boldLabel);
      return {
        title: message('fix.use-value', { value }),
        safety: 'suggestion',
        edits: [{ range, newText: blankLineInList(range, note) + value }],
      };
    }
    case 'label':
      return {
        title: message('fix.make-label', { title }),
        safety: 'suggestion',
        edits: [{ range, newText: blankLineInList(range, note) + markOf(title, boldLabel) }],
      };
    case 'bare-label':
    case 'meant':
    case 'meant-label':
    case 'quoted':
    case 'nested':
    case 'stamped':
    case 'worded':
      return {
        title: message('fix.make-labels'),
        safety: 'suggestion',
        edits: note.nearMisses
          .filter(({ kind }) => kind === 'bare-label')
          .map(each => ({
            range: each.range,
            newText: markOf(each.near.title, boldLabel) + blankAt(each.range.end, note),
          })),
      };
    case 'inline':
      return {
        title: message('fix.break-line'),
        safety: 'suggestion',
        edits: lineBreaks(range.start, note),
      };
  }
}

/**
 * One title between the lines of a paragraph may be words of it; with others in the note it is none, unless they stand right
 * above or below, as in a list. What is crossed out, and signs that may say something, are for a person.
 */
function isSureTitle({ range }: NearMiss, { nearMisses, outline }: Note): boolean {
  if (!isOnlySetApart(outline.text.slice(range.start, range.end))) return false;
  const isFirst = outline.blocks.some(
    block => block.kind === 'paragraph' && block.lines[0]?.range.start === range.start,
  );
  const lineOf = (each: NearMiss): number => outline.lines.positionAt(each.range.start).line;
  const own = outline.lines.positionAt(range.start).line;
  const others = nearMisses
    .filter(({ kind }) => kind === 'not-a-heading')
    .map(lineOf)
    .filter(line => line !== own);
  if (others.some(line => Math.abs(line - own) === 1)) return false;
  return isFirst || others.length > 0;
}

/** Signs that only make a title stand out. */
const DECORATION = /^[-–—=*_#＃\\▶►▸■●•|:<>\s]*$/u;

/** Whether a title has no signs around it, or such as only set it apart: those, or some on both sides. */
function isOnlySetApart(text: string): boolean {
  const words = withoutSigns(text);
  const at = text.indexOf(words);
  const before = text.slice(0, at);
  const behind = text.slice(at + words.length);
  if (before.includes('~~')) return false;
  return DECORATION.test(before + behind) || (before !== '' && behind !== '');
}

const boldLabel: MarkForm = { kind: 'label', isBold: true, isLetter: false, bullet: '' };

/** What parts a label from words right behind it. */
function blankAt(at: number, { outline: { text } }: Note): string {
  return /^\S/.test(text.slice(at, at + 1)) ? ' ' : '';
}

/** What parts a line from the items above it, which it would else continue. */
function blankLineInList({ start }: TextRange, { outline }: Note): string {
  const { text, lines, blocks } = outline;
  const lineStart = lines.lineStart(lines.positionAt(start).line);
  const isBelowItem = blocks.some(
    ({ kind, range }) => kind === 'list' && range.start < lineStart && lineStart <= range.end,
  );
  return isBelowItem ? lineEndOf(text) : '';
}

/** What puts each label in the middle of the line of `offset` at the beginning of a line of its own. */
function lineBreaks(offset: number, { nearMisses, outline }: Note): Fix['edits'] {
  const { text, lines } = outline;
  const { line } = lines.positionAt(offset);
  const eol = lineEndOf(text);
  return nearMisses
    .filter(({ kind, range }) => kind === 'inline' && lines.positionAt(range.start).line === line)
    .map(({ range: { start } }) => {
      const before = text.slice(lines.lineStart(line), start).trimEnd().length;
      return { range: { start: lines.lineStart(line) + before, end: start }, newText: eol + eol };
    });
}

function inQuotes(titles: Titles): Titles {
  return Object.fromEntries(Object.entries(titles).map(([language, title]) => [language, `“${title}”`]));
}

/** Whether a heading with words of its own is meant for one of the stages that the note lacks. */
function question({ heading, asked }: UnnamedHeading, context: RuleContext): Finding {
  const { note, together } = context;
  const [first] = asked;
  const isMissed = asked.some(({ required }) => required) && note.protocol?.protocol.scope === 'session';
  return {
    message: message('problem.similar-heading.asked', { stages: asked.map(({ title }) => inQuotes(title)) }),
    range: heading.titleRange,
    ...(first !== undefined && { stage: first.id }),
    gap: true,
    ...(isMissed && { severityOf: 'missing-stage' }),
    ...(!isMissed && { maxSeverity: 'hint' }),
    // It asks; what is written is well written.
    ...(isMissed && together && { maxSeverity: 'warning' }),
    fixes: () => [...asked.flatMap(stage => useHeading(heading, stage, context, true)), ownHeading(heading)],
  };
}

function ownHeading({ title }: Heading): Fix {
  return {
    title: message('fix.own-heading'),
    safety: 'suggestion',
    edits: [],
    inPractice: { kind: 'own-heading', title },
  };
}

/** A comment that the user wrote beside the title stays there. */
function withComments(title: string, range: TextRange, { outline }: Note): string {
  return [title, ...commentsIn(outline.text, range)].join(' ');
}

import { headingForm, markOf } from '../../change/markForm';
import { type MessageKey, message, type Titles, titleIn } from '../../message';
import { type NearMiss, stageDemand, type UnnamedHeading } from '../../note/note';
import type { Heading } from '../../note/outline';
import { otherRows, tableOfTitles } from '../../note/tableRows';
import { isAskedOfNote } from '../../protocol/schema';
import type { RuleId } from '../../ruleIds';
import { lineEndOf } from '../../text/textEdit';
import { useHeading } from '../headingFixes';
import { nearMissFixes } from '../nearMissFixes';
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
    fixes: () => nearMissFixes(nearMiss, title, context.note, context.gaps.nearMisses),
  };
}

/** Whether a title stands where it begins no part. */
function isEnclosed({ kind }: NearMiss): boolean {
  return kind === 'quoted' || kind === 'nested' || kind === 'stamped' || kind === 'worded';
}

/** The title of the part that is meant, in the language of the note, else of the titles around. */
function titleOfMeant({ near: { term, language } }: NearMiss, context: RuleContext): string {
  const known = language === '' ? context.language : language;
  const { title } = term.kind === 'section' ? term.section : term.stage;
  return titleIn(title, context.note.language ?? known);
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

/**
 * A form that is typed as a table: its rows are read as text, which is said once, at the first of them. What is said in a
 * transcript is none.
 */
function tableFindings({ note, gaps }: RuleContext): readonly Finding[] {
  const { protocol, outline, stages } = note;
  const isAsked = gaps.missingStages.length > 0 && stageDemand(note) === 'full';
  if (protocol === undefined || !isAsked) return [];
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

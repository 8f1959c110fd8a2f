import { tickingEdit } from '../../change/tickChoice';
import { message, titleIn } from '../../message';
import { sayingWords, wordsForChoices } from '../../note/namedChoices';
import { markRange, type NamedChoice, type SectionRegion } from '../../note/note';
import type { Block } from '../../note/outline';
import { blocksIn } from '../../note/regionBlocks';
import type { Choice } from '../../protocol/schema';
import { lineEndOf } from '../../text/textEdit';
import type { TextRange } from '../../text/textRange';
import type { PresentStage } from '../gaps';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';

/** A section with choices that names none of them, or more than it may. */
export const invalidChoice: Rule = {
  id: 'invalid-choice',
  check(context) {
    return context.gaps.openedStages.flatMap(stage => checkStage(stage, context));
  },
};

function checkStage(present: PresentStage, context: RuleContext): readonly Finding[] {
  return present.stage.sections
    .filter(({ choices }) => choices.length > 0)
    .flatMap(({ id }) => {
      const regions = present.sections.filter(region => region.section.id === id);
      const findings = checkSection(regions, context);
      return findings.map(finding => ({ ...finding, stage: present.stage.id, section: id }));
    });
}

/** The regions are of one section; what one of them names, the section names. */
function checkSection(regions: readonly SectionRegion[], context: RuleContext): readonly Finding[] {
  const unclear = regions.flatMap(region => unclearLines(region, context));
  const named = regions.flatMap(({ choices }) => choices);
  if (named.length > 0) return [...unclear, ...excess(named, regions)];
  if (unclear.length > 0) return unclear;
  const filled = regions.find(({ fullness }) => fullness === 'filled');
  if (filled === undefined) return [];
  const { section } = filled;
  return [
    {
      message: message('problem.invalid-choice', {
        section: section.title,
        choices: section.choices.map(({ title }) => title),
      }),
      range: placeOf(filled, context),
      gap: true,
      fixes: () => section.choices.map(choice => choosing(choice, filled, context)),
    },
  ];
}

/** Where it is to be said: the words that speak of a choice, else the first ones, else where the section begins. */
function placeOf(region: SectionRegion, { note }: RuleContext): TextRange {
  const { section, lines, mark } = region;
  const blocks = blocksIn(note.outline, lines);
  const { protocol } = note;
  const words = protocol === undefined ? [] : wordsForChoices(blocks, section, protocol);
  const about = words.find(({ text }) => protocol?.readChoices(section, text).isAbout) ?? words[0];
  if (about !== undefined) return about.range;
  const block = blocks.find(({ kind }) => !SILENT.has(kind));
  if (block === undefined) return markRange(mark);
  const { start } = block.range;
  return { start, end: note.outline.lines.lineRange(note.outline.lines.positionAt(start).line).end };
}

/** Blocks that say nothing. */
const SILENT: ReadonlySet<Block['kind']> = new Set(['heading', 'comment', 'rule']);

/** Lines of which it cannot be told whether the case ends with them. */
function unclearLines(region: SectionRegion, { note, language }: RuleContext): readonly Finding[] {
  const { outline, protocol } = note;
  if (protocol === undefined) return [];
  const { section } = region;
  return sayingWords(blocksIn(outline, region.lines), section, protocol).flatMap(({ text, range }) => {
    const { unclear } = protocol.readChoices(section, text);
    const [closing, other] = unclear;
    if (closing === undefined || other === undefined) return [];
    return [
      {
        message: message('problem.invalid-choice.unclear', { closing: closing.title, other: other.title }),
        range,
        fixes: () => unclear.map(choice => decidingFor(choice, range, language)),
      },
    ];
  });
}

/** Puts the choice before the words, which are kept in quotes. */
function decidingFor(choice: Choice, { start, end }: TextRange, language: string): Fix {
  return {
    title: message('fix.choose', { choice: choice.title }),
    safety: 'suggestion',
    edits: [
      { range: { start, end: start }, newText: `${titleIn(choice.title, language)}. “` },
      { range: { start: end, end }, newText: '”' },
    ],
  };
}

function excess(named: readonly NamedChoice[], regions: readonly SectionRegion[]): readonly Finding[] {
  const distinct = named.filter(
    ({ choice }, at) => named.findIndex(other => other.choice.id === choice.id) === at,
  );
  const [, second] = distinct;
  if (second === undefined) return [];
  const exclusive = distinct.find(({ choice }) => choice.exclusive);
  if (exclusive !== undefined) {
    const args = { choice: exclusive.choice.title };
    return [{ message: message('problem.invalid-choice.exclusive', args), range: exclusive.range }];
  }
  const section = regions[0]?.section;
  if (section === undefined || section.multiple) return [];
  return [
    { message: message('problem.invalid-choice.several', { section: section.title }), range: second.range },
  ];
}

/** Ticks the box of the choice, if it has one, else adds a line with it. */
function choosing(choice: Choice, region: SectionRegion, { note, language }: RuleContext): Fix {
  const edit = tickingEdit(choice, region, note);
  if (edit !== undefined) {
    const title = message('fix.tick-choice', { choice: choice.title });
    return { title, safety: 'suggestion', edits: [edit] };
  }
  const { text } = note.outline;
  const eol = lineEndOf(text);
  const end = region.body.start + text.slice(region.body.start, region.body.end).trimEnd().length;
  const newText = `${eol}${eol}${titleIn(choice.title, language)}.`;
  return {
    title: message('fix.choose', { choice: choice.title }),
    safety: 'suggestion',
    edits: [{ range: { start: end, end }, newText }],
    caret: end + newText.length,
  };
}

import { markerEdit } from '../../change/taskEdits';
import { tickingEdit } from '../../change/tickChoice';
import { message, titleIn } from '../../message';
import { sayingWords, wordsForChoices } from '../../note/namedChoices';
import { markRange, type NamedChoice, type Note, type SectionRegion } from '../../note/note';
import type { Block } from '../../note/outline';
import type { Choice, Section } from '../../protocol/schema';
import { lineEndOf, type TextEdit } from '../../text/textEdit';
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
  if (named.length > 0) return [...unclear, ...excess(named, regions, context)];
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
  const { section, blocks, mark } = region;
  const { protocol } = note;
  const words = protocol === undefined ? [] : wordsForChoices(blocks, section, protocol);
  const about = words.find(({ text }) => protocol?.readChoices(section, text).isAbout) ?? words[0];
  if (about !== undefined) return about.range;
  const block = [...blocks].find(({ kind }) => !SILENT.has(kind));
  if (block === undefined) return markRange(mark);
  const { start } = block.range;
  return { start, end: note.outline.lines.lineRange(note.outline.lines.positionAt(start).line).end };
}

/** Blocks that say nothing. */
const SILENT: ReadonlySet<Block['kind']> = new Set(['heading', 'comment', 'rule']);

/** Lines of which it cannot be told whether the case ends with them. */
function unclearLines(region: SectionRegion, { note, language }: RuleContext): readonly Finding[] {
  const { protocol } = note;
  if (protocol === undefined) return [];
  const { section, blocks } = region;
  return sayingWords(blocks, section, protocol).flatMap(({ text, range }) => {
    const { unclear } = protocol.readChoices(section, text);
    const [closing, other] = unclear;
    if (closing === undefined) return [];
    return [
      {
        message:
          other === undefined
            ? message('problem.invalid-choice.session', { closing: closing.title })
            : message('problem.invalid-choice.unclear', { closing: closing.title, other: other.title }),
        range,
        fixes: () =>
          (other === undefined ? [closing, ...goingOn(section)] : unclear).map(choice =>
            decidingFor(choice, range, language),
          ),
      },
    ];
  });
}

/** The first choice with which the case goes on. */
function goingOn({ choices }: Section): readonly Choice[] {
  return choices.filter(({ closes }) => !closes).slice(0, 1);
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

function excess(
  named: readonly NamedChoice[],
  regions: readonly SectionRegion[],
  context: RuleContext,
): readonly Finding[] {
  const distinct = named.filter(
    ({ choice }, at) => named.findIndex(other => other.choice.id === choice.id) === at,
  );
  const [, second] = distinct;
  if (second === undefined) return [];
  const fixes = (): readonly Fix[] => distinct.flatMap(each => keeping(each, named, regions, context));
  const exclusive = distinct.find(({ choice }) => choice.exclusive);
  if (exclusive !== undefined) {
    const args = { choice: exclusive.choice.title };
    return [{ message: message('problem.invalid-choice.exclusive', args), range: exclusive.range, fixes }];
  }
  const section = regions[0]?.section;
  if (section === undefined || section.multiple) return [];
  return [
    {
      message: message('problem.invalid-choice.several', { section: section.title }),
      range: second.range,
      fixes,
    },
  ];
}

/** Takes the ticks from all other choices, and strikes out those without a box. Of several in one line, a person decides. */
function keeping(
  { choice }: NamedChoice,
  named: readonly NamedChoice[],
  regions: readonly SectionRegion[],
  { note }: RuleContext,
): readonly Fix[] {
  const kept = named.filter(each => each.choice.id === choice.id).map(({ range }) => range.start);
  const others = named.filter(each => each.choice.id !== choice.id);
  if (others.some(({ range }) => kept.includes(range.start))) return [];
  const boxes = new Map(regions.flatMap(region => boxesOf(region, note)));
  const edits = [...new Map(others.map(({ range }) => [range.start, range] as const)).values()].flatMap(
    ({ start, end }): readonly TextEdit[] => {
      const box = boxes.get(start);
      if (box !== undefined) return [markerEdit(box, ' ')];
      return [
        { range: { start, end: start }, newText: '~~' },
        { range: { start: end, end }, newText: '~~' },
      ];
    },
  );
  return [{ title: message('fix.keep-choice', { choice: choice.title }), safety: 'suggestion', edits }];
}

function boxesOf({ section, blocks }: SectionRegion, { protocol }: Note) {
  const words = protocol === undefined ? [] : wordsForChoices(blocks, section, protocol);
  return words.flatMap(({ range, box }) => (box === undefined ? [] : [[range.start, box] as const]));
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

import { message, titleIn } from '../../message';
import { markRange, type NamedChoice, type Note, type SectionRegion } from '../../note/note';
import type { ListItem } from '../../note/outline';
import { blocksIn } from '../../note/regionBlocks';
import type { Choice } from '../../protocol/schema';
import { lineEndOf } from '../../text/textEdit';
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
  const named = regions.flatMap(({ choices }) => choices);
  if (named.length > 0) return excess(named, regions);
  const filled = regions.find(({ fullness }) => fullness === 'filled');
  if (filled === undefined) return [];
  const { section, mark } = filled;
  return [
    {
      message: message('problem.invalid-choice', {
        section: section.title,
        choices: section.choices.map(({ title }) => title),
      }),
      range: markRange(mark),
      gap: true,
      fixes: () => section.choices.map(choice => choosing(choice, filled, context)),
    },
  ];
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

/** Ticks the task item that names the choice, if there is one, else adds a line with it. */
function choosing(choice: Choice, region: SectionRegion, { note, language }: RuleContext): Fix {
  const box = openBox(choice, region, note);
  if (box !== undefined) {
    const title = message('fix.tick-choice', { choice: choice.title });
    return { title, safety: 'suggestion', edits: [{ range: box, newText: 'x' }] };
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

const TASK = /^\[(.)\]\s+(\S.*)$/u;

/** What stands between the brackets of the task item that names the choice without being ticked. */
function openBox(
  choice: Choice,
  { section, lines }: SectionRegion,
  { outline, protocol }: Note,
): { readonly start: number; readonly end: number } | undefined {
  const items = blocksIn(outline, lines)
    .filter(block => block.kind === 'list')
    .flatMap(({ items: direct }) => withNested(direct));
  for (const { firstParagraph } of items) {
    const [first] = firstParagraph;
    const [, marker, words] = TASK.exec(first?.text ?? '') ?? [];
    if (first === undefined || marker === undefined || words === undefined) continue;
    if (protocol?.matchChoice(section, words)?.id !== choice.id) continue;
    const start = first.range.start + 1;
    return { start, end: start + marker.length };
  }
  return undefined;
}

function withNested(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap(item => [item, ...withNested(item.items)]);
}

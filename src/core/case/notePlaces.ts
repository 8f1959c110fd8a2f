import type { GoalMention } from '../note/goalMention';
import { frontMatterRange, markRange, type Note } from '../note/note';
import { closingChoice } from '../note/readings';
import type { RuleSwitches } from '../note/ruleSwitches';
import { ruleIds } from '../ruleIds';
import { type LinePlace, linePlace } from '../text/linePlace';
import type { TextRange } from '../text/textRange';
import type { CaseMention, NotePlaces } from './caseNote';
import type { KeptTexts } from './keptTexts';

/** Where a note shows what does not come of it alone. `stages` are the ids of those whose marks it has. */
export function notePlaces(note: Note, stages: readonly string[], kept: KeptTexts): NotePlaces {
  const { frontMatter } = note;
  return {
    head: placeIn(note, frontMatterRange(note)),
    protocols: frontMatter.protocols.map(({ value, range }) => ({
      id: kept.text(value),
      place: placeIn(note, range),
    })),
    session: optionalPlace(note, frontMatter.session?.range),
    date: optionalPlace(note, frontMatter.date?.range),
    closing: optionalPlace(note, closingRange(note)),
    stages: stages.flatMap(id => {
      const first = note.stages.find(({ stage }) => stage.id === id);
      return first === undefined ? [] : placeIn(note, markRange(first.mark));
    }),
  };
}

/** Where a mention shows them. */
export function mentionPlaces(
  mention: GoalMention,
  note: Note,
): Pick<CaseMention, 'place' | 'wordsEnd' | 'replacesPlace'> {
  const { replaces, fields, range, textRange } = mention;
  const named = replaces && fields.findLast(({ field }) => field === 'replaces');
  return {
    place: placeIn(note, range),
    wordsEnd: fields.some(each => each.range.end <= textRange.end) ? undefined : textRange.end,
    replacesPlace: named ? placeIn(note, named.valueRange) : undefined,
  };
}

/** The switches with the names of rules alone, none of which holds on to the text that it was read from. */
export function knownSwitches(switches: RuleSwitches): RuleSwitches {
  const { all, allBut, off, onAgain } = switches;
  return off.size + onAgain.size === 0
    ? switches
    : { all, allBut, off: withKnownRules(off), onAgain: withKnownRules(onAgain) };
}

function withKnownRules<Lines>(byRule: ReadonlyMap<string, Lines>): ReadonlyMap<string, Lines> {
  const known = new Map<string, Lines>();
  for (const rule of ruleIds) {
    const lines = byRule.get(rule);
    if (lines !== undefined) known.set(rule, lines);
  }
  return known;
}

function closingRange(note: Note): TextRange | undefined {
  const { frontMatter } = note;
  if (frontMatter.closed !== undefined) {
    return frontMatter.entries.find(({ field }) => field === 'closed')?.valueRange;
  }
  return closingChoice(note)?.range;
}

function optionalPlace(note: Note, range: TextRange | undefined): LinePlace | undefined {
  return range && placeIn(note, range);
}

function placeIn({ outline }: Note, range: TextRange): LinePlace {
  return linePlace(range, outline.lines);
}

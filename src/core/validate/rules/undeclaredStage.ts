import { message } from '../../message';
import type { FrontMatterEntry } from '../../note/frontMatter';
import { markRange, type Note, type StageRegion, stageDemand } from '../../note/note';
import type { ListItem } from '../../note/outline';
import { blocksIn } from '../../note/regionBlocks';
import { isAside } from '../../protocol/schema';
import { unitWords } from '../../protocol/unit';
import { lineEndOf, type TextEdit } from '../../text/textEdit';
import type { Finding, Rule } from '../rule';

/**
 * A stage that the note has and its `stages:` leaves out. What only seems to be one is not spoken of, nor is one that holds
 * the client's goals and actions alone: homework is agreed on in every session, wherever its part stands.
 */
export const undeclaredStage: Rule = {
  id: 'undeclared-stage',
  check({ note, readings }) {
    const { protocol, frontMatter } = note;
    if (protocol === undefined || frontMatter.stages === undefined || stageDemand(note) !== 'full') return [];
    // A name that is not understood may well mean this stage.
    const isKnown = (name: string) => readings.some(each => each.protocol?.stageByName(name) !== undefined);
    if (!frontMatter.stages.every(({ value }) => isKnown(value))) return [];
    const declared = new Set(note.coveredStages);
    const findings: Finding[] = [];
    for (const region of note.stages) {
      const { stage, mark, naming } = region;
      if (declared.has(stage.id) || naming === 'loosely' || isAside(stage)) continue;
      if (holdsOnlyGoals(note, region)) continue;
      declared.add(stage.id);
      findings.push({
        message: message('problem.undeclared-stage', { stage: stage.title, ...unitWords(protocol.protocol) }),
        range: markRange(mark),
        stage: stage.id,
        fixes: () => {
          const edit = declaration(note, stage.id);
          const title = message('fix.declare-stage', {
            stage: stage.title,
            ...unitWords(protocol.protocol),
          });
          return edit === undefined ? [] : [{ title, safety: 'suggestion' as const, edits: [edit] }];
        },
      });
    }
    return findings;
  },
};

/** Whether a stage says nothing besides goals and actions that are no goals of the stage itself, and has at least one. */
function holdsOnlyGoals({ outline, goals }: Note, { lines }: StageRegion): boolean {
  const goalLines = new Set(
    goals.flatMap(({ protocolGoal, line }) => (protocolGoal === undefined ? [line] : [])),
  );
  const isGoal = ({ line, items, quotes, hasOtherContent }: ListItem): boolean =>
    goalLines.has(line) && quotes.length === 0 && !hasOtherContent && items.every(isGoal);
  const said = blocksIn(outline, lines).filter(({ kind }) => kind !== 'heading' && kind !== 'comment');
  return said.length > 0 && said.every(block => block.kind === 'list' && block.items.every(isGoal));
}

/** Adds a stage to the list, in the way that it is written. */
function declaration({ frontMatter, outline }: Note, stage: string): TextEdit | undefined {
  const entry = frontMatter.entries.find(({ field }) => field === 'stages');
  const last = entry?.values.at(-1);
  if (entry === undefined || last === undefined) return undefined;
  const { text } = outline;
  if (entry.shape === 'scalar') return asList(entry, text, stage);
  const end = last.range.end;
  const insertion = { start: end, end };
  if (text.charAt(entry.valueRange.start) === '[') return { range: insertion, newText: `, ${stage}` };
  const lineStart = outline.lines.lineStart(outline.lines.positionAt(last.range.start).line);
  const item = /^[ \t]*-[ \t]+$/.exec(text.slice(lineStart, last.range.start))?.[0];
  return item === undefined ? undefined : { range: insertion, newText: `${lineEndOf(text)}${item}${stage}` };
}

function asList({ valueRange, values }: FrontMatterEntry, text: string, stage: string): TextEdit | undefined {
  const names =
    values.length > 1 ? values.map(value => value.text) : [text.slice(valueRange.start, valueRange.end)];
  // A plain text with these would be read otherwise in a list.
  if (names.some(name => /[,[\]{}\r\n]/.test(name))) return undefined;
  return { range: valueRange, newText: `[${[...names, stage].join(', ')}]` };
}

import type { ImportContext } from './importedTranscript';
import type { ReadLine } from './plainLines';

/** What makes a line stand out: brackets, hashes, emphasis, rows of signs around it. */
const DECORATED =
  /^(?:\[(?<bracketed>[^[\]]+)\]|\((?<round>[^()]+)\)|#{1,6}\s+(?<hashed>.+?)(?:\s+#+)?|(?<marks>\*{1,3}|_{1,3})(?<marked>[^*_]+)\k<marks>|(?<row>[-–—=~*]{2,40})\s*(?<framed>[^-–—=~*\s].*?)\s*\k<row>)$/u;
/** Most lines are passed over by this. */
const BEGINS_DECORATED = /^[[(#*_=~–—-]/;
/** `Tahap 2`, `3.`, `II)`: a numbering of one or two words. */
const NUMBERED = /^\P{L}*\p{L}{0,10}[ .-]*(?:\d|[IVX]+\b)/u;
/** Several words, the first with a capital, and no name before them. */
const WORDS = /^\P{L}*\p{Lu}[^:：\s]*\s+[^:：]+$/u;
/** The title of a stage is no longer, in UTF-16 code units. */
const LONGEST = 120;

/** So many below one another are a list of the stages that there are. */
const LIST = 3;

/**
 * The lines of which some are the title of a stage and nothing else, which begins there: `Tahap 2: Eksplorasi masalah`,
 * `[Perencanaan]`, `=== Penutupan ===`. A single word that does not stand out may as well be said.
 */
export function withStages(lines: readonly ReadLine[], { stageNamed }: ImportContext): readonly ReadLine[] {
  if (stageNamed === undefined) return lines;
  const stages = lines.map(({ text }) => stageIn(text, stageNamed));
  if (stages.every(stage => stage === undefined)) return lines;
  const listed = linesOfLists(lines, stages);
  return lines.map((line, at) => {
    const stage = listed.has(at) || isBelowName(lines[at - 1]) ? undefined : stages[at];
    return stage === undefined ? line : { ...line, read: undefined, stage };
  });
}

/** Right below a name with nothing behind it stands what is said. */
function isBelowName(above: ReadLine | undefined): boolean {
  if (above?.read === undefined) return false;
  const { place, words } = above.read;
  return words === '' && (place === 'colon' || place === 'head');
}

function stageIn(line: string, stageNamed: (text: string) => string | undefined): string | undefined {
  if (line === '' || line.length > LONGEST) return undefined;
  const { bracketed, round, hashed, marked, framed } =
    (BEGINS_DECORATED.test(line) ? DECORATED.exec(line)?.groups : undefined) ?? {};
  const within = bracketed ?? round ?? hashed ?? marked ?? framed;
  const mayBe = within !== undefined || NUMBERED.test(line) || WORDS.test(line);
  return mayBe ? stageNamed((within ?? line).trim()) : undefined;
}

/** The places of those that stand below one another, with at most blank lines between. */
function linesOfLists(
  lines: readonly ReadLine[],
  stages: readonly (string | undefined)[],
): ReadonlySet<number> {
  const listed: number[] = [];
  let run: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (stages[at] !== undefined) run.push(at);
    else if (text !== '') {
      if (run.length >= LIST) listed.push(...run);
      run = [];
    }
  }
  return new Set(run.length >= LIST ? [...listed, ...run] : listed);
}

import { codeLines } from '../describe/codeLines';
import { message, titleIn } from '../message';
import type { CodeTerm } from '../protocol/codebook';
import { ID_CHARACTER } from '../text/ids';
import type { TurnChunks } from '../transcript/turnChunks';
import { codesFor } from './codeCandidates';
import type { UnplacedOffer } from './offer';

/** What is written of a code so far, behind a blank or at the start of a comment. */
const WRITTEN = new RegExp(String.raw`(?:^|[\s>])(#${ID_CHARACTER}*)$`);
/** The codes directly before it. */
const RUN = new RegExp(String.raw`(?:(?:^|[\s>])#${ID_CHARACTER}+)*\s*$`);
const LONGEST = 200;

/** The techniques and codes where one is being written in a turn: behind `#`. None that stands there already. */
export function codeOffers(turns: TurnChunks, offset: number, language: string): readonly UnplacedOffer[] {
  const { outline } = turns.note;
  const lineStart = outline.lines.lineStart(outline.lines.positionAt(offset).line);
  const before = outline.text.slice(Math.max(lineStart, offset - LONGEST), offset);
  const written = WRITTEN.exec(before)?.[1];
  if (written === undefined) return [];
  const turn = turns.turnsIn({ start: offset, end: offset }).at(-1);
  if (turn === undefined || offset < turn.head.end) return [];
  const start = offset - written.length;
  const span = turn.spans.find(({ range }) => range.start < start && start < range.end);
  const applied = (span ?? turn).codes.flatMap(({ code, range }) => (range.start === start ? [] : code));
  // A lone `#` ends the run of codes, so that those before it are none of the turn's while it stands there.
  const present = new Set([...applied, ...codesBefore(before.slice(0, before.length - written.length))]);
  return codesFor(turns.note, turn)
    .filter(({ term }) => !present.has(term.id))
    .map(term => offerOf(term, { start, end: offset }, language));
}

function codesBefore(text: string): readonly string[] {
  const run = RUN.exec(text)?.[0] ?? '';
  return [...run.matchAll(/#(\S+)/g)].flatMap(([, code]) => code ?? []);
}

function offerOf(code: CodeTerm, range: UnplacedOffer['range'], language: string): UnplacedOffer {
  const { term, stage } = code;
  const title = titleIn(term.title, language);
  return {
    kind: 'code',
    label: title,
    detail:
      stage === undefined
        ? message('offer.code', { code: term.id })
        : message('offer.technique', { code: term.id, stage: stage.title }),
    documentation: codeLines(code),
    insert: `#${term.id}`,
    range,
    filterText: `#${term.id} ${title}`,
  };
}

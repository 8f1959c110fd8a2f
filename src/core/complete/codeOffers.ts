import { codeLines } from '../describe/codeLines';
import { message, titleIn } from '../message';
import type { CodeTerm } from '../protocol/codebook';
import type { TurnChunks } from '../transcript/turnChunks';
import { codesFor } from './codeCandidates';
import type { UnplacedOffer } from './offer';

/** What is written of a code so far, behind a blank or at the start of a comment. */
const WRITTEN = /(?:^|[\s>])(#[a-z0-9-]*)$/;
const LONGEST = 200;

/** The techniques and codes where one is being written in a turn: behind `#`. None that stands there already. */
export function codeOffers(turns: TurnChunks, offset: number, language: string): readonly UnplacedOffer[] {
  const { protocol, outline } = turns.note;
  const lineStart = outline.lines.lineStart(outline.lines.positionAt(offset).line);
  const before = outline.text.slice(Math.max(lineStart, offset - LONGEST), offset);
  const written = WRITTEN.exec(before)?.[1];
  if (protocol === undefined || written === undefined) return [];
  const turn = turns.turnsIn({ start: offset, end: offset }).at(-1);
  if (turn === undefined || offset < turn.head.end) return [];
  const start = offset - written.length;
  const span = turn.spans.find(({ range }) => range.start < start && start < range.end);
  const present = new Set(
    (span ?? turn).codes.flatMap(({ code, range }) => (range.start === start ? [] : code)),
  );
  return codesFor(protocol, turn)
    .filter(({ term }) => !present.has(term.id))
    .map(term => offerOf(term, { start, end: offset }, language));
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

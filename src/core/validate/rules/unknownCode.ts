import { message, quoting } from '../../message';
import type { Codebook } from '../../protocol/codebook';
import { comparable } from '../../text/comparable';
import { CODE_LIKE, idFrom } from '../../text/ids';
import { stepsBetween } from '../../text/nearest';
import type { TextRange } from '../../text/textRange';
import { codebooksOf, termIn } from '../../transcript/noteCodebooks';
import type { MarkupFault, Turn } from '../../transcript/transcript';
import type { Fix } from '../problem';
import { replacement } from '../replacement';
import type { Finding, Rule } from '../rule';
import { type TurnContext, turnFindings } from '../turnFindings';

/** A code of a turn or passage that is neither a technique nor a code of the protocol, or that is not read as one. */
export const unknownCode: Rule = {
  id: 'unknown-code',
  isShared: true,
  check: context => turnFindings(checkCodes, context),
};

/** What this rule finds in one turn. */
export function checkCodes(turn: Turn, text: string, { note }: TurnContext): readonly Finding[] {
  const codebooks = codebooksOf(note);
  return [
    ...(codebooks.length === 0 ? [] : unknownCodes(turn, text, codebooks)),
    ...miswrittenCodes(turn, text, codebooks),
    ...(codebooks.length === 0 ? [] : codesAmongWords(turn, text, codebooks)),
  ];
}

function unknownCodes(
  { codes, spans }: Turn,
  text: string,
  codebooks: readonly Codebook[],
): readonly Finding[] {
  const applied = [...spans.flatMap(span => span.codes), ...codes];
  return applied.flatMap(({ code, range }) => {
    if (termIn(codebooks, code) !== undefined) return [];
    const spaced = spacedCode(text.slice(range.start + 1, range.end + LONGEST_SPACED), codebooks);
    if (spaced !== undefined) {
      const whole = { start: range.start, end: range.start + 1 + spaced.length };
      const fix = replacement(whole, `#${spaced.id}`, 'suggestion');
      return [{ message: quoting('problem.unknown-code', { code }), range, fixes: () => [fix] }];
    }
    const [nearest] = codebooks.flatMap(codebook => codebook.nearest(code) ?? []);
    const id = { start: range.start + 1, end: range.end };
    const fixes = nearest === undefined ? [] : [replacement(id, nearest, safetyOf(code, nearest))];
    return [{ message: quoting('problem.unknown-code', { code }), range, fixes: () => fixes }];
  });
}

/** Of a short id, a slip of the pen may as well be another code that is missing. */
function safetyOf(written: string, id: string): Fix['safety'] {
  return id.length < SHORTEST_SAFE && stepsBetween(idFrom(comparable(written)), id, 1) === 1
    ? 'suggestion'
    : 'safe';
}

/** What stands among the codes and is none as it is written: `#Empathy`, `#a.`, `#a_b`. */
function miswrittenCodes({ faults }: Turn, text: string, codebooks: readonly Codebook[]): readonly Finding[] {
  return faults
    .filter(({ kind }) => kind === 'miswritten-code')
    .map(({ range }) => {
      const code = text.slice(range.start + 1, range.end);
      const written = code.split(/[#,;/+]+/).filter(part => part !== '');
      const meant = written.map(part => codeMeant(part, codebooks));
      const known = meant.filter(id => id !== undefined);
      const isClear = known.length > 0 && known.length === meant.length;
      const isSafe = known.every((id, at) => safetyOf(written[at] ?? '', id) === 'safe');
      const safety = isSafe ? 'safe' : 'suggestion';
      const fixes = isClear ? [replacement(range, known.map(id => `#${id}`).join(' '), safety)] : [];
      return {
        message: quoting('problem.unknown-code.miswritten', { code }),
        range,
        fixes: () => [...fixes, asWords(range)],
      };
    });
}

/** In UTF-16 code units. */
const SHORTEST_SAFE = 5;
/** A `#word` in the middle of a turn; a backslash before it makes a word of it. */
const AMONG_WORDS = new RegExp(String.raw`(?<![\\&])(?<sign>[#＃][ \t]?)(?<word>${CODE_LIKE})`, 'gu');
/** A code is not written with more words than these, nor longer. */
const SPACED = /^\p{L}[\p{L}\p{N}-]*(?:[ \t]+[\p{L}\p{N}-]+){1,3}/u;
const LONGEST_SPACED = 80;
/** What closes brackets, quotation marks and emphasis around a code. */
const CLOSING = /[)\]}*_"'”’]+$/;
/** What a `#` stands behind in an address. */
const ADDRESS = /[/:@]|\]\(/;
const BLANK = /\s/;
const COMMENT = /<!--.*?(?:-->|$)/g;

/** What is a code, or nearly one, and stands where words are said. */
function codesAmongWords(turn: Turn, text: string, codebooks: readonly Codebook[]): readonly Finding[] {
  const found: Finding[] = [];
  let taken: readonly TextRange[] | undefined;
  for (const { start, end } of turn.paragraphs.flat()) {
    const line = text.slice(start, end).replace(COMMENT, comment => ' '.repeat(comment.length));
    if (!/[#＃]/.test(line)) continue;
    taken ??= notSaid(turn);
    let done = 0;
    let isAddress = false;
    for (const match of line.matchAll(AMONG_WORDS)) {
      const [before = '', ...words] = line.slice(done, match.index).split(BLANK);
      // Each stretch is looked at once: a line may be one long word.
      isAddress = words.length === 0 ? isAddress || ADDRESS.test(before) : ADDRESS.test(words.at(-1) ?? '');
      done = match.index;
      const read = isAddress ? undefined : codeAt(line, match, codebooks);
      if (read === undefined) continue;
      const length = read.sign.length + read.code.length;
      const range = { start: start + match.index, end: start + match.index + length };
      if (taken.some(each => each.start <= range.start && each.end > range.start)) continue;
      found.push(amongWords(turn, text, range, read));
    }
  }
  return found;
}

function amongWords(turn: Turn, text: string, range: TextRange, { sign, code, meant }: MeantCode): Finding {
  // A backslash makes no word of a sign that is not ASCII.
  const literally = sign.startsWith('#') ? [asWords(range)] : [];
  const fixes = [toTheEnd(turn, text, range, meant), ...literally];
  return { message: quoting('problem.unknown-code.among-words', { code }), range, fixes: () => fixes };
}

/** A code that is meant among words: its sign, with a blank behind it, and what is written behind that. */
interface MeantCode {
  readonly sign: string;
  readonly code: string;
  /** The id. */
  readonly meant: string;
}

/** Behind a blank only an id is a code: `#` stands for a number, too. */
function codeAt(line: string, match: RegExpExecArray, codebooks: readonly Codebook[]): MeantCode | undefined {
  const { sign = '#', word = '' } = match.groups ?? {};
  const code = word.replace(CLOSING, '');
  const meant = sign.length > 1 ? knownCode(code, codebooks) : codeMeant(code, codebooks);
  if (meant !== undefined) return { sign, code, meant };
  if (sign !== '#') return undefined;
  const from = match.index + sign.length;
  const spaced = spacedCode(line.slice(from, from + LONGEST_SPACED), codebooks);
  return spaced && { sign, code: line.slice(from, from + spaced.length), meant: spaced.id };
}

/** Where no words stand: codes, and the comments behind passages. */
function notSaid({ codes, spans, faults }: Turn): readonly TextRange[] {
  const marks: ReadonlySet<MarkupFault['kind']> = new Set(['miswritten-code', 'no-passage', 'loose-memo']);
  return [
    ...codes.map(({ range }) => range),
    ...spans.map(({ passage, range }) => ({ start: passage.end, end: range.end })),
    ...faults.filter(({ kind }) => marks.has(kind)).map(({ range }) => range),
  ];
}

/** The id that is meant by what is written behind a `#`, if one is: by other letters, signs or one slip of the pen. */
function codeMeant(written: string, codebooks: readonly Codebook[]): string | undefined {
  const id = idFrom(comparable(written));
  if (termIn(codebooks, id) !== undefined) return id;
  const [nearest] = codebooks.flatMap(codebook => codebook.nearest(id) ?? []);
  return nearest;
}

function knownCode(written: string, codebooks: readonly Codebook[]): string | undefined {
  const id = idFrom(comparable(written));
  return termIn(codebooks, id) === undefined ? undefined : id;
}

/** A code that a text begins with, written with blanks where it has hyphens, the longest first. */
function spacedCode(
  text: string,
  codebooks: readonly Codebook[],
): { readonly id: string; readonly length: number } | undefined {
  const words = SPACED.exec(text)?.[0].split(/(?<=\S)(?=[ \t])/) ?? [];
  for (let count = words.length; count > 1; count--) {
    const written = words.slice(0, count).join('');
    const id = codeMeant(written, codebooks);
    if (id?.includes('-')) return { id, length: written.length };
  }
  return undefined;
}

function toTheEnd({ range: turn }: Turn, text: string, range: TextRange, id: string): Fix {
  const blank = /[ \t]/.test(text.charAt(range.start - 1)) ? 1 : 0;
  return {
    title: message('fix.code-turn', { code: id }),
    safety: 'suggestion',
    edits: [
      { range: { start: range.start - blank, end: range.end }, newText: '' },
      { range: { start: turn.end, end: turn.end }, newText: ` #${id}` },
    ],
  };
}

function asWords({ start }: TextRange): Fix {
  return {
    title: message('fix.take-literally', { mark: '#' }),
    safety: 'suggestion',
    edits: [{ range: { start, end: start }, newText: '\\' }],
  };
}

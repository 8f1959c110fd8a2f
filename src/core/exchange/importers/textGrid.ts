import { message } from '../../message';
import { linesSource, type Source, SourceBuilder } from './containers/source';
import {
  type Claim,
  type ImportContext,
  type ImportedTranscript,
  nothingImported,
} from './importedTranscript';
import { type TierEntry, tiersTranscript } from './tiers';

/** What stands for something in a TextGrid: texts in quotes and numbers that stand alone. */
const TOKEN =
  /"((?:[^"]|"")*)"|(?<![^\s])(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?![^\s])|(?<![^\s])<(exists|absent)>|\[\d*\]/g;
/** What the long form says between them. */
const LABELS =
  /\b(?:File type|Object class|xmin|xmax|tiers|size|item|class|name|intervals|points|text|mark|number|time|value)\b/g;
const WORD = /[\p{L}\p{N}]/u;

/** The texts of a Praat TextGrid, long or short, as pieces; its lines, where words stand that are in no text. */
export function textGridSource(text: string): Source {
  if (strayLine(text) !== undefined) return linesSource(text);
  const source = new SourceBuilder();
  for (const { token, line } of tokens(text)) if (typeof token === 'string') source.add(line, token);
  return source.built();
}

/** The first line with words outside the texts: a quotation mark is missing, and what are texts cannot be told. */
function strayLine(text: string): number | undefined {
  let done = 0;
  const between = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
    const range = { start: done, end: index };
    done = index + token.length;
    return range;
  });
  for (const { start, end } of [...between, { start: done, end: text.length }])
    if (WORD.test(text.slice(start, end).replace(LABELS, '')))
      return linesSource(text.slice(0, start)).pieces.length - 1;
  return undefined;
}

function tokens(text: string): readonly { readonly token: string | number; readonly line: number }[] {
  const found: { token: string | number; line: number }[] = [];
  let line = 0;
  let done = 0;
  for (const match of text.matchAll(TOKEN)) {
    for (; done < match.index; done++) if (text[done] === '\n') line++;
    const [, quoted, number] = match;
    if (quoted !== undefined) found.push({ token: quoted.replaceAll('""', '"'), line });
    else if (number !== undefined) found.push({ token: Number(number), line });
  }
  return found;
}

/**
 * Reads a Praat TextGrid (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html): the intervals of its
 * tiers that have a text, in the order of time, each tier's name as the speaker; which tiers are speech,
 * {@link tiersTranscript} tells.
 */
export function readTextGrid(text: string, context: ImportContext): ImportedTranscript {
  const stray = strayLine(text);
  if (stray !== undefined) {
    const reason = message('import.stray-words');
    const cues = linesSource(text).pieces.map(({ text: words }, piece) => ({ ...nobody, words, piece }));
    return { ...nothingImported, cues, faults: [{ line: stray, reason }] };
  }
  const reader = new TokenReader(tokens(text).map(({ token }) => token));
  const claims: Claim[] = [];
  const tiers: Parameters<typeof tiersTranscript>[0][number][] = [];
  const claimText = (): string => {
    const { text: own, piece } = reader.string();
    claims.push({ piece, text: own, as: message('import.left.identifiers') });
    return own;
  };
  const [type, object] = [claimText(), claimText()];
  if (!/^ooTextFile/.test(type) || object !== 'TextGrid')
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-textgrid') }] };
  reader.number();
  reader.number();
  for (let left = reader.number(); left > 0 && reader.hasMore; left--) {
    const isPoints = claimText() === 'TextTier';
    const name = claimText();
    reader.number();
    reader.number();
    const entries: TierEntry[] = [];
    for (let rest = reader.number(); rest > 0 && reader.hasMore; rest--) {
      const start = reader.number() * 1000;
      const end = isPoints ? undefined : reader.number() * 1000;
      const { text: words, piece } = reader.string();
      if (words.trim() === '') continue;
      const times = { start: Math.round(start), end: end === undefined ? undefined : Math.round(end) };
      entries.push({ order: start, piece, ...times, words: words.trim() });
    }
    tiers.push({ name, speaker: name, isDependent: isPoints, isOfSpeaker: false, entries });
  }
  const read = tiersTranscript(tiers, context);
  return { ...read, claims: [...claims.filter(({ text: own }) => own !== ''), ...read.claims] };
}

const nobody = { start: undefined, end: undefined, speaker: undefined, isLoose: true };

class TokenReader {
  readonly #tokens: readonly (string | number)[];
  #at = 0;
  #piece = 0;

  constructor(all: readonly (string | number)[]) {
    this.#tokens = all;
  }

  get hasMore(): boolean {
    return this.#at < this.#tokens.length;
  }

  /** The next number, before any text. */
  number(): number {
    const token = this.#tokens[this.#at];
    if (typeof token !== 'number') return 0;
    this.#at++;
    return token;
  }

  /** The next text, and which one it is. */
  string(): { readonly text: string; readonly piece: number } {
    while (typeof this.#tokens[this.#at] === 'number') this.#at++;
    const token = this.#tokens[this.#at++];
    return { text: typeof token === 'string' ? token : '', piece: this.#piece++ };
  }
}

import { message } from '../../message';
import type { Steps } from '../../steps';
import { textLines } from '../../text/textLines';
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
/** How many tokens are read in one step. */
const TOKENS_AT_ONCE = 1000;

/** A TextGrid taken apart. */
export interface TextGridSource extends Source {
  /** Its texts and numbers. */
  readonly tokens: readonly (string | number)[];
  /** The first line with words outside the texts: a quotation mark is missing, and what are texts cannot be told. */
  readonly stray: number | undefined;
}

/** The texts of a Praat TextGrid, long or short, as pieces; its lines, where words stand that are in no text. */
export function* textGridSource(text: string): Steps<TextGridSource> {
  const source = new SourceBuilder();
  const tokens: (string | number)[] = [];
  let line = 0;
  let done = 0;
  for (const match of text.matchAll(TOKEN)) {
    const between = text.slice(done, match.index);
    if (hasStrayWords(between)) return { ...linesSource(text), tokens: [], stray: line };
    line += breaksIn(between);
    const [whole, quoted, number] = match;
    if (quoted !== undefined) {
      const own = quoted.replaceAll('""', '"');
      source.add(line, own);
      tokens.push(own);
    } else if (number !== undefined) tokens.push(Number(number));
    line += breaksIn(whole);
    done = match.index + whole.length;
    if (tokens.length % TOKENS_AT_ONCE === 0) yield;
  }
  if (hasStrayWords(text.slice(done))) return { ...linesSource(text), tokens: [], stray: line };
  return { ...source.built(), tokens, stray: undefined };
}

function hasStrayWords(text: string): boolean {
  return WORD.test(text.replace(LABELS, ''));
}

function breaksIn(text: string): number {
  return textLines(text).length - 1;
}

/**
 * Reads a Praat TextGrid (https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html): the intervals of its
 * tiers that have a text, in the order of time, each tier's name as the speaker; which tiers are speech,
 * {@link tiersTranscript} tells.
 */
export function* readTextGrid(
  { pieces, tokens, stray }: TextGridSource,
  context: ImportContext,
): Steps<ImportedTranscript> {
  if (stray !== undefined) {
    const reason = message('import.stray-words');
    const cues = pieces.map(({ text: words }, piece) => ({ ...nobody, words, piece }));
    return { ...nothingImported, cues, faults: [{ line: stray, reason }] };
  }
  const reader = new TokenReader(tokens);
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
    yield;
  }
  const read = tiersTranscript(tiers, context, pieces);
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

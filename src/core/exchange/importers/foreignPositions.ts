import { onOneLine } from '../../text/onOneLine';

/** Text that a program counted in, and how; what its positions mean depends on both. */
interface SourceReading {
  /** Where a position stands in the text with LF line ends, in UTF-16 code units. */
  offsetOf(position: number): number;
  /** The position of the end of the text: no larger one lies in it. */
  readonly end: number;
}

/** A selection by its positions, and what it is called: often the beginning of what it selects. */
interface NamedSelection {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

interface Way {
  readonly unit: 'codepoint' | 'utf16';
  /** As how many each line end counts: a CRLF as two and others as one, or all alike. */
  readonly lineEnds: 'written' | 1 | 2;
  /** Whether the byte order mark before the text is counted, too. */
  readonly mark: boolean;
}

/** The text of a source, without a byte order mark, and whether one stood before it. */
interface CountedText {
  readonly text: string;
  readonly bom: boolean;
}

/** How many selections are looked at to tell how positions are counted. */
const SAMPLE = 200;
const QUOTE = 40;

/**
 * Tells how the positions of a source are counted. The standard says Unicode code points; NVivo counts UTF-16 code
 * units, and programs differ on whether a CRLF counts as one or two, and on whether they count in the file that they
 * write. The way in which most selections begin with what they are called is taken. Where the names do not tell, the
 * program that wrote the file does, unless most selections would then cut words in two, and in another way do not.
 */
export function readPositions(
  source: CountedText,
  origin: string,
  selections: readonly NamedSelection[],
): SourceReading {
  const ways = waysOf(source).sort((a, b) => likelihood(b, origin) - likelihood(a, origin));
  const plain = source.text.replace(/\r\n?/g, '\n');
  const sample = selections.slice(0, SAMPLE).filter(({ start, end }) => start < end);
  const named = sample.filter(({ name }) => onOneLine(name) !== '');
  const byName = bestWay(source, ways, named, selection => reading => isCalled(plain, reading, selection));
  if (byName.count > 0) return byName.reading;
  const isWhole = (selection: NamedSelection) => (reading: SourceReading) =>
    isOfWholeWords(plain, reading, selection);
  const likely = bestWay(source, ways.slice(0, 1), sample, isWhole);
  return likely.count * 2 > sample.length ? likely.reading : bestWay(source, ways, sample, isWhole).reading;
}

/** The first of the ways in which most selections fit. Only two are held at a time: a text may be long. */
function bestWay(
  { text }: CountedText,
  ways: readonly Way[],
  selections: readonly NamedSelection[],
  fits: (selection: NamedSelection) => (reading: SourceReading) => boolean,
): { readonly reading: SourceReading; readonly count: number } {
  const tests = selections.map(fits);
  const countOf = (reading: SourceReading): number => tests.filter(test => test(reading)).length;
  const [first = asWritten, ...others] = ways;
  let reading = readingOf(text, first);
  let count = countOf(reading);
  for (const way of others) {
    if (count === tests.length) break;
    const next = readingOf(text, way);
    const nextCount = countOf(next);
    if (nextCount <= count) continue;
    reading = next;
    count = nextCount;
  }
  return { reading, count };
}

const asWritten: Way = { unit: 'codepoint', lineEnds: 'written', mark: false };

/** The ways that come to something else in a text, each once. */
function waysOf({ text, bom }: CountedText): Way[] {
  const ways: Way[] = [];
  for (const mark of bom ? [false, true] : [false])
    for (const lineEnds of lineEndsIn(text))
      for (const unit of SURROGATE.test(text) ? (['codepoint', 'utf16'] as const) : (['utf16'] as const))
        ways.push({ unit, lineEnds, mark });
  return ways;
}

const SURROGATE = /[\ud800-\udbff]/;

function lineEndsIn(text: string): readonly Way['lineEnds'][] {
  if (text.includes('\r\n')) return ['written', 1];
  return /[\r\n]/.test(text) ? ['written', 2] : ['written'];
}

function likelihood({ unit, lineEnds, mark }: Way, origin: string): number {
  const wanted = /nvivo/i.test(origin) ? 'utf16' : 'codepoint';
  const usual = /atlas/i.test(origin) ? 1 : 'written';
  return (
    Number(unit === wanted) * 2 + Number(lineEnds === usual) - Number(lineEnds === 2) * 4 - Number(mark) * 8
  );
}

const INSIDE_WORD = /^[\p{L}\p{N}]{2}$/u;

/** Whether a selection lies in the text, and cuts no word in two. */
function isOfWholeWords(plain: string, reading: SourceReading, { start, end }: NamedSelection): boolean {
  const isCut = (position: number): boolean => {
    const at = reading.offsetOf(position);
    return INSIDE_WORD.test(plain.slice(at - 1, at + 1));
  };
  return end <= reading.end && !isCut(start) && !isCut(end);
}

function isCalled(plain: string, reading: SourceReading, { start, end, name }: NamedSelection): boolean {
  const passage = plain.slice(reading.offsetOf(start), reading.offsetOf(end));
  const quote = onOneLine(name.replace(/(?:…|\.\.\.)$/, '')).slice(0, QUOTE);
  return quote !== '' && onOneLine(passage).startsWith(quote);
}

function readingOf(text: string, way: Way): SourceReading {
  const { offsetOf, end } = readingBehindMark(text, way);
  return way.mark ? { offsetOf: position => offsetOf(position - 1), end: end + 1 } : { offsetOf, end };
}

/** Offsets in the LF text by position: one pass, one number for each position. */
function readingBehindMark(text: string, way: Way): SourceReading {
  if (isCountedAsIs(text, way))
    return { offsetOf: position => Math.min(Math.max(0, position), text.length), end: text.length };
  const { unit, lineEnds } = way;
  const offsets: number[] = [];
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const isReturn = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
    if (isReturn && lineEnds === 1) continue;
    const isLong = lineEnds === 2 && /[\r\n]/.test(text.charAt(at));
    const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at, at + 2));
    offsets.push(offset);
    if (isLong) offsets.push(offset);
    if (isPair && unit === 'utf16') offsets.push(offset + 1);
    if (isPair) at++;
    if (!isReturn) offset += isPair ? 2 : 1;
  }
  offsets.push(offset);
  return { offsetOf: position => offsets[Math.max(0, position)] ?? offset, end: offsets.length - 1 };
}

function isCountedAsIs(text: string, { unit, lineEnds }: Way): boolean {
  return lineEnds !== 2 && !text.includes('\r\n') && (unit === 'utf16' || !SURROGATE.test(text));
}

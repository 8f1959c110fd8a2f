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
  /** Whether a CRLF counts as two. */
  readonly crlf: boolean;
}

const WAYS: readonly Way[] = [
  { unit: 'codepoint', crlf: true },
  { unit: 'codepoint', crlf: false },
  { unit: 'utf16', crlf: true },
  { unit: 'utf16', crlf: false },
];
/** How many selections are looked at to tell how positions are counted. */
const SAMPLE = 200;
const QUOTE = 40;

/**
 * Tells how the positions of a source are counted. The standard says Unicode code points; NVivo counts UTF-16 code
 * units, and programs differ on whether a CRLF counts as one or two. The way in which most selections begin with
 * what they are called is taken; where the names do not tell, the program that wrote the file does.
 * `text` is without a byte order mark.
 */
export function readPositions(
  text: string,
  origin: string,
  selections: readonly NamedSelection[],
): SourceReading {
  const ways = [...WAYS].sort((a, b) => likelihood(b, origin) - likelihood(a, origin));
  const readings = ways.map(way => readingOf(text, way));
  const plain = text.replace(/\r\n/g, '\n');
  const sample = selections.slice(0, SAMPLE).filter(({ name }) => folded(name) !== '');
  const scores = readings.map(
    reading =>
      sample.filter(({ start, end, name }) =>
        isCalled(plain.slice(reading.offsetOf(start), reading.offsetOf(end)), name),
      ).length,
  );
  const best = scores.indexOf(Math.max(...scores));
  return readings[best] ?? readingOf(text, { unit: 'codepoint', crlf: true });
}

function likelihood({ unit, crlf }: Way, origin: string): number {
  const wanted = /nvivo/i.test(origin) ? 'utf16' : 'codepoint';
  const twice = !/atlas/i.test(origin);
  return Number(unit === wanted) * 2 + Number(crlf === twice);
}

function isCalled(passage: string, name: string): boolean {
  const quote = folded(name.replace(/(?:…|\.\.\.)$/, '')).slice(0, QUOTE);
  return quote !== '' && folded(passage).startsWith(quote);
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Offsets in the LF text by position: one pass, one number for each position. */
function readingOf(text: string, { unit, crlf }: Way): SourceReading {
  const isSame = !text.includes('\r\n') && (unit === 'utf16' || !/[\ud800-\udbff]/.test(text));
  if (isSame) return { offsetOf: position => Math.min(Math.max(0, position), text.length), end: text.length };
  const offsets: number[] = [];
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const isReturn = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
    if (isReturn && !crlf) continue;
    const isPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at, at + 2));
    offsets.push(offset);
    if (isPair && unit === 'utf16') offsets.push(offset + 1);
    if (isPair) at++;
    if (!isReturn) offset += isPair ? 2 : 1;
  }
  offsets.push(offset);
  return { offsetOf: position => offsets[Math.max(0, position)] ?? offset, end: offsets.length - 1 };
}

import { labelledLine } from './speakerLabel';

/** The number of a page, alone or apart from what else stands in the head of the page: `Transkrip    Halaman 2`. */
const NUMBER =
  /^(?:(.*?)(?:\s{2,}|\t|\s+[|–—-]\s+|^))?(?:halaman|hal\.?|page|p\.)\s*(\d{1,4})(?:\s*(?:dari|of|\/)\s*\d{1,4})?$/i;
/** The same without a word for it: it may be an answer, too. */
const BARE = /^[-–—|]?\s*(\d{1,4})\s*[-–—|]?$/;
/** A cheap first look. */
const MAY_BE = /^.{0,200}\d[\s|–—-]{0,9}$/;
/** How many lines of a head or a foot may stand on each side of the number. */
const MOST_LINES = 6;

interface Numbered {
  /** Among the lines that are not blank. */
  readonly place: number;
  readonly number: number;
  /** What stands beside the number. */
  readonly beside: string;
}

/**
 * The lines of heads and feet of pages, as a document has them that is copied page by page: numbers of pages that go up one
 * by one, and what stands around each of them alike. A number alone may be said, unless a line that comes again stands
 * beside it, or a page ends there. What stands above everything else is the title.
 */
export function pageHeads(lines: readonly string[]): ReadonlySet<number> {
  if (!lines.some(line => MAY_BE.test(line))) return new Set();
  const said = lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ at, text: line.trim() }]));
  const textAt = (place: number): string => said[place]?.text ?? '';
  const isNewPage = (place: number): boolean =>
    place === said.length || lines[said[place]?.at ?? -1]?.startsWith('\f') === true;
  const found = new Set<number>();
  for (const numbered of countsOfPages(said.map(({ text }) => text))) {
    const around = linesAround(numbered, textAt);
    const isSure = numbered.every(
      ({ place, beside }) => beside !== '' || isNewPage(place) || isNewPage(place + 1),
    );
    if (isSure || around.length > 0)
      for (const { place } of numbered) for (const step of [0, ...around]) found.add(place + step);
  }
  found.delete(0);
  const heads = [...found].flatMap(place => (said[place] === undefined ? [] : [said[place].at]));
  return new Set(heads);
}

/** Numbers of pages with the same beside them, those that go up one by one. */
function countsOfPages(texts: readonly string[]): readonly (readonly Numbered[])[] {
  const byText = new Map<string, Numbered[]>();
  for (const [place, text] of texts.entries()) {
    if (!MAY_BE.test(text)) continue;
    const [, before = '', word = ''] = NUMBER.exec(text) ?? [];
    const number = word === '' ? (BARE.exec(text)?.[1] ?? '') : word;
    if (number === '') continue;
    const beside = word === '' ? '' : `${before} …`.replace(/\s+/g, ' ');
    const own = byText.get(beside) ?? [];
    own.push({ place, number: Number(number), beside });
    byText.set(beside, own);
  }
  return [...byText.values()].filter(
    own => own.length > 1 && own.every(({ number }, at) => number === (own[0]?.number ?? 0) + at),
  );
}

/** How far from the number the lines stand that are the same on each page, and are no turns. */
function linesAround(numbered: readonly Numbered[], textAt: (place: number) => string): readonly number[] {
  const isSame = (step: number): boolean => {
    const texts = numbered.flatMap(({ place }) => textAt(place + step) || []);
    const [first = ''] = texts;
    return texts.length > 1 && texts.every(text => text === first) && labelledLine(first)?.hasColon !== true;
  };
  const around: number[] = [];
  for (const sign of [-1, 1])
    for (let step = sign; Math.abs(step) <= MOST_LINES && isSame(step); step += sign) around.push(step);
  return around;
}

/** Whether a path, relative to the root and with `/`, fits. */
export type PathTest = (path: string) => boolean;

const MAX_LENGTH = 500;
const MAX_ALTERNATIVES = 200;
const ANY_SEGMENTS = '**';
const SPECIAL = /[*?[\\]/;

/** What one place of a segment stands for: a character, any one, any number of any, or one of a set. */
type Place = { readonly character: string } | 'one' | 'many' | CharacterSet;

interface CharacterSet {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [first: string, last: string])[];
}

/** Any number of segments, or one that passes a test. */
type Segment = typeof ANY_SEGMENTS | PathTest;

/**
 * Reads a glob: `*` and `?` within a segment, `**` for any number of segments, `[a-z]`, `[!a]`, `{a,b}`, `\` before
 * a character that is to stand for itself; a final `/` means the folder and all in it. Undefined for one that is
 * empty, longer than 500 characters or has more than 200 alternatives. A test takes time in proportion to the
 * lengths of glob and path, whatever they are: a workspace's globs may be anybody's.
 */
export function compileGlob(glob: string): PathTest | undefined {
  const trimmed = glob.trim().replace(/^(?:\.?\/)+/, '');
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return undefined;
  const whole = trimmed.endsWith('/') ? `${trimmed}**` : trimmed;
  const patterns = expandBraces(whole, MAX_ALTERNATIVES)?.map(pattern => segmentsOf(pattern));
  if (!patterns) return undefined;
  return path => {
    const segments = path.split('/');
    return patterns.some(pattern => fitsWildcards(pattern, segments, isAnySegments, fitsSegment));
  };
}

function segmentsOf(pattern: string): readonly Segment[] {
  return pattern.split('/').map(segment => (segment === ANY_SEGMENTS ? segment : segmentTest(segment)));
}

function isAnySegments(segment: Segment): boolean {
  return segment === ANY_SEGMENTS;
}

function fitsSegment(segment: Segment, text: string): boolean {
  return segment === ANY_SEGMENTS || segment(text);
}

/** The commonest forms, a plain name and `*.ending`, need no search. */
function segmentTest(segment: string): PathTest {
  if (!SPECIAL.test(segment)) return text => text === segment;
  const ending = segment.slice(1);
  if (segment.startsWith('*') && !SPECIAL.test(ending)) return text => text.endsWith(ending);
  const places = placesOf(segment);
  return text => fitsWildcards(places, [...text], place => place === 'many', fitsPlace);
}

function fitsPlace(place: Place, character: string): boolean {
  if (typeof place === 'string') return true;
  if ('character' in place) return place.character === character;
  return place.ranges.some(([first, last]) => first <= character && character <= last) !== place.negated;
}

function placesOf(segment: string): readonly Place[] {
  const characters = [...segment];
  const places: Place[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const set = character === '[' ? setAt(characters, at) : undefined;
    if (set) {
      places.push(set.set);
      at = set.end;
    } else if (character === '\\' && at + 1 < characters.length) {
      places.push({ character: characters[++at] ?? '' });
    } else places.push(placeOf(character));
  }
  return places;
}

function placeOf(character: string): Place {
  if (character === '*') return 'many';
  return character === '?' ? 'one' : { character };
}

/** The set that opens at `[`, and where its `]` stands; undefined where it has none and `[` stands for itself. */
function setAt(characters: readonly string[], open: number): { set: CharacterSet; end: number } | undefined {
  const negated = characters[open + 1] === '!' || characters[open + 1] === '^';
  const start = open + (negated ? 2 : 1);
  // A bracket that comes first is one of the set.
  const end = characters.indexOf(']', start + 1);
  if (end < 0) return undefined;
  const ranges: (readonly [string, string])[] = [];
  for (let at = start; at < end; at++) {
    const first = characters[at] ?? '';
    const isRange = characters[at + 1] === '-' && at + 2 < end;
    ranges.push([first, isRange ? (characters[at + 2] ?? '') : first]);
    if (isRange) at += 2;
  }
  return { set: { negated, ranges }, end };
}

/**
 * The alternatives that a glob with `{a,b}` stands for, nested braces too; itself where it has none. Undefined
 * when there are more than `limit`. Braces without a comma or without their partner stand for themselves.
 */
function expandBraces(glob: string, limit: number): readonly string[] | undefined {
  const pending = [glob];
  const done: string[] = [];
  while (pending.length > 0) {
    const next = pending.pop() ?? '';
    const braces = firstBraces(next);
    if (!braces) done.push(next);
    else {
      const before = next.slice(0, braces.start);
      const after = next.slice(braces.end);
      pending.push(...braces.alternatives.map(alternative => before + alternative + after));
    }
    if (pending.length + done.length > limit) return undefined;
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
}

/** The first braces that hold a comma of their own, from `{` to after `}`. */
function firstBraces(glob: string): Braces | undefined {
  for (let start = 0; start < glob.length; start++) {
    const character = glob[start];
    if (character === '\\') start++;
    if (character !== '{') continue;
    const braces = bracesAt(glob, start);
    if (braces && braces.alternatives.length > 1) return braces;
  }
  return undefined;
}

function bracesAt(glob: string, start: number): Braces | undefined {
  const alternatives: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      alternatives.push(glob.slice(from, at));
      from = at + 1;
    } else if (character === '}' && --depth === 0) {
      return { start, end: at + 1, alternatives: [...alternatives, glob.slice(from, at)] };
    }
  }
  return undefined;
}

/**
 * Whether `items` fit `pattern`, in which `isMany` places stand for any number of items and every other place for
 * one that it `fits`. Takes at most `items.length * pattern.length` steps: going back to the last such place is
 * enough, since whatever an earlier one could take, the last one can.
 */
function fitsWildcards<Place, Item>(
  pattern: readonly Place[],
  items: readonly Item[],
  isMany: (place: Place) => boolean,
  fits: (place: Place, item: Item) => boolean,
): boolean {
  let place = 0;
  let lastMany = -1;
  let resume = 0;
  for (let item = 0; item < items.length; ) {
    const current = pattern[place];
    const value = items[item];
    if (current !== undefined && isMany(current)) {
      lastMany = place++;
      resume = item;
    } else if (current !== undefined && value !== undefined && fits(current, value)) {
      place++;
      item++;
    } else {
      if (lastMany < 0) return false;
      place = lastMany + 1;
      item = ++resume;
    }
  }
  return pattern.slice(place).every(isMany);
}

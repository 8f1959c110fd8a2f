import type { FrontMatterValue, WrittenEntry } from './frontMatter';

/** A key: letters and digits of ASCII, with single blanks, hyphens and underscores among them. */
const KEY = /([A-Za-z](?:[\w-]| (?=[\w-])){0,60}):/y;
/** A scalar that stands for itself: words, numbers and dates, with nothing among them that means something to YAML. */
const PLAIN = /[\p{L}\p{N}](?:[\p{L}\p{N} ._/()+-]*[\p{L}\p{N}._)])?/uy;
const QUOTED = /"([^"\\\r\n]*)"|'([^'\r\n]*)'/y;
const BLANKS = / */y;
const LINE_END = / *(?:\r?\n|$)/y;
const NULL = /^(?:null|Null|NULL)$/;
const MOST_KEYS = 200;

/**
 * The keys and values of a front matter that is flat, as most are: on each line a key with a plain scalar, a quoted one
 * without escapes, a list of these in brackets, or nothing. `start` is where `source` stands in the text of the note. Gives
 * undefined for anything else, which YAML itself has to read: blank and indented lines, lines that go on, comments,
 * tabs, nulls and empty quotes, lists in lines of their own, maps, anchors, tags, blocks of text, colons in values,
 * keys in quotes, other letters in keys.
 */
export function readFlatEntries(source: string, start: number): readonly WrittenEntry[] | undefined {
  const reader = new FlatReader(source, start);
  const entries: WrittenEntry[] = [];
  while (!reader.isAtEnd) {
    const entry = reader.entry();
    if (entry === undefined || entries.length === MOST_KEYS) return undefined;
    entries.push(entry);
  }
  return entries.length === 0 ? undefined : entries;
}

/** Reads a source from its start on; whatever gives undefined ends the reading. */
class FlatReader {
  readonly #source: string;
  readonly #start: number;
  #at = 0;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#start = start;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#source.length;
  }

  entry(): WrittenEntry | undefined {
    const keyStart = this.#at;
    const [, key] = this.#take(KEY) ?? [];
    if (key === undefined) return undefined;
    const keyRange = this.#range(keyStart, keyStart + key.length);
    const colonEnd = this.#at;
    if (this.#take(LINE_END) !== undefined) {
      const valueRange = this.#range(colonEnd, colonEnd);
      return { key, keyRange, valueRange, values: [], shape: 'missing', pairs: [] };
    }
    if (this.#take(BLANKS)?.[0] === '') return undefined;
    const valueStart = this.#at;
    const isList = this.#source.charAt(valueStart) === '[';
    const values = isList ? this.#list() : this.#scalars();
    const valueRange = this.#range(valueStart, this.#at);
    if (values === undefined || this.#take(LINE_END) === undefined) return undefined;
    return { key, keyRange, valueRange, values, shape: isList ? 'list' : 'scalar', pairs: [] };
  }

  /** The items of a list in brackets, at least one, with a comma between. */
  #list(): readonly FrontMatterValue[] | undefined {
    const values: FrontMatterValue[] = [];
    do {
      this.#at++;
      this.#take(BLANKS);
      const value = this.#scalar();
      if (value === undefined) return undefined;
      values.push(value);
      this.#take(BLANKS);
    } while (this.#source.charAt(this.#at) === ',');
    return this.#source.charAt(this.#at++) === ']' ? values : undefined;
  }

  #scalars(): readonly FrontMatterValue[] | undefined {
    const value = this.#scalar();
    return value && [value];
  }

  #scalar(): FrontMatterValue | undefined {
    const start = this.#at;
    const [whole, double, single] = this.#take(PLAIN) ?? this.#take(QUOTED) ?? [];
    if (whole === undefined) return undefined;
    const text = double ?? single ?? whole;
    if (text.trim() === '' || NULL.test(whole)) return undefined;
    return { text, range: this.#range(start, this.#at) };
  }

  /** What `pattern`, which is sticky, finds here, if anything; the reader goes on behind it. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #range(start: number, end: number): FrontMatterValue['range'] {
    return { start: this.#start + start, end: this.#start + end };
  }
}

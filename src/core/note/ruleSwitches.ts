import { firstIndex } from '../text/firstIndex';
import type { TextRange } from '../text/textRange';
import { findComments } from './comments';
import type { Outline } from './outline';
import { outsideCode } from './outsideCode';

/** Lines, 0-based, both inclusive. */
interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** Spans in order, no two of which touch. */
type LineSpans = readonly LineSpan[];

/** What the `<!-- session-notes-disable… -->` comments of a note silence. Each rule's lines are found quickly. */
export interface RuleSwitches {
  /** Where every rule is off. */
  readonly all: LineSpans;
  /** Where every rule is off but those that were switched on again. */
  readonly allBut: LineSpans;
  /** Where a rule is off that was named. */
  readonly off: ReadonlyMap<string, LineSpans>;
  /** Where a rule was switched on again by name while every rule was off. */
  readonly onAgain: ReadonlyMap<string, LineSpans>;
}

const DIRECTIVE = /^<!--\s*session-notes-(disable-next-line|disable-file|disable|enable)(?:\s(.*))?-->$/s;
const REASON = /(?:^|\s)--\s.*$/s;

/**
 * Reads the disable and enable comments of a note, as ESLint means them: `disable` and `enable` (from their line
 * on), `disable-next-line`, `disable-file`, each for the rules named (blanks or commas between them) or for all. A
 * reason may follow after ` -- `. Comments in code are text.
 */
export function readRuleSwitches(outline: Outline): RuleSwitches {
  const switching = outline.groups.filter(({ maySwitch }) => maySwitch).flatMap(({ blocks }) => blocks);
  if (switching.length === 0) return noSwitches;
  const fold = new SwitchFold(outline.lines.lineCount - 1);
  for (const range of outsideCode(outline, switching)) addSwitches(outline, range, fold);
  return fold.finish();
}

/** Whether a text may have a comment that {@link readRuleSwitches} reads. */
export function maySwitchRules(text: string): boolean {
  return text.includes('session-notes-');
}

function addSwitches({ text, lines }: Outline, range: TextRange, fold: SwitchFold): void {
  const slice = text.slice(range.start, range.end);
  for (const { start, end } of findComments(slice)) {
    const [, action, names = ''] = DIRECTIVE.exec(slice.slice(start, end)) ?? [];
    const isCodeSpan = slice.charAt(start - 1) === '`';
    if (action === undefined || isCodeSpan) continue;
    const rules = names
      .replace(REASON, '')
      .split(/[\s,]+/)
      .filter(name => name !== '');
    const first = lines.positionAt(range.start + start).line;
    const last = lines.positionAt(range.start + end).line;
    fold.add(action, rules, first, last);
  }
}

const noSwitches: RuleSwitches = { all: [], allBut: [], off: new Map(), onAgain: new Map() };

/** Whether `rule` is switched off at `line` (0-based). */
export function isSwitchedOff(switches: RuleSwitches, rule: string, line: number): boolean {
  const { all, allBut, off, onAgain } = switches;
  if (covers(all, line) || covers(off.get(rule), line)) return true;
  return covers(allBut, line) && !covers(onAgain.get(rule), line);
}

function covers(spans: LineSpans | undefined, line: number): boolean {
  if (spans === undefined) return false;
  const span = spans[firstIndex(spans.length, at => (spans[at]?.last ?? 0) >= line)];
  return span !== undefined && span.first <= line;
}

/** The same lines as spans in order that do not touch. */
function merged(spans: readonly LineSpan[]): LineSpans {
  const result: LineSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const previous = result.at(-1);
    if (previous === undefined || span.first > previous.last + 1) result.push(span);
    else result[result.length - 1] = { first: previous.first, last: Math.max(previous.last, span.last) };
  }
  return result;
}

/** Folds the disable and enable comments of a note, in order, into the lines on which rules are off. */
class SwitchFold {
  readonly #lastLine: number;
  readonly #all: LineSpan[] = [];
  readonly #allBut: LineSpan[] = [];
  readonly #off = new Map<string, LineSpan[]>();
  readonly #onAgain = new Map<string, LineSpan[]>();
  /** The rules that are off by name, and since which line. */
  readonly #offSince = new Map<string, number>();
  /** Since which line every rule is off, and those that are on again. */
  #allOffSince: number | undefined;
  readonly #onSince = new Map<string, number>();

  /** `lastLine` is the last line of the text. */
  constructor(lastLine: number) {
    this.#lastLine = lastLine;
  }

  /** Adds a comment that stands on these lines; no rules stands for all of them. */
  add(action: string, rules: readonly string[], first: number, last: number): void {
    if (action === 'disable-file') this.#addLines(rules, { first: 0, last: this.#lastLine });
    else if (action === 'disable-next-line') this.#addLines(rules, { first: last + 1, last: last + 1 });
    else if (action === 'disable') this.#disable(rules, first);
    else this.#enable(rules, last);
  }

  finish(): RuleSwitches {
    this.#enable([], this.#lastLine);
    return {
      all: merged(this.#all),
      allBut: merged(this.#allBut),
      off: mergedEach(this.#off),
      onAgain: mergedEach(this.#onAgain),
    };
  }

  #addLines(rules: readonly string[], span: LineSpan): void {
    if (rules.length === 0) this.#all.push(span);
    for (const rule of rules) push(this.#off, rule, span);
  }

  #disable(rules: readonly string[], line: number): void {
    if (rules.length === 0) {
      this.#endAllOff(line - 1);
      this.#allOffSince = line;
    }
    for (const rule of rules) if (!this.#offSince.has(rule)) this.#offSince.set(rule, line);
  }

  #enable(rules: readonly string[], line: number): void {
    if (rules.length === 0) this.#endAllOff(line);
    for (const rule of rules.length === 0 ? [...this.#offSince.keys()] : rules) {
      const first = this.#offSince.get(rule);
      if (first !== undefined) push(this.#off, rule, { first, last: line });
      this.#offSince.delete(rule);
      const isOnAgain = this.#allOffSince !== undefined && !this.#onSince.has(rule);
      if (isOnAgain) this.#onSince.set(rule, line + 1);
    }
  }

  #endAllOff(line: number): void {
    const first = this.#allOffSince;
    if (first === undefined) return;
    if (first <= line) this.#allBut.push({ first, last: line });
    for (const [rule, since] of this.#onSince) {
      if (since <= line) push(this.#onAgain, rule, { first: since, last: line });
    }
    this.#onSince.clear();
    this.#allOffSince = undefined;
  }
}

function push(spans: Map<string, LineSpan[]>, rule: string, span: LineSpan): void {
  const known = spans.get(rule);
  if (known === undefined) spans.set(rule, [span]);
  else known.push(span);
}

function mergedEach(spans: ReadonlyMap<string, readonly LineSpan[]>): ReadonlyMap<string, LineSpans> {
  return new Map([...spans].map(([rule, each]) => [rule, merged(each)]));
}

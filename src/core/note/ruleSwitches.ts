import type { TextRange } from '../text/textRange';
import { findComments } from './comments';
import type { Outline } from './outline';
import { outsideCode } from './outsideCode';

/** A `<!-- session-notes-disable… -->` comment in force: which rules it silences on which lines. */
export interface RuleSwitch {
  /** Empty for every rule. */
  readonly rules: readonly string[];
  /** Where it is every rule: those that were switched on again. */
  readonly except: readonly string[];
  /** 0-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const DIRECTIVE = /^<!--\s*session-notes-(disable-next-line|disable-file|disable|enable)(?:\s(.*))?-->$/s;
const REASON = /(?:^|\s)--\s.*$/s;

/**
 * Reads the disable and enable comments of a note, as ESLint means them: `disable` and `enable` (from their line
 * on), `disable-next-line`, `disable-file`, each for the rules named (blanks or commas between them) or for all. A
 * reason may follow after ` -- `. Comments in code are text.
 */
export function readRuleSwitches(outline: Outline): readonly RuleSwitch[] {
  if (!outline.text.includes('session-notes-')) return [];
  const fold = new SwitchFold(outline.lines.lineCount - 1);
  for (const range of outsideCode(outline)) addSwitches(outline, range, fold);
  return fold.finish();
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

/** Whether `rule` is switched off at `line` (0-based). */
export function isSwitchedOff(switches: readonly RuleSwitch[], rule: string, line: number): boolean {
  return switches.some(
    ({ rules, except, firstLine, lastLine }) =>
      line >= firstLine &&
      line <= lastLine &&
      (rules.length === 0 ? !except.includes(rule) : rules.includes(rule)),
  );
}

/** Every rule is off since a line, except some. */
interface AllOff {
  readonly since: number;
  readonly except: readonly string[];
}

/** Folds the disable and enable comments of a note, in order, into the lines on which rules are off. */
class SwitchFold {
  readonly #lastLine: number;
  readonly #switches: RuleSwitch[] = [];
  /** The rules that are off by name, and since which line. */
  readonly #offSince = new Map<string, number>();
  #allOff: AllOff | undefined;

  /** `lastLine` is the last line of the text. */
  constructor(lastLine: number) {
    this.#lastLine = lastLine;
  }

  /** Adds a comment that stands on these lines; no rules stands for all of them. */
  add(action: string, rules: readonly string[], first: number, last: number): void {
    if (action === 'disable-file') this.#push(rules, [], 0, this.#lastLine);
    else if (action === 'disable-next-line') this.#push(rules, [], last + 1, last + 1);
    else if (action === 'disable') this.#disable(rules, first);
    else this.#enable(rules, last);
  }

  finish(): readonly RuleSwitch[] {
    this.#enable([], this.#lastLine);
    return this.#switches;
  }

  #disable(rules: readonly string[], line: number): void {
    if (rules.length === 0) {
      this.#endAllOff(line - 1);
      this.#allOff = { since: line, except: [] };
    }
    for (const rule of rules) if (!this.#offSince.has(rule)) this.#offSince.set(rule, line);
  }

  #enable(rules: readonly string[], line: number): void {
    const allOff = this.#allOff;
    this.#endAllOff(line);
    if (allOff !== undefined && rules.length > 0) {
      this.#allOff = { since: line + 1, except: [...allOff.except, ...rules] };
    }
    for (const rule of rules.length === 0 ? [...this.#offSince.keys()] : rules) {
      const since = this.#offSince.get(rule);
      if (since !== undefined) this.#push([rule], [], since, line);
      this.#offSince.delete(rule);
    }
  }

  #endAllOff(line: number): void {
    if (this.#allOff !== undefined) this.#push([], this.#allOff.except, this.#allOff.since, line);
    this.#allOff = undefined;
  }

  #push(rules: readonly string[], except: readonly string[], firstLine: number, lastLine: number): void {
    if (lastLine >= firstLine) this.#switches.push({ rules, except, firstLine, lastLine });
  }
}

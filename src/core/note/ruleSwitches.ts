import type { Outline } from './outline';

/** A `<!-- session-notes-disable… -->` comment in force: which rules it silences on which lines. */
export interface RuleSwitch {
  /** Empty for every rule. */
  readonly rules: readonly string[];
  /** 0-based, inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Reads the disable and enable comments of a note, as ESLint means them. */
export declare function readRuleSwitches(outline: Outline): readonly RuleSwitch[];

/** Whether `rule` is switched off at `line` (0-based). */
export function isSwitchedOff(switches: readonly RuleSwitch[], rule: string, line: number): boolean {
  return switches.some(
    ({ rules, firstLine, lastLine }) =>
      line >= firstLine && line <= lastLine && (rules.length === 0 || rules.includes(rule)),
  );
}

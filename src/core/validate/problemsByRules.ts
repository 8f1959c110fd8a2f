import type { Config } from '../config/config';
import type { Message } from '../message';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import { isSwitchedOff } from '../note/ruleSwitches';
import type { RuleId, Severity } from '../ruleIds';
import type { TextRange } from '../text/textRange';
import type { TurnChunks } from '../transcript/turnChunks';
import { asNoteCallsIt } from './asNoteCallsIt';
import { gapsOf } from './gaps';
import { severityOf } from './levels';
import { withMeantTitles } from './meantTitles';
import { comparePlaces, type Fix, type Problem } from './problem';
import type { Finding, Rule, RuleContext } from './rule';
import { conflictMarkers } from './rules/conflictMarkers';

/** The rule that silences all others while it has something to say. */
export const blockingRule: Rule = conflictMarkers;

/** What the problems of a note depend on besides the note and the configuration. */
export interface ValidationOptions {
  /** The language of inserted text where the note tells none; else that of the configuration, else English. */
  readonly language?: string | undefined;
  /** The ids of the protocols that a note may name, to tell which one is meant. */
  readonly protocolIds?: readonly string[];
  /** The turns of the note, where it is a transcript (in `validateNote` those of an older version do, too). */
  readonly turns?: TurnChunks | undefined;
  /** Whether what the note lacks is said in one problem where that says it; else in one for each part. */
  readonly together?: boolean | undefined;
  /** The ISO date of today, where the note is being written. */
  readonly today?: string | undefined;
}

/**
 * The problems that `rules` find in a note, in the order of the text (then by rule). Never throws; every range and edit
 * lies inside the text. While a merge is unresolved, that is the only problem.
 */
export function problemsByRules(
  rules: readonly Rule[],
  note: Note,
  config: Config,
  options: ValidationOptions,
): readonly Problem[] {
  const readings = readingsOf(note);
  const contexts = readings.map(reading => ({
    note: reading,
    readings,
    gaps: withMeantTitles(gapsOf(reading), reading),
    turns: options.turns,
    language: insertionLanguage(reading, config, options),
    protocolIds: options.protocolIds ?? [],
    together: options.together ?? false,
    today: options.today,
  }));
  const first = contexts.slice(0, 1);
  const problems: Problem[] = [];
  for (const context of first) addProblems(problems, blockingRule, context, config);
  if (problems.length > 0) return problems;
  for (const rule of rules) {
    for (const context of rule.isShared ? first : contexts) addProblems(problems, rule, context, config);
  }
  return (readings.length === 1 ? problems : distinct(problems)).sort(comparePlaces);
}

/** What is said by several protocols alike is said once, by the first. */
function distinct(problems: readonly Problem[]): Problem[] {
  const said = new Set<string>();
  return problems.filter(({ rule, range, message }) => {
    const key = `${rule} ${range.start} ${range.end} ${JSON.stringify(message)}`;
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}

/** The language of text inserted into a note. */
export function insertionLanguage(note: Note, config: Config, options: ValidationOptions): string {
  return note.language ?? options.language ?? (config.language === 'auto' ? 'en' : config.language);
}

function addProblems(problems: Problem[], rule: Rule, context: RuleContext, config: Config): void {
  for (const finding of rule.check(context)) {
    const problem = problemOf(rule.id, finding, context.note, config);
    if (problem !== undefined) problems.push(problem);
  }
}

function problemOf(rule: RuleId, finding: Finding, note: Note, config: Config): Problem | undefined {
  const severity = severityOf(rule, finding, config, isDraft(note));
  if (severity === undefined || isSilenced(rule, finding, note)) return undefined;
  return new FoundProblem(rule, severity, finding, note);
}

/** A problem whose fixes are made when they are first asked for: many are only told. */
class FoundProblem implements Problem {
  readonly message: Message;
  readonly range: TextRange;
  readonly protocol?: string;
  readonly stage?: string;
  readonly section?: string;
  readonly #finding: Finding;
  readonly #note: Note;
  #fixes: readonly Fix[] | undefined;

  constructor(
    readonly rule: RuleId,
    readonly severity: Severity,
    finding: Finding,
    note: Note,
  ) {
    const { stage, section } = finding;
    this.message = asNoteCallsIt(finding.message, note);
    this.range = finding.range;
    this.#finding = finding;
    this.#note = note;
    if (note.protocol !== undefined) this.protocol = note.protocolId;
    if (stage !== undefined) this.stage = stage;
    if (section !== undefined) this.section = section;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= (this.#finding.fixes?.() ?? []).map(fix => ({
      ...fix,
      title: asNoteCallsIt(fix.title, this.#note),
    }));
    return this.#fixes;
  }
}

/** A file without a word in it is as unfinished as a draft. */
function isDraft({ frontMatter, outline }: Note): boolean {
  return frontMatter.draft || outline.text.trim() === '';
}

/** What a note could not be read for cannot be silenced by a comment in it. */
function isSilenced(rule: RuleId, { range }: Finding, { switches, outline }: Note): boolean {
  if (rule === 'unreadable-file') return false;
  return isSwitchedOff(switches, rule, outline.lines.positionAt(range.start).line);
}

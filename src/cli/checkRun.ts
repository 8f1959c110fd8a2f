import { dirname, join } from 'node:path';
import { clientKey } from '../core/case/clientKey';
import { type Message, message } from '../core/message';
import type { Note } from '../core/note/note';
import { fixNote } from '../core/practice/fixNote';
import { type Practice, readClientsOf, readNote, withDefaultProtocol } from '../core/practice/practice';
import { noteProblems, type ProblemOptions } from '../core/practice/problems';
import { scaffoldNote } from '../core/practice/scaffoldNote';
import type { Severity } from '../core/ruleIds';
import { compareCodePoints } from '../core/text/codePointOrder';
import type { DecodedText } from '../core/text/decode';
import { indexLines, type LineIndex } from '../core/text/lineIndex';
import { unreadableFileProblem } from '../core/validate/fileProblems';
import { atConfiguredLevels } from '../core/validate/levels';
import type { Problem } from '../core/validate/problem';
import { interfaceLanguage, render, renderQuoting } from '../l10n/catalogue';
import { CheckedCases, type NoteOfCases } from './checkCases';
import type { CheckOptions } from './checkOptions';
import {
  type CheckReport,
  compareProblems,
  type ReportedProblem,
  reportCaseProblem,
  reportProblem,
  type Say,
} from './checkReport';
import { FileWriter } from './fileWriter';
import { readDiskNote } from './noteFile';
import { pathFrom } from './paths';
import { ProgressLine } from './progress';
import { type Terminal, visible } from './terminal';
import type { MarkdownFile, Workspace } from './workspace';

/** As many texts are known to have been said: those that come again and again come early. */
const MOST_KEPT = 10_000;

/** A text and what is wrong with it. */
interface CheckedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What a run found, and what is to be said beside the report. */
interface CheckResult {
  readonly report: CheckReport;
  readonly messages: readonly string[];
}

/**
 * Checks the named files of a workspace one after the other, keeping the text of none; then the cases of their notes,
 * which the other files of their roots may belong to.
 */
export class CheckRun {
  readonly #options: CheckOptions;
  readonly #workspace: Workspace;
  readonly #terminal: Terminal;
  readonly #problems: ReportedProblem[] = [];
  readonly #notes: string[] = [];
  readonly #messages: string[] = [];
  readonly #say: Say;
  readonly #cases = new CheckedCases();
  readonly #writer = new FileWriter();
  #files = 0;
  #drafts = 0;

  constructor(options: CheckOptions, workspace: Workspace, terminal: Terminal) {
    this.#options = options;
    this.#workspace = workspace;
    this.#terminal = terminal;
    this.#say = keptOnce(options.quote ? renderQuoting : render);
  }

  /** Checks everything; to be called once. */
  run(): CheckResult {
    const progress = new ProgressLine(this.#terminal);
    const checked = new Set<string>();
    for (const file of this.#workspace.namedFiles()) {
      if (this.#options.fix || this.#options.scaffold) this.#writer.sweep(dirname(file.file));
      checked.add(file.file);
      this.#checkFile(file);
      progress.step();
    }
    this.#files = checked.size;
    // Before files are met that are only read for the cases.
    const faulty = this.#workspace.faultyFiles();
    for (const file of this.#workspace.filesOfRoots()) {
      if (checked.has(file.file) || !this.#cases.concernRoot(file.root)) continue;
      this.#readForCases(file);
      progress.step();
    }
    progress.end();
    // What stands in the practice's own files are no words of notes.
    for (const { file, ...faults } of faulty) this.#add(this.#nameOf(file), faults, renderQuoting);
    for (const note of this.#cases.problems()) this.#addOfCases(note);
    return { report: this.#report(), messages: this.#messages };
  }

  #checkFile(file: MarkdownFile): void {
    const reading = readDiskNote(file);
    if (reading.kind === 'other') return;
    const name = this.#nameOf(file.file);
    if (reading.kind === 'unreadable') {
      const problems = atConfiguredLevels([unreadableFileProblem(reading.reason)], file.root.config);
      this.#notes.push(name);
      this.#add(name, { text: '', problems });
      return;
    }
    const note = this.#parse(file, reading.content.text);
    if (!this.#isWanted(note)) {
      this.#cases.add(file, note);
      return;
    }
    this.#notes.push(name);
    if (note.frontMatter.draft) this.#drafts++;
    const checked = this.#check(file, reading.content, note);
    const isChanged = checked.text !== reading.content.text;
    this.#cases.addReported(file, isChanged ? this.#parse(file, checked.text) : note);
    this.#add(name, checked);
  }

  /** Takes a note that is not reported on if it belongs to the case of one that is. */
  #readForCases(file: MarkdownFile): void {
    const reading = readDiskNote(file);
    if (reading.kind !== 'note') return;
    const { text } = reading.content;
    const clients = readClientsOf(this.#practiceOf(file), file.path, text);
    if (this.#cases.concernClients(file.root, clients)) this.#cases.add(file, this.#parse(file, text));
  }

  #parse(file: MarkdownFile, text: string): Note {
    return readNote(this.#practiceOf(file), file.path, text);
  }

  #practiceOf({ root }: MarkdownFile): Practice {
    const { protocol } = this.#options;
    return protocol === undefined ? root : withDefaultProtocol(root, protocol);
  }

  #isWanted({ frontMatter }: Note): boolean {
    const { counselor } = this.#options;
    return counselor === undefined || clientKey(frontMatter.counselor?.value ?? '') === clientKey(counselor);
  }

  /** The problems of a note; where mending was asked for, of what it is after that. */
  #check(file: MarkdownFile, content: DecodedText, note: Note): CheckedText {
    const { text } = content;
    const mended = this.#mend(file, note);
    if (mended !== undefined && mended.text !== text && this.#write(file, content, mended.text))
      return mended;
    return { text, problems: noteProblems(file.root, note, problemOptions()) };
  }

  #mend({ root }: MarkdownFile, note: Note): CheckedText | undefined {
    const { fix, scaffold } = this.#options;
    if (!fix && !scaffold) return undefined;
    const fixed = fix ? fixNote(root, note, problemOptions()) : undefined;
    const whole = scaffold ? scaffoldNote(root, fixed?.note ?? note, problemOptions()) : fixed;
    return whole && { text: whole.note.outline.text, problems: whole.remaining };
  }

  /** Writes a mended note; tells whether that was done. */
  #write({ file }: MarkdownFile, content: DecodedText, text: string): boolean {
    const refusal = this.#writer.rewrite(file, content, text);
    const name = this.#nameOf(file);
    if (refusal === undefined) this.#tell(message('check.changed', { file: name }));
    else this.#tell(message('check.not-changed', { file: name, reason: render(refusal) }));
    return refusal === undefined;
  }

  #add(name: string, { text, problems }: CheckedText, say = this.#say): void {
    if (problems.length === 0) return;
    const lines = indexLines(text);
    for (const problem of problems) this.#push(reportProblem(name, lines, problem, say), text, lines);
  }

  #addOfCases({ file, problems }: NoteOfCases): void {
    const name = this.#nameOf(file.file);
    const nameOf = (path: string): string => this.#nameOf(join(file.root.folder, path));
    const reading = this.#options.quote ? readDiskNote(file) : undefined;
    const text = reading?.kind === 'note' ? reading.content.text : '';
    const lines = indexLines(text);
    for (const problem of problems)
      this.#push(reportCaseProblem(name, problem, this.#say, nameOf), text, lines);
  }

  #push(problem: ReportedProblem, text: string, lines: LineIndex): void {
    const { start, end } = lines.lineRange(problem.line - 1);
    const quote = this.#options.quote ? text.slice(start, end).trim() : '';
    this.#problems.push(quote === '' ? problem : { ...problem, quote });
  }

  #nameOf(file: string): string {
    return pathFrom(this.#terminal.directory, file);
  }

  #tell(text: Message): void {
    this.#messages.push(visible(render(text)));
  }

  #report(): CheckReport {
    const count = (severity: Severity): number =>
      this.#problems.filter(problem => problem.severity === severity).length;
    const warnings = count('warning');
    const { maximumWarnings } = this.#options;
    return {
      files: this.#files,
      notes: this.#notes.sort(compareCodePoints),
      drafts: this.#drafts,
      errors: count('error'),
      warnings,
      tooManyWarnings: maximumWarnings !== undefined && warnings > maximumWarnings,
      problems: this.#problems.sort(compareProblems),
    };
  }
}

/** Many problems say the same, which is kept once. */
function keptOnce(say: Say): Say {
  const said = new Map<string, string>();
  return message => {
    const text = say(message);
    const known = said.get(text);
    if (known !== undefined) return known;
    if (said.size < MOST_KEPT) said.set(text, text);
    return text;
  };
}

function problemOptions(): ProblemOptions {
  return { language: interfaceLanguage() };
}

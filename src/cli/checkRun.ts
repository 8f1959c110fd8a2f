import { clientKey } from '../core/case/clientKey';
import { protocolFor } from '../core/config/notePaths';
import { type Message, message } from '../core/message';
import type { Note } from '../core/note/note';
import { parseNote } from '../core/note/parseNote';
import { compareCodePoints } from '../core/text/codePointOrder';
import type { DecodedText } from '../core/text/decode';
import { indexLines } from '../core/text/lineIndex';
import { unreadableFile } from '../core/validate/fileProblems';
import { fixText } from '../core/validate/fixText';
import { atConfiguredLevels } from '../core/validate/levels';
import type { Problem, Severity } from '../core/validate/problem';
import { scaffoldText } from '../core/validate/scaffoldText';
import { type Surroundings, validateNote } from '../core/validate/validateNote';
import { interfaceLanguage, render } from '../l10n/catalogue';
import type { CheckOptions } from './checkOptions';
import { type CheckReport, compareProblems, type ReportedProblem, reportProblem } from './checkReport';
import { readNoteFile } from './noteFile';
import { pathFrom } from './paths';
import { Progress } from './progress';
import { rewrite } from './rewrite';
import type { Root } from './roots';
import { type Terminal, visible } from './terminal';
import type { MarkdownFile, Workspace } from './workspace';

/** A text and what is wrong with it. */
interface CheckedText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What a run found, and what is to be said beside the report. */
export interface CheckResult {
  readonly report: CheckReport;
  readonly messages: readonly string[];
}

/** Checks the named files of a workspace one after the other, keeping the text of none. */
export class CheckRun {
  readonly #options: CheckOptions;
  readonly #workspace: Workspace;
  readonly #terminal: Terminal;
  readonly #problems: ReportedProblem[] = [];
  readonly #notes: string[] = [];
  readonly #messages: string[] = [];
  #files = 0;
  #drafts = 0;

  constructor(options: CheckOptions, workspace: Workspace, terminal: Terminal) {
    this.#options = options;
    this.#workspace = workspace;
    this.#terminal = terminal;
  }

  /** Checks everything; to be called once. */
  run(): CheckResult {
    const progress = new Progress(this.#terminal);
    for (const file of this.#workspace.namedFiles()) {
      this.#files++;
      this.#checkFile(file);
      progress.step();
    }
    progress.end();
    for (const { file, ...checked } of this.#workspace.faultyFiles()) this.#add(this.#nameOf(file), checked);
    return { report: this.#report(), messages: this.#messages };
  }

  #checkFile(file: MarkdownFile): void {
    const reading = readNoteFile(file);
    if (reading.kind === 'other') return;
    const name = this.#nameOf(file.file);
    if (reading.kind === 'unreadable') {
      const problems = atConfiguredLevels([unreadableFile(reading.reason)], file.root.config);
      this.#notes.push(name);
      this.#add(name, { text: '', problems });
      return;
    }
    const note = this.#parse(file, reading.content.text);
    if (!this.#isWanted(note)) return;
    this.#notes.push(name);
    if (note.frontMatter.draft) this.#drafts++;
    this.#add(name, this.#check(file, reading.content, note));
  }

  #parse({ path, root }: MarkdownFile, text: string): Note {
    const defaultProtocol = this.#options.protocol ?? protocolFor(path, root.config);
    return parseNote(text, root.protocols, { defaultProtocol });
  }

  #isWanted({ frontMatter }: Note): boolean {
    const { counselor } = this.#options;
    return counselor === undefined || clientKey(frontMatter.counselor?.value ?? '') === clientKey(counselor);
  }

  /** The problems of a note; where mending was asked for, of what it is after that. */
  #check(file: MarkdownFile, content: DecodedText, note: Note): CheckedText {
    const { config } = file.root;
    const { text } = content;
    const mended = this.#mend(file, text);
    if (mended !== undefined && mended.text !== text && this.#write(file, content, mended.text))
      return mended;
    return { text, problems: validateNote(note, config, surroundingsOf(file.root)) };
  }

  #mend(file: MarkdownFile, text: string): CheckedText | undefined {
    const { fix, scaffold } = this.#options;
    if (!fix && !scaffold) return undefined;
    const parse = (changed: string): Note => this.#parse(file, changed);
    const surroundings = surroundingsOf(file.root);
    const fixed = fix ? fixText(text, parse, file.root.config, surroundings) : undefined;
    const whole = scaffold ? scaffoldText(fixed?.text ?? text, parse, file.root.config, surroundings) : fixed;
    return whole && { text: whole.text, problems: whole.remaining };
  }

  /** Writes a mended note; tells whether that was done. */
  #write({ file }: MarkdownFile, content: DecodedText, text: string): boolean {
    const refusal = rewrite(file, content, text);
    const name = this.#nameOf(file);
    if (refusal === undefined) this.#say(message('check.changed', { file: name }));
    else this.#say(message('check.not-changed', { file: name, reason: render(refusal) }));
    return refusal === undefined;
  }

  #add(name: string, { text, problems }: CheckedText): void {
    if (problems.length === 0) return;
    const lines = indexLines(text);
    for (const problem of problems) {
      const reported = reportProblem(name, lines, problem);
      const { start, end } = lines.lineRange(reported.line - 1);
      const quote = this.#options.quote ? text.slice(start, end).trim() : '';
      this.#problems.push(quote === '' ? reported : { ...reported, quote });
    }
  }

  #nameOf(file: string): string {
    return pathFrom(this.#terminal.directory, file);
  }

  #say(text: Message): void {
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

function surroundingsOf({ protocols }: Root): Surroundings {
  return { language: interfaceLanguage(), protocolIds: protocols.ids };
}

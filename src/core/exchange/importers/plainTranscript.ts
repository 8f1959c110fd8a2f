import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { withoutStamps } from './chatStamps';
import { linesSource, type Source } from './containers/source';
import {
  type Claim,
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import { headParts } from './lineHead';
import { nameIn } from './namesAlone';
import type { PlainLine } from './plainLine';
import { type ReadLine, readLines } from './plainLines';
import { namesBehind, speakersInPlaces, withOtherSigns, withoutAsidesInNames } from './plainSpeakers';
import { PlainTurns } from './plainTurns';
import { mayBeSpeaker, nameWithoutColon, speakerWithin } from './speakerLabel';
import { withStages } from './stageLines';
import { timeOf } from './timeForms';
import { withoutTurnNumbers } from './turnNumbers';

/**
 * Reads plain text with speakers, as programs export it or people type it: `Name: words` or `Name      : words`, with
 * a time before or behind the name or behind the words; a line with a name, a time or both above the words. Lines
 * without a name of their own belong to the turn above; lines before the first turn to nobody. Which names are
 * speakers' the whole file tells (see {@link speakersInPlaces}).
 */
export function* readPlainLines(source: Source, context: ImportContext): Steps<ImportedTranscript> {
  const read = withStages(withoutStamps(yield* readLines(source)), context);
  yield;
  const lines = withoutAsidesInNames(withoutTurnNumbers(withOtherSigns(read, context), context));
  yield;
  const speakers = speakersInPlaces(lines, context);
  const gathered = new Gathered(speakers);
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    gathered.take(line, lines[at + 1]);
  }
  const transcript = gathered.finished();
  if (transcript.cues.some(({ words }) => words !== '')) return transcript;
  // Nobody says anything: every line is nobody's.
  const loose = lines.filter(({ text }) => text !== '');
  const cues = loose.map(({ piece, text }): Cue => ({ ...nobody, words: text, piece, isLoose: true }));
  const claims = lines.flatMap(({ claims: own }) => own);
  return { ...nothingImported, cues, claims, faults: [{ line: 0, reason: message('import.no-turns') }] };
}

/** The same of the lines of a text. Each cue tells where its lines stand in the text, if its line ends are LF. */
export function readPlainText(text: string, context: ImportContext): Steps<ImportedTranscript> {
  return readPlainLines(linesSource(text), context);
}

/** How many lines are taken in one step. */
const LINES_AT_ONCE = 400;
const nobody = { start: undefined, end: undefined, speaker: undefined };

const NAME_WITHOUT_WORDS = message('import.left.no-words');
const STAGE_WITHOUT_WORDS = message('import.left.silent-stages');
const F4_WITHIN = /#\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#/g;

/** What a plain text tells, as its lines come. */
class Gathered {
  readonly #speakers: ReturnType<typeof speakersInPlaces>;
  readonly #preamble: string[] = [];
  readonly #turns = new PlainTurns();
  readonly #claims: Claim[] = [];
  readonly #remarks: ImportFault[] = [];
  /** Lines that may be those of a speaker who says nothing else, of which that can be told only by a person. */
  readonly #unsure: ImportFault[] = [];
  /** Whether names of who was there may stand in the next line. */
  #isAttendees = false;

  constructor(speakers: ReturnType<typeof speakersInPlaces>) {
    this.#speakers = speakers;
  }

  take(line: ReadLine, next: ReadLine | undefined): void {
    for (const own of line.claims) if (own.isLast !== true) this.#claims.push(own);
    if (line.stage === undefined) this.#takeWords(line, next);
    else this.#takeStage(line, line.stage);
    for (const own of line.claims) if (own.isLast === true) this.#claims.push(own);
    if (line.text.includes('#')) this.#takeMarksWithin(line);
    if (line.behind !== undefined && line.read !== undefined) this.#turns.end(line.behind);
  }

  #takeMarksWithin(line: ReadLine): void {
    for (const [mark] of line.text.matchAll(F4_WITHIN))
      if (line.read?.start === undefined && timeOf(mark) !== undefined && !line.text.startsWith(mark))
        this.#remarks.push({ line: line.line, reason: message('import.time-within') });
  }

  #takeWords(line: ReadLine, next: ReadLine | undefined): void {
    const { piece, text, read } = line;
    if (read === undefined) this.#isAttendees = false;
    else if (this.#speakers.isOfHead(line)) this.#claim(line, text, message('import.left.attendees'));
    else if (this.#speakers.areInitials(line)) this.#claim(line, text, message('import.left.initials'));
    else if (this.#speakers.isNameAlone(line)) {
      this.#claim(line, text, 'speaker');
      this.#turns.begin(piece, nameIn(text));
    } else if (read.isTimeAlone && this.#speakers.isMark(line, next)) {
      this.#claim(line, text, 'time');
      this.#turns.takeTime({ start: read.start, end: read.end });
    } else this.#takeTurn(line, read);
  }

  #takeStage({ piece, text }: ReadLine, title: string): void {
    this.#turns.beginStage(piece, title);
    this.#claims.push({ piece, text, as: 'code', isSure: true });
  }

  #takeTurn(line: ReadLine, read: PlainLine): void {
    const { piece, text } = line;
    const isNamed = this.#speakers.isSpeaker(line);
    const words = isNamed ? read.words : read.unnamed;
    const head = text.slice(0, text.length - words.length);
    if (this.#turns.hasAny) this.#takeUnsure(line, read, isNamed);
    if (this.#turns.hasAny || isNamed) this.#takeHidden(line, words, isNamed);
    for (const part of headParts(head, read, isNamed)) this.#claim(line, part.text, part.as);
    if (isNamed || read.isTimed) {
      const times = read.start === undefined ? undefined : { start: read.start, end: read.end };
      this.#turns.begin(piece, isNamed ? read.name : this.#turns.speaker, times);
      if (words === '') return;
    }
    this.#goOn(line, words, line.at + head.length);
  }

  #takeUnsure(line: ReadLine, { name, words, place }: PlainLine, isNamed: boolean): void {
    if (name === undefined) return;
    const isKept = !isNamed && mayBeSpeaker({ name, words, hasColon: place === 'colon' });
    if (isKept) this.#unsure.push({ line: line.line, reason: quoting('import.name-kept', { name }) });
    else if (isNamed && this.#speakers.isUnsure(line))
      this.#unsure.push({ line: line.line, reason: quoting('import.name-taken', { name }) });
  }

  /** Names among words, or before them without a colon, that may be those of speakers. */
  #takeHidden({ line, text }: ReadLine, words: string, isNamed: boolean): void {
    const { isCalled } = this.#speakers;
    const before = isNamed ? undefined : nameWithoutColon(text, isCalled);
    if (before !== undefined)
      this.#remarks.push({ line, reason: quoting('import.name-without-colon', { name: before }) });
    const within = speakerWithin(words, isCalled);
    if (within !== undefined)
      this.#remarks.push({ line, reason: quoting('import.speaker-within', { name: within }) });
  }

  /** Words go on with the turn that is open; above the first one they are nobody's. */
  #goOn(line: ReadLine, text: string, at: number): void {
    if (this.#turns.takesWords) this.#turns.say({ piece: line.piece, text, at });
    else if (this.#isListOfNames(text)) this.#claim(line, text, message('import.left.attendees'));
    else this.#preamble.push(text);
  }

  /** A line above the first turn that lists who was there: the names are those that speakers are not called by. */
  #isListOfNames(text: string): boolean {
    const head = namesBehind(text);
    const rest = text.slice(head);
    const isList = head > 0 || this.#isAttendees;
    this.#isAttendees = head > 0 && rest === '';
    if (!isList || rest === '') return isList && head > 0;
    return rest.length <= 400 && !/[.?!]\s/.test(rest);
  }

  #claim({ piece, isStamped }: ReadLine, text: string, as: Claim['as']): void {
    if (text.trim() !== '')
      this.#claims.push({ piece, text, as, ...(isStamped === true && { isSure: true }) });
  }

  /** What became of all that is no words; names and stages without any are told. */
  #allClaims(): readonly Claim[] {
    const names = this.#turns.silentNames();
    const stages = this.#turns.silentStages();
    if (names.size === 0 && stages.size === 0) return this.#claims;
    return this.#claims.map(claim => {
      if (claim.as === 'speaker' && names.has(claim.piece)) return { ...claim, as: NAME_WITHOUT_WORDS };
      if (claim.as === 'code' && stages.has(claim.piece)) return { ...claim, as: STAGE_WITHOUT_WORDS };
      return claim;
    });
  }

  finished(): ImportedTranscript {
    return {
      ...nothingImported,
      cues: this.#turns.cues(),
      preamble: this.#preamble,
      claims: this.#allClaims(),
      // Where nobody is named a name in each line would be.
      remarks: this.#turns.areNamed ? [...this.#remarks, ...this.#unsure] : this.#remarks,
    };
  }
}

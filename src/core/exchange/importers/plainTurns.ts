import type { Cue } from './importedTranscript';
import type { ReadLine } from './plainLines';
import { PlainStages } from './plainStages';

type Times = Pick<Cue, 'start' | 'end'>;

/** Words that a line has, and where they begin in the text of the file. */
interface SaidWords {
  readonly piece: number;
  readonly text: string;
  readonly at: number;
}

interface Turn extends Pick<Cue, 'start' | 'end' | 'speaker' | 'stage'> {
  readonly piece: number;
  readonly lines: SaidWords[];
}

const noTimes: Times = { start: undefined, end: undefined };

/** The turns of a plain text as they come line by line, and the times and titles of stages that stand apart from them. */
export class PlainTurns {
  readonly #turns: Turn[] = [];
  readonly #stages = new PlainStages();
  /** A time on a line of its own, which is that of what comes next. */
  #pending: Times | undefined;
  /** The last time behind words. */
  #lastEnd: number | undefined;
  /** Whether the last turn has no words yet. */
  #isAwaitingWords = false;

  /** Whether any turn has begun. */
  get hasAny(): boolean {
    return this.#turns.length > 0;
  }

  /** Whether words without a name belong to a turn: one is open, or a time stands above them. */
  get takesWords(): boolean {
    return this.hasAny || this.#pending !== undefined;
  }

  /** Whether any of them is somebody's. */
  get areNamed(): boolean {
    return this.#turns.some(({ speaker }) => speaker !== undefined);
  }

  /** Who speaks, as far as a name was read. */
  get speaker(): string | undefined {
    return this.#turns.at(-1)?.speaker;
  }

  /** Begins a turn; without times of its own it has those that stand alone above it. */
  begin(piece: number, speaker: string | undefined, own?: Times): void {
    const { start, end } = own ?? this.#pending ?? noTimes;
    const last = this.#turns.at(-1);
    // A head that says a second time who speaks and when.
    const isTwice =
      last?.lines.length === 0 &&
      last.speaker === speaker &&
      (last.start === start || last.start === undefined);
    if (isTwice) this.#turns.pop();
    this.#turns.push({ start, end, speaker, piece, lines: [] });
    this.#pending = undefined;
    this.#isAwaitingWords = true;
  }

  /** Takes a title of a stage, which begins with the next words. */
  beginStage(piece: number, title: string): void {
    this.#stages.open({ title, piece, turnsAbove: this.#turns.length });
  }

  /** Takes a time alone: that of the name above it, else of what comes next. */
  takeTime(times: Times): void {
    if (this.#isAwaitingWords && this.#turns.at(-1)?.start === undefined) this.#amend(times);
    else this.#pending = times;
  }

  /** Takes words of the turn that is open; a time or a stage above them begins another one of the same speaker. */
  say(words: SaidWords): void {
    if (this.#pending !== undefined || this.#stages.isBelowLast(this.#turns.length))
      this.begin(words.piece, this.speaker);
    this.#isAwaitingWords = false;
    this.#turns.at(-1)?.lines.push(words);
    const stage = this.#stages.begin();
    if (stage !== undefined) this.#amend({ stage });
  }

  /** Takes a time behind the words. */
  end({ time, isStart }: NonNullable<ReadLine['behind']>): void {
    const open = this.#turns.at(-1);
    if (open === undefined) return;
    this.#amend(
      isStart ? { start: open.start ?? time } : { start: open.start ?? this.#lastEnd ?? 0, end: time },
    );
    this.#lastEnd = time;
  }

  #amend(change: Partial<Turn>): void {
    const last = this.#turns.at(-1);
    if (last !== undefined) this.#turns[this.#turns.length - 1] = { ...last, ...change };
  }

  /** The pieces at which somebody is named who says nothing. */
  silentNames(): ReadonlySet<number> {
    const silent = this.#turns.filter(({ speaker, lines }) => speaker !== undefined && lines.length === 0);
    return new Set(silent.map(({ piece }) => piece));
  }

  /** The pieces that are titles of stages in which nothing is said, once no more words come. */
  silentStages(): ReadonlySet<number> {
    return this.#stages.silent();
  }

  /** The turns with their words. */
  cues(): readonly Cue[] {
    return this.#turns.map(cueOf);
  }
}

function cueOf({ lines, start, end, speaker, piece, stage }: Turn): Cue {
  const said = lines.filter(({ text }) => text !== '');
  const words = said.map(({ text }) => text).join('\n');
  const places = said.map(({ at }) => at);
  return { start, end, speaker, piece, words, places, ...(stage !== undefined && { stage }) };
}

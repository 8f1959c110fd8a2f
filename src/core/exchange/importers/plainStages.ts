/** A stage whose title was read, and no words in it. */
interface OpenStage {
  readonly title: string;
  /** The piece that is its title. */
  readonly piece: number;
  /** How many turns stand above it. */
  readonly turnsAbove: number;
}

/** The stages of a plain text as their titles come between the turns: each begins with the first words below its title. */
export class PlainStages {
  readonly #silent = new Set<number>();
  #open: OpenStage | undefined;

  /** Opens a stage with its title; the one that was open has no words. */
  open(stage: OpenStage): void {
    this.#leaveOpen();
    this.#open = stage;
  }

  /** Whether a title stands below the last of so many turns, and no other turn began since. */
  isBelowLast(turns: number): boolean {
    return turns > 0 && this.#open?.turnsAbove === turns;
  }

  /** The title of the stage that begins with words that come now, if one does. */
  begin(): string | undefined {
    const title = this.#open?.title;
    this.#open = undefined;
    return title;
  }

  /** The pieces that are titles of stages in which nothing is said, once no more words come. */
  silent(): ReadonlySet<number> {
    this.#leaveOpen();
    return this.#silent;
  }

  #leaveOpen(): void {
    if (this.#open !== undefined) this.#silent.add(this.#open.piece);
    this.#open = undefined;
  }
}

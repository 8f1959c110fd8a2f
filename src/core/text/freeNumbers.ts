/** Numbers names apart: a name itself, else the first of those with 2, 3, … that is free. Tries no number twice. */
export class FreeNumbers {
  readonly #last = new Map<string, number>();

  /** A name that is not taken, made of `name` by its number; what is given once is taken from then on. */
  next(
    name: string,
    isTaken: (name: string) => boolean,
    numbered: (name: string, number: number) => string,
  ): string {
    let number = this.#last.get(name) ?? 0;
    let free: string;
    do {
      number++;
      free = number === 1 ? name : numbered(name, number);
    } while (isTaken(free));
    this.#last.set(name, number);
    return free;
  }
}

/** The numbers from 0 to `size - 1` in sets that can be joined; nearly linear in the operations (union–find). */
export class DisjointSets {
  readonly #parents: number[];

  /** Every number in a set of its own. */
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, item) => item);
  }

  /** The smallest member of the set that holds `item`. */
  find(item: number): number {
    let root = item;
    while (this.#parentOf(root) !== root) root = this.#parentOf(root);
    for (let at = item; at !== root; ) {
      const next = this.#parentOf(at);
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const left = this.find(a);
    const right = this.find(b);
    this.#parents[Math.max(left, right)] = Math.min(left, right);
  }

  #parentOf(item: number): number {
    return this.#parents[item] ?? item;
  }
}

import type { When } from './when';

/** What a key is: undefined where it is not set. */
type KeyValue = (key: string) => unknown;

/**
 * Whether a condition of the manifest holds, as far as such conditions are used here: keys, `!`, `==`, `!=`, `>`, `in`,
 * `not in`, `&&`, `||` and brackets.
 */
export function isFulfilled(condition: When, keyValue: KeyValue): boolean {
  if (condition === '') return true;
  const tokens = condition
    .replace(/([()])/g, ' $1 ')
    .replace(/!(?!=)/g, ' ! ')
    .trim()
    .split(/\s+/);
  return new Condition(tokens, keyValue).any();
}

/** A condition, read from left to right. */
class Condition {
  readonly #tokens: readonly string[];
  readonly #keyValue: KeyValue;
  #at = 0;

  constructor(tokens: readonly string[], keyValue: KeyValue) {
    this.#tokens = tokens;
    this.#keyValue = keyValue;
  }

  any(): boolean {
    let holdsAny = this.#all();
    while (this.#takes('||')) holdsAny = this.#all() || holdsAny;
    return holdsAny;
  }

  #all(): boolean {
    let holdsAll = this.#one();
    while (this.#takes('&&')) holdsAll = this.#one() && holdsAll;
    return holdsAll;
  }

  #one(): boolean {
    if (this.#takes('!')) return !this.#one();
    if (this.#takes('(')) {
      const inner = this.any();
      this.#takes(')');
      return inner;
    }
    return this.#compared(this.#keyValue(this.#next()));
  }

  #compared(value: unknown): boolean {
    if (this.#takes('==')) return String(value) === this.#next();
    if (this.#takes('!=')) return String(value) !== this.#next();
    if (this.#takes('>')) return Number(value) > Number(this.#next());
    if (this.#takes('in')) return isIn(value, this.#keyValue(this.#next()));
    if (this.#takes('not')) {
      this.#next();
      return !isIn(value, this.#keyValue(this.#next()));
    }
    return Boolean(value);
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? '';
  }
}

function isIn(value: unknown, list: unknown): boolean {
  return Array.isArray(list) && list.includes(value);
}

import type { Protocol } from '../protocol/schema';
import { compareCodePoints } from '../text/codePointOrder';
import type { ComparedOn, RatedTurn } from './ratedTurns';

/** The roles whose turns count; undefined where those of everybody do. */
export type Roles = ReadonlySet<string> | undefined;

/** What protocols say of codes: their order, and whose turns each applies to. */
export class CodeRoles {
  readonly #roles = new Map<string, readonly string[]>();
  readonly #order: readonly string[];

  /** Of the techniques and codes of `protocols`; of their stages, which apply to everybody, where these are compared. */
  constructor(protocols: readonly Protocol[], on: ComparedOn) {
    for (const { stages, codes } of protocols) {
      const known =
        on === 'stage'
          ? stages.map(({ id }) => ({ id, roles: [] }))
          : [...stages.flatMap(({ techniques }) => techniques), ...codes];
      for (const { id, roles } of known) if (!this.#roles.has(id)) this.#roles.set(id, roles);
    }
    this.#order = [...this.#roles.keys()];
  }

  /** The roles that a code applies to; `otherwise` for one that no protocol has. */
  of(code: string, otherwise: Roles): Roles {
    const roles = this.#roles.get(code);
    if (roles === undefined) return otherwise;
    return roles.length === 0 ? undefined : new Set(roles);
  }

  /** The roles that any of `codes` applies to. A code that no protocol has, such as one misspelt, adds none. */
  ofAny(codes: readonly string[]): Roles {
    const known = codes.flatMap(code => this.#roles.get(code) ?? []);
    const hasKnown = codes.some(code => this.#roles.has(code));
    const isForAll = codes.some(code => this.#roles.get(code)?.length === 0);
    return !hasKnown || isForAll ? undefined : new Set(known);
  }

  /** Of codes in order those that a protocol has, and at most so many others. */
  withFewUnknown(codes: readonly string[], most: number): readonly string[] {
    let unknown = 0;
    return codes.filter(code => this.#roles.has(code) || ++unknown <= most);
  }

  /** The codes in the order of the protocols, then those of none by code point. */
  inOrder(codes: Iterable<string>): readonly string[] {
    const used = new Set(codes);
    const known = this.#order.filter(code => used.delete(code));
    return [...known, ...[...used].sort(compareCodePoints)];
  }
}

/** Whether a turn is one of those that count. */
export function counts({ role }: Pick<RatedTurn, 'role'>, roles: Roles): boolean {
  return roles === undefined || (role !== undefined && roles.has(role));
}

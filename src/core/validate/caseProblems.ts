import type { Case } from '../case/case';
import type { Config } from '../config/config';
import type { ProtocolSet } from '../protocol/protocolSet';
import { type CaseProblem, comparePlaces } from './problem';
import { type ProblemsByPath, validateCase } from './validateCase';

/**
 * The problems that cases bring to their notes, by one configuration and set of protocols. A case is validated when
 * one of its notes is first asked about, and not again as long as it stays the same object.
 */
export class CaseProblems {
  readonly #config: Config;
  readonly #protocols: ProtocolSet;
  readonly #validated = new WeakMap<Case, ProblemsByPath>();

  constructor(config: Config, protocols: ProtocolSet) {
    this.#config = config;
    this.#protocols = protocols;
  }

  /** Those of the note at `path`, which belongs to `cases`, in the order of its text. */
  of(path: string, cases: readonly Case[]): readonly CaseProblem[] {
    const [first = [], ...rest] = cases.map(each => this.#problemsOf(each).get(path) ?? []);
    if (rest.length === 0) return first;
    // What two clients share is said once.
    const distinct = new Map([...first, ...rest.flat()].map(problem => [keyOf(problem), problem]));
    return [...distinct.values()].sort(comparePlaces);
  }

  #problemsOf(ofCase: Case): ProblemsByPath {
    const known = this.#validated.get(ofCase);
    if (known !== undefined) return known;
    const problems = validateCase(ofCase, this.#config, this.#protocols);
    this.#validated.set(ofCase, problems);
    return problems;
  }
}

function keyOf({ rule, range, message }: CaseProblem): string {
  return `${rule} ${range.start} ${JSON.stringify(message)}`;
}

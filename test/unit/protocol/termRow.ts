/** A term of the four-stage protocol with its titles, the one shown first. */
export interface TermRow {
  readonly id: string;
  readonly english: readonly string[];
  readonly indonesian: readonly string[];
}

/** A stage or section, which a note may have to have. */
export interface HeadingRow extends TermRow {
  readonly required: boolean | 'case';
}

/** A stage with its sections. */
export interface StageRow extends HeadingRow {
  readonly sections: readonly HeadingRow[];
}

/** A goal with whose it is. */
export interface GoalRow extends TermRow {
  readonly role: string;
}

/** A technique with the stage that it belongs to. */
export interface TechniqueRow extends TermRow {
  readonly stage: string;
}

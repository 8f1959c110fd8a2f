/** A half-open stretch of a text, in UTF-16 code units from its start; `0 <= start <= end <= text.length`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whole lines of a text, 0-based: from `first` up to the one before `after`; `0 <= first <= after <= lineCount`. */
export interface LineRange {
  readonly first: number;
  readonly after: number;
}

/** Lines of which the first may be there in part: from the offset `from` on, where that is said. */
export interface PartedLines extends LineRange {
  readonly from?: number;
}

/** A stretch as far further on. */
export function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** Whether `offset` lies in `range` or touches one of its ends, as a caret does. */
export function touches(range: TextRange, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}

/** Whether two stretches have something in common, if only an end. */
export function meets(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && a.end >= b.start;
}

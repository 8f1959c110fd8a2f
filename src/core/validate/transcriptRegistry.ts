import type { Rule } from './rule';
import { timestampOrder } from './rules/timestampOrder';
import { unclosedSpan } from './rules/unclosedSpan';
import { unknownCode } from './rules/unknownCode';
import { unknownSpeaker } from './rules/unknownSpeaker';
import { wordsChanged } from './rules/wordsChanged';

/** The rules for the turns of transcripts, in the order of the documentation. */
export const transcriptRules: readonly Rule[] = [
  unknownSpeaker,
  unknownCode,
  unclosedSpan,
  timestampOrder,
  wordsChanged,
];

import { isIsoDate } from './dates';

const GAS = /^([+\-\u2212]?)([0-2])$/;
const WEIGHT = /^\d{1,4}(?:[.,]\d{1,4})?$/;
const REFERENCE = /^\^?([\p{L}\p{N}-]+)$/u;

/** The date of `[due:: …]`: `YYYY-MM-DD`, in the calendar. */
export function dueValue(text: string): string | undefined {
  return isIsoDate(text) ? text : undefined;
}

/** The level of goal attainment of `[gas:: …]`, −2 to 2; a hyphen and a minus sign both serve. */
export function gasValue(text: string): number | undefined {
  const [, sign, digit] = GAS.exec(text) ?? [];
  if (digit === undefined) return undefined;
  const level = Number(digit);
  return sign === '' || sign === '+' || level === 0 ? level : -level;
}

/** The weight of `[weight:: …]` in Goal Attainment Scaling: a decimal number above 0; a comma serves as the point. */
export function weightValue(text: string): number | undefined {
  const weight = WEIGHT.test(text) ? Number(text.replace(',', '.')) : 0;
  return weight > 0 ? weight : undefined;
}

/** The id that `[replaces:: ^old]` names, without the caret. */
export function referenceValue(text: string): string | undefined {
  return REFERENCE.exec(text)?.[1];
}

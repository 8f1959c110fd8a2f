import type { Agreement, CodeAgreement, Coverage } from '../../core/agreement/agreement';
import type { Interval, Measures } from '../../core/agreement/bootstrap';
import type { Estimate } from '../../core/agreement/coefficients';
import { type CsvOptions, type CsvValue, csvText } from '../../core/text/csv';
import { visible } from '../terminal';

const header = [
  'scope',
  'transcript',
  'code',
  'on',
  'unit',
  'uncoded',
  'units',
  'coded_by_all',
  'coded_by_some',
  'coded_by_none',
  'percent',
  'percent_low',
  'percent_high',
  'kappa',
  'kappa_low',
  'kappa_high',
  'alpha',
  'alpha_low',
  'alpha_high',
  'ac1',
  'ac1_low',
  'ac1_high',
  'undefined',
];

type Row = readonly CsvValue[];

/**
 * The measures as CSV (RFC 4180, in UTF-8): a row for each reading overall, each transcript and each code, with a column
 * for each rater's count of a code. What the columns hold is documented in docs/agreement.md.
 */
export function formatAgreementCsv(agreement: Agreement, csv: CsvOptions): string {
  const { raters, options, overall, units, coverage, transcripts, codes, byRole } = agreement;
  const rows: readonly Row[] = [
    ...(['missing', 'value'] as const).map(uncoded => [
      'overall',
      undefined,
      undefined,
      ...[options.on, options.unit, uncoded, units],
      ...coverageFields(coverage),
      ...measureFields(overall[uncoded]),
      ...raters.map(() => undefined),
    ]),
    ...transcripts.map(of => [
      'transcript',
      of.rated.id,
      undefined,
      ...[options.on, options.unit, options.uncoded, of.units],
      ...coverageFields(of.coverage),
      ...measureFields(of.measures),
      ...raters.map(() => undefined),
    ]),
    ...byRole.map(({ role, units: own, measures }) => [
      'role',
      undefined,
      role,
      ...[options.on, options.unit, options.uncoded, own],
      ...[undefined, undefined, undefined],
      ...measureFields(measures),
      ...raters.map(() => undefined),
    ]),
    ...codes.map(code => codeRow(code, agreement)),
  ];
  const counts = raters.map(rater => `count_${rater}`);
  return csvText(
    [[...header, ...counts], ...rows].map(row => row.map(safe)),
    csv,
  );
}

/** An uncoded unit is one without the code: how it is read changes nothing. */
function codeRow({ code, units, count, measures }: CodeAgreement, { options }: Agreement): Row {
  return [
    'code',
    undefined,
    code,
    ...[options.on, options.unit, undefined, units],
    ...[undefined, undefined, undefined],
    ...measureFields(measures),
    ...count,
  ];
}

function coverageFields({ all, some, none }: Coverage): Row {
  return [all, some, none];
}

function measureFields({ percent, kappa, alpha, ac1 }: Measures): Row {
  const fields = [percent, kappa, alpha, ac1].flatMap(({ estimate, interval }) => [
    value(estimate),
    ...limits(interval),
  ]);
  return [
    ...fields,
    reasons({
      percent: percent.estimate,
      kappa: kappa.estimate,
      alpha: alpha.estimate,
      ac1: ac1.estimate,
    }),
  ];
}

function value(estimate: Estimate): CsvValue {
  return typeof estimate === 'number' ? estimate : undefined;
}

function limits(interval: Interval): Row {
  return typeof interval === 'string' ? [undefined, undefined] : interval;
}

function reasons(estimates: Readonly<Record<string, Estimate>>): CsvValue {
  const undefinedOnes = Object.entries(estimates).filter(([, estimate]) => typeof estimate === 'string');
  return undefinedOnes.map(([name, reason]) => `${name}: ${reason}`).join('; ') || undefined;
}

function safe(field: CsvValue): CsvValue {
  return typeof field === 'string' ? visible(field) : field;
}

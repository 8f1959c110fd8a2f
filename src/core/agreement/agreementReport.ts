import type { Renderer } from '../describe/markdown';
import { message } from '../message';
import { compareCodePoints } from '../text/codePointOrder';
import type { Agreement, Confusion, ConfusionCell, Coverage, Uncoded } from './agreement';
import { type Estimated, type Interval, type Measures, resamples, seed } from './bootstrap';
import type { Estimate } from './coefficients';
import { versionsByRater } from './pairVersions';
import type { UsedCodebook } from './provenance';
import { lineOfTurn, type VersionPlace } from './version';

/** A report for people, before it is laid out: texts and tables. */
export interface Report {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** A part of a report with a heading of its own. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: Table | undefined;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell; where `place` is given, it leads there. */
export interface Cell {
  readonly text: string;
  readonly place?: VersionPlace;
}

/** What stands for nothing: no code, no value. */
const NOTHING = '–';
const percentDigits = 1;
const digits = 3;
const intervalDigits = 2;
const SHORT_HASH = 12;
/** More hashes of transcripts are not shown; the JSON has all. */
const MOST_HASHES = 10;
/** With more values a table is too wide to be read. */
const MOST_VALUES = 12;
/** More disagreements of two raters are not shown. */
const MOST_SHOWN = 20;

/** How far raters agree, for people: coverage first, then the measures, then what is to be talked about. */
export function agreementReport(agreement: Agreement, voice: Renderer): Report {
  const { say } = voice;
  return {
    title: say(message('agree.title', { raters: agreement.raters.join(', ') })),
    lines: [
      summary(agreement, voice),
      coverageLine(agreement.coverage, voice),
      ...agreement.codebooks.map(each => codebookLine(each, voice)),
      wordsLine(agreement, voice),
    ],
    sections: [
      overall(agreement, voice),
      ...(hasSeveral(agreement) ? [sets(agreement, voice)] : []),
      ...(agreement.byRole.length === 0 ? [] : [byRole(agreement, voice)]),
      codes(agreement, voice),
      transcripts(agreement, voice),
      ...agreement.confusions.map(each => confusion(each, voice)),
      disagreements(agreement, voice),
    ],
  };
}

function summary({ options, roles, units, transcripts: { length } }: Agreement, { say }: Renderer): string {
  const whose =
    roles === undefined
      ? say(message('agree.roles-all'))
      : say(message('agree.roles', { roles: roles.join(', ') }));
  return [
    say(message(`agree.on-${options.on}`)),
    say(message(`agree.units-${options.unit}`, { units })),
    whose,
    say(message('agree.transcripts', { count: length })),
  ].join(' · ');
}

function coverageLine({ all, some, none, outside }: Coverage, { say }: Renderer): string {
  const coverage = say(message('agree.coverage', { all, some, none }));
  return outside === 0 ? coverage : `${coverage} · ${say(message('agree.outside', { units: outside }))}`;
}

function overall({ overall: readings, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  const row = (reading: Uncoded): readonly Cell[] => {
    const name = say(message(`agree.uncoded-${reading}`));
    return cells([
      reading === options.uncoded ? `${name} *` : name,
      ...measureCells(readings[reading], voice),
    ]);
  };
  return {
    title: say(message('agree.overall')),
    lines: [
      say(
        message(
          options.cluster === 'transcript' ? 'agree.interval-note-transcripts' : 'agree.interval-note',
          { count: resamples, seed },
        ),
      ),
    ],
    table: {
      head: [say(message('agree.uncoded')), ...measureHeads(voice)],
      rows: [row('missing'), row('value')],
    },
  };
}

function codebookLine({ protocol, version, hash }: UsedCodebook, { say }: Renderer): string {
  const short = hash.slice(0, SHORT_HASH);
  return version === undefined
    ? say(message('agree.codebook-unversioned', { protocol, hash: short }))
    : say(message('agree.codebook', { protocol, version, hash: short }));
}

function wordsLine({ transcripts: all }: Agreement, { say }: Renderer): string {
  const shown = all
    .slice(0, MOST_HASHES)
    .map(({ words }) => words.replace('sha256-', '').slice(0, SHORT_HASH));
  const more = all.length > MOST_HASHES ? ` … (${all.length})` : '';
  return say(message('agree.words-hashes', { hashes: shown.join(', ') + more }));
}

/** Whether some rater gave several codes to one unit. */
function hasSeveral({ sets: ofSets, confusions }: Agreement): boolean {
  const isSeveral = ({ row, column }: ConfusionCell): boolean => row.length > 1 || column.length > 1;
  return ofSets !== undefined && confusions.some(({ cells: all }) => all.some(isSeveral));
}

function sets({ sets: all, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  const row = (reading: Uncoded): readonly Cell[] => {
    const name = say(message(`agree.uncoded-${reading}`));
    const { jaccard, masi } = all?.[reading] ?? { jaccard: 'no-pairs', masi: 'no-pairs' };
    return cells([
      reading === options.uncoded ? `${name} *` : name,
      estimateText(jaccard, voice),
      estimateText(masi, voice),
    ]);
  };
  return {
    title: say(message('agree.sets')),
    lines: [say(message('agree.sets-note'))],
    table: {
      head: [say(message('agree.uncoded')), say(message('agree.jaccard')), say(message('agree.masi'))],
      rows: [row('missing'), row('value')],
    },
  };
}

function byRole({ byRole: all, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  return {
    title: say(message('agree.by-role')),
    lines: [],
    table: {
      head: [say(message('agree.role')), say(message(`agree.unit-${options.unit}`)), ...measureHeads(voice)],
      rows: all.map(({ role, units, measures }) =>
        cells([role ?? NOTHING, String(units), ...measureCells(measures, voice)]),
      ),
    },
  };
}

function codes({ codes: all, codesLeftOut, raters, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  const rows = all.map(({ code, units, measures, count }) =>
    cells([code, String(units), ...measureCells(measures, voice), ...count.map(String)]),
  );
  return {
    title: say(message(options.on === 'stage' ? 'agree.stages' : 'agree.codes')),
    lines: codesLeftOut === 0 ? [] : [say(message('agree.codes-left-out', { count: codesLeftOut }))],
    table: {
      head: [
        say(message(options.on === 'stage' ? 'agree.stage' : 'agree.code')),
        say(message(`agree.unit-${options.unit}`)),
        ...measureHeads(voice),
        ...raters,
      ],
      rows,
    },
  };
}

function transcripts({ transcripts: all, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  const rows = all.map(({ rated, units, coverage: { all: byAll, some, none }, measures }) =>
    cells([rated.id, String(units), `${byAll} / ${some} / ${none}`, ...measureCells(measures, voice)]),
  );
  return {
    title: say(message('agree.by-transcript')),
    lines: [],
    table: {
      head: [
        say(message('agree.transcript')),
        say(message(`agree.unit-${options.unit}`)),
        say(message('agree.coverage-head')),
        ...measureHeads(voice),
      ],
      rows,
    },
  };
}

function confusion({ raters: [first, second], cells: all }: Confusion, voice: Renderer): ReportSection {
  const { say } = voice;
  const title = say(message('agree.confusion', { rows: first, columns: second }));
  const values = valuesIn(all);
  if (values.length > MOST_VALUES) return confusedMost(title, all, [first, second], voice);
  const places = new Map(values.map((value, place) => [keyOf(value), place] as const));
  const counts = values.map(() => values.map(() => 0));
  for (const { row, column, units } of all) {
    const line = counts[places.get(keyOf(row)) ?? 0];
    if (line !== undefined) line[places.get(keyOf(column)) ?? 0] = units;
  }
  // Values stand beside the rows; over the columns stand their numbers, so that the table keeps narrow.
  const rows = counts.map((row, at) =>
    cells([
      `${at + 1} ${setText(values[at] ?? [])}`,
      ...row.map(count => (count === 0 ? '·' : String(count))),
    ]),
  );
  return {
    title,
    lines: [],
    table: { head: [first, ...values.map((_, at) => String(at + 1))], rows },
  };
}

/** The values of two raters; the empty set comes last, behind every code. */
function valuesIn(all: readonly ConfusionCell[]): readonly (readonly string[])[] {
  const byKey = new Map(
    all.flatMap(({ row, column }) => [row, column]).map(value => [keyOf(value), value] as const),
  );
  return [...byKey]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compareCodePoints(a, b))
    .map(([, value]) => value);
}

function confusedMost(
  title: string,
  all: readonly ConfusionCell[],
  raters: readonly [string, string],
  { say }: Renderer,
): ReportSection {
  const differing = all.filter(({ row, column }) => keyOf(row) !== keyOf(column));
  const shown = differing.slice(0, MOST_SHOWN);
  const left = differing.length - shown.length;
  return {
    title,
    lines: left === 0 ? [] : [say(message('agree.more-disagreements', { count: left }))],
    table: {
      head: [say(message('agree.units')), ...raters],
      rows: shown.map(({ row, column, units }) => cells([String(units), setText(row), setText(column)])),
    },
  };
}

function keyOf(value: readonly string[]): string {
  return value.join(' ');
}

function disagreements({ disagreements: all, raters }: Agreement, { say }: Renderer): ReportSection {
  const rows = all.map(({ rated, turn, codes: applied }) => {
    const versions = versionsByRater(rated, raters);
    const places = versions.map((version, rater): Cell => {
      const set = applied[rater];
      if (version === undefined || set === undefined) return { text: NOTHING };
      return {
        text: `${lineOfTurn(version, turn) + 1}: ${setText(set)}`,
        place: { version, turn },
      };
    });
    return [{ text: rated.id }, ...places];
  });
  return {
    title: say(message('agree.disagreements', { count: all.length })),
    lines: all.length === 0 ? [say(message('agree.no-disagreement'))] : [say(message('agree.lines-note'))],
    table: all.length === 0 ? undefined : { head: [say(message('agree.transcript')), ...raters], rows },
  };
}

function setText(codesOfUnit: readonly string[]): string {
  return codesOfUnit.length === 0 ? NOTHING : codesOfUnit.join(', ');
}

function measureHeads({ say }: Renderer): readonly string[] {
  return [message('agree.percent'), message('agree.kappa'), message('agree.alpha'), message('agree.ac1')].map(
    say,
  );
}

function measureCells({ percent, kappa, alpha, ac1 }: Measures, voice: Renderer): readonly string[] {
  const inPercent = (share: number): string => numberText(100 * share, percentDigits, voice);
  return [
    percentText(percent.estimate, voice) + intervalText(percent.interval, inPercent),
    measureText(kappa, voice),
    measureText(alpha, voice),
    measureText(ac1, voice),
  ];
}

function measureText({ estimate, interval }: Estimated, voice: Renderer): string {
  const limit = (value: number): string => numberText(value, intervalDigits, voice);
  return estimateText(estimate, voice) + intervalText(interval, limit);
}

function intervalText(interval: Interval, limit: (value: number) => string): string {
  return typeof interval === 'string' ? '' : ` [${interval.map(limit).join('; ')}]`;
}

function percentText(estimate: Estimate, voice: Renderer): string {
  if (typeof estimate !== 'number') return estimateText(estimate, voice);
  return `${numberText(100 * estimate, percentDigits, voice)} %`;
}

function estimateText(estimate: Estimate, voice: Renderer): string {
  if (typeof estimate === 'number') return numberText(estimate, digits, voice);
  return `${NOTHING} ${voice.say(message(`agree.why-${estimate}`))}`;
}

/** As the language of the interface writes it. */
function numberText(value: number, fraction: number, { language }: Renderer): string {
  // Rounded first, so that what is nearly nothing is 0 and not -0.
  const rounded = Number(value.toFixed(fraction)) + 0;
  return rounded.toLocaleString(language, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
}

function cells(texts: readonly string[]): readonly Cell[] {
  return texts.map(text => ({ text }));
}

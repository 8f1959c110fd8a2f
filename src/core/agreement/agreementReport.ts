import type { Renderer } from '../describe/markdown';
import { message } from '../message';
import type { Agreement, Confusion, Coverage, Uncoded } from './agreement';
import type { Interval, Measure, Measures } from './bootstrap';
import type { Estimate } from './coefficients';
import { versionsByRater } from './pairVersions';
import { lineOfTurn, type VersionPlace } from './version';

/** A report for people, before it is laid out: texts and tables. */
export interface Report {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly ReportSection[];
}

interface ReportSection {
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

/** How far raters agree, for people: coverage first, then the measures, then what is to be talked about. */
export function agreementReport(agreement: Agreement, voice: Renderer): Report {
  const { say } = voice;
  return {
    title: say(message('agree.title', { raters: agreement.raters.join(', ') })),
    lines: [summary(agreement, voice), coverageLine(agreement.coverage, voice)],
    sections: [
      overall(agreement, voice),
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
    lines: [say(message('agree.interval-note'))],
    table: {
      head: [say(message('agree.uncoded')), ...measureHeads(voice)],
      rows: [row('missing'), row('value')],
    },
  };
}

function codes({ codes: all, codesLeftOut, raters, options }: Agreement, voice: Renderer): ReportSection {
  const { say } = voice;
  const rows = all.map(({ code, units, percent, kappa, alpha, alphaInterval, count }) =>
    cells([
      code,
      String(units),
      percentText(percent, voice),
      estimateText(kappa, voice),
      measureText({ estimate: alpha, interval: alphaInterval }, voice),
      ...count.map(String),
    ]),
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

/** Values stand beside the rows; over the columns stand their numbers, so that the table keeps narrow. */
function confusion(
  { raters: [first, second], values, counts, leftOut }: Confusion,
  { say }: Renderer,
): ReportSection {
  const title = say(message('agree.confusion', { rows: first, columns: second }));
  if (leftOut !== undefined)
    return { title, lines: [say(message('agree.too-many-values', { count: leftOut }))], table: undefined };
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
  return [message('agree.percent'), message('agree.kappa'), message('agree.alpha')].map(say);
}

function measureCells({ percent, kappa, alpha }: Measures, voice: Renderer): readonly string[] {
  const inPercent = (share: number): string => numberText(100 * share, percentDigits, voice);
  return [
    percentText(percent.estimate, voice) + intervalText(percent.interval, inPercent),
    measureText(kappa, voice),
    measureText(alpha, voice),
  ];
}

function measureText({ estimate, interval }: Measure, voice: Renderer): string {
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

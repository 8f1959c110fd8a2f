import type { Agreement, CodeAgreement, Coverage, Disagreement, TranscriptAgreement } from './agreement';
import { type Interval, type Measures, resamples, seed } from './bootstrap';
import type { Estimate } from './coefficients';
import { versionsByRater } from './pairVersions';
import type { SetAgreement } from './setDistance';
import { lineOfTurn } from './version';

/**
 * How far raters agree, for programs: the shape that docs/agreement.md documents. Shares are from 0 to 1, lines count
 * from 1. A measure that is undefined is null, and `why` says the reason by the name of the measure.
 */
export function agreementJson(agreement: Agreement): object {
  const { options, raters, roles, overall } = agreement;
  return {
    on: options.on,
    unit: options.unit,
    uncoded: options.uncoded,
    raters,
    units: agreement.units,
    cluster: options.cluster ?? 'turn',
    samples: resamples,
    seed,
    codebooks: agreement.codebooks.map(({ protocol, version, hash }) => ({
      protocol,
      version: version ?? null,
      hash,
    })),
    coverage: coverageJson(agreement.coverage),
    overall: measuresJson(overall[options.uncoded]),
    codes: agreement.codes.map(codeJson),
    byRole: agreement.byRole.map(({ role, units, measures }) => ({
      role: role ?? null,
      units,
      ...measuresJson(measures),
    })),
    sets: agreement.sets === undefined ? null : setsJson(agreement.sets),
    transcripts: agreement.transcripts.map(transcriptJson),
    disagreements: agreement.disagreements.map(each => disagreementJson(each, raters)),
    readings: { missing: measuresJson(overall.missing), value: measuresJson(overall.value) },
    confusion: agreement.confusions,
    roles: roles ?? null,
    codesLeftOut: agreement.codesLeftOut,
  };
}

function coverageJson({ all, some, none, outside }: Coverage): object {
  return { all, some, none, outside };
}

function setsJson(sets: NonNullable<Agreement['sets']>): object {
  const of = ({ jaccard, masi }: SetAgreement): object => ({
    ...estimatesJson({ jaccard, masi }),
    ...why({ jaccard, masi }),
  });
  return { missing: of(sets.missing), value: of(sets.value) };
}

function measuresJson({ percent, kappa, alpha, ac1 }: Measures): object {
  return {
    ...estimatesJson({
      percent: percent.estimate,
      kappa: kappa.estimate,
      alpha: alpha.estimate,
      ac1: ac1.estimate,
    }),
    alphaInterval: intervalJson(alpha.interval),
    percentInterval: intervalJson(percent.interval),
    kappaInterval: intervalJson(kappa.interval),
    ac1Interval: intervalJson(ac1.interval),
    ...why({
      percent: percent.estimate,
      kappa: kappa.estimate,
      alpha: alpha.estimate,
      ac1: ac1.estimate,
      ac1Interval: ac1.interval,
      percentInterval: percent.interval,
      kappaInterval: kappa.interval,
      alphaInterval: alpha.interval,
    }),
  };
}

function codeJson({ code, units, measures, count }: CodeAgreement): object {
  return { code, count, units, ...measuresJson(measures) };
}

function transcriptJson({ rated, units, coverage, measures, words }: TranscriptAgreement): object {
  return {
    transcript: rated.id,
    raters: rated.versions.map(({ rater }) => rater),
    files: rated.versions.map(({ file }) => file),
    words,
    units,
    coverage: coverageJson(coverage),
    ...measuresJson(measures),
  };
}

function disagreementJson({ rated, turn, codes }: Disagreement, raters: readonly string[]): object {
  const versions = versionsByRater(rated, raters);
  return {
    file: rated.versions[0].file,
    lines: versions.map(version => (version === undefined ? null : lineOfTurn(version, turn) + 1)),
    codes: codes.map(applied => applied ?? null),
    transcript: rated.id,
    files: versions.map(version => version?.file ?? null),
  };
}

function estimatesJson(estimates: Readonly<Record<string, Estimate>>): object {
  const values = Object.entries(estimates).map(([name, estimate]) => [
    name,
    typeof estimate === 'number' ? estimate : null,
  ]);
  return Object.fromEntries(values);
}

function intervalJson(interval: Interval): readonly [number, number] | null {
  return typeof interval === 'string' ? null : interval;
}

/** The reasons of what is undefined; nothing where all is defined. */
function why(results: Readonly<Record<string, Estimate | Interval>>): object {
  const reasons = Object.entries(results).filter(([, result]) => typeof result === 'string');
  return reasons.length === 0 ? {} : { why: Object.fromEntries(reasons) };
}

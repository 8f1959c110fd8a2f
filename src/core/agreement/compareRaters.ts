import { compareCodePoints } from '../text/codePointOrder';
import type {
  Agreement,
  AgreementOptions,
  CodeAgreement,
  RoleAgreement,
  TranscriptAgreement,
  Uncoded,
} from './agreement';
import { type AlikeTurns, gatherAlike } from './alikeTurns';
import { type Measures, measure } from './bootstrap';
import { CodeRoles, counts, type Roles } from './codeRoles';
import { confusionsOf } from './confusion';
import { coverageOf, unitsIn } from './coverage';
import { disagreementsIn } from './disagreements';
import { ratersOf } from './pairVersions';
import { codebooksUsed, saidHash } from './provenance';
import { ratedTurns, type Stretch } from './ratedTurns';
import { tabulate } from './ratingTable';
import { setAgreement } from './setDistance';
import type { RatedTranscript } from './version';

/** What one rater says of a unit, made of the codes applied to it; undefined where that is nothing. */
type ToValue = (codes: readonly string[]) => string | undefined;

/** All turns are looked at for each code; those that no protocol has are as many as somebody writes. */
const MOST_UNKNOWN_CODES = 100;
/** Between the codes of a value; no code has one. */
const JOINT = ' ';

const readings: Readonly<Record<Uncoded, ToValue>> = {
  missing: codes => (codes.length === 0 ? undefined : codes.join(JOINT)),
  value: codes => codes.join(JOINT),
};

/**
 * Compares raters over transcripts (see `pairVersions`). Overall, the value of a unit is the set of its codes, both
 * with uncoded units missing and with them as a value of their own; for each code, a unit has it or has it not.
 * Measures over several transcripts are of all their units together; a rater who has no version of one has no values
 * in it. The order of the versions changes nothing.
 *
 * Yields now and then, so that the caller can let others work in between.
 */
export function* compareRaters(
  transcripts: readonly RatedTranscript[],
  options: AgreementOptions,
): Generator<undefined, Agreement> {
  const raters = ratersOf(transcripts);
  const turns = transcripts.flatMap(rated => ratedTurns(rated, raters, options.on, options.unit));
  const every =
    options.cluster === 'transcript'
      ? transcripts.flatMap((rated, cluster) =>
          gatherAlike(turns.filter(turn => turn.rated === rated)).map(each => ({ ...each, cluster })),
        )
      : gatherAlike(turns);
  const codeRoles = new CodeRoles(protocolsOf(transcripts), options.on);
  const used = codeRoles.inOrder(codesIn(every));
  const roles = options.roles === undefined ? codeRoles.ofAny(used) : new Set(options.roles);
  const counted = every.filter(each => counts(each, roles));
  const missing = yield* measureTurns(counted, raters, readings.missing);
  // Where every unit has codes, both readings are the same.
  const isAllCoded = counted.every(({ stretches }) =>
    stretches.every(({ codes }) => codes.every(applied => applied === undefined || applied.length > 0)),
  );
  const overall = {
    missing,
    value: isAllCoded ? missing : yield* measureTurns(counted, raters, readings.value),
  };
  const sets = setAgreement(counted, 'missing');
  const byRole = yield* compareOnRoles(counted, raters, options);
  const codes: CodeAgreement[] = [];
  const inUse = codeRoles.inOrder(codesIn(counted));
  const compared = codeRoles.withFewUnknown(inUse, MOST_UNKNOWN_CODES);
  for (const code of compared) {
    const own = options.roles === undefined ? codeRoles.of(code, roles) : roles;
    codes.push(yield* compareOnCode(code, every, own, raters));
  }
  const ofTranscripts: TranscriptAgreement[] = [];
  // What is so of all is so of the only one.
  const known = transcripts.length === 1 && options.cluster !== 'transcript' ? overall : undefined;
  for (const rated of transcripts)
    ofTranscripts.push(yield* compareOnTranscript(rated, roles, options, known?.[options.uncoded]));
  return {
    options,
    raters,
    roles: roles && [...roles].sort(),
    units: unitsIn(counted),
    coverage: coverageOf(every, roles),
    overall,
    sets:
      options.on === 'stage'
        ? undefined
        : { missing: sets, value: isAllCoded ? sets : setAgreement(counted, 'value') },
    byRole,
    codebooks: codebooksUsed(transcripts),
    codes,
    codesLeftOut: inUse.length - compared.length,
    transcripts: ofTranscripts,
    confusions: confusionsOf(counted, raters),
    disagreements: disagreementsIn(turns.filter(turn => counts(turn, roles))),
  };
}

/** For each role that speaks, where there are several. */
function* compareOnRoles(
  counted: readonly AlikeTurns[],
  raters: readonly string[],
  options: AgreementOptions,
): Generator<undefined, readonly RoleAgreement[]> {
  const byRole: RoleAgreement[] = [];
  const spoken = [...new Set(counted.map(({ role }) => role))].sort(compareRoles);
  for (const role of spoken.length > 1 ? spoken : []) {
    const own = counted.filter(each => each.role === role);
    byRole.push({
      role,
      units: unitsIn(own),
      measures: yield* measureTurns(own, raters, readings[options.uncoded]),
    });
  }
  return byRole;
}

/** Does work that yields now and then in one go. */
export function allAtOnce<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function* measureTurns(
  alike: readonly AlikeTurns[],
  raters: readonly string[],
  toValue: ToValue,
): Generator<undefined, Measures> {
  const said = alike.filter(({ stretches }) => stretches.length > 0);
  const ratingsOf = ({ stretches }: AlikeTurns, times: number) =>
    stretches.map(({ units, codes }) => ({
      units: units * times,
      values: codes.map(applied => applied && toValue(applied)),
    }));
  const whole = new Map<number, AlikeTurns[]>();
  for (const each of said) {
    if (each.cluster === undefined) continue;
    whole.set(each.cluster, [...(whole.get(each.cluster) ?? []), each]);
  }
  const clusters = [
    ...said
      .filter(({ cluster }) => cluster === undefined)
      .map(each => ({ ratings: ratingsOf(each, 1), clusters: each.turns })),
    ...[...whole.values()].map(own => ({
      ratings: own.flatMap(each => ratingsOf(each, each.turns)),
      clusters: 1,
    })),
  ];
  return yield* measure(tabulate(raters.length, clusters));
}

function* compareOnCode(
  code: string,
  every: readonly AlikeTurns[],
  roles: Roles,
  raters: readonly string[],
): Generator<undefined, CodeAgreement> {
  const counted = every.filter(each => counts(each, roles));
  const measures = yield* measureTurns(counted, raters, codes =>
    codes.includes(code) ? 'present' : 'absent',
  );
  const count = raters.map((_, rater) =>
    unitsIn(counted.map(each => ({ ...each, stretches: each.stretches.filter(hasCode(code, rater)) }))),
  );
  return {
    code,
    units: unitsIn(counted),
    measures,
    count,
  };
}

/** Only the raters of the transcript are compared on it: where these are two, κ is defined. */
function* compareOnTranscript(
  rated: RatedTranscript,
  roles: Roles,
  { on, unit, uncoded }: AgreementOptions,
  known: Measures | undefined,
): Generator<undefined, TranscriptAgreement> {
  const raters = ratersOf([rated]);
  const every = gatherAlike(ratedTurns(rated, raters, on, unit));
  const counted = every.filter(each => counts(each, roles));
  return {
    rated,
    units: unitsIn(counted),
    coverage: coverageOf(every, roles),
    words: saidHash(rated),
    measures: known ?? (yield* measureTurns(counted, raters, readings[uncoded])),
  };
}

/** Those without a role last. */
function compareRoles(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareCodePoints(a, b);
}

function hasCode(code: string, rater: number): (stretch: Stretch) => boolean {
  return ({ codes }) => codes[rater]?.includes(code) ?? false;
}

function protocolsOf(transcripts: readonly RatedTranscript[]) {
  return transcripts.flatMap(({ versions }) => versions.flatMap(({ protocol }) => protocol ?? []));
}

function codesIn(alike: readonly AlikeTurns[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { stretches } of alike) {
    for (const { codes } of stretches) for (const code of codes.flatMap(each => each ?? [])) found.add(code);
  }
  return found;
}

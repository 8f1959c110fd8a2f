import { clientKey } from '../case/clientKey';
import type { Protocol } from '../protocol/schema';
import type { Agreement } from './agreement';
import type { RatedTranscript, Version } from './version';

/**
 * The same agreement without words that raters wrote: a rater and a transcript are called by their first file, a code
 * that no protocol has by the place where it is first applied (`file:line:column`, from 1). Order and numbers stay.
 */
export function namedByPlace(agreement: Agreement): Agreement {
  const rated = agreement.transcripts.map(each => each.rated);
  const raters = rated.flatMap(({ versions }) => versions);
  const rater = firstOf(raters.map(version => [clientKey(version.rater), version.file]));
  const raterOf = (name: string): string => rater.get(clientKey(name)) ?? '';
  const transcripts = new Map(rated.map(each => [each, transcriptByPlace(each, raterOf)] as const));
  const transcriptOf = (each: RatedTranscript): RatedTranscript => transcripts.get(each) ?? each;
  const roles = new Set(raters.flatMap(({ protocol }) => protocol?.roles.map(({ id }) => id) ?? []));
  const roleOf = (role: string | undefined) => (role !== undefined && roles.has(role) ? role : undefined);
  const codeOf = agreement.options.on === 'stage' ? (stage: string) => stage : codesByPlace(raters);
  return {
    ...agreement,
    raters: agreement.raters.map(raterOf),
    byRole: agreement.byRole.map(each => ({ ...each, role: roleOf(each.role) })),
    codes: agreement.codes.map(each => ({ ...each, code: codeOf(each.code) })),
    transcripts: agreement.transcripts.map(each => ({ ...each, rated: transcriptOf(each.rated) })),
    confusions: agreement.confusions.map(({ raters: [first, second], cells }) => ({
      raters: [raterOf(first), raterOf(second)],
      cells: cells.map(({ row, column, units }) => ({
        row: row.map(codeOf),
        column: column.map(codeOf),
        units,
      })),
    })),
    disagreements: agreement.disagreements.map(each => ({
      ...each,
      rated: transcriptOf(each.rated),
      codes: each.codes.map(applied => applied?.map(codeOf)),
    })),
  };
}

function transcriptByPlace(
  { versions: [first, second, ...others] }: RatedTranscript,
  raterOf: (name: string) => string,
): RatedTranscript {
  const named = (version: Version): Version => ({ ...version, rater: raterOf(version.rater) });
  return { id: first.file, versions: [named(first), named(second), ...others.map(named)] };
}

/**
 * What a code is called without words of who applied it: by its id where a protocol has it, else by the place where
 * it is first applied.
 */
export function codesByPlace(versions: readonly Version[]): (code: string) => string {
  const known = new Set(versions.flatMap(({ protocol }) => (protocol === undefined ? [] : idsOf(protocol))));
  const places = versions.flatMap(({ file, lines, transcript }) =>
    transcript.turns.flatMap(({ codes, spans }) =>
      [...spans.flatMap(span => span.codes), ...codes]
        .filter(({ code }) => !known.has(code))
        .map(({ code, range }): readonly [string, string] => {
          const { line, character } = lines.positionAt(range.start);
          return [code, `${file}:${line + 1}:${character + 1}`];
        }),
    ),
  );
  const first = firstOf(places);
  return code => first.get(code) ?? code;
}

function idsOf({ stages, codes }: Protocol): readonly string[] {
  return [...stages.flatMap(({ techniques }) => techniques), ...codes].map(({ id }) => id);
}

/** The first value of each key. */
function firstOf(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map([...entries].reverse());
}

import type { CodeTerm } from '../../protocol/codebook';
import type { CompiledProtocol } from '../../protocol/compiledProtocol';
import type { ProtocolSet } from '../../protocol/protocolSet';
import type { Protocol } from '../../protocol/schema';
import { titlesIn } from '../../protocol/title';
import { comparable } from '../../text/comparable';
import type { Cue, ImportedTranscript } from './importedTranscript';

/** A transcript whose codes are those of a codebook beside the note format, and that codebook. */
interface WithCodebook {
  readonly read: ImportedTranscript;
  /** Undefined where the note format has the codes itself, or no codebook has most of them. */
  readonly codebook: Protocol | undefined;
}

/**
 * Looks for the codebook (a format without stages) that a table is coded with, where it names techniques that the note
 * format does not have: the one that has most of all that it is coded with, if that is more than half. All codes become
 * those of that codebook, as far as it has them, so that one column is not coded with two.
 */
export function withCodebookBeside(
  original: ImportedTranscript,
  { protocol, protocols }: { readonly protocol: Protocol; readonly protocols: ProtocolSet },
): WithCodebook {
  if (original.remarks.every(({ codes = [] }) => codes.length === 0))
    return { read: original, codebook: undefined };
  const known = protocols.get(protocol.id)?.codebook;
  const used = new Set(
    original.cues.flatMap(({ codings = [] }) => codings.flatMap(({ code }) => code ?? [])),
  );
  const names = new Map([...used].map(code => [code, namesOf(code, known?.get(code))] as const));
  const best = protocols.ids
    .flatMap(id => protocols.get(id) ?? [])
    .filter(isCodebook)
    .map(compiled => fitOf(compiled, names))
    .filter(({ ids }) => ids.size * 2 > used.size)
    .sort((a, b) => b.ids.size - a.ids.size || b.same - a.same)[0];
  if (best === undefined) return { read: original, codebook: undefined };
  const remarks = original.remarks.filter(
    ({ codes = [] }) => codes.length === 0 || codes.some(code => !best.ids.has(code)),
  );
  const cues = original.cues.map(cue => recoded(cue, best.ids));
  return { read: { ...original, cues, remarks }, codebook: best.compiled.protocol };
}

function isCodebook({ protocol }: CompiledProtocol): boolean {
  return protocol.stages.length === 0 && protocol.codes.length > 0;
}

/** How a codebook fits what is coded: its ids for the codes that it has, and how many of these are the same. */
interface Fit {
  readonly compiled: CompiledProtocol;
  readonly ids: ReadonlyMap<string, string>;
  readonly same: number;
}

function fitOf(compiled: CompiledProtocol, names: ReadonlyMap<string, readonly string[]>): Fit {
  const byName = new Map(
    compiled.codebook.terms.flatMap(each =>
      namesOf(each.term.id, each).map(name => [name, each.term.id] as const),
    ),
  );
  const ids = new Map(
    [...names].flatMap(([code, own]) => {
      const found = own.flatMap(name => byName.get(name) ?? [])[0];
      return found === undefined ? [] : [[code, found] as const];
    }),
  );
  return { compiled, ids, same: [...ids].filter(([code, id]) => code === id).length };
}

/** The id and the titles and aliases of a code, as ids are written. */
function namesOf(id: string, found: CodeTerm | undefined): readonly string[] {
  if (found === undefined) return [id];
  const { title, aliases } = found.term;
  const names = titlesIn({ title, aliases });
  return [id, ...names.map(name => comparable(name).replace(/[^a-z0-9]+/g, '-'))];
}

function recoded(cue: Cue, ids: ReadonlyMap<string, string>): Cue {
  if (cue.codings === undefined) return cue;
  const codings = cue.codings.map(coding => ({
    ...coding,
    code: coding.code === undefined ? undefined : (ids.get(coding.code) ?? coding.code),
  }));
  return { ...cue, codings };
}

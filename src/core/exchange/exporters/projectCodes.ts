import type { Version } from '../../agreement/version';
import { titleIn } from '../../message';
import { termsOf } from '../../protocol/codebook';
import type { Protocol } from '../../protocol/schema';
import { uuidOf } from '../../text/uuid';
import {
  type CodebookWords,
  codeGuid,
  codeTree,
  type ExportedCode,
  stageGuid,
  stagesGuid,
  UniqueNames,
} from './codeTree';
import { turnCodings } from './turnCodings';

/** The codes of a project, and how those of a version are found among them. */
export interface ProjectCodes {
  readonly codes: readonly ExportedCode[];
  /** The GUID of a code that a version uses. */
  guidOf(version: Version, code: string): string;
  /** The GUID of a stage of a version's protocol as a code. */
  stageOf(version: Version, stage: string): string;
}

/**
 * The codes of the protocols of all versions; codes that are used and belong to no protocol, by their ids; and the
 * stages, each a code below one that only holds them together, since a stage is what a stretch of turns is coded with.
 */
export function projectCodes(
  versions: readonly Version[],
  words: CodebookWords & { readonly stages: string },
): ProjectCodes {
  const protocols = [...new Set(versions.flatMap(({ protocol }) => protocol ?? []))];
  const terms = new Map(protocols.map(protocol => [protocol, termsById(protocol)] as const));
  const names = new UniqueNames();
  const trees = protocols.flatMap(protocol => codeTree(protocol, words, names));
  const stages = protocols.flatMap(protocol => stageCodes(protocol, words, names));
  const loose = looseCodes(versions, names);
  return {
    codes: [...trees, ...loose, ...stages],
    guidOf({ protocol }, code) {
      const term = protocol && terms.get(protocol)?.get(code);
      return term === undefined || protocol === undefined ? looseGuid(code) : codeGuid(protocol.id, term);
    },
    stageOf: ({ protocol }, stage) => stageGuid(protocol?.id ?? '', stage),
  };
}

/** Of two with the same id the first counts. */
function termsById(protocol: Protocol) {
  return new Map([...termsOf(protocol)].reverse().map(term => [term.id, term] as const));
}

function stageCodes(
  { id, stages }: Protocol,
  { language, stages: title }: CodebookWords & { readonly stages: string },
  names: UniqueNames,
): readonly ExportedCode[] {
  if (stages.length === 0) return [];
  const children = stages.map(
    (stage): ExportedCode => ({
      guid: stageGuid(id, stage.id),
      name: names.take(titleIn(stage.title, language), stage.id),
      isCodable: true,
      color: undefined,
      description: stage.description && titleIn(stage.description, language),
      children: [],
    }),
  );
  const guid = stagesGuid(id);
  return [
    {
      guid,
      name: names.take(title, id),
      isCodable: false,
      color: undefined,
      description: undefined,
      children,
    },
  ];
}

/** Codes that are used and that no protocol has: they are exported, too, or their codings would be lost. */
function looseCodes(versions: readonly Version[], names: UniqueNames): readonly ExportedCode[] {
  const loose = new Set<string>();
  for (const { protocol, transcript } of versions) {
    const known = new Set(protocol === undefined ? [] : termsOf(protocol).map(({ id }) => id));
    for (const turn of transcript.turns)
      for (const { code } of turnCodings(turn)) if (!known.has(code)) loose.add(code);
  }
  return [...loose].map(code => ({
    guid: looseGuid(code),
    name: names.take(code),
    isCodable: true,
    color: undefined,
    description: undefined,
    children: [],
  }));
}

function looseGuid(code: string): string {
  return uuidOf(JSON.stringify(['code', code]));
}

import { addToProtocolList, longestProtocol } from '../../change/addToProtocol';
import { type Message, message } from '../../message';
import { loadWorkspaceProtocols, type ProtocolFile } from '../../protocol/loadWorkspaceProtocols';
import type { ProtocolSet } from '../../protocol/protocolSet';
import { applyEdits } from '../../text/textEdit';
import { yamlScalar } from '../../yaml/yamlScalar';
import type { DescriptionLabels } from '../exporters/codeDescription';
import { codeEntries, codeSetEntries } from './codebookYaml';
import { type CodePlan, planCodes } from './codePlan';
import type { ForeignCodebook } from './foreignCodebook';

/** Where a codebook is imported to. */
interface CodebookTarget {
  /** The protocol that gets the codes. */
  readonly id: string;
  readonly protocols: ProtocolSet;
  /** The workspace's own protocols. */
  readonly files: readonly ProtocolFile[];
  /** The language of the codebook's names and descriptions. */
  readonly language: string;
  /** How the parts of descriptions may be labelled. */
  readonly labels: readonly DescriptionLabels[];
  /** What a protocol that is made for the codebook is called. */
  readonly title: string;
}

/** What is to be written for a codebook. */
type CodebookResult =
  | {
      /** `nothing`: the protocol has all of its codes. `create`: a new file. `change`: the text of an own file. */
      readonly kind: 'nothing' | 'create' | 'change';
      readonly plan: CodePlan;
      /** Of the file to be changed, as it was given; of a new one, its name. */
      readonly path: string;
      readonly text: string;
    }
  | { readonly kind: 'fault'; readonly reason: Message };

/**
 * Brings the codes of a codebook into a protocol of the workspace: at the end of its own file, or in a new file that
 * starts from the built-in protocol of that id. Codes that it has already, by their GUID, stay as they are.
 */
export function importCodebook(codebook: ForeignCodebook, target: CodebookTarget): CodebookResult {
  const protocol = target.protocols.get(target.id)?.protocol;
  const plan = planCodes(codebook, protocol, target.labels);
  const own = target.files.find(file => ownsId(file, target.id));
  if (plan.codes.length === 0 && plan.sets.length === 0)
    return { kind: 'nothing', plan, path: own?.path ?? '', text: own?.text ?? '' };
  const before = own?.text ?? newProtocol(target, protocol !== undefined);
  const text = withCodes(before, plan, target.language);
  if (text === undefined)
    return { kind: 'fault', reason: message('import.cannot-add-codes', { file: own?.path ?? '' }) };
  if (text.length > longestProtocol)
    return { kind: 'fault', reason: message('import.codebook-too-large', { limit: longestProtocol / 1024 }) };
  return {
    kind: own === undefined ? 'create' : 'change',
    plan,
    path: own?.path ?? `${target.id}.yaml`,
    text,
  };
}

function ownsId({ text }: ProtocolFile, id: string): boolean {
  return new RegExp(String.raw`^id:\s*["']?${id}["']?\s*(?:#.*)?$`, 'm').test(text);
}

function newProtocol({ id, language, title }: CodebookTarget, exists: boolean): string {
  const start = exists ? `extends: ${yamlScalar(id)}` : `title: { ${language}: ${yamlScalar(title)} }`;
  return `id: ${yamlScalar(id)}\n${start}\n`;
}

/** The text with the codes, if it is as sound a protocol as before. */
function withCodes(before: string, plan: CodePlan, language: string): string | undefined {
  let text = before;
  for (const [key, entries] of [
    ['codes', codeEntries(plan, language)],
    ['codeSets', codeSetEntries(plan, language)],
  ] as const) {
    const edit = entries.length === 0 ? undefined : addToProtocolList(text, key, entries);
    if (edit === undefined && entries.length > 0) return undefined;
    if (edit !== undefined) text = applyEdits(text, [edit]);
  }
  return text.length > longestProtocol || errorsIn(text) <= errorsIn(before) ? text : undefined;
}

/** How much is wrong with a protocol; that a title is in one language only, as a codebook's are, is not. */
function errorsIn(text: string): number {
  const { faults } = loadWorkspaceProtocols([{ path: 'it', text }]);
  return (faults.get('it') ?? []).filter(({ severity }) => severity === undefined).length;
}

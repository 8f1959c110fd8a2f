import type { LanguageTag } from '../language/languages';
import type { GoalIdStyle, PlainItems, Prompts, RequiredRole } from '../note/note';
import type { RuleId, Severity } from '../ruleIds';
import { defaultFileName } from './noteFileName';

/** How strictly a rule is taken; `off` silences it. */
export type RuleLevel = Severity | 'off';

/** What governs the notes of one root, from `.session-notes/config.yaml` over the settings over the defaults. */
export interface Config {
  /** Only the rules that differ from their default. */
  readonly rules: Readonly<Partial<Record<RuleId, RuleLevel>>>;
  /** Globs of paths, relative to the root, that are notes whatever they hold. */
  readonly files: readonly string[];
  /** Globs of paths, relative to the root, that are skipped. */
  readonly exclude: readonly string[];
  readonly defaultProtocol: string;
  /** Globs and the protocol of notes that match and name none; the first match counts. */
  readonly protocols: readonly (readonly [glob: string, protocol: string])[];
  readonly language: 'auto' | LanguageTag;
  /** The pattern of the paths of new notes, see {@link noteFileName}. */
  readonly fileName: string;
  /** What a new `^id` of a goal is like. */
  readonly goalIds: GoalIdStyle;
  /** Headings that name no stage, whatever they come near: the writer said so. */
  readonly ownHeadings: readonly string[];
  /** Whether tasks outside every stage are goals. */
  readonly 'goals.outside': boolean;
  /** What items without a box are where goals or actions are tracked. */
  readonly items: PlainItems;
  /** Whether what a part asks is shown while it is empty, or written into notes. */
  readonly prompts: Prompts;
  /** The fields that blinded copies go without, besides client, session and date. */
  readonly blind: readonly string[];
  /** The roles of parts that every note has whose format has such a part. */
  readonly require: readonly RequiredRole[];
  /** The fields that new notes ask for besides those that their format requires. */
  readonly ask: readonly string[];
}

/** What holds where nothing is said. */
export const defaultConfig: Config = {
  rules: {},
  files: ['**/*.session.md'],
  exclude: [],
  defaultProtocol: 'four-stage',
  protocols: [],
  language: 'auto',
  fileName: defaultFileName,
  goalIds: 'letters',
  ownHeadings: [],
  'goals.outside': true,
  items: 'ask',
  prompts: 'ghost',
  blind: [],
  require: [],
  ask: [],
};

/** `base` with what each of `layers` says, a later one over an earlier one; `rules` are joined rule by rule. */
export function mergeConfig(base: Config, ...layers: readonly Partial<Config>[]): Config {
  let merged = base;
  for (const layer of layers) merged = { ...merged, ...layer, rules: { ...merged.rules, ...layer.rules } };
  return merged;
}

/** Every key with what is said of it, undefined where that is nothing. */
export type Stated<Keys extends keyof Config = keyof Config> = {
  readonly [Key in Keys]: Config[Key] | undefined;
};

/** What is said, without what is not. */
export function statedOf(stated: Partial<Stated>): Partial<Config> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

/** The keys that the file alone has, or that are another setting in an editor. */
const fileKeys: readonly (keyof Config)[] = ['language', 'ownHeadings', 'blind', 'require', 'ask'];

/** The keys that the settings of an editor have as well. */
export const settingKeys = (Object.keys(defaultConfig) as readonly (keyof Config)[]).filter(
  key => !fileKeys.includes(key),
);

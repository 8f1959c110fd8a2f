import * as vscode from 'vscode';
import { type Config, type RuleLevel, type Stated, statedOf } from '../../core/config/config';
import { isLanguageTag, type LanguageTag } from '../../core/language/languages';
import { isRuleId, type RuleId } from '../../core/ruleIds';

const section = 'sessionNotes';

/** Which notes are validated: open ones, the cases of open ones, or all of the workspace. */
type ValidateScope = 'open' | 'case' | 'workspace';

/** What VS Code's settings say for a resource, only where the user set something. */
export function configFromSettings(resource: vscode.Uri | undefined): Partial<Config> {
  const settings = vscode.workspace.getConfiguration(section, resource);
  const set = <Value>(key: string): Value | undefined => {
    const found = settings.inspect<Value>(key);
    return found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
  };
  const text = (key: string): string | undefined => {
    const value = set<unknown>(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const goalIds = text('goalIds');
  const outside = set<unknown>('goals.outside');
  const items = text('items');
  const prompts = text('prompts');
  const protocols = set<unknown>('protocols');
  const rules = set<unknown>('rules');
  const stated: Stated<Exclude<keyof Config, 'language' | 'ownHeadings' | 'blind' | 'require' | 'ask'>> = {
    files: strings(set('files')),
    exclude: strings(set('exclude')),
    defaultProtocol: text('defaultProtocol'),
    fileName: text('fileName'),
    goalIds: goalIds === 'letters' || goalIds === 'words' ? goalIds : undefined,
    'goals.outside': typeof outside === 'boolean' ? outside : undefined,
    items: items === 'ask' || items === 'actions' || items === 'text' ? items : undefined,
    prompts: prompts === 'ghost' || prompts === 'comments' ? prompts : promptsHeard(),
    protocols: isRecord(protocols) ? stringEntries(protocols) : undefined,
    rules: isRecord(rules) ? ruleLevels(rules) : undefined,
  };
  return statedOf(stated);
}

/** Text that is only drawn is not read out: where a screen reader is on, prompts are written. */
function promptsHeard(): Config['prompts'] | undefined {
  const support = vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport');
  return support === 'on' ? 'comments' : undefined;
}

/** `sessionNotes.language`. */
export function languageSetting(): 'auto' | LanguageTag {
  const value = vscode.workspace.getConfiguration(section).get<string>('language');
  return isLanguageTag(value) ? value : 'auto';
}

/** `sessionNotes.counselor`; empty where it is not set. */
export function counselorSetting(): string {
  return (vscode.workspace.getConfiguration(section).get<string>('counselor') ?? '').trim();
}

/** `sessionNotes.goals.staleAfter`: a number of sessions; 0 where no goal is old. */
export function staleAfterSetting(): number {
  return vscode.workspace.getConfiguration(section).get<number>('goals.staleAfter') ?? 0;
}

/** `sessionNotes.goals.lines`: whether what the case knows of a goal stands behind its line. */
export function goalLinesSetting(): boolean {
  return vscode.workspace.getConfiguration(section).get<boolean>('goals.lines') ?? true;
}

/** `sessionNotes.newNote.brief`: whether the brief of the client opens beside the first new note of a day. */
export function briefSetting(): boolean {
  return vscode.workspace.getConfiguration(section).get<boolean>('newNote.brief') ?? true;
}

/** `sessionNotes.index.limit`: of how many Markdown files all notes are read. */
export function indexLimit(): number {
  return vscode.workspace.getConfiguration(section).get<number>('index.limit') ?? Number.POSITIVE_INFINITY;
}

/** `sessionNotes.clientRegister`: a path of this machine, empty for none. */
export function registerSetting(): string {
  return vscode.workspace.getConfiguration(section).get<string>('clientRegister')?.trim() ?? '';
}

/** Makes a note format the user's own for notes that name none: `sessionNotes.defaultProtocol`. */
export async function setDefaultProtocol(id: string): Promise<void> {
  await vscode.workspace.getConfiguration(section).update('defaultProtocol', id, true);
}

/** `sessionNotes.validate.scope`. */
export function validateScope(): ValidateScope {
  const value = vscode.workspace.getConfiguration(section).get<string>('validate.scope');
  return value === 'open' || value === 'workspace' ? value : 'case';
}

/** `sessionNotes.validate.since`: an ISO date, or empty for all. */
export function validateSince(): string {
  return vscode.workspace.getConfiguration(section).get<string>('validate.since') ?? '';
}

/** Whether VS Code changes the text of a document when it is saved, as far as its settings tell. */
export function isReworkedOnSave(document: vscode.TextDocument): boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const files = vscode.workspace.getConfiguration('files', document);
  const trims = ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'];
  return (
    editor.get('formatOnSave') === true ||
    hasActions(editor.get('codeActionsOnSave')) ||
    trims.some(key => files.get(key) === true)
  );
}

/** `editor.codeActionsOnSave`: names, or names with when they run. */
function hasActions(setting: unknown): boolean {
  if (Array.isArray(setting)) return setting.length > 0;
  if (!isRecord(setting)) return false;
  return Object.values(setting).some(when => when === true || when === 'explicit' || when === 'always');
}

/** Whether a change of settings concerns `sessionNotes.<key>`. */
export function affects(event: vscode.ConfigurationChangeEvent, ...keys: readonly string[]): boolean {
  return keys.some(key => event.affectsConfiguration(`${section}.${key}`));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter(item => typeof item === 'string');
}

function stringEntries(record: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(record).flatMap(([glob, protocol]) =>
    typeof protocol === 'string' ? [[glob, protocol] as const] : [],
  );
}

function ruleLevels(record: Readonly<Record<string, unknown>>): Config['rules'] {
  const levels: { [Rule in RuleId]?: RuleLevel } = {};
  for (const [rule, level] of Object.entries(record)) {
    if (isRuleId(rule) && isRuleLevel(level)) levels[rule] = level;
  }
  return levels;
}

function isRuleLevel(value: unknown): value is RuleLevel {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'hint' || value === 'off';
}

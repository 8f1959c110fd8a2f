import type { ContextKeys } from '../services/tools/contextKeys';

/** A condition as VS Code reads it in the manifest. */
export type When = string;

/** The keys that are either so or not. */
type Switch = {
  [Key in keyof ContextKeys]: ContextKeys[Key] extends boolean ? Key : never;
}[keyof ContextKeys];

/** That a key of this extension is set. */
export function isSet(key: Switch): When {
  return key;
}

/** That it is not. */
export function isNotSet(key: Switch): When {
  return `!${key}`;
}

/** That a key of this extension has a value. */
export function is<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key] & string): When {
  return `${key} == ${value}`;
}

/** That it has another, or none yet. */
export function isNot<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key] & string): When {
  return `${key} != ${value}`;
}

/** That all of several conditions hold; those that are undefined hold always. */
export function all(...conditions: readonly (When | undefined)[]): When {
  const given = conditions.filter(condition => condition !== undefined);
  if (given.length === 1) return given[0] ?? '';
  return given.map(each => (isChoice(each) ? `(${each})` : each)).join(' && ');
}

/** Whether a condition is one of several, outside any brackets. */
function isChoice(condition: When): boolean {
  const without = condition.replace(/\([^()]*\)/g, '');
  return without === condition ? condition.includes(' || ') : isChoice(without);
}

/** That one of several conditions holds at least. */
export function any(...conditions: readonly When[]): When {
  return conditions.join(' || ');
}

/** That the active editor shows a session note. */
export const inNote = isSet('sessionNotes.inNote');
/** That it shows one that is not finished. */
export const inDraft = isSet('sessionNotes.inDraft');
const transcripts = 'sessionNotes.transcripts' satisfies keyof ContextKeys;
/** That an editor shows a transcript: the one that is asked about, which need not be the active one. */
export const inTranscript: When = `resourcePath in ${transcripts}`;
/** That it shows none. */
export const notInTranscript: When = `resourcePath not in ${transcripts}`;
/** That all notes have been read, and that there are some. */
export const areNotesRead = is('sessionNotes.state', 'ready');

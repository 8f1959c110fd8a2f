import { spellingKey } from '../../case/clientKey';
import { knownField } from '../../protocol/knownFields';
import { uuidOf } from '../../text/uuid';
import { coderGuidKey } from '../../transcript/codingOrigins';

/** The keys of a transcript's front matter that keep what a REFI-QDA project said of it. */
export const keptKeys = { source: 'source-guid', coder: coderGuidKey, memo: 'memo' } as const;

const PREFIX = 'variable ';

/** The key of the front matter that keeps a variable: its name, or that behind a word where it means something else. */
export function variableKey(name: string): string {
  const isTaken = knownField(name) !== undefined || isOwnKey(name) || name.startsWith(PREFIX);
  return isTaken ? PREFIX + name : name;
}

/** The name of the variable that a key keeps. */
export function variableName(key: string): string {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

/** Whether this program writes a key for itself. */
export function isOwnKey(key: string): boolean {
  return key === 'unassigned' || Object.values(keptKeys).some(own => own === key);
}

/** The GUID of a variable of a study. */
export function variableGuid(name: string): string {
  return uuidOf(JSON.stringify(['variable', name]));
}

/** The fields of the front matter that this program knows and that go to and fro as variables. */
export const variableFields = ['session', 'date'] as const;

/** The GUID of the variable that such a field is. */
export function fieldGuid(field: (typeof variableFields)[number]): string {
  return uuidOf(JSON.stringify(['field', field]));
}

/** The GUID of the case of a client. */
export function clientGuid(client: string): string {
  return uuidOf(JSON.stringify(['client', spellingKey(client)]));
}

/** The GUID of the case of all speakers with a role. */
export function roleGuid(role: string): string {
  return uuidOf(JSON.stringify(['role', role]));
}

/** The GUID of a user whom no other program named. */
export function userGuid(rater: string): string {
  return uuidOf(JSON.stringify(['user', spellingKey(rater)]));
}

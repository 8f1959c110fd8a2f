import { clientKey } from '../../case/clientKey';
import { uuidOf } from '../../text/uuid';

/** The keys of a transcript's front matter that keep what a REFI-QDA project said of it. */
export const keptKeys = { source: 'source-guid', coder: 'coder-guid', memo: 'memo' } as const;

/** The GUID of the case of a client. */
export function clientGuid(client: string): string {
  return uuidOf(JSON.stringify(['client', clientKey(client)]));
}

/** The GUID of the case of all speakers with a role. */
export function roleGuid(role: string): string {
  return uuidOf(JSON.stringify(['role', role]));
}

/** The GUID of a user whom no other program named. */
export function userGuid(rater: string): string {
  return uuidOf(JSON.stringify(['user', clientKey(rater)]));
}

import { type Message, message } from '../core/message';

/** What stands in a name for bytes that are no UTF-8. */
const UNKNOWN = '\ufffd';

/** Why the file system refused to read a file or folder, as far as its error, and the name, tell. */
export function readFault(error: unknown, file: string): Message {
  switch (codeOf(error)) {
    case 'ENOENT':
      return message(hasBadName(file) ? 'file.bad-name' : 'file.vanished');
    case 'EACCES':
    case 'EPERM':
      return message('file.no-permission');
    default:
      return message('file.cannot-read');
  }
}

/** Whether a name was read as another than it is, so that nothing is found by it. */
export function hasBadName(file: string): boolean {
  return file.includes(UNKNOWN);
}

/** Whether the error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The code of an error of the file system, such as `EACCES`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

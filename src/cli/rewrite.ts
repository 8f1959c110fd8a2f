import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Message, message } from '../core/message';
import type { DecodedText } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { hasMixedLineEnds } from '../core/text/textLines';

/**
 * Puts `text` in place of what `file` held when it was read as `before`, in the same encoding, with the same mark
 * and rights. The new bytes are written beside the file and then take its name, so that nobody ever sees half of
 * them. Gives the reason where the file was left as it is, and undefined once it is written.
 */
export function rewrite(file: string, before: DecodedText, text: string): Message | undefined {
  if (hasMixedLineEnds(before.text)) return message('file.mixed-line-ends');
  try {
    // The file itself takes the new text, not the link that it was named by.
    return replace(realpathSync(file), encode(before.text, before), encode(text, before));
  } catch {
    return message('file.cannot-write');
  }
}

function replace(file: string, before: Uint8Array, after: Uint8Array): Message | undefined {
  if (!isWritable(file)) return message('file.read-only');
  const temporary = join(dirname(file), `.session-notes-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, after, { flag: 'wx', mode: 0o600, flush: true });
    copyRights(statSync(file), temporary);
    if (!readFileSync(file).equals(before)) return message('file.changed-meanwhile');
    renameSync(temporary, file);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function isWritable(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    // Refused: that is the answer.
    return false;
  }
}

/** Throws where the owner cannot be kept: a file of somebody else's is not to become ours in passing. */
function copyRights({ mode, uid, gid }: Stats, file: string): void {
  const own = statSync(file);
  if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
  chmodSync(file, mode);
}

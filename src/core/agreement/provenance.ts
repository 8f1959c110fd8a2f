import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Protocol } from '../protocol/schema';
import { wordsHash } from '../transcript/wordsHash';
import type { RatedTranscript } from './version';

/** What codes were applied by: which file of codes, in which version, and the hash of what it says of them. */
export interface UsedCodebook {
  readonly protocol: string;
  readonly version: string | undefined;
  /** SHA-256 of its stages and codes as JSON, in hexadecimal digits. */
  readonly hash: string;
}

/** The codebooks of the transcripts, in the order in which they come. */
export function codebooksUsed(transcripts: readonly RatedTranscript[]): readonly UsedCodebook[] {
  const protocols = transcripts.flatMap(({ versions }) => versions.flatMap(({ protocol }) => protocol ?? []));
  return [...new Set(protocols)].map(codebookUsed);
}

function codebookUsed({ id, version, stages, codes }: Protocol): UsedCodebook {
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify({ stages, codes }))));
  return { protocol: id, version: version === undefined ? undefined : String(version), hash };
}

/** The hash of what is said in a transcript (see `wordsHash`). */
export function saidHash({ versions: [{ transcript }] }: RatedTranscript): string {
  return wordsHash(transcript);
}

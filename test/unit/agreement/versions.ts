import assert from 'node:assert/strict';
import type { Agreement, AgreementOptions } from '../../../src/core/agreement/agreement';
import { allAtOnce, compareRaters } from '../../../src/core/agreement/compareRaters';
import { pairVersions } from '../../../src/core/agreement/pairVersions';
import { readVersion } from '../../../src/core/agreement/readVersion';
import type { RatedTranscript, Version } from '../../../src/core/agreement/version';
import { readNote } from '../transcript/transcripts';

export interface VersionFields {
  readonly id?: string;
  readonly rater: string;
  readonly file?: string;
}

/** The file of a rater's version of a transcript with RA as counselor and K-014 as client. */
export function versionText({ id = 't1', rater }: VersionFields, ...lines: readonly string[]): string {
  const head = ['protocol: training', 'kind: transcript', `transcript: ${id}`, `coder: ${rater}`];
  const speakers = ['speakers:', '  RA: counselor', '  K-014: client'];
  return ['---', ...head, ...speakers, '---', ...lines, ''].join('\n');
}

/** A rater's version, each of `turns` a line of its own with a blank line between. */
export function version(fields: VersionFields, ...turns: readonly string[]): Version {
  const { id = 't1', rater, file = `${id}.${rater}.md` } = fields;
  const lines = turns.flatMap(turn => [turn, '']);
  const read = readVersion(readNote(versionText(fields, ...lines)), file);
  assert.ok(read);
  return read.version;
}

export function paired(...versions: readonly Version[]): readonly RatedTranscript[] {
  const pairing = pairVersions(versions);
  assert.ok('rated' in pairing, JSON.stringify(pairing));
  return pairing.rated;
}

export function compared(versions: readonly Version[], options: Partial<AgreementOptions> = {}): Agreement {
  const all = { on: 'codes', unit: 'turn', uncoded: 'missing', roles: undefined, ...options } as const;
  return allAtOnce(compareRaters(paired(...versions), all));
}
